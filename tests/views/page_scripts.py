"""The page's own scripts, asked by Node what they make of some data."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["answers"]

SCRIPT = Path(__file__).parents[1] / "js" / "agreement.js"


def answers(tasks):
    """What `SCRIPT` answers to each task: a dict with what to ``ask`` and what for."""
    node = shutil.which("node")
    if not node:
        assert os.environ.get("GRAPHBUILD_REQUIRE_BROWSER") != "1", "node is not installed"
        pytest.skip("node is not installed")
    asked = json.dumps(tasks, default=lambda value: value.item())
    ran = subprocess.run([node, str(SCRIPT)], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
