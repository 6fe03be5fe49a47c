"""Who are fighters, and of whom: never by a victim's own name, never by whose relatives they are."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Claim, Group, Harm
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read

RULES = load_rules()


def killed(text: str) -> list[Claim]:
    claims = read(Document(id="x", text=text), RULES).claims
    return [claim for claim in claims if claim.harm is Harm.KILLED and claim.victims is not None]


def test_a_victim_whose_name_is_also_a_partys_fights_for_nobody() -> None:
    """Sentences of lists of names: a given name such as Assad or Qassam is no party there."""
    for text in (
        "An Israeli strike killed the mother Hilal Ibrahim Abu Assad and her children, daughter Amal Abu Assad and son Samir Abu Assad.",
        "The strike killed Karim Haddad, his wife Rana Haddad and their sons Ibrahim Karim Haddad and Qassam Karim Haddad.",
    ):
        told = killed(text)
        assert told and all(one.victims is not None and one.victims.affiliation is None for one in told), text
        assert not any(one.victims is not None and one.victims.group is Group.COMBATANT for one in told), text


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Twelve members of Hamas were killed in the strike.", "palestinian-militants"),
        ("The coalition killed nine YPG fighters near Manbij.", "ypg"),
    ],
)
def test_members_and_fighters_of_a_party_are_its_own(text: str, party: str) -> None:
    (told,) = killed(text)
    assert told.victims is not None and (told.victims.group, told.victims.affiliation) == (Group.COMBATANT, party)


def test_relatives_of_a_member_are_no_members() -> None:
    told = killed("Three family members of Hamas officials were killed in the strike.")
    assert told and all(one.victims is not None and one.victims.group is Group.PERSON for one in told)
