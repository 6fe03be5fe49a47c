"""People told by nouns that no list holds, where a verb of harm beside them leaves no doubt: "six glaziers died"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token, TokenKind

_LONGEST_GUESSED = 3
_MOST_AUXILIARIES = 4
_MOST_BACK = 16
_MOST_JOINED = 6
_HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.DETAINED, Harm.DISPLACED})


def unlisted_plural(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int) -> int | None:
    """The last token of a plural noun that no list holds, right before a verb of dying or being harmed: "six glaziers died"."""
    last = _unknown_noun(tokens, marks, lexicon, at, min(limit, at + _LONGEST_GUESSED))
    if last is None and at < min(limit, len(tokens)) and _is_people_name(tokens[at], lexicon):
        last = at
        return last if _is_harmed(marks, last + 1, tokens, lexicon) or _harm_closes(tokens, marks, last + 1) else None
    # "six khwarij were killed"
    alone = last is not None and last == at and marks.ending("be", last + 1) is not None and lexicon.language == "en"
    if last is None or not (alone or tokens[last].lower.endswith(plural_endings(lexicon))):
        return None
    harmed = _is_harmed(marks, last + 1, tokens, lexicon) or _harm_opened(tokens, marks, lexicon, at, last)
    harmed = harmed or _harmed_together(tokens, marks, lexicon, last + 1)
    return last if harmed else None


def _is_people_name(token: Token, lexicon: Lexicon) -> bool:
    """A people by the form of its name: "Tigrayers", "Rohingyanen"."""
    endings = lexicon.endings("people_endings")
    return bool(endings) and token.kind is TokenKind.WORD and token.text[0].isupper() and token.lower.endswith(endings)


def _harm_closes(tokens: Sequence[Token], marks: Marks, at: int) -> bool:
    """Dutch puts the verb last: "zijn zeker 40.000 Tigrayers naar buurland Soedan gevlucht"."""
    for after in range(at, min(len(tokens), at + _MOST_BACK)):
        if tokens[after].text in (",", ";", ".", ":") or marks.at("boundary", after) is not None:
            return False
        verb = marks.at("harm_verb", after)
        if verb is not None:
            return verb.entry.use != "object"
    return False


def _harm_opened(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, last: int) -> bool:
    """Dutch puts the verb before them: "doodde zes glaszetters", "kwamen zes glaszetters om", "schoten zes glaszetters dood"."""
    if not lexicon.split_verbs:
        return False
    for before in range(at - 1, max(-1, at - _MOST_BACK), -1):
        if tokens[before].text in (";", ".", ":", ",") or marks.at("boundary", before) is not None:
            return False
        verb = marks.ending("harm_verb", before)
        if verb is not None:
            return verb.entry.use == "object" and verb.entry.harm in (Harm.KILLED, Harm.INJURED)
        for particle, harm in lexicon.split_verbs.get(tokens[before].lower, ()):
            if harm not in (Harm.KILLED, Harm.INJURED):
                continue
            for after in range(last + 1, min(len(tokens), last + _MOST_BACK)):
                if tuple(token.lower for token in tokens[after : after + len(particle)]) == particle:
                    return True
    return False


def unlisted_single(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> int | None:
    """The last token of a noun that no list holds, beside a verb of death or wounds: "a glazier died", "killed a glazier"."""
    last = _unknown_noun(tokens, marks, lexicon, at + 1, at + 1 + _LONGEST_GUESSED)
    if last is None:
        return None
    before = marks.ending("harm_verb", at - 1)
    harmed = before is not None and before.entry.use != "subject" and before.entry.harm in (Harm.KILLED, Harm.INJURED)
    if tokens[at].lower in lexicon.words("no_ones") or (before is not None and tokens[before.last].lower in lexicon.words("of_things_too")):
        return None
    if not _is_harmed(marks, last + 1, tokens, lexicon) and not (harmed and _noun_ends(tokens, lexicon, last + 1)):
        return None
    return last


def plural_endings(lexicon: Lexicon) -> tuple[str, ...]:
    """The endings of plural nouns in the language."""
    return lexicon.endings("plural_endings")


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


def _is_harmed(marks: Marks, at: int, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a verb of harm to those before it stands here, past its auxiliaries."""
    end = at + _MOST_AUXILIARIES
    while at < end:
        verb = marks.at("harm_verb", at)
        if verb is not None:
            if lexicon.split_verbs and tokens[verb.last].lower in lexicon.words("of_things_too"):
                return False  # what was hit may be no people
            return verb.entry.use != "object" and verb.entry.harm in _HARMS
        if marks.at("be", at) is None and marks.at("harm_adverb", at) is None:
            return False
        at += 1
    return False


def _harmed_together(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """ "Twee dokwerkers en een matroos overleden": one or two more nouns, joined by a conjunction, stand before the verb."""
    if at >= len(tokens) or tokens[at].lower not in lexicon.words("both_of"):
        return False
    steps = range(at + 2, at + _MOST_JOINED)
    return any(_is_harmed(marks, step, tokens, lexicon) and marks.ending("person", step - 1) is not None for step in steps)


def _noun_ends(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """Whether a noun phrase can end before this token."""
    if at >= len(tokens) or tokens[at].kind is TokenKind.SIGN:
        return True
    return tokens[at].lower in lexicon.words("prepositions") or tokens[at].lower in lexicon.words("conjunctions")
