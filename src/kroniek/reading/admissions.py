"""Who speaks of an attack as its own without saying that it did it: "the army called the strike unintended", "had it in for X"."""

from __future__ import annotations

from kroniek.parties.index import PartyMatch
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, is_strike

_FROM_PARTY = 3  # words between the party and its verb
_FROM_VERB = 12  # and from the verb to the words that own the attack


def admits(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether a party calls an attack its answer or its mistake, tells what it aimed at, apologises, or tells what it destroyed."""
    marks = sentence.marks
    if not (marks.has("owned") or marks.has("aimed") or marks.has("apologises")):
        return False
    verb = _verb_of(sentence, lexicon, match)
    if verb is None or has_word(sentence, lexicon, "denying", verb):
        return False  # "Moscow denies that it carried out the attack"
    stop = _clause_end(sentence, verb)
    if any(mark.first in range(verb, min(stop, verb + 2)) for mark in marks.all("apologises")):
        return True
    others = [other for other in sentence.parties if verb < other.first < stop and other.party != match.party]
    aimed = next((mark for mark in marks.all("aimed") if verb <= mark.first < stop), None)
    if aimed is not None and has_word(sentence, lexicon, "they", aimed.first) and sentence.text[match.end - 1] != "s":
        return False  # "the Houthis said they had fired", but not "Washington says that they had attacked"
    if aimed is not None:
        # English tells the aim behind the verb: "said it had hit Hamas positions"
        end = stop if lexicon.words("verb_second") else aimed.first
        return not any(_is_subject(sentence, other) for other in others if other.first < end)
    if not has_word(sentence, lexicon, "naming", verb):
        return False
    owned = next((mark for mark in marks.all("owned") if verb < mark.first < stop), None)
    if owned is None:
        return False
    between = range(verb + 1, owned.first)
    if any(other.first < owned.first for other in others):
        return False
    if has_word(sentence, lexicon, "of", owned.last):
        return True  # "reports the elimination of targets"
    return any(is_strike(sentence, at) or has_word(sentence, lexicon, "what_was_done", at) for at in between)


def _verb_of(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> int | None:
    """The verb of speaking or apologising right behind the party, or, where Dutch puts it first, right before."""
    tokens = sentence.tokens
    for at in range(match.last + 1, min(len(tokens), match.last + 1 + _FROM_PARTY)):
        if has_word(sentence, lexicon, "naming", at) or has_word(sentence, lexicon, "speaks", at):
            return at
        if any(sentence.marks.at(name, at) is not None for name in ("aimed", "apologises")):
            return at
        if tokens[at].text in (",", ";", ":"):
            return None
    before = match.first - 1
    while before >= 0 and has_word(sentence, lexicon, "determiners", before):
        before -= 1
    turned = lexicon.words("verb_second") and any(has_word(sentence, lexicon, name, before) for name in ("naming", "speaks"))
    return before if turned else None


def _clause_end(sentence: Sentence, verb: int) -> int:
    end = min(len(sentence.tokens), verb + _FROM_VERB)
    return next((at for at in range(verb, end) if sentence.tokens[at].text in (";", ".")), end)


def _is_subject(sentence: Sentence, match: PartyMatch) -> bool:
    """A party by its name; an adjective ("Israeli positions") tells whose the target was."""
    after = sentence.text[match.end : match.end + 1]  # "een Hezbollah-commandant was het doelwit"
    owned = match.first > 0 and sentence.tokens[match.first - 1].lower in ("van", "of")
    return match.how == "name" and after not in ("-", "‑") and not owned


def confirms(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Dutch "Israël bevestigt de aanval", "het leger heeft de aanval bevestigd": a party from abroad, which no attack there befell.

    A sentence knows the country of its text only where general words mean other parties there (`Parties.has_own_words`): elsewhere this
    tells nothing.
    """
    at, tokens = match.last + 1, sentence.tokens
    confirming = has_word(sentence, lexicon, "confirming", at) or has_word(sentence, lexicon, "have", at)
    abroad = match.party.country is not None and sentence.country not in (None, match.party.country)
    if not confirming or not abroad:
        return False
    end = min(len(tokens), at + _FROM_VERB)
    end = next((near for near in range(at, end) if tokens[near].text in (",", ";", ".", ":")), end)
    if any(has_word(sentence, lexicon, "never", near) or has_word(sentence, lexicon, "clause_joints", near) for near in range(at, end)):
        return False
    told = range(at + 1, min(end, at + _FROM_PARTY + 1))
    struck = any(has_word(sentence, lexicon, "definites", near) and is_strike(sentence, near + 1) for near in told)
    return struck and any(has_word(sentence, lexicon, "confirming", near) for near in range(at, end))
