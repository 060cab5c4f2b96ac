"""Extraction on a cluster: batches of documents go to Spark, what is found in them comes back.

The machines need graphbuild and nothing else: no file of this one and no storage that all see, since the
documents go with the tasks and the answers come back to where the store is. A task is one batch, some seconds
of work, so that a machine that is lost costs little: Spark gives its tasks to another.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa

from graphbuild.engines.batches import batches
from graphbuild.engines.executor import Job, answers
from graphbuild.engines.task import Item, Task, recipe
from graphbuild.errors import GraphbuildError, InputError, MissingExtra

__all__ = ["spark"]

_TASKS = 4  # for each core in a job: the cores are not idle while long ones end
_CHARACTERS = 64_000_000  # in a job: so much memory it takes here
_JOBS = 2  # at once: one begins where the other ends
_JAVA = (
    "install Java 17 (Debian: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17; Windows: "
    "https://adoptium.net) or tell in JAVA_HOME where it is"
)


def spark(
    items: Iterable[Item], task: Task, *, master: str = "", timeout: float | None = None
) -> Iterator[tuple[str, pa.Table | str]]:
    """Extract from documents on a cluster.

    Parameters
    ----------
    items : iterable of (str, Document)
        Fetched as they are wanted; those of like length should stand together.
    task : Task
        Its pipeline is to be on all machines, its lexicon need not be.
    master : str
        URL of the cluster, such as ``spark://host:7077``; if empty, what ``spark-submit`` or Spark's settings
        say, else the cores of this machine. A session that is there already is made use of.
    timeout : float, optional
        Seconds that one document may take.

    Yields
    ------
    (str, pyarrow.Table or str)
        As `graphbuild.engines.local.local`, the extractions of a batch in one table under the first key.

    Raises
    ------
    MissingExtra
        pyspark is not installed.
    InputError
        There is no Java, or the cluster cannot be reached.
    GraphbuildError
        The cluster gave up, or its machines are not as this one.
    """
    words = task.lexicon.read_bytes() if task.lexicon else None
    job = Job(task.model, words, task.min_confidence, timeout, recipe(task).name)
    session, own = _session(master)
    tag = f"graphbuild-{uuid4().hex}"
    jobs: deque[Future[list[bytes]]] = deque()
    groups = batches(items)
    try:
        with ThreadPoolExecutor(_JOBS) as threads:
            try:
                while True:
                    while len(jobs) < _JOBS and (rows := _rows(groups, _TASKS * _cores(session))):
                        jobs.append(threads.submit(_collected, session, rows, job, tag))
                    if not jobs:
                        return
                    for row in jobs.popleft().result():
                        answer = pickle.loads(row)
                        if isinstance(answer, BaseException):
                            raise answer
                        yield from answer.parts()
            except BaseException:
                session.sparkContext.cancelJobsWithTag(tag)
                raise
    finally:
        if own:
            session.stop()


def _rows(groups: Iterator[list[Item]], most: int) -> list[bytes]:
    """The batches of a job."""
    rows: list[bytes] = []
    held = 0
    while len(rows) < most and held < _CHARACTERS and (batch := next(groups, None)):
        rows.append(pickle.dumps(batch))
        held += sum(len(document.text) for _, document in batch)
    return rows


def _collected(session: Any, rows: list[bytes], job: Job, tag: str) -> list[bytes]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        session.sparkContext.addJobTag(tag)
        frame = session.createDataFrame(pa.table({"batch": pa.array(rows, pa.binary())}))
        found = frame.mapInArrow(partial(answers, job=job), "answer binary").toArrow()
    except (PySparkException, Py4JError) as exc:
        reason = next((line for line in str(exc).splitlines() if line.strip()), type(exc).__name__)
        raise GraphbuildError(
            f"the cluster gave up ({reason[:300]}): what is done is kept; run again"
        ) from exc
    told: list[bytes] = found["answer"].to_pylist()
    return told


def _cores(session: Any) -> int:
    """As many as the cluster has just now."""
    return int(session.sparkContext.defaultParallelism)


def _session(master: str) -> tuple[Any, bool]:
    """A session with settings of its own, and whether its cluster is left at the end."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as exc:
        raise MissingExtra("pyspark", "spark") from exc
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")  # none is used
    there = SparkSession.getActiveSession()
    if there is None:
        _ready()
        builder = SparkSession.builder.appName("graphbuild")
        if master:
            builder = builder.master(master)
        for name, value in _settings().items():
            builder = builder.config(name, value)
        try:
            made = builder.getOrCreate()
        except (PySparkException, OSError, ValueError, RuntimeError) as exc:
            raise InputError(f"Spark cannot be started ({exc}): {_JAVA}") from exc
        except Exception as exc:  # what Java tells
            raise InputError(f"{master or 'the cluster'} cannot be reached: is its URL right?") from exc
    session = there.newSession() if there else made
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 1)  # a row is a batch, a batch a task
    session.conf.set("spark.sql.leafNodeDefaultParallelism", 1_000_000)
    return session, there is None


def _ready() -> None:
    """See to it that Java is there and that the machines run this Python, if nothing else is said."""
    home = os.environ.get("JAVA_HOME")
    found = (Path(home, "bin", "java").exists() or Path(home, "bin", "java.exe").exists()) if home else False
    if "PYSPARK_GATEWAY_PORT" not in os.environ and not found and not shutil.which("java"):
        raise InputError(f"Spark runs on Java, which is not found: {_JAVA}")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def _settings() -> dict[str, str]:
    package = str(Path(__file__).parents[2])
    return {
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(
            filter(None, (package, os.environ.get("PYTHONPATH", "")))
        ),
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",
    }
