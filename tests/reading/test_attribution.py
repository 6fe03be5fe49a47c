from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.errors import RulesError
from kroniek.model.claim import SpeakerMention, SpeakerRole, Stance
from kroniek.model.report import Block, Voice
from kroniek.model.span import Span
from kroniek.reading.attribution import Attribution, attribute
from kroniek.reading.attribution_load import attribution_rules, load_attribution_rules, read_language_file
from kroniek.reading.passage import PartyLike
from tests.reading.passages import AIRWARS, COALITION, ISIS, STATES, passages


def read(text: str, language: str = "en", *, publisher: PartyLike | None = None, block: Block | None = None,
         block_speaker: PartyLike | None = None) -> list[Attribution]:  # fmt: skip
    found = passages(text, language)
    block = block or Block(id="b1", voice=Voice.AUTHOR, language=language, start=0, end=len(text))
    rules = load_attribution_rules(language)
    return [
        attribute(passage, found[:at], block, rules, following=found[at + 1 :], publisher=publisher, block_speaker=block_speaker)
        for at, passage in enumerate(found)
    ]


def who(text: str, words: str, language: str = "en", **more: object) -> list[str]:
    """Names (or words) of the speakers at the first place of `words`, nearest first."""
    return [speaker.name or speaker.text for speaker in speakers(text, words, language, **more)]


def speakers(text: str, words: str, language: str = "en", **more: object) -> tuple[SpeakerMention, ...]:
    at = text.index(words)
    for passage, attribution in zip(passages(text, language), read(text, language, **more), strict=True):  # type: ignore[arg-type]
        if passage.start <= at < passage.end:
            return attribution.speakers_at(at)
    raise AssertionError("no sentence there")


