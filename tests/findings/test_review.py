import json
from dataclasses import replace

import pytest
from corpus import article, network
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import InputError, LexiconError
from graphbuild.findings.amended import amended
from graphbuild.findings.review import answers, asked, review
from graphbuild.read.corrections import corrections
from graphbuild.records import Correction

NET = network(
    article(
        "a",
        "[Ann Lee] struck [Ben Roe].",
        "[Lee] helped [Ben Roe].",
        "[Ann Lee] met [Cem].",
        relations=[
            (0, "Ann Lee", "attack", "Ben Roe", -1.0),
            (1, "Lee", "aid", "Ben Roe", 1.0),
            (2, "Ann Lee", "discuss", "Cem", 0.25),
        ],
    ),
)
IDS = dict(zip(NET.actors["name"], NET.actors["actor_id"], strict=True))
ATTACK = NET.relations.loc[NET.relations["relation"] == "attack", "relation_id"].item()


def _net(confidence=0.4):
    stated = NET.relations["kind"] != "cooccurrence"
    sure = NET.relations["confidence"].where(~stated, confidence)
    kinds = dict.fromkeys(NET.actors["actor_id"], "person")
    return replace(
        NET,
        relations=NET.relations.assign(confidence=sure, rule="active"),
        actors=NET.actors.assign(type=NET.actors["actor_id"].map(kinds)),
    )


def _pairs(answer):
    return answer.tables["May be one"]["link"].tolist()


def _doubts(answer):
    return answer.tables["May be wrong"]["relation_id"].tolist()


def test_both_lists_have_what_one_needs_to_answer():
    found = review(_net())
    assert _pairs(found) == ["Lee = Ann Lee"]
    assert ATTACK in _doubts(found)
    row = found.tables["May be wrong"].set_index("relation_id").loc[ATTACK]
    assert row["link"] == "Ann Lee attacks Ben Roe"
    assert row["sentence"] == "Ann Lee struck Ben Roe."
    assert "low confidence" in row["reasons"]
    assert len(review(_net(), limit=1).tables["May be wrong"]) == 1


@pytest.mark.parametrize("action", ["merge", "different"])
def test_what_was_answered_is_not_asked_again(action):
    rows = [Correction(action, "Lee", "Ann Lee"), Correction("confirm", ATTACK)]
    found = review(_net(), corrections=rows)
    assert _pairs(found) == []
    assert ATTACK not in _doubts(found)


def test_answers_are_rows_with_ids():
    rows = answers(_net(), same=[("lee", "Ann Lee")], different=[("Cem", "Ben Roe")], wrong=[ATTACK])
    assert [(row.action, row.subject, row.object) for row in rows] == [
        ("merge", IDS["Lee"], IDS["Ann Lee"]),
        ("different", IDS["Cem"], IDS["Ben Roe"]),
        ("drop", ATTACK, ""),
    ]
    with pytest.raises(InputError, match="are one actor"):
        answers(_net(), same=[("Cem", "cem")])
    with pytest.raises(InputError, match="no actor is called"):
        answers(_net(), different=[("Cem", "Zoe")])


def test_questions_are_asked_in_turn_until_one_has_enough():
    said, told = iter(["y", "n", "s", "q"]), []

    def ask(question, letters):
        told.append(question)
        assert letters == "ynsq"
        return next(said)

    rows = list(asked(_net(), ask))
    assert (rows[0].action, rows[0].subject) == ("merge", IDS["Lee"])
    assert [row.action for row in rows] == ["merge", "drop"]
    assert "Lee = Ann Lee: are they one?" in told[0]
    assert "is it right?" in told[1]
    assert len(told) == 4


def test_the_file_keeps_the_later_of_two_answers_and_all_else(tmp_path):
    file = tmp_path / "corrections.csv"
    file.write_text(
        'action;subject;object\nhide;reuters;\nsame;b;a\nrename;x;"A, B"\nright;0a;\n', "utf-8-sig"
    )
    rows = [Correction("different", "a", "b"), Correction("drop", "0a"), Correction("rename", "y", "=1+1"),
            Correction("add", "a", "b", relation="attack", evidence="d:1")]  # fmt: skip
    kept = amended(file, rows)
    expected = [
        ("ignore", "reuters", ""), ("rename", "x", "A, B"), ("different", "a", "b"), ("drop", "0a", ""),
        ("rename", "y", "=1+1"), ("add", "a", "b"),
    ]  # fmt: skip
    assert [(row.action, row.subject, row.object) for row in kept] == expected
    assert [(row.action, row.subject, row.object) for row in corrections(file)] == expected
    assert corrections(file)[-1].evidence == "d:1"
    assert "'=1+1" in file.read_text("utf-8-sig")
    amended(file, rows)
    assert len(corrections(file)) == len(expected)


def test_a_file_that_cannot_be_understood_stays_as_it_is(tmp_path):
    file = tmp_path / "corrections.csv"
    file.write_text("action,subject,object\nmarry,a,b\n")
    with pytest.raises(LexiconError):
        amended(file, [Correction("drop", "0a")])
    assert file.read_text() == "action,subject,object\nmarry,a,b\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setattr("graphbuild.network.load", lambda folder: _net())
    monkeypatch.chdir(tmp_path)

    def invoke(*words):
        return CliRunner().invoke(app, ["review", "out", *words])

    return invoke


def test_the_command_lists_answers_and_keeps(run, tmp_path):
    listed = run()
    assert "Lee = Ann Lee" in listed.output
    assert "Ann Lee struck Ben Roe." in listed.output
    told = json.loads(run("--json").output)["tables"]
    assert told["May be one"][0]["one"] == IDS["Lee"]
    assert not (tmp_path / "corrections.csv").exists()
    answered = run("--different", "Lee", "Ann Lee", "--wrong", ATTACK)
    assert "corrections.csv: 2 rows" in answered.output
    assert [row.action for row in corrections(tmp_path / "corrections.csv")] == ["different", "drop"]
    assert "Lee = Ann Lee" not in run().output
    run("--same", "Lee", "Ann Lee", "--corrections", "corrections.csv")
    assert [row.action for row in corrections(tmp_path / "corrections.csv")] == ["drop", "merge"]


def test_without_a_terminal_nothing_is_asked(run):
    refused = run("--ask")
    assert refused.exit_code == 2
    assert "no terminal" in refused.output


def test_on_a_terminal_each_answer_is_kept_at_once(run, tmp_path, monkeypatch):
    from graphbuild.findings.commands import review as command

    class Terminal:
        @staticmethod
        def isatty():
            return True

    monkeypatch.setattr("graphbuild.findings.commands.sys.stdin", Terminal)
    monkeypatch.setattr("graphbuild.findings.commands.sys.stdout.isatty", lambda: True, raising=False)
    typed = iter(["what", "y", "q"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    command(tmp_path, ask=True)
    (row,) = corrections(tmp_path / "corrections.csv")
    assert (row.action, row.subject) == ("merge", IDS["Lee"])
