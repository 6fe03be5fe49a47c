"""People told by nouns that no list holds, where a verb of harm beside them leaves no doubt: "six glaziers died"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token, TokenKind

_LONGEST_GUESSED = 3
_MOST_AUXILIARIES = 4


def unlisted_plural(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int) -> int | None:
    """The last token of a plural noun that no list holds, right before a verb of dying or being harmed: "six glaziers died"."""
    last = _unknown_noun(tokens, marks, lexicon, at, min(limit, at + _LONGEST_GUESSED))
    if last is None or not _is_harmed(marks, last + 1):
        return None
    alone = last == at and marks.ending("be", last + 1) is not None  # "six khwarij were killed"
    return last if alone or tokens[last].lower.endswith(plural_endings(lexicon)) else None


def unlisted_single(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> int | None:
    """The last token of a noun that no list holds, beside a verb of death or wounds: "a glazier died", "killed a glazier"."""
    last = _unknown_noun(tokens, marks, lexicon, at + 1, at + 1 + _LONGEST_GUESSED)
    if last is None:
        return None
    before = marks.ending("harm_verb", at - 1)
    harmed = before is not None and before.entry.use != "subject" and before.entry.harm in (Harm.KILLED, Harm.INJURED)
    if tokens[at].lower in lexicon.words("no_ones") or (before is not None and tokens[before.last].lower in lexicon.words("of_things_too")):
        return None
    if not _is_harmed(marks, last + 1) and not (harmed and _noun_ends(tokens, lexicon, last + 1)):
        return None
    return last


def plural_endings(lexicon: Lexicon) -> tuple[str, ...]:
    """The endings of plural nouns in the language."""
    return tuple(sorted(lexicon.words("plural_endings")))


def _unknown_noun(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int) -> int | None:
    """The last of up to three plain words of no list that begin at token `at`, else None."""
    end = at
    while end < min(limit, len(tokens)) and is_plain(tokens, marks, lexicon, end):
        end += 1
    return end - 1 if end > at else None


def is_plain(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Whether a token is a word of no closed class and of no list: it may be a noun that nobody thought of."""
    token = tokens[at]
    if token.text in ("-", "‑"):
        return 0 < at < len(tokens) - 1 and tokens[at - 1].end == token.start and token.end == tokens[at + 1].start
    if token.kind is not TokenKind.WORD or not token.text[0].islower():
        return False
    closed = ("prepositions", "finite", "conjunctions", "determiners", "of", "speaking", "gap_verbs", "copulas", "not_people")
    if any(token.lower in lexicon.words(name) for name in closed):
        return False
    return not any(
        marks.at(category, at) is not None
        for category in ("harm_verb", "harm_adverb", "boundary", "subset", "be", "effect", "thing", "time_unit", "negation", "vague")
    )


def _is_harmed(marks: Marks, at: int) -> bool:
    """Whether a verb of harm to those before it stands here, past its auxiliaries."""
    end = at + _MOST_AUXILIARIES
    while at < end:
        verb = marks.at("harm_verb", at)
        if verb is not None:
            return verb.entry.use != "object" and verb.entry.harm in (Harm.KILLED, Harm.INJURED)
        if marks.at("be", at) is None and marks.at("harm_adverb", at) is None:
            return False
        at += 1
    return False


def _noun_ends(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """Whether a noun phrase can end before this token."""
    if at >= len(tokens) or tokens[at].kind is TokenKind.SIGN:
        return True
    return tokens[at].lower in lexicon.words("prepositions") or tokens[at].lower in lexicon.words("conjunctions")