def stance(text: str, words: str, language: str = "en", **more: object) -> Stance:
    at = text.index(words)
    for passage, attribution in zip(passages(text, language), read(text, language, **more), strict=True):  # type: ignore[arg-type]
        if passage.start <= at < passage.end:
            return attribution.stance_at(at)
    raise AssertionError("no sentence there")


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Twelve people died in the town.", "Twelve", []),
        ("According to Airwars, 12 people were killed.", "12", ["Airwars"]),
        ("12 people were killed, according to Airwars.", "12", ["Airwars"]),
        ("The strike, according to Airwars, killed 12 people.", "12", ["Airwars"]),
        ("Airwars said 12 people were killed.", "12", ["Airwars"]),
        ("12 people were killed in the raid, the ministry of health said on Monday.", "12", ["Gaza Ministry of Health"]),
        ("12 killed in raid, says UN", "12", ["United Nations"]),
        ("UN: at least 12 killed in raid", "12", ["United Nations"]),
        ("Raid kills at least 12: UN", "12", ["United Nations"]),
        ("It was reported by Reuters that 12 people were killed.", "12", ["Reuters"]),
        ("It was reported that 12 people were killed.", "12", []),
        ("As reported by Reuters, 12 people died.", "12", ["Reuters"]),
        ("Airwars’ monthly report said 12 people were killed.", "12", ["Airwars"]),
        ("Airwars estimates that 12 people were killed.", "12", ["Airwars"]),
        ("A spokesman for the Israeli army said 12 fighters were killed.", "12", ["Israeli Military"]),
        ("Ann Reed, director of Airwars, told Al Jazeera that 12 people were killed.", "12", ["Airwars"]),
        ("The mayor of Hama said 12 people were killed.", "12", ["The mayor of Hama"]),
        ("Local sources reported that 12 people were killed.", "12", ["Local sources"]),
        ("12 people were killed, according to medical sources.", "12", ["medical sources"]),
        ("@TownPress posted that 12 people were killed.", "12", ["@TownPress"]),
        ("“We counted 12 bodies,” said Omar al Farouk, a farmer.", "12", ["Omar al Farouk"]),
        ("Residents of Hama told Airwars that 12 people were killed.", "12", ["Residents of Hama"]),
        ("By its own account the Coalition killed 100 fighters.", "100", ["U.S.-led Coalition"]),
        ("SOHR, a monitor based in Britain, said 12 people were killed.", "12", ["Syrian Observatory for Human Rights"]),
        ("Some 40 munitions per day were released by aircraft.", "40", []),
        ("Syria: 12 people were killed.", "12", []),
        ("Russia: 12 people were killed.", "12", []),
        ("The shells hit army posts at 12 places.", "12", []),
        ("The group, listed as a danger, has 12 members.", "12", []),
        ("It is worth noting that 12 people died.", "12", []),
        ("Reuters cited the ministry of health as saying 12 people died.", "12", ["Reuters", "Gaza Ministry of Health"]),
        ("A Lebanese businessman said 12 people died.", "12", ["A Lebanese businessman"]),
        ("The victim was identified as a boy of 12.", "12", []),
        ("The deaths of 12 people were confirmed by Reuters.", "12", ["Reuters"]),
        ("A report from the Harbour Post identified 12 victims.", "12", ["the Harbour Post"]),
    ],
)
def test_who_speaks_in_english(text: str, words: str, wanted: list[str]) -> None:
    assert who(text, words) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Twaalf mensen kwamen om in de stad.", "Twaalf", []),
        ("Volgens Airwars kwamen 12 burgers om.", "12", ["Airwars"]),
        ("Airwars meldt dat er 12 burgers omkwamen.", "12", ["Airwars"]),
        ("In augustus meldde Airwars dat er 12 doden vielen.", "12", ["Airwars"]),
        ("Er vielen 12 doden, meldt Airwars.", "12", ["Airwars"]),
        ("Er vielen 12 doden, aldus Reuters.", "12", ["Reuters"]),
        ("Zo meldt Reuters dat 12 mensen omkwamen.", "12", ["Reuters"]),
        ("Uit cijfers van Airwars blijkt dat 12 mensen omkwamen.", "12", ["Airwars"]),
        ("Een woordvoerder van het ministerie van Volksgezondheid liet weten dat er 12 doden zijn.", "12", ["Gaza Ministry of Health"]),
        ("De VS viel de stad aan en heeft naar eigen zeggen 12 strijders gedood.", "12", ["United States"]),
        ("De burgemeester zei dat 12 mensen zijn gedood.", "12", ["De burgemeester"]),
        ("Getuigen spreken van 12 doden.", "12", ["Getuigen"]),
        ("Naar verluidt zijn 12 mensen gedood.", "12", []),
        ("Airwars telt 12 doden, terwijl SOHR 20 doden telt.", "20", ["Syrian Observatory for Human Rights"]),
        ("Een krant die Airwars citeerde, deze organisatie stelt dat er 12 doden zijn.", "12", ["Airwars"]),
    ],
)
def test_who_speaks_in_dutch(text: str, words: str, wanted: list[str]) -> None:
    assert who(text, words, "nl") == wanted


def test_two_speakers_in_one_sentence_have_each_their_part() -> None:
    text = "Airwars said 12 were killed, while SOHR put the toll at 20."
    assert (who(text, "12"), who(text, "20")) == (["Airwars"], ["Syrian Observatory for Human Rights"])
    text = "According to Airwars, 3 died; SOHR spoke of 5."
    assert (who(text, "3"), who(text, "5")) == (["Airwars"], ["Syrian Observatory for Human Rights"])
    text = "Airwars said 12 people died and Reuters reported 15 deaths."
    assert (who(text, "12"), who(text, "15")) == (["Airwars"], ["Reuters"])


def test_the_chain_runs_from_the_nearest_to_the_origin() -> None:
    assert who("According to Airwars, the coalition reported 5,775 munitions.", "5,775") == ["Airwars", "U.S.-led Coalition"]
    assert who("Reuters, citing the ministry of health, said 12 were killed.", "12") == ["Reuters", "Gaza Ministry of Health"]
    assert who("12 people were killed, SOHR reported, citing local sources.", "12")[-1] == "local sources"
    text = "Reuters meldt op gezag van het ministerie van Volksgezondheid dat 12 mensen stierven."
    assert who(text, "12", "nl") == ["Reuters", "Gaza Ministry of Health"]


