"""The users' own words, order and looks, laid over what the program composed. Pure."""
