"""tools/setup.sh on machines that lack this or that: the real script, with stand-ins for Python, pip and apt-get on its PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.source_tree import PROJECT

# What the script may count on anywhere.
ORDINARY = ("bash", "cat", "cut", "dirname", "env", "grep", "head", "id", "mkdir", "rm", "sha256sum")
PYTHON = """#!/bin/bash
echo "python $*" >>"$LOG"
case "$*" in
  *sys.version_info*) exit 0 ;;
  '-m venv .venv')
    [ -e "$VENV_PACKAGE" ] || exit 1
    mkdir -p .venv/bin
    printf '#!/bin/bash\\necho "venv-python $*" >>"$LOG"\\n' >.venv/bin/python
    printf '#!%s/.venv/bin/python\\n' "$PWD" >.venv/bin/pip
    /bin/chmod +x .venv/bin/python ;;
esac
"""
APT = """#!/bin/bash
echo "apt-get $*" >>"$LOG"
case "$*" in
  *install*python3-venv*) >"$VENV_PACKAGE" ;;
  *install*chromium*) printf '#!/bin/bash\\n' >"$STUBS/chromium"; /bin/chmod +x "$STUBS/chromium" ;;
esac
"""
SUDO = """#!/bin/bash
shift
exec "$@"
"""


@dataclass
class Machine:
    """A folder with the script and a PATH of its own."""

    root: Path

    def __post_init__(self) -> None:
        (self.root / "bin").mkdir()
        for name in ORDINARY:
            program = shutil.which(name)
            assert program, name
            (self.root / "bin" / name).symlink_to(program)
        self.add("python3", PYTHON)
        self.make("project")

    def make(self, name: str) -> None:
        folder = self.root / name
        (folder / "tools").mkdir(parents=True)
        shutil.copy(PROJECT / "tools" / "setup.sh", folder / "tools")
        (folder / "pyproject.toml").write_text("[project]\n")
        (folder / "constraints.txt").write_text("rich==1\n")

    def add(self, name: str, script: str) -> None:
        path = self.root / "bin" / name
        path.write_text(script)
        path.chmod(0o755)

    def run(self, what: str, project: str = "project") -> tuple[int, str, list[str]]:
        """Exit status, what it said, and the commands that it ran."""
        log = self.root / "log"
        log.write_text("")
        environment = {
            "PATH": str(self.root / "bin"),
            "LOG": str(log),
            "STUBS": str(self.root / "bin"),
            "VENV_PACKAGE": str(self.root / "venv-package"),
        }
        script = self.root / project / "tools" / "setup.sh"
        done = subprocess.run([script, what], env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        return done.returncode, done.stderr, [line for line in log.read_text().splitlines() if not _asks(line)]


def _asks(line: str) -> bool:
    """A command that only looks whether something is there."""
    return "sys.version_info" in line or line.endswith(("python -c ", "-m pip --version"))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def _with_venv(machine: Machine) -> Machine:
    (machine.root / "venv-package").touch()
    return machine


def test_a_machine_without_venv_gets_it_through_apt(machine: Machine) -> None:
    machine.add("apt-get", APT)
    machine.add("sudo", SUDO)
    status, said, ran = machine.run("run")
    assert status == 0, said
    apt = [line.split()[-1] if "update" not in line else "update" for line in ran if line.startswith("apt-get")]
    assert apt == ["update", "python3-venv"]
    assert ran[-1].endswith("install --quiet --disable-pip-version-check --no-input -c constraints.txt -e .")


def test_without_venv_and_without_apt_it_says_what_to_do(machine: Machine) -> None:
    status, said, _ = machine.run("run")
    assert status == 1
    assert "INSTALL python3-venv BY HAND" in said
    assert not (machine.root / "project" / ".venv").exists()


def test_nothing_is_done_twice_and_a_change_is_noticed(machine: Machine) -> None:
    _with_venv(machine)
    assert machine.run("dev")[2][-1].endswith("-e .[dev,scale]")
    assert machine.run("dev")[2] == []
    assert machine.run("run")[2] == [], "what the tests need is enough for the demonstration"
    (machine.root / "project" / "constraints.txt").write_text("rich==2\n")
    ran = machine.run("dev")[2]
    assert ran[-1].endswith("-e .[dev,scale]")
    assert not any("-m venv .venv" in line for line in ran), "a new version needs no new environment"


def test_the_demonstration_installs_no_tools_of_development(machine: Machine) -> None:
    _with_venv(machine)
    assert machine.run("run")[2][-1].endswith("-e .")
    assert machine.run("dev")[2][-1].endswith("-e .[dev,scale]"), "the tests still need their own"


def test_an_environment_that_was_moved_is_made_anew(machine: Machine) -> None:
    _with_venv(machine)
    machine.run("run")
    (machine.root / "project").rename(machine.root / "elsewhere")
    status, said, ran = machine.run("run", "elsewhere")
    assert status == 0, said
    assert any("-m venv .venv" in line for line in ran)


def test_what_cannot_be_installed_is_told_in_capitals_and_stops_nothing(machine: Machine) -> None:
    status, said, _ = machine.run("system")
    assert status == 0
    assert "CHROMIUM COULD NOT BE INSTALLED" in said


def test_a_missing_browser_is_installed_after_an_update(machine: Machine) -> None:
    machine.add("apt-get", APT)
    machine.add("sudo", SUDO)
    status, said, ran = machine.run("system")
    assert status == 0
    assert "CHROMIUM COULD NOT" not in said
    assert "update" in ran[0]
    assert "chromium" in ran[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="ROOT NEEDS NO SUDO")
def test_without_rights_it_goes_on(machine: Machine) -> None:
    machine.add("apt-get", APT)
    machine.add("sudo", "#!/bin/bash\nexit 1\n")
    status, said, _ = machine.run("system")
    assert status == 0
    assert "CHROMIUM COULD NOT BE INSTALLED" in said
