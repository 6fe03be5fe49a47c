"""`kroniek.toml`: a desk's settings, beside its ledger. Every key is told in docs/settings.md."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kroniek.cli.arguments import DEFAULT_CODEBOOK
from kroniek.errors import SettingsError
from kroniek.model.claim import Accuracy
from kroniek.publish.redact import PublicRules

FILE = "kroniek.toml"
DEFAULT_LEDGER = "kroniek.ledger"
_LARGEST = 1_000_000

_Name = Annotated[str, Field(min_length=1, max_length=500)]


def _accuracy(value: object) -> object:
    return Accuracy(value) if isinstance(value, str) and value in set(Accuracy) else value


class Settings(BaseModel):
    """What a desk may set. A key that is not here, or a value of another type, is an error that names it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    title: str = Field(default="Kroniek", min_length=1, max_length=200, description="what the desk calls itself, above its report")
    ledger: _Name = Field(default=DEFAULT_LEDGER, description="the ledger: a path from the folder of kroniek.toml, or a postgresql:// URL")
    codebook: _Name = Field(default=DEFAULT_CODEBOOK, description="the codebook: the name of one that comes with Kroniek, or a .yaml file")
    languages: list[Literal["en", "nl"]] = Field(
        default=["en", "nl"], min_length=1, description="the languages that reports are read in; blocks in another give no claims"
    )
    hidden_names: list[_Name] = Field(default=[], description="names that public output never shows, beside those of victims")
    released_names: list[_Name] = Field(default=[], description="names of victims that public output may show")
    public_precision: Annotated[Accuracy, BeforeValidator(_accuracy)] = Field(
        default=Accuracy.VILLAGE, description="how exact a place public output may show at most"
    )

    def public_rules(self) -> PublicRules:
        """What may be shown outside the desk."""
        return PublicRules(tuple(self.hidden_names), tuple(self.released_names), self.public_precision)


def load_settings(folder: Path) -> Settings:
    """The settings in a folder's `kroniek.toml`; the defaults where there is none. Raises SettingsError."""
    path = folder / FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
    if len(data) > _LARGEST:
        raise SettingsError(f"{path}: larger than {_LARGEST} bytes")
    try:
        return parse_settings(data.decode("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8") from error


def parse_settings(text: str, name: str) -> Settings:
    """The settings in the text of a `kroniek.toml`; `name` is for messages. Raises SettingsError that names the key."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name}: not TOML: {error}") from error
    except RecursionError as error:
        raise SettingsError(f"{name}: nested too deeply") from error
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError("; ".join(f"{name}: {_plain(one['type'], one['loc'], one['msg'])}" for one in error.errors())) from None


def _plain(kind: str, place: tuple[int | str, ...], message: str) -> str:
    key = str(place[0]) if place else ""
    if kind == "extra_forbidden":
        return f"there is no key {key!r}; there are {', '.join(Settings.model_fields)}"
    if key == "public_precision":
        return f"{key} must be one of {', '.join(accuracy.value for accuracy in Accuracy)}"
    item = f" (item {int(place[1]) + 1})" if len(place) > 1 else ""
    return f"{key}{item}: {message[:1].lower()}{message[1:]}"


def settings_for(ledger: str | None) -> tuple[Settings, str]:
    """The settings, and where the ledger is: the one that is named, or the one that the working folder's settings name.

    Settings are those beside the ledger; of a ledger in PostgreSQL those of the working folder. Raises SettingsError.
    """
    if ledger is None:
        settings = load_settings(Path())
        return settings, settings.ledger
    folder = Path() if "://" in ledger else Path(ledger).parent
    return load_settings(folder), ledger
