"""On a real cluster: a master and two workers as processes of this machine, of which one is killed."""

import json
import os
import shutil
import sys
import threading
import time
from dataclasses import replace

import pytest

from benchmarks.spark.standalone import standalone
from graphbuild.build import build
from graphbuild.engines.extractions import extractions
from graphbuild.engines.spark import _ready, spark
from graphbuild.engines.task import Task, recipe
from graphbuild.errors import GraphbuildError, InputError, MissingExtra
from graphbuild.records import Document
from graphbuild.store.codec import documents
from graphbuild.store.memory import Memory

NAMES = ("Kenya", "Chad", "Togo", "Mali", "Ghana", "Niger", "Benin")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    required = os.environ.get("GRAPHBUILD_REQUIRE_SPARK") == "1"
    reason = "" if shutil.which("java") else "there is no Java: apt install openjdk-17-jre-headless"
    try:
        import pyspark  # noqa: F401
    except ImportError:
        reason = reason or "pyspark is not installed: pip install 'graphbuild[spark]'"
    if os.name == "nt":
        reason = reason or "a cluster is started by a shell script"
    if reason:
        (pytest.fail if required else pytest.skip)(reason)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        with standalone(tmp_path_factory.mktemp("cluster")) as running:
            yield running


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(40):
        one, other = NAMES[n % 7], NAMES[n % 5 + 2]
        text = f"{one} attacked {other} on day {n}. The army of {one} met {other}'s president."
        (folder / f"{n:03}.txt").write_text(" ".join([text] * (1 + n % 4)))
    return folder


def _files(folder):
    """What a build wrote, but for what it took."""
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    found["manifest.json"] = {**json.loads(found["manifest.json"]), "profile": None}
    return found


def _items(texts):
    return [(str(n), Document(f"d{n}", text, path=f"{n}.txt")) for n, text in enumerate(texts)]


def test_a_cluster_that_loses_a_machine_writes_what_this_one_writes(cluster, articles, tmp_path, monkeypatch):
    monkeypatch.setattr("graphbuild.engines.batches._MOST", 4)  # so that there are tasks to lose
    words = tmp_path / "words.csv"  # no machine of the cluster is told of this file
    words.write_text("verb,object,preposition,relation,polarity,effect\nbuzz,,,threaten,,\n")
    (articles / "buzzed.txt").write_text("Mali buzzed Niger.")
    build(articles, output=tmp_path / "here", title="T", lexicon=words)
    killed = []

    def kill():
        deadline = time.monotonic() + 600
        while not cluster.busy(0) and time.monotonic() < deadline:
            time.sleep(0.05)
        killed.append(cluster.kill(0))

    killer = threading.Thread(target=kill)
    killer.start()
    build(articles, output=tmp_path / "there", title="T", lexicon=words, engine="spark", master=cluster.url)
    killer.join()
    assert killed[0] >= 3  # the worker, its executor, Python
    here, there = _files(tmp_path / "here"), _files(tmp_path / "there")
    assert [name for name in {**here, **there} if here.get(name) != there.get(name)] == []
    assert b"threaten" in there["relations.csv"]


def test_a_lone_long_document_is_a_task_and_what_cannot_be_encoded_arrives(cluster):
    items = _items(["Kenya attacked Chad. " * 2000, "Kenya attacked \ud800Chad.", "Togo met Mali."])
    tables = [table for _, table in spark(iter(items), Task(), master=cluster.url)]
    found = {key: document for table in tables for key, document in documents(table)}
    assert found == dict(items)


def test_machines_with_other_software_are_told_apart(cluster, monkeypatch):
    mine = recipe(Task())
    other = replace(mine, facts={**mine.facts, "extractor": "another"})
    monkeypatch.setattr("graphbuild.engines.spark.recipe", lambda task: other)
    with pytest.raises(GraphbuildError, match="install the same on all"):
        list(spark(iter(_items(["Rain fell."])), Task(), master=cluster.url))


def test_a_url_that_is_none_is_told(cluster):
    with pytest.raises(InputError, match=r"nowhere:7077 cannot be reached"):
        list(spark(iter(_items(["Rain fell."])), Task(), master="nowhere:7077"))


def test_what_is_missing_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setattr("graphbuild.engines.spark.shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("PYSPARK_GATEWAY_PORT", raising=False)
    with pytest.raises(InputError, match="install Java 17"):
        _ready()
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(MissingExtra, match=r"graphbuild\[spark\]"):
        list(spark(iter(_items(["Rain fell."])), Task()))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"engine": "steam"}, "local or spark"),
        ({"master": "spark://host:7077"}, "--engine spark"),
        ({"engine": "spark", "workers": 2}, "of this machine"),
    ],
)
def test_options_that_do_not_go_together_are_told(options, reason):
    with pytest.raises(InputError, match=reason):
        extractions([], Memory(), Task(), **options)
