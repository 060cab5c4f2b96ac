"""What a run tells while it is at work."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import graphbuild
from graphbuild.console import progress as module
from graphbuild.console.progress import progress
from graphbuild.records import Skip

LOG = logging.getLogger("graphbuild.test")
SKIPS = [Skip("gone.txt", "does not exist"), Skip("photo.jpg", "is no article", passed=True)]
READ = {"articles": 3, "of": 4, "words": 1200}


def test_programs_get_an_object_a_line(capsys):
    with progress(SKIPS, log_json=True):
        LOG.info("%d of %d articles read", 3, 4, extra=READ)
        LOG.info("tables done", extra={"stage": "tables", "seconds": 1.5})
        LOG.warning("beware of \x1b[2J")
    LOG.info("too late")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line.pop("after") >= 0 for line in lines] == [True] * 5
    assert lines == [
        {"message": "3 of 4 articles read", "level": "info", **READ},
        {"message": "tables done", "level": "info", "stage": "tables", "seconds": 1.5},
        {"message": "beware of \x1b[2J", "level": "warning"},
        {"message": "left out", "level": "info", "path": "gone.txt", "reason": "does not exist"},
        {"message": "not read", "level": "info", "path": "photo.jpg", "reason": "is no article"},
    ]


def test_the_quiet_hear_nothing_and_logging_is_left_as_it_was(capsys):
    root = logging.getLogger("graphbuild")
    before = root.level, root.propagate, root.handlers[:]
    for fails in (False, True):
        with suppress(ZeroDivisionError), progress(SKIPS, quiet=True):
            LOG.warning("beware")
            1 // (not fails)
    assert capsys.readouterr().err == ""
    assert (root.level, root.propagate, root.handlers) == before


def test_a_terminal_has_a_line_that_goes_in_the_end(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(module, "_SOON", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with progress(SKIPS):
        LOG.info("read", extra=READ)
        time.sleep(0.3)
        LOG.warning("beware of \x1b[2J")
        LOG.info("articles done", extra={"stage": "articles", "seconds": 1.0})
    told = capsys.readouterr()
    assert "3/4" in told.err
    assert "words/s" in told.err
    assert "1 left out" in told.err
    assert "Note: beware of" in told.err
    assert "\x1b[2J" not in told.err
    assert told.out == ""


def test_the_command_line_is_quiet_when_asked_and_still_tells_errors(tmp_path):
    (tmp_path / "a.txt").write_text("Kenya attacked Togo.")
    source = str(Path(graphbuild.__file__).parents[1])

    def run(*words):
        command = [sys.executable, "-m", "graphbuild", "build", *words, "--workers", "0"]
        told = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": source}
        )
        return told.returncode, told.stdout, told.stderr

    assert run("a.txt", "gone.txt", "--output", "out", "--quiet") == (3, "", "")
    code, out, err = run("gone.txt", "--quiet")
    assert (code, out) == (1, "")
    assert "gone.txt" in err
    code, out, err = run("a.txt", "gone.txt", "--output", "out", "--no-store", "--log-json")
    assert code == 3
    assert "Kenya" in out
    assert [json.loads(line).get("stage") for line in err.splitlines()].count("tables") == 1
