import unicodedata

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import LexiconError
from graphbuild.exports.tabular import tabular
from graphbuild.read.corrections import corrections

ROWS = "action,subject,object\nmerge,a-moran,ada-moran\nignore,reuters,\n"
READ = [("merge", "a-moran", "ada-moran", 2), ("ignore", "reuters", "", 3)]


def _file(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "corrections.csv"
    path.write_bytes(text.encode(encoding))
    return path


def _read(tmp_path, text, encoding="utf-8"):
    return [(c.action, c.subject, c.object, c.line) for c in corrections(_file(tmp_path, text, encoding))]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ROWS, "utf-8"),
        (ROWS, "utf-8-sig"),
        (ROWS, "utf-16"),
        (ROWS.replace(",", ";"), "utf-8-sig"),
        (ROWS.replace(",", "\t"), "utf-16"),
        (ROWS.replace("\n", "\r\n"), "utf-8"),
        (ROWS.replace("\n", "\r"), "utf-8"),
        (ROWS.rstrip("\n"), "utf-8"),
        (ROWS.replace("action,subject", " Action ,SUBJECT").replace("merge", "Merge"), "utf-8"),
    ],
)
def test_it_reads_what_spreadsheets_make_of_it(tmp_path, text, encoding):
    assert _read(tmp_path, text, encoding) == READ


def test_columns_stand_in_any_order_and_further_ones_are_read_over(tmp_path):
    text = "note,object,subject,action\nsame man,ada-moran,a-moran,merge\n,,reuters,ignore\n"
    assert _read(tmp_path, text) == READ


def test_a_cell_that_is_missing_at_the_end_is_empty(tmp_path):
    assert _read(tmp_path, "action,subject,object\nignore,reuters\n") == [("ignore", "reuters", "", 2)]


def test_empty_rows_and_comments_are_passed_over_and_lines_counted(tmp_path):
    text = 'action,subject,object\n\n# who is who\n,,\nrename,x,"Two\nlines"\ndrop,0123456789ab,\n'
    assert _read(tmp_path, text) == [("rename", "x", "Two lines", 5), ("drop", "0123456789ab", "", 7)]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("'=cmd", "=cmd"),
        ("'@handle", "@handle"),
        ("'-x", "-x"),
        ("'Ndrangheta", "'Ndrangheta"),
        ("''=a", "''=a"),
        ("A\x1b[31m \u202eda", "A[31m da"),
    ],
)
def test_the_apostrophe_before_a_formula_goes_and_what_steers_a_terminal(tmp_path, cell, meant):
    assert _read(tmp_path, f"action,subject,object\nrename,x,{cell}\n") == [("rename", "x", meant, 2)]


@pytest.mark.parametrize(("word", "action"), [("hide", "ignore"), ("Reject", "drop")])
def test_the_words_of_the_page_are_understood(tmp_path, word, action):
    assert _read(tmp_path, f"action,subject,object\n{word},x,\n") == [(action, "x", "", 2)]


def test_a_header_alone_is_no_correction(tmp_path):
    assert _read(tmp_path, "action,subject,object\n") == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "no column action, subject, object; the columns are"),
        ("action,subject\nignore,x\n", 1, "no column object"),
        ("action,subject,object\nmarry,a,b\n", 2, 'action "marry" is unknown; use one of merge, split'),
        ("action,subject,object\n\nmerge,a,\n", 3, "object is empty, and merge needs it; fill in the actor"),
        ("action,subject,object\nignore,,\n", 2, "subject is empty; fill in the actor's id or name"),
        ("action,subject,object\ndrop,,\n", 2, "subject is empty; fill in the relation's id"),
        ("action,subject,object\nignore,a,b\n", 2, 'object "b" says nothing to ignore; leave the cell empty'),
        ("action,subject,object\nretype,a,king\n", 2, 'type "king" is unknown; use one of official, person'),
        ("action,subject,object\nrename,a,Moran, Ada\n", 2, "4 cells under 3 columns; quote"),
        ('action,subject,object\nrename,a,"Moran\n', 2, "not CSV"),
    ],
)
def test_a_bad_file_is_one_clear_message_with_file_line_and_remedy(tmp_path, text, line, told):
    with pytest.raises(LexiconError) as error:
        corrections(_file(tmp_path, text))
    assert str(error.value).startswith(f"{tmp_path / 'corrections.csv'}, line {line}: ")
    assert told in str(error.value)


