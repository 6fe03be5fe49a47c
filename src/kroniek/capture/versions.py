"""Hashes that name a version: of the bytes as captured, and of the text taken from them."""

from __future__ import annotations

import hashlib


def bytes_sha256(data: bytes) -> str:
    """SHA-256 of the bytes as captured, in hex."""
    return hashlib.sha256(data).hexdigest()


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex: the same as `Document.version`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
