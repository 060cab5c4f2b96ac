"""The program started with streams that are closed or full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


def _run(redirected, *arguments):
    command = f'exec "$0" -m graphbuild "$@" {redirected}'
    return subprocess.run(
        ["sh", "-c", command, sys.executable, *arguments], capture_output=True, text=True, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.parametrize("redirected", [">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_closed_streams_are_as_good_as_others(redirected):
    ran = _run(redirected, "explain", "--rules")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert bool(ran.stdout) == (redirected.startswith("2"))


def test_what_is_lost_is_told():
    ran = _run(">/dev/full", "explain", "--rules")
    assert ran.returncode == 1
    assert ran.stderr == "Error: standard output cannot be written to (No space left on device)\n"
    assert _run(">/dev/full 2>/dev/full", "--version").returncode == 1


def test_an_error_stays_one():
    ran = _run(">&-", "build", "nowhere")
    assert ran.returncode == 1
    assert ran.stderr.startswith("Error: ") or "nowhere" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", [("--version",), ("build", "."), ("add", "out", "a.txt")])
def test_a_working_folder_that_is_gone_is_told(tmp_path, command):
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'cd "$1" && rmdir "$1" && shift && exec "$0" -m graphbuild "$@"'
    ran = subprocess.run(
        ["sh", "-c", script, sys.executable, str(gone), *command], capture_output=True, text=True,
        timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stderr == "Error: the folder in which this was started is gone: change to one that is there\n"
