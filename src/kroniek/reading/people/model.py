"""What the reading of named victims gives back."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.claim import Group, Harm, Victim


@dataclass(frozen=True, slots=True)
class RelativeCount:
    """Relatives or companions that are counted but not named ("his wife and three daughters").

    `count` is None for a plural without a number; the codebook says what that is.
    """

    start: int
    end: int
    count: int | None
    group: Group
    harm: Harm


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """All named victims of a document, each once, and unnamed relatives told of beside them, in the order of the text."""

    victims: tuple[Victim, ...] = ()
    relatives: tuple[RelativeCount, ...] = ()

    def count(self, harm: Harm) -> int:
        """How many distinct people are named or counted as relatives with this harm; a plural without a number counts as 0."""
        named = sum(victim.harm is harm for victim in self.victims)
        return named + sum(relative.count or 0 for relative in self.relatives if relative.harm is harm)

    def count_group(self, harm: Harm, group: Group) -> int:
        """How many of them are children, women (adult) or men (adult): `group` is CHILD, WOMAN or MAN."""
        named = sum(victim.harm is harm and group_of(victim) is group for victim in self.victims)
        return named + sum(relative.count or 0 for relative in self.relatives if relative.harm is harm and relative.group is group)


def group_of(victim: Victim) -> Group:
    """Child, woman or man where that is told, else person. A child is neither man nor woman, as casualty recorders count.

    A named person of whom no age is told, nor a word that tells a child, is taken for an adult, as researchers do.
    """
    if victim.child:
        return Group.CHILD
    if victim.gender == "female":
        return Group.WOMAN
    if victim.gender == "male":
        return Group.MAN
    return Group.PERSON
