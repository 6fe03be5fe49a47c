from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kroniek.cli.settings import Settings, load_settings, parse_settings, settings_for
from kroniek.errors import SettingsError
from kroniek.model.claim import Accuracy


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_every_key_is_documented_with_its_default(project: Path) -> None:
    text = (project / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert list(rows) == list(Settings.model_fields)
    defaults = Settings().model_dump(mode="json")
    for key, row in rows.items():
        shown = f'"{defaults[key]}"' if isinstance(defaults[key], str) else str(defaults[key])
        assert f"| `{shown}` |" in row
    for accuracy in Accuracy:
        assert f"`{accuracy.value}`" in rows["public_precision"]


def test_the_documented_example_is_understood(project: Path) -> None:
    text = (project / "docs" / "settings.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    assert set(tomllib.loads(example)) <= set(Settings.model_fields)
    assert parse_settings(example, "example").public_precision is Accuracy.TOWN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 'red'", "there is no key 'colour'; there are title, ledger"),
        ("title = 3", "title: input should be a valid string"),
        ("title = ''", "title: string should have at least 1"),
        ("hidden_names = 'one'", "hidden_names: input should be a valid list"),
        ("hidden_names = ['one', 2]", r"hidden_names \(item 2\): input should be a valid string"),
        ("public_precision = 'pin'", "public_precision must be one of exact, within_100_m"),
        ("public_precision = 2", "public_precision must be one of"),
        ("title = ", "not TOML"),
    ],
)
def test_errors_name_the_key_and_what_was_expected(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "kroniek.toml").write_text(text)
    with pytest.raises(SettingsError, match=words) as raised:
        load_settings(tmp_path)
    assert "kroniek.toml" in str(raised.value)


def test_no_utf8_and_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "kroniek.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path)
    (tmp_path / "other" / "kroniek.toml").mkdir(parents=True)
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "other")


def test_settings_are_those_beside_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "kroniek.toml").write_text("title = 'Beside'")
    (tmp_path / "kroniek.toml").write_text("title = 'Here'\nledger = 'desk/own.ledger'")
    monkeypatch.chdir(tmp_path)
    settings, ledger = settings_for("desk/x.ledger")
    assert (settings.title, ledger) == ("Beside", "desk/x.ledger")
    settings, ledger = settings_for(None)
    assert (settings.title, ledger) == ("Here", "desk/own.ledger")
    settings, ledger = settings_for("postgresql://x@y/z")
    assert (settings.title, ledger) == ("Here", "postgresql://x@y/z")


def test_a_desk_that_reads_dutch_only_gets_no_claims_from_english() -> None:
    from kroniek.cli.build import build_rules
    from kroniek.model.report import Document

    english = Document(id="en", text="At least five people were killed near Raqqa on Tuesday, the mayor said.", language="en")
    (both,) = build_rules("airwars", 1, ("en", "nl")).read_all([english])
    (dutch,) = build_rules("airwars", 1, ("nl",)).read_all([english])
    assert both.claims and not dutch.claims  # type: ignore[union-attr]
