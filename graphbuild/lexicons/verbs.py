"""The word lists that turn a verb or an event noun into a relation class.

Five CSV files beside this module, one row per pattern, meant to be read and extended by hand. All words are
lemmas in lower case ("shoot down", "talk", "sanction"); lines that begin with ``#`` are comments.

``relation_classes.csv``: relation, plover, quad, cameo_root, polarity, meaning, phrase
    The classes of relation; ``phrase`` is what a reader is told between source and target ("belongs to").
``verbs.csv``: verb, object, preposition, relation, plover, polarity, effect
    "launch" + "attack" + "on" is an attack. ``object`` is the noun or predicate adjective that completes the
    verb ("take" + "hostage", "be" + "critical" + "of"), empty where the verb alone says it. ``preposition``
    marks the target; it is empty where the target is the direct object (beside an ``object``: the verb's
    other object, "give Y aid", or whoever the object belongs to) and ``and`` where the subjects are the
    parties ("X and Y met"). ``effect`` says what the verb does to an event in its object: ``same`` (launch,
    order, support: the event stands), ``flip`` (stop, lift, oppose: its sign turns) or nothing. A verb with
    an effect but no meaning of its own ("begin", "cancel") has no ``relation``.
``nouns.csv``: noun, preposition, relation, plover, polarity, role
    ``role`` says what the preposition's object is: the ``target`` ("an attack on Y"; whoever owns or
    modifies the noun is the source), the ``source`` ("an attack by X") or ``both`` parties ("talks between X
    and Y"). An ``agent`` noun names the source itself, and its owner is the target: "a critic of Y",
    "Y's critics".
``status.csv``: lemma, pos, status
    What a word does to the clause that it governs or modifies: "plan" makes it intended, "may" possible,
    "fail" negated; "manage" leaves it asserted. ``pos`` is a universal part-of-speech tag.
``speech.csv``: verb, relation, object
    Verbs that report speech; ``object`` says what their direct object is: the ``topic``, the ``hearer``
    ("tell", "warn") or the ``target`` of the act itself ("accuse").

``plover`` and ``polarity`` are filled only where a pattern differs from its class.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from graphbuild.errors import LexiconError
from graphbuild.vocabulary import STATUSES

__all__ = ["EventNoun", "Lexicon", "Pattern", "RelationClass", "Speech", "lexicon"]

_FOLDER = Path(__file__).parent
_COLUMNS = {
    "relation_classes": ("relation", "plover", "quad", "cameo_root", "polarity", "meaning", "phrase"),
    "verbs": ("verb", "object", "preposition", "relation", "plover", "polarity", "effect"),
    "nouns": ("noun", "preposition", "relation", "plover", "polarity", "role"),
    "status": ("lemma", "pos", "status"),
    "speech": ("verb", "relation", "object"),
    "extra": ("verb", "object", "preposition", "relation", "polarity", "effect"),
}
_DELIMITERS = ",;\t"
_EFFECTS = frozenset({"", "same", "flip"})
_ROLES = frozenset({"target", "source", "both", "agent"})
_OBJECTS = frozenset({"topic", "hearer", "target"})
_TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET NOUN PART PRON SCONJ VERB".split())

_Row = dict[str, str]
_Where = tuple[Path, int]
_Classes = Mapping[str, "RelationClass"]


@dataclass(frozen=True, slots=True)
class RelationClass:
    """A class of relation: its PLOVER type, quad class, CAMEO root code and polarity (-1 to 1)."""

    relation: str
    plover: str
    quad: str
    cameo_root: str
    polarity: float
    meaning: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a verb, with its object and preposition, says of source and target; its ``effect`` on events."""

    relation: str
    plover: str
    polarity: float
    effect: str


@dataclass(frozen=True, slots=True)
class EventNoun:
    """What an event noun says; ``role`` is target, source, both or agent."""

    relation: str
    plover: str
    polarity: float
    role: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What a verb of speech says of its target; ``object`` is topic, hearer or target."""

    relation: str
    plover: str
    polarity: float
    object: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, ready for look-up by lemma; the module's own page says what their fields mean.

    Attributes
    ----------
    classes : mapping of str to RelationClass
    verbs : mapping of (verb, object, preposition) to Pattern
    nouns : mapping of (noun, preposition) to EventNoun
    status : mapping of (lemma, part of speech) to str
        asserted, negated, possible or intended.
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
        A CSV file in UTF-8 (with commas, semicolons or tabs) with the columns ``verb, object, preposition,
        relation, polarity, effect`` in any order. Its rows join the project's and replace those with the same
        verb, object and preposition. A row that fills the optional column ``noun`` in place of ``verb`` is an
        event noun, with its ``role`` in another optional column (``target`` if there is none). ``plover`` is
        optional too.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        The file cannot be read, lacks a column, or has a row with an unknown relation class, PLOVER type,
        effect or role, or a polarity outside -1 to 1. The message names file and line and what to do.

    Notes
    -----
    The PLOVER types are those of Halterman et al. (2023, doi:10.31235/osf.io/rm5dw); the polarities are a
    compromise of that codebook's and Goldstein's scale (1992, doi:10.1177/0022002792036002007), divided by
    ten.

    Examples
    --------
    >>> lexicon().verbs["launch", "attack", "on"].relation
    'attack'
    >>> lexicon().nouns["talk", "between"].role
    'both'
    """
    own = _own()
    if extra is None:
        return own
    verbs, nouns = dict(own.verbs), dict(own.nouns)
    types = _types(own.classes)
    for row, where in _rows(Path(extra), _COLUMNS["extra"]):
        noun = row.get("noun", "")
        if bool(noun) == bool(row["verb"]):
            raise _bad(where, "a row needs either a verb or a noun", "fill one of the two columns")
        if noun:
            row["role"] = row.get("role") or "target"
            nouns[noun.lower(), row["preposition"].lower()] = _noun(row, own.classes, types, where)
        else:
            key = row["verb"].lower(), row["object"].lower(), row["preposition"].lower()
            verbs[key] = _pattern(row, own.classes, types, where)
    return Lexicon(own.classes, MappingProxyType(verbs), MappingProxyType(nouns), own.status, own.speech)


