"""charts:Painting the charts on the screen."""
