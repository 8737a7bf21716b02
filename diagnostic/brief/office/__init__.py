"""What the two editable forms of a brief share: the content set in named styles, pictures, a package of fixed bytes."""
