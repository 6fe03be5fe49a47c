"""Reports in a script without capitals: joined by rare words, places and days, kept apart by days and by what is common."""

from __future__ import annotations

from datetime import date

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.likeness import likeness
from kroniek.incidents.link import link
from kroniek.incidents.parts import parts_of
from kroniek.incidents.profile import Profile, profile, with_rarity
from kroniek.incidents.telling_words import in_common, rarest, telling_words
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading

RULES = load_rules()
AIRWARS = load_codebook("airwars")


def report(id: str, text: str, published: date | None = None) -> Reading:
    return read(Document(id=id, text=text, language="ar", published_day=published), RULES)


def together(*readings: Reading) -> set[frozenset[str]]:
    clusters = link(sorted(readings, key=lambda one: one.document.id), AIRWARS)
    return {frozenset(part.document for part in cluster.parts) for cluster in clusters}


WELL = "مقتل 3 مدنيين بقصف مدفعي على بئر شنيفرون في محيط بلدة سرمين"
WELL_AGAIN = "سقوط ثلاثة قتلى مدنيين قرب بئر شنيفرون في بلدة سرمين جراء قصف مدفعي"
MARKET = "إصابة طفل بقصف صاروخي على سوق الهال في مدينة إعزاز"


def test_posts_without_a_day_are_joined_by_place_and_rare_words() -> None:
    assert together(report("a", WELL), report("b", WELL_AGAIN), report("c", MARKET)) == {frozenset("ab"), frozenset("c")}


def test_the_same_words_of_another_year_are_another_event() -> None:
    one, other = report("a", WELL, date(2021, 5, 3)), report("b", WELL_AGAIN, date(2023, 5, 3))
    assert together(one, other) == {frozenset("a"), frozenset("b")}


def test_a_post_that_counts_nobody_joins_those_that_do() -> None:
    strike = report("b", "قصف مدفعي يستهدف بئر شنيفرون في محيط بلدة سرمين الآن")
    assert together(report("a", WELL), strike) == {frozenset("ab")}


def test_order_changes_nothing() -> None:
    readings = [report("a", WELL), report("b", WELL_AGAIN), report("c", MARKET)]
    assert telling_words(readings) == telling_words(readings[::-1])


def test_shares_are_of_one_length_and_rare_words_come_first() -> None:
    shares = telling_words([report("a", WELL), report("b", WELL_AGAIN), report("c", MARKET)])
    assert abs(in_common(shares["a"], shares["a"]) - 1) < 1e-9
    assert in_common(shares["a"], shares["b"]) > in_common(shares["a"], shares["c"])
    assert len(rarest(shares["a"], 2)) == 2


def test_a_lone_post_joins_the_group_that_it_is_like_on_the_whole_though_no_post_alone() -> None:
    posts = [report(name, WELL, date(2022, 5, 3)) for name in "abc"]
    lone = report("d", "دخان قرب بئر شنيفرون بعد غارة")
    assert together(*posts, lone) == {frozenset("abcd")}


def test_few_posts_tell_a_day_so_that_one_of_the_next_day_joins_and_one_of_next_week_does_not() -> None:
    first = report("a", "مقتل مدني بقصف مدفعي على بلدة سرمين يوم 3 أيار 2021", date(2021, 5, 4))
    next_day = report("b", "إصابة طفل بقصف مدفعي استهدف بلدة سرمين يوم 4 أيار 2021", date(2021, 5, 5))
    next_week = report("c", "إصابة طفل بقصف مدفعي استهدف بلدة سرمين يوم 12 أيار 2021", date(2021, 5, 13))
    assert together(first, next_day) == {frozenset("ab")}
    assert together(first, next_week) == {frozenset("a"), frozenset("c")}


def test_other_means_of_harm_speak_for_two_events() -> None:
    shelling = report("a", "مقتل مدني بقصف مدفعي على بلدة سرمين", date(2021, 5, 3))
    shelling_too = report("b", "قصف مدفعي على بلدة سرمين وإصابة طفل", date(2021, 5, 3))
    mine = report("c", "إصابة طفل بانفجار لغم في بلدة سرمين", date(2021, 5, 3))
    assert together(shelling, shelling_too) == {frozenset("ab")}
    weights = {feature.name: feature.score for feature in likeness(*(_profile(one) for one in (shelling, mine))).features}
    assert weights["method"] < 0 and "method" not in [one.name for one in likeness(_profile(shelling), _profile(shelling_too)).features]


def _profile(reading: Reading) -> Profile:
    (part,) = parts_of(reading, None)
    return with_rarity([profile(part, {}, reading, words={})])[0]
