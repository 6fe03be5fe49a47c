from __future__ import annotations

import subprocess
import sys

import pytest
import typer

import kroniek as package
from kroniek.cli import main
from tests.cli.conftest import Kroniek


def test_version(kroniek: Kroniek) -> None:
    ran = kroniek("--version")
    assert (ran.status, ran.output.decode().strip()) == (0, f"kroniek {package.__version__}")


def test_help_names_every_command(kroniek: Kroniek) -> None:
    shown = kroniek("--help")
    assert shown.status == 0
    for command in (b"read", b"assess", b"explain"):
        assert command in shown.output
        assert kroniek(command.decode(), "--help").status == 0


def test_ctrl_c_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    stopped = typer.Typer()
    stopped.command()(interrupted)
    monkeypatch.setattr(main, "app", stopped)
    monkeypatch.setattr(sys, "argv", ["kroniek"])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 130
    assert capsys.readouterr().err == "kroniek: stopped before the end; run it again to go on\n"


def test_the_command_line_loads_nothing_heavy() -> None:
    """What a command needs is imported when it runs, so that help and small jobs start at once."""
    heavy = ["trafilatura", "lxml", "pypdf", "pydantic", "cattrs", "warcio", "sqlalchemy", "fastapi", "jinja2", "py3langid", "numpy"]
    assert _loaded("kroniek.cli.main", heavy) == "[]"


def test_reading_text_loads_no_parser_of_pages() -> None:
    assert _loaded("kroniek.capture.collect", ["trafilatura", "lxml", "pypdf", "warcio"]) == "[]"


def _loaded(module: str, others: list[str]) -> str:
    """Which of `others` importing `module` brings along."""
    code = f"import sys, {module}; print([name for name in {others!r} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
