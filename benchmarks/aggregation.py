"""Co-occurrences summed to edges: ``python -m benchmarks.aggregation [--rows 20000000] [--actors 300000]``.

Makes Parquet parts of rows as a build has them (80 of an article, between twelve actors that it has, most
rare), sums them, and prints what that took. The parts are made in SQL, so that the peak memory is that of the
summing.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

from graphbuild.disk.database import connection
from graphbuild.edges.aggregate import aggregate_to

_PARTS = 20
_AN_ARTICLE = 80  # rows
_KNOWN = 12  # actors of an article

_ROWS = """
WITH drawn AS (
    SELECT i, i // {an_article} AS doc, i % {an_article} // 6 AS sentence,
        hash(i) % {known} AS one, (hash(i) // 64 % ({known} - 1) + 1 + hash(i) % {known}) % {known} AS other
    FROM range({first}, {end}) AS numbers(i)
),
paired AS (
    SELECT doc, sentence,
        CAST(FLOOR({actors} * POW(hash(doc * {known} + one) / 18446744073709551616.0, 3)) AS BIGINT) AS a,
        CAST(FLOOR({actors} * POW(hash(doc * {known} + other) / 18446744073709551616.0, 3)) AS BIGINT) AS b
    FROM drawn
)
SELECT
    format('article-{{:07}}', doc) AS doc_id, sentence, strftime(DATE '2000-01-01' + CAST(doc % 8000 AS INT),
    '%Y-%m-%d') AS date, 'cooccurrence' AS kind, format('actor-{{}}', a) AS source,
    format('Actor {{}}', a) AS source_name, format('actor-{{}}', b) AS target,
    format('Actor {{}}', b) AS target_name, '' AS relation, 0.0 AS polarity, 'asserted' AS status
FROM paired
WHERE a <> b
"""
_DOCUMENTS = """
SELECT format('article-{{:07}}', i) AS doc_id, format('story-{{:07}}', i // 10 * 9 + i % 9) AS story_id
FROM range({documents}) AS numbers(i)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=20_000_000, help="how many co-occurrences")
    parser.add_argument("--actors", type=int, default=300_000, help="among how many actors")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        parts, documents = _made(Path(folder), options.rows, options.actors)
        size = sum(part.stat().st_size for part in parts) / 1e6
        print(f"rows                 {options.rows:,} in {_PARTS} parts, {size:,.0f} MB", flush=True)
        print(f"made in              {time.perf_counter() - began:.1f} s, memory {_peak():,.0f} MB at most")
        began, worked = time.perf_counter(), time.process_time()
        aggregate_to(edges := Path(folder, "edges.parquet"), parts, documents)
        spent = f"{time.perf_counter() - began:.1f} s ({time.process_time() - worked:.1f} of processor time)"
        print(
            f"edges                {pq.read_metadata(edges).num_rows:,}, {edges.stat().st_size / 1e6:,.0f} MB"
        )
        print(f"summed in            {spent}, memory {_peak():,.0f} MB at most")


def _made(folder: Path, rows: int, actors: int) -> tuple[list[Path], Path]:
    parts, documents = (
        [folder / f"part-{number:02}.parquet" for number in range(_PARTS)],
        folder / "d.parquet",
    )
    with connection("500MB") as made:
        for number, part in enumerate(parts):
            bounds = {"first": rows * number // _PARTS, "end": rows * (number + 1) // _PARTS}
            asked = _ROWS.format(**bounds, actors=actors, known=_KNOWN, an_article=_AN_ARTICLE)
            made.sql(asked).write_parquet(str(part))
        made.sql(_DOCUMENTS.format(documents=rows // _AN_ARTICLE + 1)).write_parquet(str(documents))
    return parts, documents


def _peak() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
