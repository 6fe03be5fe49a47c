"""Parties: belligerents, monitors, governments, media; which words name them and whose arm they are."""
