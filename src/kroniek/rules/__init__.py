"""Rule files of the package: read in one way, and wrong rows told in one way."""
