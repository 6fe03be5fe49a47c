"""Words that introduce a quotation ("As the monitor explains:"), and whom they name."""

from __future__ import annotations

import re

from kroniek.model.span import Span
from kroniek.reading.block_rules import BlockRules

_NAME = re.compile(
    r"[^\W\d_][\w]*(?:[.’'‘-]\w+){0,3}\.?"
    r"(?:[ \u00a0](?:(?:of|for|the|and|on|van|voor|de|der|den|bin|al|el)[ \u00a0]){0,2}(?=[^\W\d_a-z])[\w]+(?:[.’'‘-]\w+){0,3}){0,7}"
)
_POSSESSIVE = re.compile(r"['’‘]s?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[a-z\d)”\"’][.!?][.!?”\"’)]* +(?=[^a-z\s])")
_LONGEST = 300  # an introduction is a sentence, not a page
_LONGEST_SUBJECT = 8  # words
_OPENERS = "“„\"«‹"
_CLOSERS = "”\"»›"


def introduction(plain: str, rules: BlockRules) -> tuple[int, int] | None:
    """Where the sentence begins and ends that introduces what follows the words; None where they end in no introduction."""
    words = plain.rstrip()
    if not words.endswith(":"):
        return None
    begin = 0
    for stop in _SENTENCE_END.finditer(words, max(0, len(words) - _LONGEST), len(words) - 1):
        begin = stop.end()
    if len(words) - begin > _LONGEST:
        return None
    sentence = words[begin:].lower()
    found = set(_WORD.findall(sentence))
    if found & rules.introduction_verbs or any(cue in sentence for cue in rules.introduction_nouns):
        return begin, len(words)
    starts = {name.start - begin for name in _names(words, begin, len(words), rules)}
    for cue in rules.introduction_cues:
        match = re.search(rf"\b{re.escape(cue)} (?:the |de |het )?", sentence)
        if match is not None and match.end() in starts:  # "from FP:", not "the victims by name:"
            return begin, len(words)
    return None


def speaker(plain: str, begin: int, end: int, rules: BlockRules) -> Span | None:
    """The words of the introduction `plain[begin:end]` that name who speaks, as a span in `plain`.

    A pronoun is led back to the name that opens the sentence before it, where there is one.
    """
    sentence = plain[begin:end]
    names = _names(plain, begin, end, rules)
    verb = next((word for word in _WORD.finditer(sentence) if word.group().lower() in rules.introduction_verbs), None)
    if verb is not None:
        at = begin + verb.start()
        before = [name for name in names if name.end <= at]
        if before:
            return before[0]
        lead = _WORD.search(sentence)
        if lead is not None and lead.group().lower() in rules.pronouns:
            return _told_before(plain, begin, rules) or Span(begin + lead.start(), begin + lead.end())
    for cue in rules.introduction_cues:
        match = re.search(rf"\b{re.escape(cue)} (?:the |de |het )?", sentence.lower())
        if match is not None:
            after = [name for name in names if name.start >= begin + match.start()]
            if after:
                return after[0]
    if names:
        return names[-1] if verb is not None else names[0]
    return None if verb is None else _subject(plain, begin, begin + verb.start(), rules)


def _subject(plain: str, begin: int, end: int, rules: BlockRules) -> Span | None:
    """The words before the verb that name nobody but say who it is: "the minister", "the group's director"."""
    words = list(_WORD.finditer(plain, max(begin, plain.rfind(",", begin, end) + 1), end))
    while words and words[0].group().lower() in rules.openers:
        words.pop(0)
    return Span(words[0].start(), words[-1].end()) if 0 < len(words) <= _LONGEST_SUBJECT else None


def _told_before(plain: str, begin: int, rules: BlockRules) -> Span | None:
    """The name that opens the sentence before the introduction."""
    names = _names(plain, 0, begin, rules)
    return names[0] if names else None


def _names(plain: str, begin: int, end: int, rules: BlockRules) -> list[Span]:
    """Runs of capitalised words, without the function words that only open a sentence and without a genitive's ending."""
    names: list[Span] = []
    at = begin
    while (match := _NAME.search(plain, at, end)) is not None:
        first, last = match.span()
        word = _WORD.search(plain, first, last)
        at = last
        if word is None:
            continue
        if not plain[first].isupper():
            at = word.end()
            continue
        if word.group().lower() in rules.no_names:
            at = max(word.end(), first + 1)
            continue
        ending = _POSSESSIVE.search(plain[first:last])
        last -= len(ending.group()) if ending else 0
        if plain[first:last].lower() not in rules.no_names:
            names.append(Span(first, last))
    return names


def quoted_whole(plain: str) -> bool:
    """Whether the words stand as a whole within quotation marks: one pair around them all."""
    words = plain.strip()
    if len(words) < 3 or words[0] not in _OPENERS + "‘":
        return False
    body = words.rstrip(".")
    if words[0] == "‘":
        return body.endswith("’") and len(words) > 60 and "‘" not in words[1:]
    inner = words[1:-1]
    return (body[-1] in _CLOSERS) and not any(sign in inner for sign in "“”„\"»«")


def opens_quotation(plain: str) -> bool:
    """Whether the words open a quotation that they do not close."""
    words = plain.strip()
    return bool(words) and words[0] in _OPENERS and not any(sign in words[1:] for sign in _CLOSERS)


def closes_quotation(plain: str) -> bool:
    """Whether the words end in a closing mark."""
    words = plain.rstrip()
    return bool(words) and (words[-1] in _CLOSERS or words.rstrip(".")[-1:] in _CLOSERS)


def closes_early(plain: str) -> bool:
    """Whether a closing mark without an opening one stands before the end: words of another follow on the quotation."""
    inner = plain.strip()[:-1].rstrip(".")
    depth = 0
    for sign in inner:
        if sign == "“":
            depth += 1
        elif sign == "”":
            depth -= 1
            if depth < 0:
                return True
    return False


def stray_quotation(plain: str) -> int | None:
    """Where a quotation begins that follows a colon in the same line and ends it with a closing mark that nothing opened."""
    words = plain.rstrip()
    if not words.endswith("”") or words.count("“") >= words.count("”"):
        return None
    colon = words.find(": ", 0, _LONGEST)
    if colon < 0 or "“" in words[:colon] or "”" in words[:colon] or ". " in words[:colon]:
        return None
    return colon + 2
