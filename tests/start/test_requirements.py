"""The files that say what to install agree."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PIN = re.compile(r"^([\w.-]+)==([\w.!+]+)", re.MULTILINE)


def _pins(name):
    text = (ROOT / name).read_text("utf-8")
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in _PIN.findall(text)}


def test_the_lock_has_every_pin():
    pinned, locked = _pins("requirements.txt"), _pins("requirements.lock")
    assert len(pinned) > 80
    assert pinned.items() <= locked.items()
    assert locked.keys() - pinned.keys() <= {"colorama", "httpx2-jsfetch"}  # for Windows and browsers alone


def test_everything_in_the_lock_has_a_hash():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=\w)", text.split("\n", 2)[2])
    assert len(entries) == len(_pins("requirements.lock"))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}$", entry.strip()) for entry in entries)
