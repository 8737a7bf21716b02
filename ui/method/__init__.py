"""what all is weighed by, and with which framework."""
