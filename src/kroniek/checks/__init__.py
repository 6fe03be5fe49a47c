"""Figures held against each other: sums, percentages, rates, ratios, densities, parts, totals in time, numbers and units.

Pure functions over the model. Every finding says what it rests on, in a sentence that can be quoted, and is right about what the words
say: nobody's figure is corrected, and a rounded, open or approximate number raises no alarm that its words do not carry.
"""
