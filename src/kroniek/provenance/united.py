"""Voices joined into origins, and why."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.provenance.voices import Voice

NAMED_ALIKE = "both name it alike"
Node = tuple[str, str]


class United:
    """Voices joined into origins. All joins are asked for in a fixed order, so that the order of the reports changes nothing."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        """Each voice by itself, those of one key together; `voices` are sorted by report and key."""
        self._voices = {one.node: one for one in voices}
        self._under: dict[Node, Node] = {one.node: one.node for one in voices}
        self._joins: list[tuple[Node, Node, str]] = []
        first: dict[str, Node] = {}
        for one in voices:
            self.join(one.node, first.setdefault(one.key, one.node), NAMED_ALIKE)

    def head(self, node: Node) -> Node:
        """The node under which a voice goes."""
        while self._under[node] != node:
            node = self._under[node]
        return node

    def join(self, node: Node, to: Node, why: str) -> None:
        """From now on both are one, and `why` in words; the firmer told is the head."""
        one, two = self.head(node), self.head(to)
        if one != two:
            self._joins.append((node, to, why))
            first, second = sorted((one, two), key=lambda head: (-self._voices[head].strength, not self._voices[head].known, head))
            self._under[second] = first

    def key(self, node: Node) -> str:
        """The key of the origin that a voice is: that of the firmest told of its voices."""
        return self._voices[self.head(node)].key

    def name(self, node: Node) -> str:
        """What to call that origin."""
        head = self._voices[self.head(node)]
        return min(one.name for one in self.members(node) if one.key == head.key)

    def why(self, node: Node, other: Node) -> tuple[str, ...]:
        """What made two voices one: each reason on the way from one to the other once; none where they are two or the very same."""
        before: dict[Node, tuple[Node, str] | None] = {node: None}
        queue = [node]
        for at in queue:
            for one, two, why in self._joins:
                for here, there in ((one, two), (two, one)):
                    if here == at and there not in before:
                        before[there] = at, why
                        queue.append(there)
        found: list[str] = []
        step = before.get(other)
        while step is not None:
            found.append(step[1])
            step = before[step[0]]
        return tuple(dict.fromkeys(reversed(found)))

    def members(self, node: Node) -> list[Voice]:
        """All voices that are one with this."""
        head = self.head(node)
        return [one for one in self._voices.values() if self.head(one.node) == head]

    def heads(self, voices: Sequence[Voice]) -> list[Node]:
        """The origins of some voices, each once, in their order."""
        return list(dict.fromkeys(self.head(one.node) for one in voices))
