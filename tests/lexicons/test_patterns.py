"""The relation lexicon by verb and by noun."""

from __future__ import annotations

from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


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
