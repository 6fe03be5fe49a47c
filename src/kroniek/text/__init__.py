"""Text as code points: tokens with their offsets, folding of names, and search for many phrases at once."""
