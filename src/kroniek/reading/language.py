"""The language of a stretch of text: a vote of its commonest words first, a trained model only where they do not decide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_READ = 4_000  # characters are enough to tell
_KEPT = 64
_FEWEST_VOTES = 3
_SPARSEST = 8  # running text has a common word in every three or four; a list of names has few, by chance
_MODEL_LANGUAGES = ("en", "nl", "ar", "fr", "de", "uk", "ru")
_SHORTEST_FOR_MODEL = 40


def vote(words: str, stop_words: Mapping[str, frozenset[str]]) -> str | None:
    """The language that the script or the commonest words decide for, None where they do not.

    `stop_words` maps a language to words that are common in it.
    """
    return _vote(words[:_READ], tuple(stop_words.items()))


@lru_cache(maxsize=_KEPT)  # a paragraph that is a block of its own is asked about as both
def _vote(sample: str, stop_words: tuple[tuple[str, frozenset[str]], ...]) -> str | None:
    if not sample.isascii() and _OTHER_SCRIPT.search(sample) is not None:
        letters = len(_WORD.sub("", sample)) and sum(map(str.isalpha, sample))
        if len(_ARABIC.findall(sample)) * 2 > letters > 0:
            return "ar"
        if len(_CYRILLIC.findall(sample)) * 2 > letters > 0:
            return "uk" if _UKRAINIAN.search(sample) else "ru"
    words_read = _WORD.findall(sample.lower())
    known = [*filter(_every(stop_words).__contains__, words_read)]
    counts = {language: sum(map(common.__contains__, known)) for language, common in stop_words}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
    dense = best[1] * _SPARSEST >= len(words_read)
    return best[0] if dense and best[1] >= _FEWEST_VOTES and best[1] >= 2 * second[1] else None


@lru_cache(maxsize=_KEPT)
def _every(stop_words: tuple[tuple[str, frozenset[str]], ...]) -> frozenset[str]:
    """The common words of all languages."""
    return frozenset[str]().union(*(common for _, common in stop_words))


def by_model(words: str) -> str | None:
    """The likeliest of the languages that the model is held to, None for a text too short to tell."""
    if len(words.strip()) < _SHORTEST_FOR_MODEL:
        return None
    return str(_model().classify(words[:_READ])[0])


@cache
def _model() -> Any:
    """The model, loaded when it is first needed: loading takes longer than reading a report."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(list(_MODEL_LANGUAGES))
    return model
