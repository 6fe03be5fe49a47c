"""A rival count told without its noun: "officials say 86 people died; the doctors' union, 72", "the ministry put it at 18"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind
from kroniek.reading.asked import ZERO
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.tellers import follows_count_noun, is_all_that_is_said, is_headed_by_teller, names_of_the_dead, verb_told_once
from kroniek.text.tokens import TokenKind

_MOST_FROM_VERB = 8
_LONGEST_TELLER = 5
_MOST_TO_NEW_COUNT = 4
_BARE, _UNHARMED = "unclassified", "people-unharmed"
_PEOPLE_TOLD = frozenset({Kind.PEOPLE, Kind.FORCE})
OUTDATED = "outdated-count"
_FURTHEST_WHOLE = 400  # characters: a sentence or two


def as_rival(
    sentence: Sentence,
    lexicon: Lexicon,
    draft: Draft,
    earlier: Sequence[Draft],
    claims: Sequence[Claim],
    before: Claim | None,
    *,
    spoken: bool = False,
    previous: Sentence | None = None,
) -> Draft | None:
    """The draft as a count of the same harm as the total told before it, where its words say no more than a number; else None.

    `earlier` are the drafts of the sentence before it, `claims` their claims, `before` the last total of the sentences before; `spoken`
    where the sentence names who says the number, `previous` the sentence before.
    """
    listed = _listed(sentence, lexicon, draft, claims, before)
    if listed is not None:
        return listed
    if draft.figure_first is None or draft.malformed:
        return None
    total = is_new_total(sentence, draft)
    again = draft.kind in _PEOPLE_TOLD and verb_told_once(sentence, lexicon, draft, previous)
    next_to = spoken and before is not None and previous is not None and before.evidence.end >= previous.start
    counted = draft.kind is Kind.PEOPLE and _UNHARMED in draft.rules and (
        total or _is_put_at(sentence, lexicon, draft, bool(claims) or next_to)
    )
    counted = counted or again or (draft.kind in _PEOPLE_TOLD and _in_row(sentence, lexicon, draft, claims))
    if not counted and (draft.kind is not Kind.OTHER or (_BARE not in draft.rules and ZERO not in draft.rules)):
        return None
    if draft.bound is not Bound.VAGUE and draft.low is None and draft.high is None:
        return None
    here = next((claim for claim in reversed(claims) if claim.kind is Kind.CASUALTIES and claim.part_of is None), None)
    whole = here or before
    if whole is None and _BARE in draft.rules and names_of_the_dead(sentence, lexicon, draft):
        return replace(draft, kind=Kind.CASUALTIES, harm=Harm.KILLED, group=Group.PERSON, rules=(*draft.rules, "names-of-the-dead"))
    heading = _heading(sentence, draft)
    if any(other.kind in (Kind.PEOPLE, Kind.FORCE) and other.low != 1 for other in earlier):
        return None  # the sentence counts people who were not harmed: the number may be theirs
    if here is None and before is not None and sentence.start - before.evidence.end > _FURTHEST_WHOLE:
        return None
    if whole is None or not (total or _ends_there(sentence, lexicon, draft)):
        return None
    named = total or again or counted or heading is not None or _counts_names(sentence, lexicon, draft)
    named = named or follows_count_noun(sentence, lexicon, draft) or (
        (spoken or is_headed_by_teller(sentence, lexicon, draft)) and is_all_that_is_said(sentence, lexicon, draft)
    )
    if not named and not _is_told(sentence, lexicon, draft, here is not None):
        return None
    group = draft.group or heading or (None if whole.victims is None else whole.victims.group)
    return replace(draft, kind=Kind.CASUALTIES, harm=whole.harm, group=group, rules=(*draft.rules, "rival-count"))


def _after_teller(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "The ministry counted 44 dead, the doctors' union 51, a rights group even 60": a comma and who tells, and no verb."""
    marks, tokens = sentence.marks, sentence.tokens
    if not any(mark.last < draft.first for mark in marks.all("tally")):
        return False
    for at in range(draft.first - 1, max(0, draft.first - 1 - _LONGEST_TELLER), -1):
        if tokens[at].text in (",", ";"):
            return True
        if tokens[at].lower in lexicon.words("finite") or tokens[at].lower in lexicon.words("prepositions"):
            return False
        if any(marks.at(category, at) is not None for category in ("harm_verb", "tally", "boundary")):
            return False
    return False


def _is_put_at(sentence: Sentence, lexicon: Lexicon, draft: Draft, here: bool) -> bool:
    """ "The Observatory puts it at 20 civilians", "houdt het op twintig burgers": right after words that put a count at something.

    In the sentence of another count (`here`) words such as "speaks of" do as well.
    """
    mark = sentence.marks.ending("tally", draft.first - 1)
    if mark is None:
        return False
    word = sentence.tokens[mark.last].lower
    return word in lexicon.words("counted_at") or (here and mark.last > mark.first and word in lexicon.words("tally_prepositions"))