def test_pronouns_and_bodies_stand_for_the_one_named_before() -> None:
    text = "The city was hit every 8 minutes, according to Airwars. The organisation found that 433 civilians were killed."
    assert who(text, "433") == ["Airwars"]
    assert who("Ann Reed said the raid was heavy. She added that 12 people died.", "12") == ["Ann Reed"]
    assert who("Witnesses said 12 were killed. The ministry put the toll at 15.", "15") == ["The ministry"]


def test_what_goes_on_in_the_next_sentence_keeps_its_speaker() -> None:
    text = "Airwars found that bombs fell faster in August. This resulted in at least 433 deaths."
    assert who(text, "433") == ["Airwars"]
    text = "“They came at night,” said Omar Farouk. “We counted 12 bodies.”"
    assert who(text, "12") == ["Omar Farouk"]
    assert who("Airwars said the raid was heavy. Another 12 people died in a fire.", "12") == []


def test_a_straight_quotation_mark_tells_by_its_place_whether_it_opens() -> None:
    text = '"They came at night. We counted 12 bodies," said Omar Farouk. Another 15 people died in a fire.'
    assert who(text, "12") == ["Omar Farouk"]
    assert who(text, "15") == []
    text = 'Omar Farouk said: "They came at night. We counted 12 bodies." Another 15 people died in a fire.'
    assert who(text, "12") == ["Omar Farouk"]
    assert who(text, "15") == []


def test_the_speaker_of_a_quotation_takes_the_place_of_an_author() -> None:
    text = "Airwars wrote. The Coalition reported that 5,775 bombs were fired – a 92% increase. The city covers 40 km."
    block = Block(id="b2", voice=Voice.QUOTATION, language="en", start=0, end=len(text), speaker=Span(0, 7))
    assert who(text, "40", block=block, block_speaker=AIRWARS) == ["Airwars"]
    assert who(text, "5,775", block=block, block_speaker=AIRWARS)[-1] == "U.S.-led Coalition"
    assert who(text, "92", block=block, block_speaker=AIRWARS) == ["Airwars"]
    assert who(text, "40", block=block) == ["Airwars"]  # its words, where the list of parties does not know it


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Airwars said 12 died.", "12", SpeakerRole.MONITOR),
        ("Reuters said 12 died.", "12", SpeakerRole.OUTLET),
        ("The ministry of health said 12 died.", "12", SpeakerRole.OFFICIAL),
        ("Russia said 12 died.", "12", SpeakerRole.BELLIGERENT),
        ("Witnesses said 12 died.", "12", SpeakerRole.WITNESS),
        ("The mayor said 12 died.", "12", SpeakerRole.OFFICIAL),
        ("@TownPress wrote that 12 died.", "12", SpeakerRole.OTHER),
    ],
)
def test_roles(text: str, words: str, role: SpeakerRole) -> None:
    assert [speaker.role for speaker in speakers(text, words)] == [role]


@pytest.mark.parametrize(
    ("text", "words", "wanted", "language"),
    [
        ("12 people were killed.", "12", Stance.ASSERTED, "en"),
        ("12 people were allegedly killed.", "12", Stance.ALLEGED, "en"),
        ("An alleged air strike killed 12.", "12", Stance.ALLEGED, "en"),
        ("Russia claimed it killed 12 fighters.", "12", Stance.ALLEGED, "en"),
        ("Airwars estimates that 12 people were killed.", "12", Stance.ESTIMATED, "en"),
        ("The Israeli army denied that 12 people were killed.", "12", Stance.DENIED, "en"),
        ("The Israeli army said no civilians were killed.", "no", Stance.ASSERTED, "en"),
        ("The Coalition acknowledged that 12 civilians were killed.", "12", Stance.CONCEDED, "en"),
        ("Regrettably, 12 civilians were unintentionally killed.", "12", Stance.CONCEDED, "en"),
        ("It was assessed that 12 civilians were likely killed.", "12", Stance.CONCEDED, "en"),
        ("Reports of 12 deaths could not be verified.", "12", Stance.QUESTIONED, "en"),
        ("Airwars acknowledged that 12 people were killed by ISIS.", "12", Stance.ASSERTED, "en"),
        ("Reuters assessed that 12 civilians were killed.", "12", Stance.ASSERTED, "en"),
        ("Er zouden 12 mensen zijn gedood.", "12", Stance.ALLEGED, "nl"),
        ("Naar schatting 12 mensen zijn gedood.", "12", Stance.ESTIMATED, "nl"),
        ("Israël ontkent dat er 12 burgers zijn gedood.", "12", Stance.DENIED, "nl"),
        ("De VS-coalitie gaf toe dat er 12 burgers zijn gedood.", "12", Stance.CONCEDED, "nl"),
        ("De VS-coalitie heeft bevestigd dat er 12 burgers zijn gedood.", "12", Stance.CONCEDED, "nl"),
        ("Rusland beweert 12 strijders te hebben gedood.", "12", Stance.ALLEGED, "nl"),
    ],
)
def test_stances(text: str, words: str, wanted: Stance, language: str) -> None:
    assert stance(text, words, language) is wanted


