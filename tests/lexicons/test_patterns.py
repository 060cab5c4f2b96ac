"""The relation lexicon by verb and by noun."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.titles import titles
from graphbuild.lexicons.verbs import Lexicon, lexicon


def test_every_entry_is_found_by_its_verb_or_noun() -> None:
    words = lexicon()
    found = patterns(words)
    assert {(v, *rest): p for v, entries in found.verbs.items() for rest, p in entries.items()} == dict(
        words.verbs
    )
    assert {(n, p): e for n, entries in found.nouns.items() for p, e in entries.items()} == dict(words.nouns)


def test_the_plain_pattern_of_a_class() -> None:
    words = lexicon()
    plain = patterns(words).classes["attack"]
    assert (plain.relation, plain.effect) == ("attack", "")
    assert (plain.plover, plain.polarity) == (
        words.classes["attack"].plover,
        words.classes["attack"].polarity,
    )


@pytest.mark.parametrize(
    ("first", "last", "pos", "lemma"),
    [
        ("stand", "off", "NOUN", "stand-off"),
        ("cease", "fire", "NOUN", "cease-fire"),
        ("re", "elect", "VERB", "re-elect"),
        ("rebel", "hold", "VERB", None),
        ("stand", "off", "VERB", None),
        ("re", "elect", "NOUN", None),
        ("zing", "zang", "NOUN", None),
    ],
)
def test_parts_of_a_word_are_one_entry_of_their_part_of_speech(
    first: str, last: str, pos: str, lemma: str | None
) -> None:
    assert patterns(lexicon()).hyphened(first, last, pos) == lemma


def test_a_users_words_are_joined_with_or_without_hyphen(tmp_path: Path) -> None:
    known = patterns(
        own(tmp_path, "noun,preposition,relation,role", "zing-zang,with,attack,target", "zipzap,,aid,")
    )
    assert known.hyphened("zing", "zang", "NOUN") == "zing-zang"
    assert known.hyphened("zip", "zap", "NOUN") == "zipzap"


def test_events_are_done_to_somebody_and_the_relational_nouns_name_no_title(tmp_path: Path) -> None:
    known = patterns(lexicon())
    assert {"attack", "raid"} <= known.events
    assert {"rival", "critic"} <= known.relational
    assert known.relational.isdisjoint(titles())
    assert known.events <= known.event_words
    rows = "zap,on,attack,target", "zapper,of,attack,agent", "president,of,support,agent"
    mine = patterns(own(tmp_path, "noun,preposition,relation,role", *rows))
    assert mine.events - known.events == {"zap"}
    assert mine.relational - known.relational == {"zapper"}


def test_what_only_completes_a_verb_is_a_word_of_events_but_no_event(tmp_path: Path) -> None:
    known = patterns(own(tmp_path, "verb,object,preposition,relation", "zing,zang,on,attack"))
    assert "zang" in known.event_words
    assert "zang" not in known.events
    assert known.objects["zing"] == {"zang"}


def own(folder: Path, header: str, *rows: str) -> Lexicon:
    path = folder / "own.csv"
    names = "verb,object,preposition,relation,polarity,effect,noun,role".split(",")
    lines = [dict(zip(header.split(","), row.split(","), strict=True)) for row in rows]
    path.write_text(
        "\n".join([",".join(names), *(",".join(line.get(name, "") for name in names) for line in lines)]),
        "utf-8",
    )
    return lexicon(path)
