"""What extraction, resolution and aggregation cost on top of the bare language pipeline.

``python -m benchmarks.overhead [--articles 200] [--rounds 3] [--model NAME] [--texts FILE.jsonl]`` times, in
turn and in one run, the pipeline alone and the whole way from documents to a network, and prints the medians.
The pipeline alone is timed twice: as ``nlp.pipe`` comes, and with the small batches that extraction asks for,
which are faster. Seconds are of processor time, which a busy machine disturbs less than the wall clock.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import islice
from statistics import median
from typing import Any

from benchmarks.articles import articles
from graphbuild.build import assemble
from graphbuild.extract import extract
from graphbuild.extract.pipeline import load
from graphbuild.read import read
from graphbuild.resolve import resolve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--texts", default="", help="articles to take in place of made ones")
    options = parser.parse_args()
    nlp = load(options.model)
    found = read([options.texts]) if options.texts else articles(options.articles)
    documents = list(islice(found, options.articles))
    words = sum(len(d.text.split()) for d in documents)

    def bare(settings: dict[str, dict[str, int]]) -> None:
        for _ in nlp.pipe((d.text for d in documents), batch_size=64, component_cfg=settings):
            pass

    def parts() -> tuple[float, float, float]:
        extractions, first = _timed(lambda: list(extract(documents, nlp)))
        resolution, second = _timed(lambda: resolve(extractions))
        _, third = _timed(lambda: assemble(extractions, resolution))
        return first, second, third

    few = list(extract(documents[:20], nlp))
    assemble(few, resolve(few))  # warm up: libraries are loaded when first asked for
    alone, tuned, whole = [], [], []
    small = {"tok2vec": {"batch_size": 4}} if "tok2vec" in nlp.pipe_names else {}
    for _ in range(options.rounds):
        alone.append(_timed(lambda: bare({}))[1])
        tuned.append(_timed(lambda: bare(small))[1])
        whole.append(parts())
    base, batched = median(alone), median(tuned)
    extracting, resolving, summing = (median(times) for times in zip(*whole, strict=True))
    print(f"articles             {options.articles:,} ({words:,} words)")
    print(f"bare pipeline        {base:6.2f} s  {words / base:10,.0f} words/s")
    print(f"in small batches     {batched:6.2f} s  {words / batched:10,.0f} words/s")
    print(f"with extraction      {extracting:6.2f} s  {words / extracting:10,.0f} words/s")
    print(f"resolution           {resolving:6.2f} s")
    print(f"tables and edges     {summing:6.2f} s")
    together = extracting + resolving + summing
    print(f"on top of the bare   {100 * (together / base - 1):6.1f} %")
    print(f"on top of batches    {100 * (together / batched - 1):6.1f} %")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


if __name__ == "__main__":
    main()
