"""What a machine of a Spark cluster does with batches of documents.

Spark runs `answers` in Python processes of its own and keeps these from task to task. Each has one process of
`graphbuild.engines.pool` beside it, which loads the pipeline once: so a document that takes too long or ends
the process that reads it is left out here as it is on one machine, and the task goes on.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pyarrow as pa

from graphbuild.engines.pool import Pool
from graphbuild.engines.task import Item, Task, recipe
from graphbuild.errors import GraphbuildError

__all__ = ["Answer", "Job", "answers"]

_COMPRESSED = pa.ipc.IpcWriteOptions(compression="zstd")


@dataclass(frozen=True, slots=True)
class Job:
    """What to do, for a machine that has none of the files of the one that asks.

    Attributes
    ----------
    model : str
        A pipeline that the machine has, too.
    words : bytes or None
        Content of the user's own lexicon.
    min_confidence : float or None
    timeout : float or None
        As for `graphbuild.engines.pool.pool`.
    recipe : str
        Name of the recipe of the machine that asks: another here would find other things.
    """

    model: str
    words: bytes | None
    min_confidence: float | None
    timeout: float | None
    recipe: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Of one batch: the extractions, as an Arrow stream, and why there is none, by key.

    Examples
    --------
    >>> from graphbuild.records import Document, Extraction
    >>> from graphbuild.store.codec import encode
    >>> nothing = [Extraction(Document(name, "Rain fell."), ((0, 10),), (), ()) for name in "ab"]
    >>> answer = Answer.of([(e.document.doc_id, encode([(e.document.doc_id, e)])) for e in nothing])
    >>> [(key, table.num_rows) for key, table in answer.parts()]
    [('a', 2)]
    """

    found: bytes
    failed: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, parts: list[tuple[str, pa.Table | str]]) -> Answer:
        """Of what `graphbuild.engines.pool.pool` gives."""
        tables = [told for _, told in parts if not isinstance(told, str)]
        sink = pa.BufferOutputStream()
        if tables:
            table = pa.concat_tables(tables).combine_chunks()
            with pa.ipc.new_stream(sink, table.schema, options=_COMPRESSED) as stream:
                stream.write_table(table)
        failed = tuple((key, told) for key, told in parts if isinstance(told, str))
        return cls(sink.getvalue().to_pybytes(), failed)

    def parts(self) -> Iterator[tuple[str, pa.Table | str]]:
        """The same again, the extractions in one table."""
        yield from self.failed
        if self.found:
            table = pa.ipc.open_stream(self.found).read_all()
            yield table["key"][0].as_py(), table


def answers(rows: Iterator[pa.RecordBatch], job: Job) -> Iterator[pa.RecordBatch]:
    """Extract from batches of documents, as ``mapInArrow`` takes it.

    Parameters
    ----------
    rows : iterator of pyarrow.RecordBatch
        One column; each value is a list of (str, Document), pickled.
    job : Job

    Yields
    ------
    pyarrow.RecordBatch
        Column ``answer``: an `Answer` or the `GraphbuildError` that kept it from being made, pickled.
    """
    for batch in rows:
        told = [pickle.dumps(_answer(pickle.loads(value.as_py()), job)) for value in batch.column(0)]
        yield pa.record_batch({"answer": pa.array(told, pa.binary())})


def _answer(items: list[Item], job: Job) -> Answer | GraphbuildError:
    try:
        return Answer.of([*_process(job).answers(iter([items]))])
    except GraphbuildError as exc:
        _process.cache_clear()
        return exc


@cache
def _process(job: Job) -> Pool:
    """The process beside this one; it ends with it."""
    words = None
    if job.words is not None:
        words = Path(mkdtemp(prefix="graphbuild-"), "lexicon.csv")
        words.write_bytes(job.words)
    task = Task(job.model, words, job.min_confidence)
    if recipe(task).name != job.recipe:
        raise GraphbuildError(
            "a machine of the cluster has another graphbuild, pipeline or libraries than this one: install "
            "the same on all"
        )
    return Pool(task, workers=1, timeout=job.timeout)
