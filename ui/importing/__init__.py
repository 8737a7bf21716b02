"""Bringing files in and taking data out, on the screen."""
