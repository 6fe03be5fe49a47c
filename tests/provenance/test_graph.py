from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.provenance import Chain, Passing, Publication, Step, Telling
from kroniek.provenance.graph import graph_of


def _chain(*names: str, at: int = 0) -> Chain:
    steps = tuple(
        Step(name=name, key=name.lower(), how=None if number == 0 else Passing.SAID, publication=name) for number, name in enumerate(names)
    )
    return Chain(telling=Telling("a", f"c{at}"), steps=steps, key=steps[-1].key)


def _published(name: str, day: int) -> Publication:
    return Publication(
        id=name, document=name, publisher=name, author=None, published=date(2021, 3, day), title=None, url=None, start=0, end=1
    )


def test_who_is_first_hand_and_who_repeats() -> None:
    graph = graph_of([_chain("Wire"), _chain("Paper", "Wire"), _chain("Blog", "Paper", "Wire")], {})
    told = {one.name: one for one in graph.outlets}
    assert (told["Wire"].first_hand, told["Wire"].repeated, told["Wire"].origin_of, told["Wire"].level) == (1, 0, 2, 0)
    assert told["Paper"].only_repeats and told["Blog"].only_repeats and not told["Wire"].only_repeats
    assert told["Blog"].level == 2
    assert [(feed.source, feed.taker, feed.claims) for feed in graph.feeds] == [("wire", "paper", 2), ("paper", "blog", 1)]


def test_how_fast() -> None:
    publications = {"Wire": _published("Wire", 1), "Paper": _published("Paper", 4)}
    (feed,) = graph_of([_chain("Paper", "Wire")], publications).feeds
    assert feed.days == 3
    (unknown,) = graph_of([_chain("Paper", "Wire")], {}).feeds
    assert unknown.days is None


@given(st.lists(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=4), max_size=12), st.randoms())
def test_counts_add_up_in_any_order(rows: list[list[str]], random: object) -> None:
    chains = [_chain(*row, at=number) for number, row in enumerate(rows)]
    graph = graph_of(chains, {})
    assert sum(one.first_hand + one.repeated for one in graph.outlets) == len(chains)
    assert sum(one.origin_of for one in graph.outlets) == sum(one.repeated for one in graph.outlets)
    random.shuffle(chains)  # type: ignore[attr-defined]
    assert graph_of(chains, {}) == graph
