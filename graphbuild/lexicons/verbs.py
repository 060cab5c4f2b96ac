"""The word lists that turn a verb or an event noun into a relation class.

Five CSV files beside this module, one row per pattern, meant to be read and extended by hand:

``relation_classes.csv``
    ``relation, plover, quad, cameo_root, polarity, meaning``: the classes of relation.
``verbs.csv``
    ``verb, object, preposition, relation, polarity, effect``: "launch" + "attack" + "on" is an attack.
``nouns.csv``
    ``noun, preposition, relation, polarity, role``: "an attack on Y", "talks between X and Y".
``status.csv``
    ``lemma, pos, status``: what "plan", "may" or "fail" do to the clause that they govern.
``speech.csv``
    ``verb, relation, object``: the verbs that report speech.

All words are lemmas in lower case ("shoot down", "talk", "sanction").
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graphbuild.errors import LexiconError

__all__ = ["EventNoun", "Lexicon", "Pattern", "RelationClass", "Speech", "lexicon"]

_FOLDER = Path(__file__).parent
_EFFECTS = ("", "same", "flip")
_ROLES = ("target", "source", "both")
_STATUSES = ("asserted", "negated", "possible", "intended")
_OBJECTS = ("topic", "hearer", "target")
_COLUMNS = {
    "relation_classes": ("relation", "plover", "quad", "cameo_root", "polarity", "meaning"),
    "verbs": ("verb", "object", "preposition", "relation", "polarity", "effect"),
    "nouns": ("noun", "preposition", "relation", "polarity", "role"),
    "status": ("lemma", "pos", "status"),
    "speech": ("verb", "relation", "object"),
}

_Row = dict[str, str]
_Where = tuple[Path, int]


@dataclass(frozen=True, slots=True)
class RelationClass:
    """A class of relation: its PLOVER type, quad class, CAMEO root code and polarity (-1 to 1)."""

    relation: str
    plover: str
    quad: str
    cameo_root: str
    polarity: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a verb, with its object and preposition, says about source and target.

    ``effect`` tells how the verb acts on an event in its object: ``same`` (launch, order, support: the event
    stands), ``flip`` (stop, lift, oppose: its sign turns) or empty. A verb that has an effect and no meaning
    of its own ("begin", "cancel") has an empty ``relation``.
    """

    relation: str
    plover: str
    polarity: float
    effect: str


@dataclass(frozen=True, slots=True)
class EventNoun:
    """What an event noun says; ``role`` is that of its preposition's object: target, source or both."""

    relation: str
    plover: str
    polarity: float
    role: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of speech; ``object`` says what its direct object is: the topic, the hearer or the target."""

    relation: str
    plover: str
    polarity: float
    object: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, ready for look-up by lemma.

    Attributes
    ----------
    classes : mapping of str to RelationClass
    verbs : mapping of (verb, object, preposition) to Pattern
        ``object`` is empty unless the pattern needs that noun as the verb's object. ``preposition`` marks the
        target; empty where the target is the direct object (or, beside an ``object``, the indirect one), and
        ``and`` where the subjects are the parties ("X and Y met").
    nouns : mapping of (noun, preposition) to EventNoun
    status : mapping of (lemma, part of speech) to str
        Universal part-of-speech tags; asserted, negated, possible or intended.
    speech : mapping of str to Speech
    """

    classes: Mapping[str, RelationClass]
    verbs: Mapping[tuple[str, str, str], Pattern]
    nouns: Mapping[tuple[str, str], EventNoun]
    status: Mapping[tuple[str, str], str]
    speech: Mapping[str, Speech]


def lexicon(extra: Path | None = None) -> Lexicon:
    """The project's word lists, with a user's own rows on top.

    Parameters
    ----------
    extra : Path, optional
        A CSV file with the columns of ``verbs.csv``, whose rows are added to the project's and replace those
        with the same verb, object and preposition. Where it also has a column ``noun``, a row that fills it
        (and leaves ``verb`` empty) is an event noun, with ``preposition``, ``relation``, ``polarity`` and
        ``role``.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        The file cannot be read, lacks a column, or has a row with an unknown class, a polarity outside
        -1 to 1, an unknown effect, role or status. Names file and line and says what to do.

    Notes
    -----
    The PLOVER types are those of the PLOVER codebook (Halterman et al. 2023, doi:10.31235/osf.io/rm5dw); the
    polarities lie between its and Goldstein's scale (1992, doi:10.1177/0022002792036002007), divided by ten.

    Examples
    --------
    >>> lexicon().verbs["launch", "attack", "on"].relation
    'attack'
    >>> lexicon().nouns["talk", "between"].role
    'both'
    """
    if extra is None:
        return _own()
    own = _own()
    verbs, nouns = dict(own.verbs), dict(own.nouns)
    for row, where in _rows(Path(extra), _COLUMNS["verbs"]):
        noun = row.get("noun", "").lower()
        if noun and row["verb"]:
            raise _bad(where, "both a verb and a noun", "split it into two rows")
        if noun:
            nouns[noun, row["preposition"].lower()] = _noun(row, own.classes, where)
        else:
            verbs[_key(row, where)] = _pattern(row, own.classes, where)
    return Lexicon(own.classes, MappingProxyType(verbs), MappingProxyType(nouns), own.status, own.speech)


