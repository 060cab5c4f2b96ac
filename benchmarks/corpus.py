"""What comes after extraction costs: ``python -m benchmarks.corpus FOUND [--articles 10000]``.

FOUND is a file of articles (as `build` takes them), whose extractions are kept beside it in ``FOUND.pickle``
and used again; they are repeated under other names (`benchmarks.extractions`) until there are enough. Every
stage and every file is timed apart, in seconds of processor time, with the memory of the process at most by
then.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.extractions import extractions
from graphbuild.build import assemble
from graphbuild.exports import FORMATS
from graphbuild.exports.tabular import tabular
from graphbuild.extract import extract
from graphbuild.extract.models.loading import load
from graphbuild.network import STANDS_OUT, explorer, reduced
from graphbuild.read import read
from graphbuild.records import Extraction
from graphbuild.resolve import resolve
from graphbuild.vocabulary import GRAPH_FILES, PAGE, TABLE_FORMATS, TABLES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", help="articles to repeat")
    parser.add_argument("--articles", type=int, default=10_000, help="how many articles")
    options = parser.parse_args()
    base = _found(Path(options.found))
    articles = list(extractions(options.articles, base))
    words = sum(len(e.document.text.split()) for e in articles)
    print(f"{options.articles:,} articles out of {len(base):,}, {words:,} words, {_peak():,.0f} MB")
    resolution = _timed("resolve", lambda: resolve(articles))
    network = _timed("tables and edges", lambda: assemble(articles, resolution))
    articles.clear()
    print(repr(network))
    with tempfile.TemporaryDirectory() as folder:
        for name in TABLES:
            for ending in TABLE_FORMATS:
                path = Path(folder, f"{name}{ending}")
                _timed(path.name, lambda name=name, path=path: tabular(getattr(network, name), path), path)
        graphs = _timed("what enters graphs", lambda: reduced(network, max_q=STANDS_OUT))
        for name in GRAPH_FILES:
            path = Path(folder, name)
            write = FORMATS[path.suffix]
            _timed(name, lambda write=write, path=path: write(graphs, path), path)
        path = Path(folder, PAGE)
        _timed(PAGE, lambda: explorer(network, path), path)


def _found(path: Path) -> list[Extraction]:
    kept = Path(f"{path}.pickle")
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(extract(list(read([path])), load()))))
    found: list[Extraction] = pickle.loads(kept.read_bytes())
    return found


def _timed(what: str, work: Callable[[], Any], path: Path | None = None) -> Any:
    began = time.process_time()
    made = work()
    size = f"{path.stat().st_size / 1e6:9.1f} MB" if path else " " * 12
    print(f"{what:22}{time.process_time() - began:8.1f} s {size} {_peak():9,.0f} MB at most", flush=True)
    return made


def _peak() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
