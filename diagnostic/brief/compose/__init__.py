"""From findings to sentences: one module per section of the brief, all pure."""