@cache
def _own() -> Lexicon:
    """The project's own lists."""
    classes = {row["relation"]: _relation_class(row, where) for row, where in _own_rows("relation_classes")}
    verbs = {_key(row, where): _pattern(row, classes, where) for row, where in _own_rows("verbs")}
    nouns = {(row["noun"], row["preposition"]): _noun(row, classes, where) for row, where in _own_rows("nouns")}
    status = {
        (row["lemma"], row["pos"]): _one_of(row["status"], _STATUSES, "status", where)
        for row, where in _own_rows("status")
    }
    speech = {row["verb"]: _speech(row, classes, where) for row, where in _own_rows("speech")}
    return Lexicon(
        MappingProxyType(classes),
        MappingProxyType(verbs),
        MappingProxyType(nouns),
        MappingProxyType(status),
        MappingProxyType(speech),
    )


def _own_rows(name: str) -> Iterator[tuple[_Row, _Where]]:
    return _rows(_FOLDER / f"{name}.csv", _COLUMNS[name])


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[_Row, _Where]]:
    """Each row of a CSV file, stripped, with the place to name when it is bad."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [name.strip().lower() for name in next(reader, [])]
            missing = ", ".join(name for name in columns if name not in header)
            if missing:
                raise _bad((path, 1), f"no column {missing}", f"name the columns there: {', '.join(columns)}")
            for cells in reader:
                if not any(map(str.strip, cells)):
                    continue
                where = path, reader.line_num
                if len(cells) != len(header):
                    raise _bad(where, f"{len(cells)} cells under {len(header)} columns", "add or remove commas")
                yield dict(zip(header, map(str.strip, cells), strict=True)), where
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise LexiconError(f"{path}: cannot be read ({exc}). Give a CSV file in UTF-8.") from exc


def _bad(where: _Where, problem: str, remedy: str) -> LexiconError:
    return LexiconError(f"{where[0]}, line {where[1]}: {problem}; {remedy}.")


def _one_of(value: str, allowed: tuple[str, ...], what: str, where: _Where) -> str:
    if value not in allowed:
        names = ", ".join(name or "nothing" for name in allowed)
        raise _bad(where, f'unknown {what} "{value}"', f"use one of: {names}")
    return value


def _number(text: str, where: _Where, default: float) -> float:
    """A polarity, or ``default`` where the cell is empty."""
    if not text:
        return default
    try:
        value = float(text)
    except ValueError as exc:
        problem = f'polarity "{text}" is not a number'
        raise _bad(where, problem, "give a number from -1 to 1 or leave it empty") from exc
    if not -1 <= value <= 1:
        raise _bad(where, f"polarity {text} is out of range", "give a number from -1 to 1")
    return value


def _relation_class(row: _Row, where: _Where) -> RelationClass:
    return RelationClass(
        row["relation"], row["plover"], row["quad"], row["cameo_root"], _number(row["polarity"], where, 0.0),
        row["meaning"],
    )  # fmt: skip


def _class(row: _Row, classes: Mapping[str, RelationClass], where: _Where) -> RelationClass:
    if row["relation"] not in classes:
        raise _bad(where, f'unknown relation "{row["relation"]}"', f"use one of: {', '.join(classes)}")
    return classes[row["relation"]]


def _key(row: _Row, where: _Where) -> tuple[str, str, str]:
    if not row["verb"]:
        raise _bad(where, "no verb", "give the verb's lemma")
    return row["verb"].lower(), row["object"].lower(), row["preposition"].lower()


def _pattern(row: _Row, classes: Mapping[str, RelationClass], where: _Where) -> Pattern:
    effect = _one_of(row["effect"], _EFFECTS, "effect", where)
    if effect and not row["relation"]:
        return Pattern("", "", 0.0, effect)
    found = _class(row, classes, where)
    return Pattern(found.relation, found.plover, _number(row["polarity"], where, found.polarity), effect)


def _noun(row: _Row, classes: Mapping[str, RelationClass], where: _Where) -> EventNoun:
    found = _class(row, classes, where)
    role = _one_of(row.get("role", "") or "target", _ROLES, "role", where)
    return EventNoun(found.relation, found.plover, _number(row["polarity"], where, found.polarity), role)


def _speech(row: _Row, classes: Mapping[str, RelationClass], where: _Where) -> Speech:
    found = _class(row, classes, where)
    return Speech(
        found.relation, found.plover, found.polarity, _one_of(row["object"], _OBJECTS, "object", where)
    )
