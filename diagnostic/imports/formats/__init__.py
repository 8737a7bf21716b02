"""One module per published format: how it is recognised, and how it is read."""
