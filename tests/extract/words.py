"""A lexicon of a few patterns, so that rule tests do not change when the word lists grow."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import EventNoun, Pattern, lexicon

__all__ = ["PATTERNS"]

_VERBS = """
accuse      -       -       accuse      -
arrest      -       -       detain      -
attack      -       -       attack      -
be          ally    of      ally        -
back        -       -       support     -
call        -       on      request     -
condemn     -       -       criticize   -
crack~down  -       on      restrict    -
demand      -       -       demand      -
fight       -       -       attack      -
give        aid     -       aid         -
give        aid     to      aid         -
hold        -       -       detain      same
hold        talk    with    discuss     -
jail        -       -       detain      -
lift        -       -       -           flip
meet        -       -       discuss     -
meet        -       and     discuss     -
negotiate   -       with    discuss     -
order       -       -       -           same
plan        -       -       -           same
refuse      -       -       reject      -
urge        -       -       request     -
visit       -       -       visit       -
"""
_NOUNS = """
attack      on      attack      target
criticism   of      criticize   target
sanction    on      sanction    target
talk        between discuss     both
talk        with    discuss     target
"""

_OWN = lexicon()


def _of(relation: str, effect: str = "") -> Pattern:
    known = _OWN.classes.get(relation)
    return Pattern(relation, known.plover, known.polarity, effect) if known else Pattern("", "", 0.0, effect)


def _rows(table: str) -> list[list[str]]:
    return [
        [cell.replace("-", "").replace("~", " ") for cell in row.split()] for row in table.split("\n") if row
    ]


PATTERNS = patterns(
    replace(
        _OWN,
        verbs={
            (verb, noun, preposition): _of(relation, effect)
            for verb, noun, preposition, relation, effect in _rows(_VERBS)
        },
        nouns={
            (noun, preposition): EventNoun(
                relation, _OWN.classes[relation].plover, _OWN.classes[relation].polarity, role
            )
            for noun, preposition, relation, role in _rows(_NOUNS)
        },
    )
)
