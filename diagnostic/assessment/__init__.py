"""From a snapshot and a framework to scores, findings and the country matrix. Pure."""
