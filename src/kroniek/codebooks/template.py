"""A file to begin a codebook of one's own from: another codebook, with a head that says what to do."""

from __future__ import annotations

import re

_HEAD = """# A codebook of your own, begun from {source}. Change what your desk does otherwise, and check it:
#
#     kroniek codebook check {file}
#
# Each row under `rules` has an id that Kroniek knows, what the rule says in your words, its parameters (`values`), the words that it
# reads (`words`), and a source: a name under `sources`, or the citation itself. Leave out a row to do without the rule. What your desk
# does and Kroniek cannot compute goes under `notes`. `kroniek codebook show {source}` lists the rules with what each does.
"""
_TOP = re.compile(r"\A(?:#[^\n]*\n)+")


def begun(text: str, source: str, file: str, identity: str) -> str:
    """The text of the codebook `source` as the beginning of one with the id `identity`, to be written to `file`."""
    rest = _TOP.sub("", text, count=1)
    rest = re.sub(r"^id: .*$", f"id: {identity}", rest, count=1, flags=re.MULTILINE)
    rest = re.sub(r"^name: .*$", f"name: {identity}", rest, count=1, flags=re.MULTILINE)
    rest = re.sub(r'^version: .*$', 'version: "1"', rest, count=1, flags=re.MULTILINE)
    return _HEAD.format(source=source, file=file) + rest
