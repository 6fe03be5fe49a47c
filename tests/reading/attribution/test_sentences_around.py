"""Who is named for words in the sentences after or before them."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import speakers_of


@pytest.mark.parametrize(
    ("text", "figure", "language", "speaker"),
    [
        ("Acht mensen kwamen om. 56 mensen raakten gewond. Dat melden de hulpdiensten in Kramatorsk.", "Acht", "nl",
         "de hulpdiensten in Kramatorsk"),
        ("Zeker 35 mensen zijn gedood. Tenten vlogen in brand. Dat melden gezondheids- en hulpdiensten.", "Zeker 35", "nl",
         "gezondheids- en hulpdiensten"),
        ('"In all 171 people are dead. Others are badly hurt. Two are missing," the mayor told KNG.', "171", "en", "the mayor"),
        ('"We buried 22 of our people. I counted them myself," the mayor told our correspondent by the grave.', "22", "en", "the mayor"),
        ('"So far, 23 dead and six wounded." Governor Vitaly Kim wrote this on Telegram.', "23", "en", "Governor Vitaly Kim"),
        ("Governor Ihor Klym said 14 people died, Reuters reported. He added that six of them were children.", "six", "en",
         "Governor Ihor Klym"),
        ("An air strike killed 10 people, an ethnic armed group that controls the town said Saturday.", "10", "en",
         "an ethnic armed group"),
        ("While estimates from the United Nations put the toll at 200, the army claimed to have killed 300 people.", "200", "en",
         "the United Nations"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, figure: str, language: str, speaker: str) -> None:
    assert [one.text for one in speakers_of(text, figure, language)][-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "figure", "language"),
    [
        ("Acht mensen kwamen om in Homs.\n\nIn Idlib vielen vier doden. Dat meldt het Observatorium.", "Acht", "nl"),
        ("The governor ordered an inquiry into Sunday's military air strike at Tudun village which claimed the lives of over 50 people.",
         "over 50", "en"),
    ],
)  # fmt: skip
def test_nobody_says_it(text: str, figure: str, language: str) -> None:
    assert speakers_of(text, figure, language) == ()