def test_a_belligerent_that_publishes_harm_of_its_own_concedes_it() -> None:
    text = "Near the town, 2 civilians were killed as a result of the strike."
    assert stance(text, "2", publisher=COALITION) is Stance.CONCEDED
    assert stance(text, "2", publisher=AIRWARS) is Stance.ASSERTED
    assert stance("Unfortunately, 2 civilians were killed.", "2") is Stance.ASSERTED
    assert stance("ISIS killed 2 civilians in the town.", "2", publisher=COALITION) is Stance.ASSERTED


def test_a_contrast_parts_stances_and_hedges() -> None:
    text = "The Coalition acknowledged that 5 civilians were killed but the UN said 12 reportedly died."
    assert (stance(text, "5"), stance(text, "12")) == (Stance.CONCEDED, Stance.ALLEGED)
    assert [words.text for words in read(text)[0].hedges_at(text.index("12"))] == ["reportedly"]
    assert read(text)[0].hedges_at(text.index("5")) == ()


SWAPPED = [
    "{} said 12 people were killed in a strike.",
    "12 people were killed, according to {}.",
    "{} denied that 12 people were killed.",
    "{} acknowledged that 12 civilians were killed.",
    "{} claimed it killed 12 fighters, while Airwars put the toll at 20.",
]


@pytest.mark.parametrize("text", SWAPPED)
def test_no_party_is_read_by_rules_of_its_own(text: str) -> None:
    readings = set()
    for name in ("Russia", "ISIS", "The Coalition", "The Israeli army", "The United States"):
        filled = text.format(name)
        said = speakers(filled, "12")
        readings.add((len(said), said[0].role, stance(filled, "12"), said[0].text.removeprefix("The ") == name.removeprefix("The ")))
    assert len(readings) == 1


