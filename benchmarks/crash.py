"""Whether a build that is killed, again and again, ends with what one that is left alone gives.

``python -m benchmarks.crash [--kills 50] [--articles 60] [--seed 0] [--workers 2]`` builds articles
undisturbed once. Then, again and again, it starts the same build into another folder that holds an older
output, kills it at a random moment, in every third run while the output is written, and looks at what is
left: `load` must give the older output whole or the new one whole. At the end one build is let finish: all
its files must be those of the undisturbed one. Every fifth time the store is thrown away, so that reading is
interrupted, too.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import articles
from graphbuild.network import load


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50, help="how often a build is killed")
    parser.add_argument("--articles", type=int, default=60, help="how many articles")
    parser.add_argument("--workers", default="2", help="as for build")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "new.jsonl", options.articles)
        _write(folder / "old.jsonl", 5)
        settings = (f"--model={options.model}", f"--workers={options.workers}")
        began = time.perf_counter()
        _run("build", folder / "new.jsonl", folder / "calm", *settings).wait()
        long = time.perf_counter() - began
        _run("build", folder / "old.jsonl", folder / "out", *settings).wait()
        right, older = _files(folder / "calm"), _files(folder / "out")
        left: dict[str, int] = {}
        for kill in range(options.kills):
            if kill % 5 == 0:
                shutil.rmtree(folder / "out" / "store", ignore_errors=True)
            run = _run("build", folder / "new.jsonl", folder / "out", *settings)
            began = time.perf_counter()
            moment = chance.uniform(0, long)
            while run.poll() is None and time.perf_counter() - began < moment:
                if kill % 3 == 0 and any((folder / "out").glob("*finished-*")):  # it is being written
                    time.sleep(chance.uniform(0, 1))
                    break
                time.sleep(0.001)
            run.kill()
            run.wait()
            load(folder / "out")
            there = _files(folder / "out")
            what = "older" if there == older else "new" if there == right else "MIXED"
            left[what] = left.get(what, 0) + 1
            if what == "new":  # begin again from the older one
                shutil.rmtree(folder / "out")
                _run("build", folder / "old.jsonl", folder / "out", *settings).wait()
        _run("build", folder / "new.jsonl", folder / "out", *settings).wait()
        print(f"articles             {options.articles:,}; undisturbed {long:.1f} s")
        print(
            f"killed               {options.kills} times; left were "
            + ", ".join(f"{n} {what}" for what, n in sorted(left.items()))
        )
        print(f"as undisturbed       {'yes' if _files(folder / 'out') == right else 'NO'}")
        print(f"leftovers            {sum(1 for _ in (folder / 'out').glob('*finished-*'))}")


def _run(command: str, source: Path, output: Path, *settings: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "graphbuild", command, str(source), "--output", str(output), *settings],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _write(path: Path, number: int) -> None:
    rows = [{"id": d.doc_id, "date": d.date, "text": d.text} for d in articles(number)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    """Files by name; of the manifest all but what the build took."""
    found = {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name[0] != "."
    }
    told = {**json.loads(found["manifest.json"]), "profile": None}
    return {**found, "manifest.json": json.dumps(told).encode()}


if __name__ == "__main__":
    main()
