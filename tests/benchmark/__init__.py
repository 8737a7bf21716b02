"""The panel beside a territory."""
