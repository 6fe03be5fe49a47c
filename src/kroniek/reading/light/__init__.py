"""Light reading: figures, harm, places, days, means and parties by words and nearness, for languages without a grammar here.

What steers it are the rows of `languages/<language>/`; a further language needs those files and no code.
"""
