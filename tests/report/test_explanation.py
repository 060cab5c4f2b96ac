"""What is told of every sentence, by the library and on the command line."""

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import InputError
from graphbuild.explain import explain

TEXT = (
    "President Mary Zyxwen of Kenya did not attack Togo. "
    "She praised Chad, officials said. They baked bread. Zyxwen blamed herself."
)


@pytest.fixture(scope="module")
def told():
    """Lines of each sentence, by sentence."""
    _, *parts = explain(TEXT).plain.split("\n\n")
    return [part.splitlines() for part in parts]


def test_sentences_come_in_order_with_what_was_found(told):
    assert [lines[0].split()[0] for lines in told] == ["President", "She", "They", "Zyxwen"]
    found = told[0].index("  + Mary Zyxwen attack Togo")
    assert "rule active, negated, confidence 0." in told[0][found + 1]
    assert told[0][found + 1].endswith("what is negated counts into no edge")


def test_a_pronoun_is_told_with_its_actor_and_a_relation_with_its_speaker(told):
    found = told[1].index("  + She [Mary Zyxwen] support Chad")
    assert told[1][found + 1].endswith("said by officials")
    assert "  = She: Mary Zyxwen" in told[1]


def test_what_was_rejected_is_told_with_its_reason(told):
    assert '  - "bake": not in the word list of verbs' in told[2]


def test_a_relation_of_an_actor_with_itself_is_told_as_left_out(told):
    assert told[3][1] == '  - "blame" (rule active): source and target are one actor, "Zyxwen"'


def test_a_file_is_read_and_two_articles_are_headed(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\nFirst,Togo praised Kenya.\nSecond,Chad fell.\n", "utf-8")
    lines = explain(str(tmp_path / "a.csv")).plain.splitlines()
    assert lines.index("First") < lines.index("Togo praised Kenya.") < lines.index("Second")


def test_escape_codes_of_a_text_do_not_reach_the_terminal():
    assert "\x1b" not in explain("Togo\x1b[31m praised Kenya\x1b[0m and \x1b]0;x\x07 Chad.").plain


@pytest.mark.parametrize("text", ["", "nowhere.txt", " "])
def test_what_is_neither_a_sentence_nor_a_file_is_refused(text):
    with pytest.raises(InputError, match="give a sentence in quotes"):
        explain(text)


def test_a_sentence_as_long_as_no_file_name_may_be_is_a_sentence():
    assert "+ Togo support Kenya" in explain("Togo praised Kenya. " + "It rained all day. " * 30).plain


def test_the_command_prints_it():
    shown = CliRunner().invoke(app, ["explain", "Togo praised Kenya."])
    assert shown.exit_code == 0
    assert "+ Togo support Kenya" in shown.stdout


def test_a_lexicon_of_the_user_counts(tmp_path):
    words = tmp_path / "words.csv"
    words.write_text("verb,object,preposition,relation,polarity,effect\nbuzz,,,threaten,-0.4,\n", "utf-8")
    assert "+ Russia threaten Sweden" in explain("Russia buzzed Sweden.", lexicon=words).plain
