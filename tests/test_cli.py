import json
import os
import subprocess
import sys

import pytest
import typer
from pipeline import stand_in
from typer.testing import CliRunner

from graphbuild import exports, read
from graphbuild.cli import app, main
from graphbuild.errors import ModelError
from graphbuild.resolve import resolve

COMMANDS = typer.main.get_command(app)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("[Ann] attacks [Ben]\n", encoding="utf-8")
    return str(path)


def _run(monkeypatch, *arguments):
    """Exit code of `main` as a user would get it."""
    monkeypatch.setattr(sys, "argv", ["graphbuild", *arguments])
    with pytest.raises(SystemExit) as done:
        main()
    return done.value.code or 0


@pytest.mark.parametrize("name", [None, *COMMANDS.commands])
def test_every_command_and_option_has_help(name):
    command = COMMANDS.commands[name] if name else COMMANDS
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{parameter.name} lacks help"


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["export", "--help"]])
def test_help_tells_the_exit_codes(arguments):
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0
    assert "Exit codes: 0" in shown.stdout


def _flat(*arguments):
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0
    return " ".join(shown.stdout.split())


def test_help_names_every_format():
    assert f"Files ({' '.join(read.formats.FORMATS)})" in _flat("build", "--help")
    told = _flat("export", "--help")
    assert all(f"{ending} {form.what}" in told for ending, form in exports.FORMATS.items())


@pytest.mark.parametrize("rules", [{}, {"active": "X attacks Y.", "by": "Y is attacked by X."}])
def test_rules_are_listed_with_what_they_read(monkeypatch, rules):
    monkeypatch.setattr("graphbuild.cli.RULES", rules)
    shown = CliRunner().invoke(app, ["explain", "--rules"])
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [f"{name:6}  {sentence}" for name, sentence in rules.items()]


