"""Twelve fictional territories and what the diagnostic says of each, in text files that a person can check."""
