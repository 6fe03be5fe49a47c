"""Whom a text introduces a speaker as: the holder of an office, the spokesman of a party, a body by its initials."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from kroniek.model.claim import SpeakerRole
from kroniek.provenance.names import ARTICLES, name_key, words_of
from kroniek.provenance.roles import RoleKind, told_by
from kroniek.provenance.voices import Strength, Voice, Voices
from kroniek.text.fold import fold

_APPOSITION = re.compile(r", ([^,.;:!?\n]{3,80})[,.\n]")
_SPOKEN_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|woordvoerder|woordvoerster) (?:for|of|van) (?:the |de |het )?([A-Z][^,.;:!?()\n]{1,59})"
)
_BEFORE_NAME = re.compile(r"((?:[^\W\d_][\w'’.-]*\s){1,5})$")
_INITIALS = re.compile(r"\b([^\W\d_][^()\n.;:,]{4,79}) \(([A-Z]{2,8})\)")
_SMALL = frozenset({"of", "the", "for", "and", "van", "de", "het", "voor", "en", "in"})
_REACH = 400
_LEAST_LETTERS = 4


def introduced(one: Voice, text: str, voices: Voices, acting: Collection[str] = ()) -> Voice:
    """The speaker as the text introduces them: a person by name right after which an office stands (", the mayor of Sumy,") speaks by that
    office, one whom it calls a party's spokesman for that party, initials for the body that they are explained by. `acting` are the ids
    of the parties that speak or act in the reports of the event or are cited in this one."""
    if one.strength is not Strength.NAMED or one.known:
        return one
    body = by_initials(one.name, text)
    if body is not None:
        return replace(one, key=name_key(body), name=body, told=told_by(body, voices.roles))
    at = text.find(one.words)
    if one.told.role is not None or not one.told.persons or at < 0 or not one.words:
        return one
    found = _APPOSITION.match(text, at + len(one.words))
    if found is not None:
        told = told_by(f"{found[1]}, {one.words}", voices.roles)
        if told.role is not None and told.role.kind is RoleKind.OFFICE:
            return replace(one, told=told, strength=Strength.OFFICE)
    return _spokesman(one, text, at, found[1] if found is not None else "", voices, acting)


def _spokesman(one: Voice, text: str, at: int, after: str, voices: Voices, acting: Collection[str]) -> Voice:
    """ "Colonel Reed, the coalition's spokesman in Baghdad," and, after "a spokeswoman for the Front told AFP", her name alone."""
    before = _BEFORE_NAME.search(text[max(0, at - _REACH) : at])
    for words in (after, before[1] if before is not None else "", one.words):
        if not any(fold(word) in voices.roles.speaking_for for word in words.split()):
            continue
        named = {id for id in acting if id in voices.names and id not in voices.outlets and _names(words, voices.names[id])}
        if len(named) == 1:
            id = next(iter(named))
            return replace(one, key=id, name=voices.names[id], strength=Strength.NAMED, known=True, role=SpeakerRole.OTHER)
    alone = not after and (before is None or not before[1][:1].isupper() or at == 0 or text[at - 1] in "\n\"”")
    spoken = list(_SPOKEN_FOR.finditer(text, max(0, at - _REACH), at))
    if not alone or not spoken:
        return one
    name = spoken[-1][1].split(" told ")[0].split(" said ")[0].split(" zei ")[0].strip()
    body = by_initials(name, text) or name
    return replace(one, key=name_key(body), name=body, told=told_by(body, voices.roles))


def _names(words: str, party: str) -> bool:
    """Whether a telling word of the party's name stands in the words: "the coalition's spokesman"."""
    told = {fold(word.removesuffix("'s").removesuffix("’s")) for word in words.split()}
    return any(word in told for word in words_of(party) - _SMALL if len(word) >= _LEAST_LETTERS)


def by_initials(name: str, text: str) -> str | None:
    """ "The TNLA": the name that the text explains by these initials, "the Ta'ang National Liberation Army (TNLA)"."""
    words = [word for word in name.split() if fold(word) not in ARTICLES]
    if len(words) != 1 or not words[0].isupper() or len(words[0]) < len("UN"):
        return None
    for found in _INITIALS.finditer(text):
        if found[2] != words[0]:
            continue
        full = _spelt_by(found[1], words[0])
        if full is not None:
            return full
    return None


def _spelt_by(words: str, initials: str) -> str | None:
    """The last words of which the capitals spell the initials, or, where it is written small, the first letters."""
    parts = words.split()
    for start in range(len(parts) - 1, -1, -1):
        told = re.split(r"[ -]", " ".join(parts[start:]))
        letters = "".join(part[0] for part in told if part[:1].isupper())
        if letters == initials or (not letters and "".join(part[:1] for part in told if part not in _SMALL).upper() == initials):
            return " ".join(parts[start:])
    return None
