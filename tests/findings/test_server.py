"""The server for agents, asked by the protocol's own client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import pytest
from corpus import article, network

from graphbuild.errors import MissingExtra
from graphbuild.findings.server import TOOLS, server
from graphbuild.manifest import manifest
from graphbuild.network import Network
from graphbuild.output import write

RELATIONS = [(0, "Ann", "attack", "Ben", -0.9), (1, "Ben", "support", "محمد 🦊", 0.8, "possible")]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Network]:
    net = network(
        article("a", "[Ann] hit [Ben].", '[Ben] "backs" [محمد 🦊].', date="2020-01-02", relations=RELATIONS),
        article("b", "[Ann] hit [Ben] again.", date="2021", relations=[(0, "Ann", "attack", "Ben", -0.9)]),
    )
    folder = tmp_path_factory.mktemp("served")
    told = manifest({}, model={"name": "none", "version": "0"}, options={})
    write(net, folder, title="t", manifest=told)
    return folder, net


def _asked(folder: Path, *calls: tuple[str, dict[str, object]]) -> tuple[dict, list]:
    """Tools with their descriptions, and the answer to each call."""
    mcp = pytest.importorskip("mcp")

    async def session() -> tuple[dict, list]:
        place = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "graphbuild", "mcp", str(folder)]
        )
        async with mcp.stdio_client(place) as streams, mcp.ClientSession(*streams) as client:
            await client.initialize()
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            return tools, [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(session())


def _told(answer: object) -> dict:
    assert not answer.is_error, answer  # type: ignore[attr-defined]
    return json.loads(answer.content[0].text)  # type: ignore[attr-defined]


def test_an_agent_gets_answers_with_sentences_and_what_to_cite(output: tuple[Path, Network]) -> None:
    folder, net = output
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    tools, answers = _asked(
        folder,
        ("overview", {}),
        ("find_actor", {"text": "محمد"}),
        ("link", {"first": "Ann", "second": "Ben"}),
        ("sentences", {"name": "ann", "other": "BEN", "relation": "attack", "limit": 1}),
        ("path", {"first": "Ann", "second": "محمد 🦊"}),
        ("document", {"doc_id": "a"}),
        ("top", {"until": "2020-12", "kinds": ["verb"]}),
        ("speaker", {"name": "Ann"}),
        ("ego", {"name": "Ben"}),
        ("actor", {"name": "Ben", "since": "2021"}),
        ("actor", {"name": "Bin"}),
        ("top", {"kinds": ["magic"]}),
    )
    assert tuple(tools) == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.values())
    whole, found, link, cited, path, document, early, said, near, late, lost, wrong = answers
    assert _told(whole)["counts"] == net.counts
    assert _told(found)["actors"][0]["name"] == "محمد 🦊"
    assert {row["sentence"] for row in _told(link)["tables"]["Sentences"]} == {
        "Ann hit Ben.",
        "Ann hit Ben again.",
    }
    (sentence,) = _told(cited)["sentences"]
    assert _told(cited)["found"] == 2
    assert sentence["doc_id"] in ("a", "b")
    assert sentence["sentence"].startswith("Ann hit Ben")
    assert {"title", "source", "url", "published", "status", "confidence"} <= sentence.keys()
    assert _told(path)["facts"] == {"steps": "2"}
    assert [row["sentence"] for row in _told(document)["stated"]] == ["Ann hit Ben.", 'Ben "backs" محمد 🦊.']
    assert _told(early)["tables"]["Links"][0]["sentences"] == 1
    assert _told(said)["facts"]["relations"] == "0"
    assert _told(near)["facts"]["neighbours"] == "2"
    assert [row["link"] for row in _told(late)["tables"]["Is done to it"]] == ["Ann attacks Ben"]
    for answer, words in ((lost, "nearest names are Ben"), (wrong, "verb")):
        assert answer.is_error
        assert words in answer.content[0].text
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before  # it only reads


def test_a_missing_package_is_said_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(MissingExtra, match=r'pip install "graphbuild\[mcp\]"'):
        server(network())
