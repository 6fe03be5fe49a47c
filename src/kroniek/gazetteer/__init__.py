"""Places and their names: which words of a text name a place, and where that place lies."""
