"""With a pipeline that is quick to load; what goes wrong in a process is set off by a word of the text."""

import os
import queue
import random
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from graphbuild.engines import pool
from graphbuild.engines.local import local, suited
from graphbuild.engines.task import Task
from graphbuild.errors import ModelError
from graphbuild.records import Document
from graphbuild.store.codec import decode

TEXTS = [f"Kenya attacked Chad on day {n}. The Kenyan army met Togo's president." for n in range(20)]


def _items(texts):
    return [(str(n), Document(f"d{n}", text, path=f"{n}.txt")) for n, text in enumerate(texts)]


def _run(items, **options):
    """What was found by key, and why nothing was found."""
    found, failed = {}, {}
    for key, answer in local(iter(items), Task(), **options):
        if isinstance(answer, str):
            failed[key] = answer
        else:
            found.update(decode(answer))
    return found, failed


@pytest.fixture(scope="module")
def alone():
    return _run(_items(TEXTS))[0]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_number_of_processes_and_the_order_make_no_difference(alone, workers):
    items = _items(TEXTS)
    random.Random(workers).shuffle(items)
    found, failed = _run(items, workers=workers)
    assert found == alone
    assert failed == {}
    assert any(extraction.relations for extraction in found.values())


@pytest.mark.usefixtures("harmed")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_does_harm_is_left_out_and_no_other(workers, monkeypatch):
    monkeypatch.setattr(pool, "_AT_LEAST", 8.0)
    texts = [f"text {n}" for n in range(40)]
    texts[3], texts[20], texts[21], texts[33], texts[34] = "fails", "dies", "hangs", "dies", "runs away"
    found, failed = _run(_items(texts), workers=workers)
    assert set(failed) == {"3", "20", "21", "33", "34"}
    assert set(found) == {str(n) for n in range(40)} - set(failed)
    assert failed["3"] == "the language pipeline fails at it (ValueError: no such head)"
    assert failed["20"].startswith("ends the process")
    assert failed["21"].startswith("takes too long")
    assert failed["34"].startswith("takes too long")


def test_the_time_of_a_process_counts_not_that_of_the_clock(monkeypatch):
    seconds = iter(range(100))
    monkeypatch.setattr(pool, "_worked", lambda _: next(seconds) / 1000)
    process, late = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE), []
    answered = Event()
    watch = Thread(target=pool._watch, args=(process, 0.4, answered, late))
    watch.start()
    watch.join(1.0)  # more than the limit
    assert (watch.is_alive(), process.poll(), late) == (True, None, [])
    answered.set()
    watch.join()
    process.communicate(b"\n")


def test_a_batch_may_take_longer_than_one_document():
    served = pool._Served(Task(), 2.0, queue.Queue(), queue.Queue())
    short, long = _items(["text"])[0], _items(["x" * 100_000])[0]
    assert served._limit([short]) == served._limit([long]) == 2.0
    assert served._limit([short] * 16) == 32.0
    free = pool._Served(Task(), None, queue.Queue(), queue.Queue())
    assert free._limit([long]) > 3 * free._limit([short]) > 180.0


@pytest.mark.usefixtures("harmed")
def test_sources_are_read_no_faster_than_their_texts_are_worked_on(monkeypatch):
    monkeypatch.setattr("graphbuild.engines.batches._MOST", 4)
    read = 0

    def items():
        nonlocal read
        for item in _items([f"text {n}" for n in range(200)]):
            read += 1
            yield item

    for done, _ in enumerate(local(items(), Task(), workers=2)):
        assert read - done <= 4 * 4 + 4


@pytest.mark.usefixtures("harmed")
def test_processes_are_replaced_after_so_much_text(monkeypatch):
    started = []
    start = pool._started
    monkeypatch.setattr(pool, "_LIFE", 50)
    monkeypatch.setattr(pool, "_started", lambda: started.append(1) or start())
    monkeypatch.setattr("graphbuild.engines.batches._MOST", 10)
    found, failed = _run(_items([f"text {n}" for n in range(40)]), workers=1)
    assert (len(found), failed) == (40, {})
    assert 2 <= len(started) <= 5


def test_a_pipeline_that_is_not_there_is_told_as_without_processes():
    for workers in (0, 2):
        with pytest.raises(ModelError, match='no pipeline "nowhere" here'):
            list(local(iter(_items(TEXTS)), Task("nowhere"), workers=workers))


@pytest.mark.usefixtures("harmed")
def test_no_process_outlives_its_work():
    others = _children(os.getpid())  # such as what another test's processes leave to clean up after them
    stream = local(iter(_items(["text"] * 40)), Task(), workers=2)
    next(stream)
    children = _children(os.getpid()) - others
    assert len(children) >= 2
    stream.close()
    _gone(children)


KILLED = """
import sys, time
from graphbuild.engines import pool
from graphbuild.engines.local import local
from graphbuild.engines.task import Task
from graphbuild.records import Document

pool._PROGRAM = (sys.argv[1],)
if __name__ != "__main__":
    raise SystemExit("imported again by its own process")
for key, answer in local(((str(n), Document(str(n), "text")) for n in range(10**6)), Task(), workers=2):
    print(key, flush=True)
"""


def test_processes_end_with_the_one_that_started_them(tmp_path, harmed):
    (tmp_path / "run.py").write_text(KILLED)
    command = [sys.executable, str(tmp_path / "run.py"), str(harmed)]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(pool.__file__).parents[2])},
    )  # fmt: skip
    assert run.stdout.readline()
    children = _children(run.pid)
    run.kill()
    run.wait()
    run.stdout.close()
    assert len(children) == 2
    _gone(children)


def _children(pid):
    return {child.pid for child in psutil.Process(pid).children()}


def _gone(pids):
    deadline = time.monotonic() + 30
    while alive := [pid for pid in pids if _alive(pid)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)


def _alive(pid):
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_as_many_processes_as_there_are_cores_and_work_for(monkeypatch):
    monkeypatch.setattr("graphbuild.engines.local._cores", lambda: 8)
    monkeypatch.setattr("graphbuild.engines.local._memory", lambda: 10**11)
    long = "x" * 100_000
    assert suited(_items([long])) == 0
    assert suited(_items(["x"] * 100)) == 0
    assert suited(_items([long] * 2)) == 2
    assert suited(_items([long] * 20)) == 8
    assert suited(_items(["x"]), timed=True) == 1
    monkeypatch.setattr("graphbuild.engines.local._memory", lambda: 4 * 10**9)
    assert suited(_items([long] * 20)) == 2
