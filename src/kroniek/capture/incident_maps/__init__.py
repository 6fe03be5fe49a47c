"""How tables of desks are read: which column holds what, as data. Each file is one form; `incident_map.py` explains the keys."""
