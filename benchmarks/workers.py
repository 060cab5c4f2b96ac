"""How much faster several processes read articles than one.

``python -m benchmarks.workers [--articles 200] [--workers 2] [--rounds 3] [--texts FILE.jsonl]`` has one
process and several read the same articles, in turn, and compares words a second of the wall clock, of each
the best of the rounds; loading the pipeline is no part of them. What the machine can give at all stands
beside it: how much faster so many processes do plain arithmetic that shares nothing. Two threads of one core
are no two cores.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Sequence
from itertools import islice

import pyarrow as pa

from benchmarks.articles import articles
from graphbuild.engines.local import local
from graphbuild.engines.task import Item, Task
from graphbuild.read import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200, help="how many articles")
    parser.add_argument("--workers", type=int, default=2, help="how many processes are compared with one")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--texts", default="", help="articles to take in place of made ones")
    options = parser.parse_args()
    found = read([options.texts]) if options.texts else articles(options.articles)
    items = [(str(n), document) for n, document in enumerate(islice(found, options.articles))]
    items.sort(key=lambda item: -len(item[1].text))
    words = sum(len(document.text.split()) for _, document in items)
    speeds: dict[int, list[float]] = {1: [], options.workers: []}
    plain: dict[int, list[float]] = {1: [], options.workers: []}
    tables = []
    for _ in range(options.rounds):
        for n in speeds:
            plain[n].append(_plain(n))
            seconds, read_in_them, answers = _read(items, Task(options.model), n)
            speeds[n].append(read_in_them / seconds)
            tables.append(sorted(answers))
    one, more = max(speeds[1]), max(speeds[options.workers])
    print(f"articles             {len(items):,} ({words:,} words)")
    print(f"one process          {one:8,.0f} words/s")
    print(f"{options.workers} processes          {more:8,.0f} words/s")
    print(f"times as fast        {more / one:8.2f}")
    print(f"plain arithmetic     {options.workers * min(plain[1]) / min(plain[options.workers]):8.2f}")
    print(f"the same found       {'yes' if all(table == tables[0] for table in tables) else 'NO':>8}")


def _read(items: Sequence[Item], task: Task, workers: int) -> tuple[float, float, list[tuple[str, int]]]:
    """Seconds from the first answer to the last, words in that time, and what was found."""
    words = {key: len(document.text.split()) for key, document in items}
    answers: list[tuple[str, int]] = []
    began = time.perf_counter()
    for key, found in local(iter(items), task, workers=workers):
        if not answers:
            began = time.perf_counter()
        answers.append((key, _sum(found)))
    after = sum(words.values()) - words[answers[0][0]]
    return time.perf_counter() - began, after, answers


def _sum(found: pa.Table | str) -> int:
    return hash(found if isinstance(found, str) else str(found.to_pylist()))


def _plain(processes: int) -> float:
    """Seconds for which so many processes count, each as far as the others."""
    began = time.perf_counter()
    at_once = [multiprocessing.Process(target=_count) for _ in range(processes)]
    for process in at_once:
        process.start()
    for process in at_once:
        process.join()
    return time.perf_counter() - began


def _count() -> None:
    total = 0
    for n in range(20_000_000):
        total += n * n % 7


if __name__ == "__main__":
    main()
