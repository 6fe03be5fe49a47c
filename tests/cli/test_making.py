from __future__ import annotations

from importlib import resources

from kroniek import __version__
from kroniek.cli.making import _data_files, made_by
from kroniek.codebooks.load import load_codebook


def test_what_made_an_assessment() -> None:
    codebook = load_codebook("airwars")
    made = made_by(codebook)
    assert (made.kroniek, made.codebook, made.codebook_sha256) == (__version__, "airwars", codebook.sha256)
    assert len(made.data_sha256) == 64


def test_word_lists_and_places_count_and_codebooks_are_apart() -> None:
    names = [name for name, _ in _data_files(resources.files("kroniek"), "")]
    assert any(name.startswith("reading/languages/en/") for name in names)
    assert any(name.startswith("gazetteer/") for name in names)
    assert not any(name.startswith("codebooks/") for name in names)
    assert all(name.endswith((".yaml", ".csv")) for name in names)
