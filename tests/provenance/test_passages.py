"""Common runs of words: really common, as long as they go on, and found wherever a passage is shared."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kroniek.provenance.passages import Run, common_runs
from kroniek.provenance.shingles import FINGERPRINT_WORDS, bands, fingerprints, shingles, signatures
from kroniek.provenance.wordings import Codes, codes_of, folded_words, words_of

words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=40)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def runs_of(first: Sequence[str], second: Sequence[str], least: int = 3) -> list[Run]:
    return common_runs(codes_of(list(first)), codes_of(list(second)), least)


@given(words, words)
def test_runs_are_common_and_go_on_no_further(first: list[str], second: list[str]) -> None:
    for run in runs_of(first, second):
        after = run.first + run.words, run.second + run.words
        assert first[run.first : after[0]] == second[run.second : after[1]]
        assert run.words >= 3
        assert after[0] == len(first) or after[1] == len(second) or first[after[0]] != second[after[1]]
        assert 0 in (run.first, run.second) or first[run.first - 1] != second[run.second - 1]


@given(words, words)
def test_every_word_of_a_common_run_is_covered(first: list[str], second: list[str]) -> None:
    covered = {at for run in runs_of(first, second) for at in range(run.first, run.first + run.words)}
    held = {tuple(second[at : at + 3]) for at in range(len(second) - 2)}
    for at in range(len(first) - 2):
        if tuple(first[at : at + 3]) in held:
            assert {at, at + 1, at + 2} <= covered


@given(st.lists(st.sampled_from(LETTERS), max_size=30), st.lists(st.sampled_from(LETTERS), max_size=30), st.data())
def test_texts_that_share_a_passage_share_a_fingerprint(one: list[str], two: list[str], data: st.DataObject) -> None:
    passage = data.draw(st.lists(st.sampled_from(LETTERS), min_size=16, max_size=20))
    marks = [fingerprints(codes_of(text), 16) for text in (one + passage + two, two + passage + one)]
    assert len(np.intersect1d(marks[0][0], marks[1][0])) > 0


@given(words)
def test_a_fingerprint_stands_where_it_is_said_to(text: list[str]) -> None:
    codes = codes_of(text)
    for key, place in zip(*(part.tolist() for part in fingerprints(codes, 16)), strict=True):
        alone = codes[place : place + FINGERPRINT_WORDS]
        assert fingerprints(alone, FINGERPRINT_WORDS)[0].tolist() == [key]


def test_the_same_word_over_and_over_is_one_run() -> None:
    assert runs_of(["ha"] * 2, ["ha"] * 2) == []
    assert runs_of(["ha"] * 5_000, ["ha"] * 4_000)[0] == Run(0, 0, 4_000)


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = words_of(text)
    assert [word.folded for word in found] == folded_words(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= word.start < word.end <= len(text) for word in found)


def sketch(text: str) -> list[list[int]]:
    codes: Codes = codes_of(folded_words(text))
    signature = signatures([shingles(codes)])[0]
    return [codes.tolist(), fingerprints(codes, 16)[0].tolist(), bands(signature).tolist()]


def test_hashes_are_the_same_in_every_process() -> None:
    text = "The mayor of the town said that twelve people had been brought to the hospital after the market was hit at noon on Friday"
    code = f"from tests.provenance.test_passages import sketch; print(sketch({text!r}))"
    for seed in ("1", "2"):
        environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed}
        printed = subprocess.run([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, check=True).stdout
        assert printed == f"{sketch(text)}\n".encode()
    assert sketch("Mayor")[0] == [3032634306]  # an index that was stored stays of use
