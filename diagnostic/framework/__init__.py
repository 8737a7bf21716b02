"""The framework: indicators, scales, weights and texts as validated data."""
