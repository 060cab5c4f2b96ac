"""What a machine of a cluster does, without a cluster; a word of a text says what harm its document does."""

import pickle

import pyarrow as pa
import pytest

from graphbuild.engines import executor, pool
from graphbuild.engines.executor import Job, answers
from graphbuild.engines.task import Task, recipe
from graphbuild.errors import GraphbuildError
from graphbuild.records import Document


@pytest.fixture
def job():
    yield Job("", None, None, None, recipe(Task()).name)
    if executor._process.cache_info().currsize:
        executor._process(Job("", None, None, None, recipe(Task()).name)).close()
    executor._process.cache_clear()


def _rows(*batches):
    rows = [pickle.dumps([(text, Document(text, text)) for text in batch]) for batch in batches]
    return iter([pa.record_batch({"batch": pa.array([row], pa.binary())}) for row in rows])


def _told(rows, job):
    return [pickle.loads(value.as_py()) for batch in answers(rows, job) for value in batch["answer"]]


@pytest.mark.usefixtures("harmed")
def test_a_document_that_does_harm_is_left_out_and_the_task_goes_on(job, monkeypatch):
    monkeypatch.setattr(pool, "_AT_LEAST", 8.0)
    told = _told(_rows(["one", "dies", "two"], ["hangs"], ["fails", "three"]), job)
    parts = [part for answer in told for part in answer.parts()]
    found = [key for _, part in parts if not isinstance(part, str) for key in part["key"].to_pylist()]
    failed = {key: part for key, part in parts if isinstance(part, str)}
    assert sorted(found) == ["one", "three", "two"]
    assert failed["dies"].startswith("ends the process")
    assert failed["hangs"].startswith("takes too long")
    assert "no such head" in failed["fails"]


@pytest.mark.usefixtures("harmed")
def test_a_process_stays_from_task_to_task(job, monkeypatch):
    started = []
    start = pool._started
    monkeypatch.setattr(pool, "_started", lambda: started.append(1) or start())
    for text in ("one", "two"):
        _told(_rows([text]), job)
    assert started == [1]


def test_what_keeps_all_from_being_read_is_the_answer():
    (told,) = _told(_rows(["one"]), Job("", None, None, None, "another"))
    assert isinstance(told, GraphbuildError)
    (told,) = _told(_rows(["one"]), Job("nowhere", None, None, None, "another"))
    assert 'no pipeline "nowhere"' in str(told)
