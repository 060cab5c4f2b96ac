"""What extraction, resolution and aggregation cost on top of the bare language pipeline.

``python -m benchmarks.overhead [--articles 200] [--rounds 3] [--model NAME] [--texts FILE.jsonl]`` times, in
turn and in one run, the pipeline alone and the whole way from documents to a network. The pipeline alone is
timed twice: as ``nlp.pipe`` comes, and with the small batches that extraction asks for, which are faster
(where a pipeline knows no such batches, the second time shows the noise of the first). They take turns every
fifty articles, since the speed of a machine drifts; of each turn the median over the rounds counts. Seconds
are of processor time, which a busy machine disturbs less than the wall clock. Titles over time, association
against chance and the graph, which come after aggregation, have a line of their own.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np

from benchmarks.articles import articles
from graphbuild.analysis.association import association
from graphbuild.analysis.titles import titles
from graphbuild.build import assemble
from graphbuild.extract import extract
from graphbuild.extract.models.loading import load
from graphbuild.graph import graph
from graphbuild.read import read
from graphbuild.records import Document, Extraction
from graphbuild.resolve import resolve
from graphbuild.tables import sentences_table

_TURN = 50  # articles; word forms and patterns are made ready anew in each


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

    small = {"tok2vec": {"batch_size": 4}} if "tok2vec" in nlp.pipe_names else {}

    def bare(part: Sequence[Document], settings: Mapping[str, Mapping[str, int]]) -> None:
        for _ in nlp.pipe((d.text for d in part), batch_size=64, component_cfg=settings):
            pass

    def once(part: Sequence[Document]) -> tuple[list[float], list[Extraction]]:
        alone, tuned = (_timed(lambda s=s: bare(part, s))[1] for s in ({}, small))
        found, extracting = _timed(lambda: list(extract(part, nlp)))
        return [alone, tuned, extracting], found

    def ended(extractions: Sequence[Extraction]) -> tuple[float, float, float]:
        resolution, resolving = _timed(lambda: resolve(extractions))
        made, summing = _timed(lambda: assemble(extractions, resolution))
        after = (
            lambda: association(made.edges, made.mentions, made.documents),
            lambda: titles(made.actors, made.mentions, sentences_table(extractions), made.relations),
            lambda: graph(made.actors, made.edges),
        )
        return resolving, summing, sum(_timed(step)[1] for step in after)

    parts = [documents[i : i + _TURN] for i in range(0, len(documents), _TURN)]
    ended(once(parts[0])[1])  # warm up: libraries are loaded when first asked for
    times, ends = [], []
    for _ in range(options.rounds):
        seconds, found = zip(*(once(part) for part in parts), strict=True)
        times.append(seconds)
        ends.append(ended(list(chain.from_iterable(found))))
    base, batched, extracting = np.median(times, axis=0).sum(axis=0)
    resolving, summing, after = np.median(ends, axis=0)
    print(f"articles             {len(documents):,} ({words:,} words)")
    print(f"bare pipeline        {base:6.2f} s  {words / base:10,.0f} words/s")
    print(f"in small batches     {batched:6.2f} s  {words / batched:10,.0f} words/s")
    print(f"with extraction      {extracting:6.2f} s  {words / extracting:10,.0f} words/s")
    print(f"resolution           {resolving:6.2f} s")
    print(f"tables and edges     {summing - after:6.2f} s")
    print(f"titles, chance, graph{after:6.2f} s")
    together = extracting + resolving + summing - after
    print(f"on top of the bare   {100 * (together / base - 1):6.1f} %")
    print(f"… with the last      {100 * ((together + after) / base - 1):6.1f} %")
    print(f"on top of batches    {100 * (together / batched - 1):6.1f} %")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


if __name__ == "__main__":
    main()
