"""The verb, noun, status and speech lists, and their loader."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import LexiconError
from graphbuild.lexicons import verbs as module
from graphbuild.lexicons.verbs import EventNoun, Pattern, lexicon

FOLDER = Path(module.__file__).parent
LISTS = {
    "relation_classes": ("relation",),
    "verbs": ("verb", "object", "preposition"),
    "nouns": ("noun", "preposition"),
    "status": ("lemma", "pos"),
    "speech": ("verb",),
}
HEADER = "verb,object,preposition,relation,polarity,effect"


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def extra(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "mine.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", LISTS)
def test_each_key_stands_once(name: str) -> None:
    keys = [tuple(row[column] for column in LISTS[name]) for row in read(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["verbs", "nouns", "status", "speech"])
def test_words_are_lemmas_in_lower_case_and_sorted(name: str) -> None:
    keys = [tuple(row[column] for column in LISTS[name]) for row in read(name)]
    assert keys == sorted(keys)
    words = [cell for key in keys for cell in (key[:1] if name == "status" else key)]
    assert [word for word in words if word != " ".join(word.lower().split())] == []


def test_lists_are_wide() -> None:
    words = lexicon()
    assert len(words.classes) == 39
    assert len(words.verbs) > 8000
    assert len({verb for verb, _, _ in words.verbs}) > 1800
    assert len({noun for noun, _ in words.nouns}) > 900


def test_every_class_with_a_sign_has_a_verb_and_a_noun() -> None:
    words = lexicon()
    learned = {"dismiss", "appoint", "trade", "compete"}  # the reader knows them; no list has their words yet
    signed = {c.relation for c in words.classes.values() if c.polarity} - learned
    assert signed <= {p.relation for p in words.verbs.values()}
    assert signed <= {n.relation for n in words.nouns.values()}


def test_a_pattern_has_the_sign_of_its_class_or_none() -> None:
    words = lexicon()
    for key, said in [*words.verbs.items(), *words.nouns.items()]:
        own = words.classes[said.relation].polarity if said.relation else 0.0
        mild = said.relation in ("request", "demand", "lead", "member_of")
        assert mild or said.polarity * own >= 0, key


def test_british_and_american_spellings_say_the_same() -> None:
    verbs = lexicon().verbs
    for one, other in [("criticise", "criticize"), ("honour", "honor"), ("favour", "favor")]:
        assert verbs[one, "", ""] == verbs[other, "", ""]
    only_one = {"seize", "capsize", "prize", "size"}
    for verb, noun, preposition in verbs:
        first = verb.split(" ")[0]
        if first.endswith("ize") and first not in only_one:
            other = verb.replace("ize", "ise", 1)
            assert verbs[verb, noun, preposition] == verbs[other, noun, preposition]


@pytest.mark.parametrize(
    ("verb", "noun", "preposition", "relation"),
    [
        ("bomb", "", "", "attack"),
        ("shoot down", "", "", "attack"),
        ("open", "fire", "on", "attack"),
        ("assassinate", "", "", "kill"),
        ("take", "hostage", "", "abuse"),
        ("arrest", "", "", "detain"),
        ("crack down", "", "on", "restrict"),
        ("sever", "tie", "with", "expel"),
        ("impose", "sanction", "on", "sanction"),
        ("deploy", "", "near", "mobilize"),
        ("demonstrate", "", "against", "protest"),
        ("pose", "threat", "to", "threaten"),
        ("sue", "", "", "accuse"),
        ("file", "lawsuit", "against", "accuse"),
        ("object", "", "to", "reject"),
        ("lash out", "", "at", "criticize"),
        ("be", "critical", "of", "criticize"),
        ("call", "", "on", "demand"),
        ("plead", "", "with", "request"),
        ("negotiate", "", "with", "discuss"),
        ("meet", "", "and", "discuss"),
        ("agree", "", "with", "promise"),
        ("praise", "", "", "support"),
        ("vote", "", "for", "support"),
        ("lift", "sanction", "on", "yield"),
        ("withdraw", "troop", "from", "yield"),
        ("sign", "agreement", "with", "ally"),
        ("share", "intelligence", "with", "ally"),
        ("give", "money", "to", "aid"),
        ("grant", "asylum", "", "aid"),
        ("beat", "", "", "defeat"),
    ],
)
def test_what_verbs_mean(verb: str, noun: str, preposition: str, relation: str) -> None:
    """The pattern itself, or what the verb does to the event noun in its object."""
    words = lexicon()
    pattern = words.verbs.get((verb, noun, preposition))
    if pattern is None:
        event = words.nouns[noun, preposition]
        assert words.verbs[verb, "", ""].effect == ("flip" if relation in ("expel", "yield") else "same")
        assert event.relation == relation or relation in ("expel", "yield")
    else:
        assert pattern.relation == relation


@pytest.mark.parametrize("verb", ["launch", "begin", "continue", "conduct", "support", "order", "approve"])
def test_verbs_that_let_an_event_stand(verb: str) -> None:
    assert lexicon().verbs[verb, "", ""].effect == "same"


@pytest.mark.parametrize(
    "verb", ["stop", "lift", "end", "oppose", "reject", "condemn", "prevent", "call off"]
)
def test_verbs_that_turn_an_event(verb: str) -> None:
    assert lexicon().verbs[verb, "", ""].effect == "flip"


@pytest.mark.parametrize("verb", ["accuse", "charge", "suspect", "blame"])
def test_what_somebody_is_accused_of_is_no_target(verb: str) -> None:
    assert not {(verb, "", preposition) for preposition in ("of", "for", "with")} & set(lexicon().verbs)


@pytest.mark.parametrize(
    ("noun", "preposition", "relation", "role"),
    [
        ("attack", "on", "attack", "target"),
        ("airstrike", "by", "attack", "source"),
        ("talk", "between", "discuss", "both"),
        ("visit", "to", "visit", "target"),
        ("critic", "of", "criticize", "agent"),
        ("supporter", "of", "support", "agent"),
        ("investigation", "into", "investigate", "target"),
        ("opposition", "to", "reject", "target"),
    ],
)
def test_what_nouns_mean(noun: str, preposition: str, relation: str, role: str) -> None:
    found = lexicon().nouns[noun, preposition]
    assert (found.relation, found.role) == (relation, role)


def test_plover_type_may_differ_from_the_class() -> None:
    words = lexicon()
    signed = words.verbs["sign", "agreement", "and"]
    assert (signed.relation, signed.plover) == ("ally", "SUPPORT")
    assert words.classes["ally"].plover == "COOPERATE"


@pytest.mark.parametrize(
    ("lemma", "pos", "status"),
    [
        ("plan", "VERB", "intended"),
        ("will", "AUX", "intended"),
        ("threat", "NOUN", "intended"),
        ("may", "AUX", "possible"),
        ("reportedly", "ADV", "possible"),
        ("if", "SCONJ", "possible"),
        ("refuse", "VERB", "negated"),
        ("not", "PART", "negated"),
        ("without", "ADP", "negated"),
        ("manage", "VERB", "asserted"),
    ],
)
def test_status(lemma: str, pos: str, status: str) -> None:
    assert lexicon().status[lemma, pos] == status


def test_speech_tells_hearer_from_target() -> None:
    speech = lexicon().speech
    assert (speech["say"].relation, speech["say"].polarity) == ("say", 0.0)
    assert speech["tell"].object == "hearer"
    assert (speech["accuse"].relation, speech["accuse"].object) == ("accuse", "target")


def test_own_lists_are_read_once() -> None:
    assert lexicon() is lexicon()


def test_extra_adds_and_overrides(tmp_path: Path) -> None:
    path = extra(tmp_path, "# mine", "Yeet,,,expel,-0.2,", "praise,,,criticize,,flip", ",,,,,")
    mine = lexicon(path)
    assert mine.verbs["yeet", "", ""] == Pattern("expel", "SANCTION", -0.2, "")
    assert mine.verbs["praise", "", ""] == Pattern("criticize", "ACCUSE", -0.2, "flip")
    assert mine.verbs["attack", "", ""] == lexicon().verbs["attack", "", ""]
    assert lexicon().verbs["praise", "", ""].relation == "support"
    assert ("yeet", "", "") not in lexicon().verbs


def test_extra_takes_nouns_and_any_order_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "role,noun,verb,object,preposition,relation,polarity,effect\n"
        ",ratio,,,of,criticize,,\n"
        "agent,shill,,,for,support,0.9,\n"
        ",,shill,,for,support,,\n",
        encoding="utf-8-sig",
    )
    mine = lexicon(path)
    assert mine.nouns["ratio", "of"] == EventNoun("criticize", "ACCUSE", -0.2, "target")
    assert mine.nouns["shill", "for"] == EventNoun("support", "SUPPORT", 0.9, "agent")
    assert mine.verbs["shill", "", "for"].relation == "support"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_extra_takes_what_spreadsheets_put_between_cells(tmp_path: Path, mark: str) -> None:
    path = extra(tmp_path, "yeet,,,expel,-0.2,".replace(",", mark), header=HEADER.replace(",", mark))
    assert lexicon(path).verbs["yeet", "", ""] == Pattern("expel", "SANCTION", -0.2, "")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("zap,,,smite,,", 'relation "smite" is unknown; use one of attack'),
        ("zap,,,attack,-1.5,", 'polarity "-1.5" is not a number from -1 to 1'),
        ("zap,,,attack,strong,", 'polarity "strong" is not a number'),
        ("zap,,,attack,nan,", 'polarity "nan" is not a number'),
        ("zap,,,attack,,double", 'effect "double" is unknown; use one of (empty), flip, same'),
        ("zap,,,,,", 'relation "" is unknown'),
        (",,,attack,,", "needs either a verb or a noun"),
        ("zap,attack", "2 cells under 6 columns"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, says: str) -> None:
    path = extra(tmp_path, "poke,,,attack,,", row)
    with pytest.raises(LexiconError) as caught:
        lexicon(path)
    assert says in str(caught.value)
    assert f"{path}, line 3: " in str(caught.value)


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("verb,object,preposition,relation,polarity", "zap,,,attack,", "line 1: no column effect"),
        (HEADER + ",plover", "zap,,,attack,,,PEACE", 'plover "PEACE" is unknown'),
        (HEADER + ",noun,role", ",,on,attack,,,zapping,victim", 'role "victim" is unknown'),
        (HEADER + ",noun", "zap,,on,attack,,,zapping", "needs either a verb or a noun"),
    ],
)
def test_a_bad_column_is_named(tmp_path: Path, header: str, row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon(extra(tmp_path, row, header=header))
    assert says in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.csv: cannot be read"):
        lexicon(tmp_path / "absent.csv")
    (tmp_path / "latin.csv").write_bytes(HEADER.encode() + b"\nd\xe9fendre,,,support,,\n")
    with pytest.raises(LexiconError, match=r"latin\.csv: cannot be read .*UTF-8"):
        lexicon(tmp_path / "latin.csv")


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.dictionaries(
        st.tuples(WORD, st.one_of(st.just(""), WORD), st.sampled_from(["", "on", "with", "and"])),
        st.tuples(
            st.sampled_from(sorted(lexicon().classes)),
            st.one_of(st.none(), st.floats(-1, 1, allow_nan=False)),
            st.sampled_from(["", "same", "flip"]),
        ),
        max_size=6,
    )
)
def test_extra_rows_come_back_as_written(
    tmp_path_factory: pytest.TempPathFactory,
    rows: dict[tuple[str, str, str], tuple[str, float | None, str]],
) -> None:
    path = tmp_path_factory.mktemp("words") / "mine.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER.split(","))
        for key, (relation, polarity, effect) in rows.items():
            writer.writerow([*key, relation, "" if polarity is None else repr(polarity), effect])
    mine, own = lexicon(path), lexicon()
    for key, (relation, polarity, effect) in rows.items():
        expected = own.classes[relation].polarity if polarity is None else polarity
        assert mine.verbs[key] == Pattern(relation, own.classes[relation].plover, expected, effect)
    assert {k: v for k, v in mine.verbs.items() if k not in rows} == {
        k: v for k, v in own.verbs.items() if k not in rows
    }
