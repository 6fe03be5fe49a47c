"""Dates and times: own examples in both languages; `anchor` is Wednesday 4 October 2017 unless told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.interval import Precision
from kroniek.reading.context_load import load_date_rules, load_sentence_rules
from kroniek.reading.dates import TimeFound, TimeKind, find_times, opening_day
from kroniek.reading.dates.items import worth_reading
from kroniek.reading.dates.rules import _TRIGGERS
from kroniek.reading.sentences import sentences
from kroniek.text.tokens import tokenise

ANCHOR = date(2017, 10, 4)


def find(text: str, language: str = "en", anchor: date | None = ANCHOR, hint: int | None = None) -> list[TimeFound]:
    return find_times(text, tokenise(text), load_date_rules(language), anchor, hint)


@pytest.mark.parametrize(
    ("language", "text", "words", "first", "last", "precision"),
    [
        ("en", "On October 7th, 2023, a man died", "October 7th, 2023", "2023-10-07", "2023-10-07", "day"),
        ("en", "the 12th of October 2016 raid", "12th of October 2016", "2016-10-12", "2016-10-12", "day"),
        ("en", "on Oct. 2, seven strikes", "Oct. 2", "2017-10-02", "2017-10-02", "day"),
        ("en", "near Hama by August 6th there", "August 6th", "2017-08-06", "2017-08-06", "day"),
        ("en", "October 19th-20th 2015", "October 19th-20th 2015", "2015-10-19", "2015-10-20", "day"),
        ("en", "from 12 to 18 December", "12 to 18 December", "2016-12-12", "2016-12-18", "day"),
        ("en", "June 2014 to March 2015", "June 2014 to March 2015", "2014-06-01", "2015-03-31", "month"),
        ("en", "for the financial years 2017 and 2018", "2017 and 2018", "2017-01-01", "2018-12-31", "year"),
        ("en", "between now and 2022", "now and 2022", "2017-10-04", "2022-12-31", "year"),
        ("en", "a raid in September of last year that", "September of last year", "2016-09-01", "2016-09-30", "month"),
        ("en", "late last month", "late last month", "2017-09-21", "2017-09-30", "month"),
        ("en", "earlier this year", "earlier this year", "2017-01-01", "2017-10-04", "year"),
        ("en", "on Tuesday he said", "Tuesday", "2017-10-03", "2017-10-03", "day"),
        ("en", "just last week, a video", "last week", "2017-09-25", "2017-10-01", "week"),
        ("en", "over the weekend", "over the weekend", "2017-09-30", "2017-10-01", "day"),
        ("en", "the past two weeks", "the past two weeks", "2017-09-20", "2017-10-04", "week"),
        ("en", "in August 12 civilians died", "August", "2017-08-01", "2017-08-31", "month"),
        ("en", "Tuesday, November 20th 2023", "Tuesday, November 20th 2023", "2023-11-20", "2023-11-20", "day"),
        ("en", "the week of August 14", "week of August 14", "2017-08-14", "2017-08-20", "week"),
        ("en", "from 30 September to 2 October 2015", "30 September to 2 October 2015", "2015-09-30", "2015-10-02", "day"),
        ("nl", "donderdag 8 februari 2018", "donderdag 8 februari 2018", "2018-02-08", "2018-02-08", "day"),
        ("nl", "dat er in Augustus minstens 433", "Augustus", "2017-08-01", "2017-08-31", "month"),
        ("nl", "van 12 t/m 18 december", "12 t/m 18 december", "2016-12-12", "2016-12-18", "day"),
        ("nl", "week van 14 tot en met 21 februari 2018", "week van 14 tot en met 21 februari 2018", "2018-02-14", "2018-02-21", "week"),
        ("nl", "afgelopen woensdag ontving ik", "afgelopen woensdag", "2017-09-27", "2017-09-27", "day"),
        ("nl", "in december vorig jaar", "december vorig jaar", "2016-12-01", "2016-12-31", "month"),
        ("nl", "de periode van nu tot 2022", "nu tot 2022", "2017-10-04", "2022-12-31", "year"),
        ("nl", "op 02/10/2017 werd", "02/10/2017", "2017-10-02", "2017-10-02", "day"),
        ("nl", "over de laatste 5 jaar", "de laatste 5 jaar", "2012-10-04", "2017-10-04", "year"),
        ("nl", "in augustus 12 doden", "augustus", "2017-08-01", "2017-08-31", "month"),
    ],
)
def test_days_are_reckoned(language: str, text: str, words: str, first: str, last: str, precision: str) -> None:
    [time] = find(text, language)
    assert (text[time.start : time.end], str(time.start_day), str(time.end_day), time.precision) == (words, first, last, precision)


@pytest.mark.parametrize(
    ("language", "text", "words", "part", "minute", "day"),
    [
        ("en", "at dawn on October 3 they", "dawn on October 3", "dawn", None, "2017-10-03"),
        ("en", "in the evening of Tuesday, October 3rd 2017", "evening of Tuesday, October 3rd 2017", "evening", None, "2017-10-03"),
        ("en", "on October 3 at around 3:46 PM", "October 3 at around 3:46 PM", None, "15:46", "2017-10-03"),
        ("en", "at approximately 12 am on 3 October", "12 am on 3 October", None, "00:00", "2017-10-03"),
        ("en", "last night", "last night", "night", None, "2017-10-03"),
        ("nl", "in de nacht van maandag op dinsdag", "nacht van maandag op dinsdag", "night", None, "2017-10-02"),
        ("nl", "dinsdagavond om 22.30 uur", "dinsdagavond om 22.30 uur", "evening", "22:30", "2017-10-03"),
        ("nl", "vannacht", "vannacht", "night", None, "2017-10-04"),
        ("nl", "rond 3 uur 's nachts", "3 uur 's nachts", "night", "03:00", "None"),
    ],
)
def test_parts_of_the_day(language: str, text: str, words: str, part: str | None, minute: str | None, day: str) -> None:
    [time] = find(text, language)
    assert (text[time.start : time.end], time.part_of_day, time.minute, str(time.start_day)) == (words, part, minute, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 30 and 42 people, a 5.56 mm rifle, version 2.10.1, call 06-12345678"),
        ("en", "2016 civilians, 2,000 fighters and a force of 2000 men"),
        ("en", "They march on; may 5 men fall. Theresa May said so"),
        ("en", "one munition every 8 minutes, a 4-year-old boy, aged 4 years old"),
        ("en", "Bloody Sunday was long ago"),
        ("nl", "10.000 tot dik 20.000 burgers, 2,2 miljard dollar, elke acht minuten"),
        ("nl", "Zo de waard is, vertrouwt hij zijn gasten"),
    ],
)
def test_other_numbers_and_words_are_no_dates(language: str, text: str) -> None:
    assert find(text, language) == []


def test_a_weekday_that_does_not_fit_yields_to_its_date() -> None:
    [time] = find("Friday, October 3, 2017")
    assert time.start_day == date(2017, 10, 3)


def test_without_anchor_a_year_comes_from_the_hint_or_is_asked_for() -> None:
    [open_] = find("On October 9th, five men died", anchor=None)
    assert open_.needs_anchor and open_.start_day is None and opening_day([open_]) is None
    [hinted] = find("On October 9th, five men died", anchor=None, hint=2023)
    assert hinted.start_day == date(2023, 10, 9) and not hinted.needs_anchor


def test_relative_times_without_anchor_need_one() -> None:
    [time] = find("It happened yesterday", anchor=None)
    assert time.relative and time.needs_anchor and time.start_day is None


def test_what_refers_to_a_time_told_before_says_so() -> None:
    assert [time.anaphoric for time in find("433 deaths in that month alone")] == [True]
    assert [time.anaphoric for time in find("dezelfde dag", "nl")] == [True]


def test_lengths_and_comparisons_are_kinds_of_their_own() -> None:
    assert [time.kind for time in find("It went on for two weeks")] == [TimeKind.DURATION]
    assert [time.kind for time in find("a 92% increase [from] July")] == [TimeKind.COMPARISON]
    assert [time.kind for time in find("92% t.o.v. juli 2017", "nl")] == [TimeKind.COMPARISON]


def test_the_first_day_told_by_its_date_opens() -> None:
    opening = opening_day(find("Yesterday, in 2006, on 5 May 2016 and 6 May 2016"))
    assert opening is not None and opening.start_day == date(2016, 5, 5)


@given(
    st.lists(
        st.sampled_from(
            [
                *("October", "May", "7", "7th", "31", "30", "2023", "0000", "Tuesday", "last", "week", "at", "dawn", "of", "the", "in"),
                *("from", "to", "and", "-", ",", "3", ":", "46", "pm", "2-10-2017", "99/99/2020", "now", "ago", "two"),
            ]
        ),
        max_size=14,
    ),
    st.sampled_from([None, date(1, 1, 1), date(2017, 10, 4), date(2024, 2, 29), date.max]),
    st.sampled_from(["en", "nl"]),
)
def test_any_words_give_ordered_spans_and_days_that_run_forward(words: list[str], anchor: date | None, language: str) -> None:
    text = " ".join(words)
    last = 0
    for time in find(text, language, anchor):
        assert last <= time.start < time.end <= len(text)
        last = time.end
        assert (time.start_day is None) == (time.end_day is None)
        if time.start_day is not None and time.end_day is not None:
            assert time.start_day <= time.end_day
            assert time.precision in set(Precision)


@pytest.mark.shared
def test_narratives_open_with_their_day(shared: Path) -> None:
    rules, sentence_rules = load_date_rules("en"), load_sentence_rules()
    right = rows = 0
    for line in (shared / "dev" / "narratives_gaza.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, rows = row["narrative"], rows + 1
        found = [
            time
            for span in sentences(text, 0, len(text), sentence_rules)
            for time in find_times(text, tokenise(text, span.start, span.end), rules, None)
        ]
        opening = opening_day(found)
        right += opening is not None and str(opening.start_day) == row["date"]
    assert right / rows >= 0.94


def test_a_day_that_no_calendar_has_keeps_its_words() -> None:
    [time] = find("between June 1st – 31st 2016")
    assert (time.start_day, time.needs_anchor, time.end) == (None, False, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday's drone attack killed three.", date(2024, 3, 25)),
        ("It followed Saturday’s raid.", date(2024, 3, 23)),
        ("Two strikes on the evening of February 17 killed 23 civilians.", date(2024, 2, 17)),
    ],
)
def test_genitives_and_evenings_of_a_day(text: str, day: date) -> None:
    found = find_times(text, tokenise(text), load_date_rules("en"), date(2024, 3, 28))
    assert [time.start_day for time in found] == [day]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_phrase_of_a_date_is_passed_over_by_the_cheap_look(language: str) -> None:
    rules = load_date_rules(language)
    phrases = [entry.words for entries in rules.lexicon.values() for entry in entries if entry.symbol in _TRIGGERS]
    assert phrases
    missed = [words for words in phrases if not worth_reading(tokenise("so " + " ".join(words) + " it was"), rules)]
    assert not missed


def test_words_that_only_begin_a_phrase_of_a_date_do_not_call_for_a_look() -> None:
    assert not worth_reading(tokenise("The mayor told a crowd in the square."), load_date_rules("en"))
    assert not worth_reading(tokenise("De burgemeester sprak een menigte toe in het park."), load_date_rules("nl"))
