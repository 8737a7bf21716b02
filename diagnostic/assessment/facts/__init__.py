"""What the rows of a snapshot say, read once for the measures and the country matrix. No score here."""
