"""A user's corrections file: what was found wrongly, kept beside the articles and applied to every build.

A CSV file with the columns ``action, subject, object``, and ``relation, evidence`` where relations are added:

=========  ===========  ==================  ==============================================================
action     subject      object              what it does
=========  ===========  ==================  ==============================================================
merge      actor        actor               the subject is the same actor as the object, whose name, type
                                            and id stay; ``same`` is the same
different  actor        actor               the two are not one: where a build would hold them to be, what is
                                            called as the one that is but an alias becomes an actor of its own
split      actor        one of its aliases  the mentions so called, and what refers back to them, become an
                                            actor of their own
rename     actor        the new name        the id stays
retype     actor        its type            official, person, country, organization, group or place
country    actor        its country         ISO 3166-1 alpha-3 code or name; ``none``: it has none
role       actor        its role            a code of `graphbuild.vocabulary.ROLES`; ``none``: it has none
ignore     actor        (empty)             the actor is dropped with its mentions and relations; ``hide``
                                            is the same
relink     mention_id   actor               the mention, and what is no name and refers back to it, stands for
                                            the object; ``none``: for nobody
drop       relation_id  (empty)             the relation is dropped; ``reject`` and ``wrong`` are the same
confirm    relation_id  (empty)             the relation is right: it is held for sure, and `review` asks no
                                            more; ``right`` is the same
reclass    relation_id  its class           a class of ``relation_classes.csv``; its kind and polarity follow
add        actor        actor               a relation from the subject to the object, of the class in
                                            ``relation``, that the sentence in ``evidence``
                                            (``doc_id:sentence``, as the tables number it) states
=========  ===========  ==================  ==============================================================

An actor is given by its ``actor_id``, or by name, or by alias; case, accents, hyphens and dots of names do
not matter. An id goes before a name, a name before an alias. The id of a merged subject goes on leading to
the object, and the id of what was split off is ``<alias>-from-<id of the subject>``, so that later rows can
speak of both.

A merged object takes the subject's role and country where it has none, and a person who is merged with an
official is one. A country or place gets no role by that. What is relinked leaves name, type, role and country
of both actors as they were.

Rows are applied top to bottom; one that stands twice counts once, at its last place. Names and aliases go on
leading to the actor that had them, so that order matters only where it must: of two renames of one actor the
lower wins, a rename below a merge renames the merged actor, and a split below a merge takes an alias of both.
A merge below has no effect where a row above says that the two are different.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from pathlib import Path

from graphbuild.errors import InputError, LexiconError
from graphbuild.lexicons import countries
from graphbuild.lexicons.verbs import lexicon
from graphbuild.names import fold, strip_article
from graphbuild.read.encoding import decoded
from graphbuild.read.source import Source
from graphbuild.records import Correction
from graphbuild.vocabulary import ACTOR_TYPES, NONE, ROLES

__all__ = ["corrections"]

_COLUMNS = ("action", "subject", "object")
_MORE = ("relation", "evidence")
_ACTIONS = {
    "merge": "the actor that the subject is the same as",
    "split": "the alias that is to be an actor of its own",
    "rename": "the new name",
    "retype": f"one of {', '.join(ACTOR_TYPES)}",
    "country": f"the country's name or ISO 3166-1 alpha-3 code, or {NONE}",
    "role": f"one of {', '.join(ROLES)}, or {NONE}",
    "ignore": "",
    "different": "the actor that the subject is not",
    "relink": f"the actor that the mention stands for, or {NONE}",
    "drop": "",
    "confirm": "",
    "reclass": "a class of relation",
    "add": "the actor to whom it is done",
}
_SUBJECTS = {
    "relink": "mention's id",
    "drop": "relation's id",
    "confirm": "relation's id",
    "reclass": "relation's id",
}
_SYNONYMS = {"hide": "ignore", "reject": "drop", "same": "merge", "wrong": "drop", "right": "confirm"}
_JOINERS = "\u200c\u200d"  # which Persian needs
_DELIMITERS = ",;\t"
_LISTED = 20
_PLACE = re.compile(r".+:\d+")
_GUARDED = re.compile(r"'(?=[=+\-@\t\r])")


def corrections(path: str | Path) -> tuple[Correction, ...]:
    """Read a corrections file.

    As graphbuild and its page write it (UTF-8, commas), and as spreadsheets save it: with a byte order mark,
    semicolons or tabs, in UTF-16, with any line ends. The apostrophe that graphbuild puts before a cell that
    a spreadsheet would run as a formula is taken away. Further columns, empty rows and rows that begin with
    ``#`` are passed over.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of Correction
        In the order of the rows, synonyms such as ``hide`` under their other names.

    Raises
    ------
    LexiconError
        The file cannot be read, lacks a column, or has a row with an unknown action, type, country, role or
        class, or with a cell that should be filled or empty. The message names the file and the line of every
        such row, and what to do.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "corrections.csv")
    ...     _ = file.write_text("action;subject;object\\nhide;reuters;\\n", encoding="utf-8-sig")
    ...     [(row.action, row.subject, row.line) for row in corrections(file)]
    [('ignore', 'reuters', 2)]
    """
    try:
        with Path(path).open("rb") as stream:
            text = decoded(Source(stream, str(path), None, {}))
    except OSError as exc:
        raise LexiconError(f"{path}: cannot be read ({exc.strerror}); check the name of the file") from exc
    except InputError as exc:
        raise LexiconError(f"{path}: cannot be read as text; save it as CSV in UTF-8") from exc
    found = list(_rows(str(path), text))
    if bad := [row for row in found if isinstance(row, LexiconError)]:
        raise bad[0] if len(bad) == 1 else _all(str(path), bad)
    return tuple(row for row in found if isinstance(row, Correction))


def _all(path: str, bad: Sequence[LexiconError]) -> LexiconError:
    """All that is wrong with a file in one error."""
    rows = [f"  {str(error).removeprefix(f'{path}, ')}" for error in bad[:_LISTED]]
    more = [f"  and {len(bad) - _LISTED:,} more"] if len(bad) > _LISTED else []
    return LexiconError("\n".join([f"{path}: {len(bad):,} rows cannot be used", *rows, *more]))


def _rows(path: str, text: str) -> Iterator[Correction | LexiconError]:
    """Each row, or what is wrong with it; a file without the columns has no rows to tell of."""
    first = next(iter(text.splitlines()), "")
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    line = 1
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
        if missing := [name for name in _COLUMNS if name not in header]:
            raise _bad(path, 1, f"no column {', '.join(missing)}", f"the columns are {', '.join(_COLUMNS)}")
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
                if any(cell.strip() for cell in cells[len(header) :]):
                    problem = f"{len(cells)} cells under {len(header)} columns"
                    yield _bad(path, line + 1, problem, "quote a cell that holds a comma")
                else:
                    found = dict(zip(header, map(_plain, cells), strict=False))
                    yield _correction(path, line + 1, *(found.get(name, "") for name in (*_COLUMNS, *_MORE)))
            line = reader.line_num
    except csv.Error as exc:
        yield _bad(path, line + 1, f"not CSV ({exc})", "close the quotes, and double those in a cell")


def _plain(cell: str) -> str:
    """A cell on one line, without the guard and without what a terminal would obey."""
    cell = cell.strip(" ")
    words = " ".join((cell[1:] if _GUARDED.match(cell) else cell).split())
    return "".join(c for c in words if c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf"))


def _correction(
    path: str, line: int, action: str, subject: str, object: str, relation: str, evidence: str
) -> Correction | LexiconError:
    known = _SYNONYMS.get(action.casefold(), action.casefold())
    if known not in _ACTIONS:
        names = ", ".join((*_ACTIONS, *_SYNONYMS))
        return _bad(path, line, f'action "{action}" is unknown', f"use one of {names}")
    if not subject:
        what = _SUBJECTS.get(known, "actor's id or name")
        return _bad(path, line, "subject is empty", f"fill in the {what}")
    if _ACTIONS[known] and not object:
        return _bad(path, line, f"object is empty, and {action} needs it", f"fill in {_ACTIONS[known]}")
    if object and not _ACTIONS[known]:
        return _bad(path, line, f'object "{object}" says nothing to {action}', "leave the cell empty")
    if known in _WORDS:
        what, read = _WORDS[known]
        said = object
        if not (object := read(said)):
            return _bad(path, line, f'{what} "{said}" is unknown', f"use {_remedy(known)}")
    if known != "add":
        return Correction(known, subject, object, path, line)
    if not (said := _class(relation)):
        problem = (
            f'relation "{relation}" is unknown' if relation else f"relation is empty, and {action} needs it"
        )
        return _bad(path, line, problem, f"use {_remedy('reclass')}")
    if not _PLACE.fullmatch(evidence):
        problem = f'evidence "{evidence}" names no sentence'
        return _bad(path, line, problem, "write doc_id:sentence, as the tables number it")
    return Correction(known, subject, object, path, line, relation=said, evidence=evidence)


def _type(said: str) -> str:
    return said.casefold() if said.casefold() in ACTOR_TYPES else ""


def _country(said: str) -> str:
    known = countries()
    if said.casefold() == NONE or said.upper() in known.name_of:
        return NONE if said.casefold() == NONE else said.upper()
    return known.by_name.get(fold(strip_article(said)), "")


def _role(said: str) -> str:
    return NONE if said.casefold() == NONE else said.upper() if said.upper() in ROLES else ""


def _class(said: str) -> str:
    name = said.casefold().replace(" ", "_")
    return name if name in lexicon().classes else ""


_WORDS: dict[str, tuple[str, Callable[[str], str]]] = {
    "retype": ("type", _type),
    "country": ("country", _country),
    "role": ("role", _role),
    "reclass": ("class", _class),
}


def _remedy(action: str) -> str:
    return f"one of {', '.join(lexicon().classes)}" if action == "reclass" else _ACTIONS[action]


def _bad(path: str, line: int, problem: str, remedy: str) -> LexiconError:
    return LexiconError(f"{path}, line {line}: {problem}; {remedy}.")
