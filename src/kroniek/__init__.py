"""Kroniek reads reports of armed conflict and keeps a ledger in which every figure leads back to who said it."""

__version__ = "0.1.0"
