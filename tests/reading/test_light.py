"""Arabic, read lightly: figures, harm, places, days and parties by words and nearness."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind, Method
from kroniek.model.report import Document
from kroniek.reading.light.words import light_tokens
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import Reading

RULES = load_rules()
ARABIC = RULES.light["ar"]


def reading_of(text: str, published: date | None = None) -> Reading:
    return read(Document(id="d", text=text, language="ar", published_day=published), RULES)


def claims_of(text: str, published: date | None = None) -> list[Claim]:
    return list(reading_of(text, published).claims)


def told(claim: Claim) -> tuple[object, ...]:
    return claim.harm, claim.victims.group if claim.victims else None, claim.quantity.low, claim.quantity.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 4 مدنيين في قصف على القرية", (Harm.KILLED, Group.CIVILIAN, 4, 4)),
        ("مقتل ٤ مدنيين في قصف على القرية", (Harm.KILLED, Group.CIVILIAN, 4, 4)),
        ("استشهاد سبعة أطفال جراء القصف", (Harm.KILLED, Group.CHILD, 7, 7)),
        ("أصيب خمسة وعشرون شخصا بجروح", (Harm.INJURED, Group.PERSON, 25, 25)),
        ("شهيدان في غارة جوية", (Harm.KILLED, Group.PERSON, 2, 2)),
        ("إصابة طفلين بقصف مدفعي", (Harm.INJURED, Group.CHILD, 2, 2)),
        ("إصابة امرأة بقصف مدفعي", (Harm.INJURED, Group.WOMAN, 1, 1)),
        ("ما لا يقل عن 9 قتلى في غارة", (Harm.KILLED, Group.PERSON, 9, None)),
        ("عشرات الجرحى جراء الغارة", (Harm.INJURED, Group.PERSON, None, None)),
        ("ارتفاع حصيلة الشهداء إلى 12 جراء القصف", (Harm.KILLED, Group.PERSON, 12, 12)),
        ("اعتقال 3 أشخاص خلال مداهمة", (Harm.DETAINED, Group.PERSON, 3, 3)),
    ],
)
def test_counts_people(text: str, expected: tuple[object, ...]) -> None:
    assert told(claims_of(text)[0]) == expected


def test_parts_belong_to_the_total_before_them() -> None:
    total, children, woman = claims_of("مقتل 8 مدنيين بينهم 3 أطفال وامرأة جراء قصف صاروخي")
    assert told(total) == (Harm.KILLED, Group.CIVILIAN, 8, 8)
    assert told(children) == (Harm.KILLED, Group.CHILD, 3, 3)
    assert told(woman) == (Harm.KILLED, Group.WOMAN, 1, 1)
    assert children.part_of == total.id
    assert woman.part_of == total.id


def test_two_harms_in_one_sentence() -> None:
    killed, injured = claims_of("مقتل 4 مدنيين وإصابة 13 آخرين جراء غارة")
    assert told(killed) == (Harm.KILLED, Group.CIVILIAN, 4, 4)
    assert told(injured) == (Harm.INJURED, Group.PERSON, 13, 13)


@pytest.mark.parametrize("text", ["أصيب الطفل سامر (13 عاماً) بقصف", "مقتل مدني في 17 آذار 2022 بقصف", "غارة على بعد 40 كم من المدينة"])
def test_ages_days_and_distances_count_nobody(text: str) -> None:
    assert all(claim.quantity.low in (None, 1) for claim in claims_of(text))


def test_words_broken_against_filters_are_read() -> None:
    killed, injured = claims_of("استـ*ـشهاد 6 مدنيـ ـين وإصـ.ـابة 2 من الأهالي بقصـ ـف" + " جوي")[:2]
    assert told(killed)[0] is Harm.KILLED
    assert killed.quantity.low == 6
    assert injured.harm is Harm.INJURED


def test_a_broken_word_keeps_its_place() -> None:
    text = "قتلى جراء قصـ ـف على البلدة"
    broken = next(token for token in light_tokens(text, 0, len(text), ARABIC) if token.text == "قصف")
    assert text[broken.start : broken.end] == "قصـ ـف"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("مقتل مدني بقصف يوم 5 تشرين الأول 2023", None, date(2023, 10, 5)),
        ("مقتل مدني بقصف ٢٨ أكتوبر/ تشرين الأول ٢٠٢٢", None, date(2022, 10, 28)),
        ("مقتل مدني بقصف 17 آذار", date(2022, 3, 18), date(2022, 3, 17)),
        ("مقتل مدني بقصف 29 كانون الأول", date(2022, 1, 2), date(2021, 12, 29)),
        ("مقتل مدني بقصف 30-11-2022", None, date(2022, 11, 30)),
        ("مقتل مدني بقصف ٤/٧/٢٠٢٣", None, date(2023, 7, 4)),
        ("مقتل مدني بقصف يوم أمس", date(2022, 3, 18), date(2022, 3, 17)),
        ("مقتل مدني بقصف اليوم الأربعاء", date(2022, 3, 18), date(2022, 3, 18)),
        ("مقتل مدني بقصف الأربعاء", date(2022, 3, 18), date(2022, 3, 16)),
    ],
)
def test_days(text: str, published: date | None, expected: date) -> None:
    time = claims_of(text, published)[0].time
    assert time is not None
    assert (time.start_day, time.end_day) == (expected, expected)


def test_a_weekday_without_publication_is_no_day() -> None:
    assert claims_of("مقتل مدني بقصف يوم الأربعاء")[0].time is None


@pytest.mark.parametrize("name", ["سرمدا", "بسرمدا", "لسرمدا", "#سرمدا"])
def test_known_places_with_what_is_joined_to_them(name: str) -> None:
    place = claims_of(f"مقتل مدني بقصف في {name} بريف إدلب")[0].place
    assert place is not None
    assert place.name == "Sarmada"


def test_a_capital_means_its_province_unless_it_is_called_a_city() -> None:
    province = claims_of("مقتل مدني بقصف شمالي حمص")[0].place
    city = claims_of("مقتل مدني بقصف على مدينة حمص")[0].place
    assert province is not None
    assert city is not None
    assert province.accuracy == "province"
    assert city.accuracy == "city"


def test_a_village_that_no_list_knows_keeps_its_words() -> None:
    place = claims_of("مقتل مدني بقصف على قرية شنيفرون")[0].place
    assert place is not None
    assert (place.text, place.unresolved) == ("شنيفرون", True)


def test_belligerents_and_means() -> None:
    claim = claims_of("مقتل 3 مدنيين بقصف مدفعي لقوات النظام على بلدة سرمين")[0]
    assert claim.actor is not None
    assert claim.actor.id == "syrian-regime"
    assert claim.method is Method.ARTILLERY


@pytest.mark.parametrize(("name", "party"), [("روسي", "russian-military"), ("تركي", "turkish-military"), ("إسرائيلي", "israeli-military")])
def test_parties_swapped_swap_only_names(name: str, party: str) -> None:
    claim = claims_of(f"مقتل 3 مدنيين بقصف {name} على بلدة سرمين")[0]
    other = claims_of("مقتل 3 مدنيين بقصف أمريكي على بلدة سرمين")[0]
    assert claim.actor is not None
    assert claim.actor.id == party
    assert (told(claim), claim.method, claim.stance) == (told(other), other.method, other.stance)


def test_a_report_that_counts_nobody_tells_of_its_strike() -> None:
    (claim,) = claims_of("غارة جوية على أطراف بلدة سرمين")
    assert (claim.kind, claim.harm, claim.quantity.bound) == (Kind.STRIKES, None, Bound.VAGUE)


def test_every_party_of_the_list_is_known() -> None:
    assert all(RULES.parties.by_id(party) is not None for rows in ARABIC.parties.values() for _, party in rows)


WORDS = st.sampled_from(
    ["مقتل", "إصابة", "5", "٧", "مدنيين", "طفلين", "شهداء", "بينهم", "قصـ ـف", "#إدلب", "دير_الزور",
     "بلدة", "سرمين", "روسي", "عاجل|", "أمس", "🔴", ".", "\n", "(13",
     "عاماً)", "killed", "ـ", "2022/3/4", "آذار", "َ"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "", "\n"]))
def test_offsets_are_those_of_the_text(words: list[str], between: str) -> None:
    text = between.join(words)
    reading = reading_of(text, date(2022, 3, 10))
    for claim in reading.claims:
        spans = [claim.evidence, *([claim.figure] if claim.figure else [])]
        assert all(text[words.start : words.end] == words.text for words in spans)
        for mention in (claim.place, claim.time, claim.actor):
            if mention is not None and mention.start is not None:
                assert text[mention.start : mention.end] == mention.text
            elif mention is not None:
                assert mention.from_ is not None
                assert mention.from_.of(text) == mention.text
    assert reading == reading_of(text, date(2022, 3, 10))