PIECES = [*", ; – “” ( ) . : 12 ", " said ", "Airwars ", "according to ", "the UN ", "killed ", "while ", "denied ", "he ", "@X_1 "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_offset_has_an_answer_and_every_span_its_words(text: str) -> None:
    for passage, attribution in zip(passages(text), read(text, publisher=STATES), strict=True):
        for offset in range(passage.start, passage.end):
            for speaker in attribution.speakers_at(offset):
                assert speaker.start is not None and speaker.end is not None
                assert text[speaker.start : speaker.end] == speaker.text != ""
            assert attribution.stance_at(offset) in Stance
            for words in attribution.hedges_at(offset):
                assert text[words.start : words.end] == words.text


def test_a_very_long_sentence_is_read_in_bounded_time() -> None:
    assert stance("while reportedly " * 4000 + "12 people were killed.", "12") is Stance.ALLEGED
    text = "the UN said " * 4000 + "12 people were killed."
    assert who(text, "12")


def test_rules_with_a_wrong_row_are_refused_by_name() -> None:
    data = read_language_file("en", "attribution.yaml")
    with pytest.raises(RulesError, match="cues"):
        attribution_rules({**data, "cues": [{"form": "sung", "source": "x", "words": ["sang"]}]}, "en")
    with pytest.raises(RulesError, match="no `source`"):
        attribution_rules({**data, "hedges": [{"words": ["perhaps"]}]}, "en")
    with pytest.raises(RulesError, match="xx"):
        load_attribution_rules("xx")
    assert ISIS.kind == "belligerent"


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The harbour warden said 12 people were killed.", "12", ["The harbour warden"]),
        ("Airwars put the dead at 12.", "12", ["Airwars"]),
        ("Rescuers recovered 12 bodies from the mill.", "12", ["Rescuers"]),
        ("A field hospital recorded 12 wounded.", "12", ["A field hospital"]),
        ("Local health authorities report 12 deaths.", "12", ["Local health authorities"]),
        ("On Monday shells killed 12, by Omar Farouk's count.", "12", ["Omar Farouk"]),
        ("Ann Reed, 37, told us that 12 people died.", "12", ["Ann Reed"]),
        ("A pro-Russian channel mentioned 12 dead.", "12", ["pro-Russian channel"]),
        ("Airwars has tracked the valley for years. It said 12 people were killed.", "12", ["Airwars"]),
        ("Airwars said 12 people were killed on the quay. Another 37 were injured.", "37", ["Airwars"]),
        ("Airwars said 12 people were killed on the quay. Six fishermen are in hospital.", "Six", ["Airwars"]),
        ("Airwars said 12 people were killed. Fishermen sold 40 crates of herring.", "40", []),
        ("Airwars denied that 12 people were killed. Another 37 were injured.", "37", []),
        ("Between the two wells we documented 12 unlawful killings.", "12", []),
        ("Satellite images show 12 craters.", "12", []),
        ("Airwars said 12 people died; our own minimum is 9.", "9", []),
        ("Russia counts 12 dead.", "12", ["Russia"]),
        ("Local reports speak of 12 dead.", "12", ["Local reports"]),
    ],
)
def test_who_counts_in_english_news(text: str, words: str, wanted: list[str]) -> None:
    assert who(text, words) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("De havenmeester meldt 12 doden.", "12", ["De havenmeester"]),
        ("Volgens de onderburgemeester zijn 12 mensen omgekomen.", "12", ["de onderburgemeester"]),
        ("Een arts komt op 12 doden.", "12", ["Een arts"]),
        ("Een VN-medewerker houdt het op 12 doden.", "12", ["United Nations"]),
        ("Airwars houdt het op 12 doden, een arts op 15.", "12", ["Airwars"]),
        ("Airwars houdt het op 12 doden, een arts op 15.", "15", ["een arts"]),
        ("Er vielen 12 doden, zo laat de gouverneur dinsdag weten.", "12", ["de gouverneur"]),
        ("Er vielen 12 doden, weet de wijkagent.", "12", ["de wijkagent"]),
        ("Twaalf doden: dat zijn de getallen van Airwars.", "Twaalf", ["Airwars"]),
        ("Rusland telt 12 doden, meldt Airwars.", "12", ["Airwars"]),
        ("Het dorp, dat 330 inwoners telt, werd beschoten.", "330", []),
        ("Airwars meldt dat op de kade 12 doden vielen. Vijfendertig anderen raakten gewond.", "Vijfendertig", ["Airwars"]),
        ("Airwars meldt dat op de kade 12 doden vielen. Nog eens 40 mensen zouden gewond zijn.", "40", ["Airwars"]),
        ("Airwars meldt dat op de kade 12 doden vielen. Vissers verkochten 40 kisten haring.", "40", []),
        ("Bij de aanval zijn 12 mensen van Volle Mand gedood. Dat heeft de organisatie bevestigd.", "12", ["Volle Mand"]),
        ("Sinds mei waren er 30 aanvallen, met volgens Airwars 12 doden.", "30", []),
        ("Sinds mei waren er 30 aanvallen, met volgens Airwars 12 doden.", "12", ["Airwars"]),
    ],
)
def test_who_counts_in_dutch_news(text: str, words: str, wanted: list[str]) -> None:
    assert who(text, words, "nl") == wanted
