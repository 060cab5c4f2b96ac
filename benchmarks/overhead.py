"""What extraction, resolution and aggregation cost on top of the bare language pipeline.

``python -m benchmarks.overhead [--articles 200] [--rounds 3] [--model NAME]`` times, in turn and in one run,
the pipeline alone and the whole way from documents to a network, and prints the medians. Seconds are of
processor time, which a busy machine disturbs less than the clock on the wall.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from benchmarks.articles import articles
from graphbuild.build import assemble
from graphbuild.extract import extract
from graphbuild.extract.pipeline import load
from graphbuild.resolve import resolve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    options = parser.parse_args()
    nlp = load(options.model)
    documents = list(articles(options.articles))
    words = sum(len(d.text.split()) for d in documents)

    def bare() -> None:
        for _ in nlp.pipe((d.text for d in documents), batch_size=64):
            pass

    def parts() -> tuple[float, float, float]:
        extractions, first = _timed(lambda: list(extract(documents, nlp)))
        resolution, second = _timed(lambda: resolve(extractions))
        _, third = _timed(lambda: assemble(extractions, resolution))
        return first, second, third

    list(extract(documents[:20], nlp))  # warm up
    alone, whole = [], []
    for _ in range(options.rounds):
        alone.append(_timed(bare)[1])
        whole.append(parts())
    base = median(alone)
    extracting, resolving, summing = (median(times) for times in zip(*whole, strict=True))
    print(f"articles             {options.articles:,} ({words:,} words)")
    print(f"bare pipeline        {base:6.2f} s  {words / base:10,.0f} words/s")
    print(f"with extraction      {extracting:6.2f} s  {words / extracting:10,.0f} words/s")
    print(f"resolution           {resolving:6.2f} s")
    print(f"tables and edges     {summing:6.2f} s")
    print(f"on top of the bare   {100 * ((extracting + resolving + summing) / base - 1):6.1f} %")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


if __name__ == "__main__":
    main()