def _in_row(sentence: Sentence, lexicon: Lexicon, draft: Draft, claims: Sequence[Claim]) -> bool:
    """ "Seven thousand names, at most three thousand fighters, a hundred women": those counted apart right behind the total of a list."""
    last = claims[-1] if claims else None
    if last is None or last.kind is not Kind.CASUALTIES or last.figure is None or draft.low == 0 or draft.first < 1:
        return False
    tokens = sentence.tokens
    before = tokens[draft.first - 1]
    total = next(claim for claim in claims if claim.kind is Kind.CASUALTIES)
    count, whole = draft.low or draft.high, total.quantity.low or total.quantity.high
    if before.text != "," or count is None or whole is None or count > whole or not _ends_there(sentence, lexicon, draft):
        return False
    since = range(sentence.token_at(last.figure.end - 1) + 1, draft.first - 1)
    names = lexicon.words("names_of_people")
    return len(since) <= 1 and all(sentence.marks.at("harm_noun", at) is not None or tokens[at].lower in names for at in since)


def is_new_total(sentence: Sentence, draft: Draft) -> bool:
    """ "Bringing the total to 1,190 civilians", "waarmee het totaal komt op 1190 burgers": what all those harmed so far add up to."""
    return any(sentence.marks.ending("new_total", draft.first - back) is not None for back in (1, 2))


def before_the_rise(sentence: Sentence, lexicon: Lexicon, draft: Draft, following: Draft | None) -> bool:
    """ "The toll rose from six to nine", "steeg van zes naar negen": whether the count is the one that no longer holds."""
    tokens, opens = sentence.tokens, draft.first - 1
    if following is None or opens < 1 or draft.kind is not Kind.CASUALTIES or following.harm is not draft.harm or draft.low is None:
        return False
    if tokens[opens].lower not in lexicon.words("from_count") or not draft.last < following.first <= draft.last + _MOST_TO_NEW_COUNT:
        return False
    return any(token.lower in lexicon.words("to_count") for token in tokens[draft.last + 1 : following.first + 1])


def _listed(sentence: Sentence, lexicon: Lexicon, draft: Draft, claims: Sequence[Claim], before: Claim | None) -> Draft | None:
    """ "Officials put the dead at 40 fighters. Residents named seven civilians": people counted right behind a verb of counting."""
    if draft.kind is not Kind.PEOPLE or draft.figure_first is None or draft.parent is not None or claims or before is None:
        return None
    if before.harm is not Harm.KILLED or sentence.start - before.evidence.end > _FURTHEST_WHOLE:
        return None
    at = draft.first - 1
    if at < 1 or sentence.tokens[at].lower not in lexicon.words("listing") or not _ends_there(sentence, lexicon, draft):
        return None
    return replace(draft, kind=Kind.CASUALTIES, harm=before.harm, rules=(*draft.rules, "rival-count"))


def _heading(sentence: Sentence, draft: Draft) -> Group | None:
    """ "Civilians: seven": the people counted stand alone before the colon."""
    marks, colon = sentence.marks, draft.first - 1
    if colon < 1 or sentence.tokens[colon].text != ":":
        return None
    mark = marks.ending("person", colon - 1)
    opens = mark is not None and (mark.first == 0 or sentence.tokens[mark.first - 1].kind is TokenKind.SIGN)
    return mark.entry.group if mark is not None and opens and mark.entry.plural else None


def _counts_names(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "He wrote down 164 names", "a list of 117 names": the dead, by their names."""
    after = draft.last + 1
    return after < len(sentence.tokens) and sentence.tokens[after].lower in lexicon.words("names_of_people")


def _ends_there(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether nothing that could be counted follows: the end, a sign, a preposition or a conjunction."""
    after = draft.last + 1 + _counts_names(sentence, lexicon, draft)
    if after >= len(sentence.tokens):
        return True
    token = sentence.tokens[after]
    if token.text in (".", ",", ";", ":", ")", "”", "'", '"', "’", "–", "—"):
        return True
    return token.lower in lexicon.words("conjunctions") or token.lower in lexicon.words("prepositions")


def _is_told(sentence: Sentence, lexicon: Lexicon, draft: Draft, same_sentence: bool) -> bool:
    """Whether a verb of counting stands before it; in the sentence of the first count a comma is enough ("the union, 72")."""
    told = any(mark.last < draft.first <= mark.last + _MOST_FROM_VERB for mark in sentence.marks.all("tally"))
    # Dutch puts the verb last: "Kyiv zou er 50.000 zijn kwijtgeraakt"
    told = told or any(draft.last < mark.first <= draft.last + 2 for mark in sentence.marks.all("losing"))
    comma = draft.first > 0 and sentence.tokens[draft.first - 1].text == ","
    # "a doctor puts it at 70, activists at 174": the verb of counting is told once
    again = draft.first > 0 and sentence.tokens[draft.first - 1].lower in lexicon.words("counted_at")
    once = again and any(mark.last < draft.first for mark in sentence.marks.all("tally"))
    return told or once or (same_sentence and (comma or _after_teller(sentence, lexicon, draft)))
