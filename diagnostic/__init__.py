"""The diagnostic of a territory's internationalisation: everything but the screen."""
