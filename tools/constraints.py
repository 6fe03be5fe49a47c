"""Resolves pyproject.toml with all its extras and writes what pip would install to constraints.txt, one exact version a line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
HEADER = """\
# The exact version of every package that Kroniek's own, its tests' and its benchmark's dependencies pull in.
# Made by `make constraints`, which resolves pyproject.toml anew: read the difference before you commit it.
"""


def resolve() -> list[dict[str, Any]]:
    """What pip would install into an empty environment, without installing it."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-", ".[dev,scale,bench]"]
    report = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
    installed: list[dict[str, Any]] = json.loads(report)["install"]
    return [package["metadata"] for package in installed]


def pins(packages: list[dict[str, Any]], build_requirements: list[str]) -> dict[str, str]:
    """Name to version; a package that also builds Kroniek gets the version that the build names, so that there is one of it."""
    versions = {re.sub(r"[-_.]+", "-", package["name"]).lower(): package["version"] for package in packages}
    versions.pop("kroniek")
    building = dict(requirement.split("==") for requirement in build_requirements)
    return {name: building.get(name, version) for name, version in sorted(versions.items())}


def main() -> None:
    """Write constraints.txt."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    rows = pins(resolve(), settings["build-system"]["requires"])
    lines = "".join(f"{name}=={version}\n" for name, version in rows.items())
    (PROJECT / "constraints.txt").write_text(HEADER + lines, encoding="utf-8")
    print(f"constraints.txt: {len(rows)} packages")


if __name__ == "__main__":
    main()