def test_a_build_tells_what_it_found_and_wrote(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    assert _run(monkeypatch, "build", article, "--output", str(tmp_path / "out")) == 0
    told = capsys.readouterr()
    assert "Ann attacks Ben" in told.out
    assert told.err == ""
    assert (tmp_path / "out" / "graph.html").exists()


def test_left_out_inputs_are_listed_and_told_by_the_exit_code(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    missing = [str(tmp_path / f"missing{i}\x1b.txt") for i in range(25)]
    assert _run(monkeypatch, "build", article, *missing, "--output", str(tmp_path / "out")) == 3
    told = capsys.readouterr()
    assert "Ann attacks Ben" in told.out
    assert told.err.count("Left out") == 21
    assert "5 more" in told.err
    assert "\x1b" not in told.err


def test_other_kinds_in_a_folder_are_told_once_and_are_no_failure(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    for name in ("photo.jpg", "sheet.xls", ".DS_Store"):
        (tmp_path / name).write_bytes(b"x")
    for _ in range(2):  # the second time the output of the first lies in the folder
        assert _run(monkeypatch, "build", str(tmp_path), "--output", str(tmp_path / "out")) == 0
        told = capsys.readouterr()
        assert told.out.count("2 files of other kinds were left out: photo.jpg, sheet.xls\n") == 1
        assert told.err == ""
    skipped = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["skipped"]
    assert [entry["path"].rpartition("/")[2] for entry in skipped] == ["photo.jpg", "sheet.xls"]


def test_nothing_to_read_is_one_clear_message(monkeypatch, capsys, tmp_path):
    assert _run(monkeypatch, "build", str(tmp_path / "missing.txt"), "--output", str(tmp_path / "out")) == 1
    told = capsys.readouterr()
    assert told.err.startswith("Error: ")
    assert "missing.txt" in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_a_missing_model_is_one_clear_message(monkeypatch, capsys, article, tmp_path):
    def load(model=""):
        raise ModelError(f"no pipeline {model} here")

    monkeypatch.setattr("graphbuild.disk.pipelines.described", load)
    assert _run(monkeypatch, "build", article, "--model", "xx", "--output", str(tmp_path / "out")) == 1
    assert capsys.readouterr().err == "Error: no pipeline xx here\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "a.txt", "--window", "-1"],
        ["build", "a.txt", "--status", "negated"],
        ["build", "a.txt", "--columns", "text"],
        ["nonsense"],
    ],
)
def test_a_command_that_is_not_understood(monkeypatch, capsys, arguments):
    assert _run(monkeypatch, *arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_columns_and_status_reach_the_build(monkeypatch, capsys, tmp_path):
    stand_in(monkeypatch)
    rows = tmp_path / "rows.csv"
    rows.write_text("nr,body\n7,[Ann] attacks [Ben]\n", encoding="utf-8")
    options = ["--columns", "text=body", "--columns", "id=nr", "--status", "intended"]
    assert _run(monkeypatch, "build", str(rows), "--output", str(tmp_path / "out"), *options) == 0
    assert (tmp_path / "out" / "documents.csv").read_text("utf-8-sig").splitlines()[1].startswith("7,")
    assert "Ann attacks Ben" not in capsys.readouterr().out


def test_export_writes_an_earlier_build(monkeypatch, article, tmp_path):
    stand_in(monkeypatch)
    _run(monkeypatch, "build", article, "--output", str(tmp_path / "out"))
    assert _run(monkeypatch, "export", str(tmp_path / "out"), str(tmp_path / "g.json")) == 0
    assert "attacks" in (tmp_path / "g.json").read_text("utf-8")
    assert _run(monkeypatch, "export", str(tmp_path), str(tmp_path / "g.json")) == 1
    few = [str(tmp_path / "out"), str(tmp_path / "few.json"), "--min-weight", "9", "--top", "3"]
    assert _run(monkeypatch, "export", *few, "--backbone", "0.1", "--max-q", "1") == 0
    assert json.loads((tmp_path / "few.json").read_text("utf-8"))["nodes"] == []


def _processor_time():
    """Seconds of the processes that were started and have ended; other work on the machine does not count."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_help_and_version_do_not_load_the_libraries():
    loaded = "import sys, graphbuild.cli; print({'pandas', 'spacy', 'networkx', 'numpy'} & {*sys.modules})"
    shown = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
    began = _processor_time()
    subprocess.run([sys.executable, "-m", "graphbuild", "--help"], capture_output=True, check=True)
    assert _processor_time() - began < 3  # it takes a tenth; libraries loaded take seconds
    shown = subprocess.run([sys.executable, "-m", "graphbuild", "--version"], capture_output=True, text=True)
    assert shown.stdout.startswith("graphbuild ")


def test_corrections_reach_the_build_and_one_without_effect_is_a_warning(
    monkeypatch, capsys, caplog, article, tmp_path
):
    real = resolve
    stand_in(monkeypatch)
    monkeypatch.setattr("graphbuild.resolve.resolve", real)
    rows = tmp_path / "corrections.csv"
    rows.write_text("action;subject;object\nrename;Ann;Anna\nignore;nobody;\n", encoding="utf-8-sig")
    out = str(tmp_path / "out")
    assert _run(monkeypatch, "build", article, "--output", out, "--corrections", str(rows)) == 0
    told = capsys.readouterr()
    assert "Anna attacks Ben" in told.out
    assert "1 correction applied, 1 without effect" in told.out
    assert 'line 3: ignore has no effect: no actor is called "nobody"' in caplog.text


def test_a_bad_corrections_file_is_one_clear_message(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    rows = tmp_path / "corrections.csv"
    rows.write_text("action,subject,object\nmarry,Ann,Ben\n", encoding="utf-8")
    out = str(tmp_path / "out")
    assert _run(monkeypatch, "build", article, "--output", out, "--corrections", str(rows)) == 1
    assert capsys.readouterr().err.startswith(f'Error: {rows}, line 2: action "marry" is unknown; use one of')


def test_a_lexicon_that_is_not_there_is_told_as_a_corrections_file_is(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    for option in ("--lexicon", "--corrections"):
        missing, out = str(tmp_path / "missing.csv"), str(tmp_path / "out")
        assert _run(monkeypatch, "build", article, "--output", out, option, missing) == 1
        assert capsys.readouterr().err == (
            f"Error: {missing}: cannot be read (No such file or directory); check the name of the file\n"
        )


def test_a_bad_lexicon_is_one_clear_message(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    words = tmp_path / "words.csv"
    words.write_text("verb,object,preposition,relation,polarity,effect\nzap,,,smite,,\n", encoding="utf-8")
    assert (
        _run(monkeypatch, "build", article, "--output", str(tmp_path / "out"), "--lexicon", str(words)) == 1
    )
    assert capsys.readouterr().err.startswith(
        f'Error: {words}, line 2: relation "smite" is unknown; use one of'
    )


@pytest.fixture
def built(monkeypatch, capsys, article, tmp_path):
    stand_in(monkeypatch)
    assert _run(monkeypatch, "build", article, "--output", str(tmp_path / "out")) == 0
    capsys.readouterr()
    return str(tmp_path / "out")


def test_questions_are_answered_in_words_and_as_json(monkeypatch, capsys, built):
    assert _run(monkeypatch, "show", built, "link", "Ann", "Ben") == 0
    assert "[Ann] attacks [Ben]" in capsys.readouterr().out
    assert _run(monkeypatch, "show", built, "actor", "Ann", "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Ann"
    assert _run(monkeypatch, "show", built, "actor", "Zoe") == 1
    assert "no actor is called 'Zoe'" in capsys.readouterr().err
    assert _run(monkeypatch, "show", built, "top", "--kind", "verbs") == 2


def test_analyses_and_differences_of_an_output(monkeypatch, capsys, built):
    assert _run(monkeypatch, "analyze", built, "--only", "measures") == 0
    assert capsys.readouterr().out.strip().endswith("measures.csv")
    assert _run(monkeypatch, "diff", built, built) == 0
    assert capsys.readouterr().out.startswith("Nothing differs")
    assert _run(monkeypatch, "diff", built) == 1
    assert "name a second output" in capsys.readouterr().err


def test_a_report_is_written_beside_the_output_or_where_one_says(monkeypatch, capsys, built, tmp_path):
    assert _run(monkeypatch, "report", built) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "out" / "report.html")
    assert _run(monkeypatch, "report", built, str(tmp_path / "mine.html"), "--title", "Mine") == 0
    assert "<h1>Mine</h1>" in (tmp_path / "mine.html").read_text("utf-8")
