import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicons.rows import listed, one_of, rows


def _write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "words.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_come_with_their_line_numbers(tmp_path):
    path = _write(tmp_path, "word,role\n# armed\nrebel,REB\n\nsoldier, MIL\n")
    assert list(rows(path, ["word", "role"])) == [
        (3, {"word": "rebel", "role": "REB"}),
        (5, {"word": "soldier", "role": "MIL"}),
    ]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path):
    path = _write(tmp_path, "word,role\nrebel,REB\n", encoding="utf-8-sig")
    assert next(rows(path, ["word", "role"]))[1]["word"] == "rebel"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("noun,role\nrebel,REB\n", "line 1"),
        ("word,role\nrebel,REB\nsoldier\n", "line 3"),
        ("word,role\nrebel,REB,group\n", "line 2"),
        ("word,role\nrebel,REB\n,MIL\n", "line 3"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path, text, line):
    path = _write(tmp_path, text)
    with pytest.raises(LexiconError) as raised:
        list(rows(path, ["word", "role"]))
    assert str(path) in str(raised.value)
    assert line in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.csv"):
        list(rows(tmp_path / "none.csv", ["word"]))
    path = tmp_path / "latin.csv"
    path.write_bytes("word\nÉlysée\n".encode("latin-1"))
    with pytest.raises(LexiconError, match="UTF-8"):
        list(rows(path, ["word"]))


def test_a_value_that_is_not_allowed_is_named_with_those_that_are(tmp_path):
    with pytest.raises(LexiconError, match=r"line 4: role is 'ARMY'.*GOV, MIL"):
        one_of("ARMY", frozenset({"GOV", "MIL"}), tmp_path / "words.csv", 4, "role")


def test_a_list_has_no_empty_entries():
    assert listed(" UK || Britain |") == ("UK", "Britain")
