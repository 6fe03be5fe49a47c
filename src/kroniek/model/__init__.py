"""The words of the field as frozen values: report, block, figure, claim, incident, finding, decision.

Nothing here reads a file, asks the clock or knows a language; every other package builds on these.
"""
