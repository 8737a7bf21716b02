"""What the brief says, as data, and the renderers that lay it out."""
