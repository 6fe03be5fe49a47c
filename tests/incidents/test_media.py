from dataclasses import replace

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.assess import assess
from kroniek.incidents.media import media_origins
from kroniek.model.claim import Method
from kroniek.model.incident import Incident, IncidentMedia, MadeBy
from kroniek.model.report import Media
from tests.builders import claim, reading

AIRWARS = load_codebook("airwars")


def _incident(*media: Media) -> Incident:
    one = reading(claim(3, said_by="Agency", method=Method.AIRSTRIKE))
    shown = replace(one, document=replace(one.document, media=media))
    return assess([shown], AIRWARS, MadeBy("0", "airwars", "c", "d"))[0]


def test_a_photo_adds_an_origin() -> None:
    assert len(_incident().origins) == 1
    with_photo = _incident(Media("photo", None, "a" * 64))
    assert [origin.name for origin in with_photo.origins] == ["Agency", "photo aaaaaaaa"]


def test_several_pictures_of_one_report_are_one_origin() -> None:
    assert len(_incident(Media("photo", None, "a" * 64), Media("video", None, "b" * 64)).origins) == 2


def test_an_address_alone_adds_none() -> None:
    incident = _incident(Media("photo", "https://a.example/1.jpg"))
    assert (len(incident.media), len(incident.origins)) == (1, 1)


def test_the_same_picture_in_two_reports_is_one() -> None:
    media = (IncidentMedia("photo", None, "a" * 64, ("a", "b")), IncidentMedia("photo", None, "b" * 64, ("b",)))
    assert [origin.documents for origin in media_origins(media, AIRWARS)] == [("a", "b"), ("b",)]
