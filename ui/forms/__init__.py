"""forms:Rows of a form, and the editors of each type of field."""
