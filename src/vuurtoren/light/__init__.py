"""The light: the shared picture of how we want to live together (lonkend perspectief), in sight at every page."""
