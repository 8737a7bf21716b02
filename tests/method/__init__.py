"""The engine against published indices by others."""