@cache
def _own() -> Lexicon:
    """The project's own lists."""
    classes = {row["relation"]: _relation_class(row, where) for row, where in _list("relation_classes")}
    types = _types(classes)
    verbs = dict(_verbs(classes, types))
    nouns = {
        (row["noun"], row["preposition"]): _noun(row, classes, types, where) for row, where in _list("nouns")
    }
    status = {
        (row["lemma"], _one_of(row, "pos", _TAGS, where)): _one_of(row, "status", STATUSES, where)
        for row, where in _list("status")
    }
    speech = {row["verb"]: _speech(row, classes, types, where) for row, where in _list("speech")}
    return Lexicon(
        MappingProxyType(classes),
        MappingProxyType(verbs),
        MappingProxyType(nouns),
        MappingProxyType(status),
        MappingProxyType(speech),
    )


def _verbs(classes: _Classes, types: frozenset[str]) -> Iterator[tuple[tuple[str, str, str], Pattern]]:
    """Keys and patterns of ``verbs.csv``; rows that say the same share one pattern, which loads faster."""
    known: dict[tuple[str, str, str, str], Pattern] = {}
    for row, where in _list("verbs"):
        said = row["relation"], row["plover"], row["polarity"], row["effect"]
        pattern = known.get(said)
        if pattern is None:
            pattern = known[said] = _pattern(row, classes, types, where)
        yield (row["verb"], row["object"], row["preposition"]), pattern


def _list(name: str) -> Iterator[tuple[_Row, _Where]]:
    return _rows(_FOLDER / f"{name}.csv", _COLUMNS[name])


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[_Row, _Where]]:
    """Each row of a CSV file with the place to name when it is bad."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            reader = csv.reader(chain([first], file), delimiter=max(_DELIMITERS, key=first.count))
            header = [name.strip().lower() for name in next(reader, [])]
            missing = ", ".join(name for name in columns if name not in header)
            if missing:
                raise _bad((path, 1), f"no column {missing}", f"the columns are {', '.join(columns)}")
            for cells in reader:
                if not any(cells) or cells[0].startswith("#"):
                    continue
                if len(cells) != len(header):
                    problem = f"{len(cells)} cells under {len(header)} columns"
                    raise _bad((path, reader.line_num), problem, "quote a cell that holds a comma")
                yield dict(zip(header, map(str.strip, cells), strict=True)), (path, reader.line_num)
    except OSError as exc:
        raise LexiconError(f"{path}: cannot be read ({exc.strerror}); check the name of the file") from exc
    except (UnicodeDecodeError, csv.Error) as exc:
        raise LexiconError(f"{path}: cannot be read ({exc}). Give a CSV file in UTF-8.") from exc


def _bad(where: _Where, problem: str, remedy: str) -> LexiconError:
    return LexiconError(f"{where[0]}, line {where[1]}: {problem}; {remedy}.")


def _one_of(row: _Row, column: str, allowed: Collection[str], where: _Where) -> str:
    value = row[column]
    if value not in allowed:
        names = ", ".join(sorted(name or "(empty)" for name in allowed))
        raise _bad(where, f'{column} "{value}" is unknown', f"use one of {names}")
    return value


def _number(text: str, default: float, where: _Where) -> float:
    """A polarity, or ``default`` where the cell is empty."""
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -1 <= value <= 1:
        raise _bad(where, f'polarity "{text}" is not a number from -1 to 1', "correct it or leave it empty")
    return value


def _types(classes: _Classes) -> frozenset[str]:
    """The PLOVER types, and nothing for a pattern that keeps its class's."""
    return frozenset(c.plover for c in classes.values()) | {""}


def _relation_class(row: _Row, where: _Where) -> RelationClass:
    polarity = _number(row["polarity"], 0.0, where)
    return RelationClass(
        relation=row["relation"],
        plover=row["plover"],
        quad=row["quad"],
        cameo_root=row["cameo_root"],
        polarity=polarity,
        meaning=row["meaning"],
        phrase=row["phrase"],
    )


def _meaning(row: _Row, classes: _Classes, types: frozenset[str], where: _Where) -> tuple[str, str, float]:
    """Relation, PLOVER type and polarity of a row."""
    if row["relation"] not in classes:
        raise _bad(where, f'relation "{row["relation"]}" is unknown', f"use one of {', '.join(classes)}")
    found = classes[row["relation"]]
    plover = _one_of(row, "plover", types, where) if row.get("plover") else found.plover
    return found.relation, plover, _number(row.get("polarity", ""), found.polarity, where)


def _pattern(row: _Row, classes: _Classes, types: frozenset[str], where: _Where) -> Pattern:
    effect = _one_of(row, "effect", _EFFECTS, where)
    if effect and not row["relation"]:
        return Pattern("", "", 0.0, effect)
    return Pattern(*_meaning(row, classes, types, where), effect)


def _noun(row: _Row, classes: _Classes, types: frozenset[str], where: _Where) -> EventNoun:
    return EventNoun(*_meaning(row, classes, types, where), _one_of(row, "role", _ROLES, where))


def _speech(row: _Row, classes: _Classes, types: frozenset[str], where: _Where) -> Speech:
    return Speech(*_meaning(row, classes, types, where), _one_of(row, "object", _OBJECTS, where))
