"""Figures drawn once as shapes, painted by the screen and by the brief."""
