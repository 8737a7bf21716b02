"""The territory room: communes and their groupings, countries, and how a typed name finds them."""
