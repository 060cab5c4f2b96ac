"""What all analyses and the report of a large network cost: ``python -m benchmarks.analysis``.

Prints the seconds of each (and those that the processor worked for it, which others at work do not
lengthen), of all together with the report, and the peak memory (resident set size).
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from benchmarks.synthetic import synthetic
from graphbuild.findings.analyses import ANALYSES, analyze, diff
from graphbuild.findings.report import report
from graphbuild.network import Network
from graphbuild.tables import SCHEMAS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edges", type=int, default=50_000, help="how many edges")
    parser.add_argument("--actors", type=int, default=15_000, help="how many actors")
    options = parser.parse_args()
    documents, mentions, actors, relations, edges = synthetic(options.actors, options.edges)
    beside = {name: pd.DataFrame(columns=list(SCHEMAS[name])) for name in ("merges", "titles")}
    network = Network(documents, mentions, actors, relations, edges, **beside)
    print(f"network              {network!r}")
    print(f"memory before        {_peak():,.0f} MB")
    began = _now()
    for name in ANALYSES:
        at = _now()
        rows = len(analyze(network, name))
        print(f"{name:20} {_since(at)} ({rows:,} rows)", flush=True)
    at = _now()
    with tempfile.TemporaryDirectory() as folder:
        size = report(network, Path(folder, "report.html")).stat().st_size / 1e6
    print(f"report               {_since(at)} ({size:.1f} MB)")
    print(f"all of these         {_since(began)}")
    at = _now()
    print(f"diff with itself     {len(diff(network, network))} rows, {_since(at)}")
    print(f"peak memory          {_peak():,.0f} MB")


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(then: tuple[float, float]) -> str:
    wall, processor = (now - at for now, at in zip(_now(), then, strict=True))
    return f"{wall:5.1f} s (processor {processor:.1f} s)"


def _peak() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
