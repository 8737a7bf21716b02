"""The panel's territories, one a module. Names, people and figures are all made up."""
