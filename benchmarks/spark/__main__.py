"""Whether a cluster gives what one machine gives, and how fast, also when a machine of it is lost.

``python -m benchmarks.spark [--articles 100] [--workers 2]`` starts a Spark cluster on this machine, builds
articles with as many processes here, on the cluster, and on the cluster while one of its workers is killed,
and compares all files. Seconds are of the whole build by the clock, starting Spark and loading the pipelines
included.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.spark.standalone import Cluster, standalone
from graphbuild.build import build


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100, help="how many articles")
    parser.add_argument("--workers", type=int, default=2, help="workers of the cluster, and processes here")
    options = parser.parse_args()
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for document in articles(options.articles):
                file.write(json.dumps({"id": document.doc_id, "text": document.text}) + "\n")
        print(f"articles             {options.articles:8,}")
        began = time.perf_counter()
        build(source, output=folder / "here", workers=options.workers)
        right = _files(folder / "here")
        print(f"this machine         {time.perf_counter() - began:8.1f} s")
        with standalone(folder, workers=options.workers) as cluster:
            for what, lost in (("cluster", False), ("cluster, one killed", True)):
                began = time.perf_counter()
                _build(source, folder / what, cluster, lost)
                same = "the same files" if _files(folder / what) == right else "OTHER FILES"
                print(f"{what:20} {time.perf_counter() - began:8.1f} s, {same}")


def _build(source: Path, output: Path, cluster: Cluster, lost: bool) -> None:
    """On the cluster; where a worker is to be lost, it is killed as soon as it reads articles."""
    done = threading.Event()

    def kill() -> None:
        while not done.is_set() and not cluster.busy(0):
            time.sleep(0.05)
        if not done.is_set():
            print(f"killed               {cluster.kill(0):8} processes")

    killer = threading.Thread(target=kill)
    if lost:
        killer.start()
    try:
        build(source, output=output, engine="spark", master=cluster.url)
    finally:
        done.set()
        if lost:
            killer.join()


def _files(folder: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    found["manifest.json"] = json.dumps({**json.loads(found["manifest.json"]), "profile": None}).encode()
    return found


if __name__ == "__main__":
    main()
