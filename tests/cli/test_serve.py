"""`kroniek serve` as a person runs it: the address, a taken port, Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.workbench.builders import fill, incident

COMMAND = [sys.executable, "-m", "kroniek.cli.main", "serve"]


def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    path = fill(tmp_path / "x.ledger", [], [incident("i", "A bridge")])
    with subprocess.Popen(
        [*COMMAND, "--ledger", str(path), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        assert "A bridge" in httpx.get(address.group(), trust_env=False).text
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr.read() == ""
        assert "closed" in process.stdout.read()


def test_a_taken_port_is_named_with_one_to_try(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*COMMAND, "--port", str(port)], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr and "--port" in done.stderr and "Traceback" not in done.stderr


def test_an_address_that_is_not_ours(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, "--host", "192.0.2.1", "--port", "0"], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_a_ledger_that_is_not_there_yet_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen([*COMMAND, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stdout is not None and process.stderr is not None
        address = re.search(r"http://\S+", process.stdout.readline())
        assert address
        assert httpx.get(address.group(), trust_env=False).status_code == 503
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert "there is no ledger here yet" in process.stderr.read()


def test_what_is_no_ledger_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database " * 500)
    done = subprocess.run([*COMMAND, "--ledger", "text", "--port", "0"], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert "not a ledger" in done.stderr
