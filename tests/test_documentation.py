"""The documentation keeps up: every command and option is explained, every command that is shown exists, no link leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer

from kroniek.cli.main import app
from tests.source_tree import PROJECT

COMMANDS_PAGE = PROJECT / "docs" / "commands.md"
PAGES = sorted(page for folder in (".", "docs", "samples", "benchmarks") for page in (PROJECT / folder).glob("*.md"))
MADE_HERE = {"build", "dist", "demo-output", "__pycache__", "node_modules"}
BINARY = {".pdf", ".png", ".ledger", ".gz", ".pyc", ".ico", ".woff2"}
# Written so that this file does not hold what it looks for.
MACHINE = re.compile(r"/(?:w[o]rk|f[a]rm|r[o]ot|h[o]me/[a-z]+|U[s]ers/[A-Za-z]+)/")
REGISTRY = re.compile(
    r"p[y]pi\.org|p[y]thonhosted\.org|registry\.n[p]mjs|index-[u]rl|extra-index-[u]rl|find-[l]inks|d[e]b\.debian|PIP_I[N]DEX|trusted-[h]ost"
)


def _commands() -> dict[str, click.Command]:
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group) or hasattr(group, "commands")
    return dict(group.commands)


def _parameters(command: click.Command) -> list[click.Parameter]:
    """Those of the command, and of the commands in it where it is a group."""
    inner = getattr(command, "commands", {})
    return [*command.params, *(parameter for one in inner.values() for parameter in one.params)]


def _options(command: click.Command) -> Iterator[str]:
    for parameter in _parameters(command):
        if getattr(parameter, "param_type_name", "") == "option":
            yield max([*parameter.opts, *parameter.secondary_opts], key=len) if not parameter.secondary_opts else parameter.opts[0]


def _section(name: str) -> str:
    page = COMMANDS_PAGE.read_text(encoding="utf-8")
    found = re.search(rf"^## `kroniek {name}\b.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section `kroniek {name}`"
    return found[0]


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_and_option_is_documented(name: str) -> None:
    section = _section(name)
    missing = [option for option in _options(_commands()[name]) if option != "--help" and f"`{option}" not in section]
    assert not missing, f"docs/commands.md, `kroniek {name}`, leaves out {missing}"


def test_no_command_is_documented_that_is_not_there() -> None:
    documented = set(re.findall(r"^## `kroniek (\w+)", COMMANDS_PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == set(_commands())


@pytest.mark.parametrize("name", sorted(_commands()))
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    documented = set(re.findall(r"`(--[a-z][a-z-]*)", _section(name)))
    known = {opt for parameter in _parameters(_commands()[name]) for opt in [*parameter.opts, *parameter.secondary_opts]}
    assert documented <= known, documented - known


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_commands_that_a_page_shows_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)(?=`|\s{2,}|$)", text, re.MULTILINE)) <= targets
    shown = set(re.findall(r"(?:`|\.venv/bin/)kroniek ([a-z]+)", text))
    assert shown <= set(_commands())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}, target


def test_every_setting_is_documented() -> None:
    from kroniek.cli.settings import Settings

    page = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(Settings.model_fields)


def test_the_readme_counts_the_samples() -> None:
    count = len(list((PROJECT / "samples" / "reports").iterdir()))
    assert f"# {count} sample reports" in (PROJECT / "README.md").read_text(encoding="utf-8")


def _files_of_the_project() -> Iterator[Path]:
    for path in sorted(PROJECT.rglob("*")):
        parts = path.relative_to(PROJECT).parts
        hidden = parts[0].startswith(".") and parts[0] != ".ci"
        if path.is_file() and not hidden and path.suffix not in BINARY and not any(_made_here(part) for part in parts):
            yield path


def _made_here(part: str) -> bool:
    return part in MADE_HERE or part.endswith(".egg-info")


def test_no_file_names_a_machine_or_where_packages_come_from() -> None:
    wrong = []
    for path in _files_of_the_project():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if found := MACHINE.search(line) or REGISTRY.search(line):
                wrong.append(f"{path.relative_to(PROJECT)}:{number}: {found[0]}")
    assert not wrong, "\n".join(wrong)