def test_all_bad_rows_are_told_at_once(tmp_path):
    text = "action,subject,object\nmarry,a,b\nignore,reuters,\nretype,a,king\nrename,a,b,c\nmerge,a,\n"
    file = _file(tmp_path, text + 'rename,a,"b\n')
    with pytest.raises(LexiconError) as error:
        corrections(file)
    first, *rows = str(error.value).splitlines()
    assert first == f"{file}: 5 rows cannot be used"
    starts = ["line 2: action", "line 4: type", "line 5: 4 cells", "line 6: object is", "line 7: not CSV"]
    assert [row[2:].startswith(start) for row, start in zip(rows, starts, strict=True)] == [True] * 5


def test_of_very_many_bad_rows_the_first_are_told(tmp_path):
    with pytest.raises(LexiconError) as error:
        corrections(_file(tmp_path, "action,subject,object\n" + "marry,a,b\n" * 1500))
    rows = str(error.value).splitlines()
    assert (rows[0].split(": ")[-1], rows[-1]) == ("1,500 rows cannot be used", "  and 1,480 more")
    assert len(rows) == 22


def test_a_file_that_is_no_text_or_not_there(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.csv: cannot be read .*check the name"):
        corrections(tmp_path / "none.csv")
    (tmp_path / "c.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    with pytest.raises(LexiconError, match="save it as CSV in UTF-8"):
        corrections(tmp_path / "c.csv")


def test_a_type_is_understood_in_any_case(tmp_path):
    assert _read(tmp_path, "action,subject,object\nretype,x,Official\n") == [("retype", "x", "official", 2)]


NAMES = st.text(max_size=12).filter(
    lambda name: (
        name == " ".join(name.split())
        and not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in name)
        and not name.startswith(("'=", "'+", "'-", "'@", "#"))
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES.filter(bool), NAMES.filter(bool)), min_size=1, max_size=5))
def test_what_graphbuilds_own_writer_makes_comes_back(tmp_path_factory, pairs):
    path = tmp_path_factory.mktemp("rows") / "corrections.csv"
    rows = [("rename", subject, new) for subject, new in pairs]
    tabular(pd.DataFrame(rows, columns=["action", "subject", "object"], dtype="str"), path)
    assert [(c.action, c.subject, c.object) for c in corrections(path)] == rows


NEW = """action,subject,object,relation,evidence
country,Ada Moran,Kenya,,
country,b,ken,,
country,c,None,,
role,a,gov,,
role,a,none,,
different,a,b,,
same,a,b,,
right,0a,,,
wrong,0b,,,
reclass,0c,Located in,,
relink,d:0-4,none,,
add,a,b,attack,my doc:12
"""


def test_every_kind_is_read_in_the_words_of_the_tables(tmp_path):
    found = corrections(_file(tmp_path, NEW))
    assert [(row.action, row.subject, row.object, row.relation, row.evidence) for row in found] == [
        ("country", "Ada Moran", "KEN", "", ""),
        ("country", "b", "KEN", "", ""),
        ("country", "c", "none", "", ""),
        ("role", "a", "GOV", "", ""),
        ("role", "a", "none", "", ""),
        ("different", "a", "b", "", ""),
        ("merge", "a", "b", "", ""),
        ("confirm", "0a", "", "", ""),
        ("drop", "0b", "", "", ""),
        ("reclass", "0c", "located_in", "", ""),
        ("relink", "d:0-4", "none", "", ""),
        ("add", "a", "b", "attack", "my doc:12"),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("country,a,Atlantis,,", 'country "Atlantis" is unknown; use the country'),
        ("role,a,king,,", 'role "king" is unknown; use one of GOV, MIL'),
        ("reclass,a,marries,,", 'class "marries" is unknown; use one of attack, kill'),
        ("relink,,a,,", "subject is empty; fill in the mention's id"),
        ("relink,d:0-3,,,", "object is empty, and relink needs it"),
        ("add,a,b,,d:1", "relation is empty, and add needs it; use one of attack"),
        ("add,a,b,marries,d:1", 'relation "marries" is unknown'),
        ("add,a,b,attack,", 'evidence "" names no sentence; write doc_id:sentence'),
        ("add,a,b,attack,d", 'evidence "d" names no sentence'),
    ],
)
def test_what_a_kind_does_not_know_is_told_with_the_remedy(tmp_path, row, told):
    with pytest.raises(LexiconError) as error:
        corrections(_file(tmp_path, f"action,subject,object,relation,evidence\n{row}\n"))
    assert told in str(error.value)
