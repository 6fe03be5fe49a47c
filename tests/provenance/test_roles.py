import pytest

from kroniek.errors import RulesError
from kroniek.provenance.load import build_roles, load_roles
from kroniek.provenance.roles import agree, same_word, told_by


def test_an_office_its_place_and_its_holder() -> None:
    told = told_by("the governor of the Donetsk region, Olena Marchuk", load_roles())
    assert told.role is not None and told.role.id == "governor"
    assert (told.places, told.persons) == (frozenset({"donetsk"}), frozenset({"olena", "marchuk"}))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("the mayor of Sangha", "de burgemeester", True),
        ("the mayor of Sangha", "de burgemeester van Mopti", False),
        ("the Al-Amal Hospital", "het Al-Amal-ziekenhuis", True),
        ("the governor of Deir ez-Zor", "the governor of Deir Hafer", False),
        ("the governor of North Kordofan", "de gouverneur van Noord-Kordofan", True),
    ],
)
def test_whether_two_tellings_agree(one: str, two: str, same: bool) -> None:
    first, second = told_by(one, load_roles()), told_by(two, load_roles())
    assert first.role == second.role
    assert agree(first, second) is agree(second, first) is same


def test_spellings_of_one_place() -> None:
    assert same_word("zaporizhzhia", "zaporizja")
    assert not same_word("homs", "hama")
    assert not same_word("kherson", "kharkiv")


def test_a_role_needs_a_source_and_words_of_its_own() -> None:
    row = {"id": "a", "kind": "office", "source": "s", "en": ["head"]}
    with pytest.raises(RulesError, match="source"):
        build_roles({"sources": {}, "roles": [row]})
    with pytest.raises(RulesError, match="is of a too"):
        build_roles({"sources": {"s": "x"}, "roles": [row, row | {"id": "b"}]})
    with pytest.raises(RulesError, match="b: "):
        build_roles({"sources": {"s": "x"}, "roles": [row | {"id": "b", "kind": "king"}]})
