"""Answers for a terminal and for programs."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
from rich.text import Text

from graphbuild.report.answers import Answer
from graphbuild.report.plain import plain

__all__ = ["as_json", "as_text", "changes_text"]

_WIDEST = 40
_LONGEST = 300
_QUIET = ("sentence", "document", "link", "rule")


def as_json(answer: Answer) -> str:
    """An answer as JSON, whole, for programs.

    Parameters
    ----------
    answer : Answer

    Returns
    -------
    str
        An object with ``title``, ``facts`` and ``tables``, each a list of objects; unknown numbers are null.

    Examples
    --------
    >>> as_json(Answer("Ann", {"type": "person"}))
    '{"title": "Ann", "facts": {"type": "person"}, "tables": {}}'
    """
    tables = {name: _records(table) for name, table in answer.tables.items()}
    return json.dumps({"title": answer.title, "facts": answer.facts, "tables": tables}, ensure_ascii=False)


def as_text(answer: Answer) -> Text:
    """An answer for a terminal: what has a sentence as lines with it, other tables in columns.

    Parameters
    ----------
    answer : Answer

    Returns
    -------
    rich.text.Text

    Examples
    --------
    >>> table = pd.DataFrame({"link": ["Ann attacks Ben"], "sentences": [2], "sentence": ["Ann hit Ben."]})
    >>> print(as_text(Answer("Ann", {"type": "person"}, {"Links": table})).plain)
    Ann
      type: person
    <BLANKLINE>
    Links
      Ann attacks Ben  (sentences 2)
        Ann hit Ben.
    <BLANKLINE>
    """
    told = Text(f"{plain(answer.title)}\n", style="bold")
    for name, value in answer.facts.items():
        told.append(f"  {name.replace('_', ' ')}: {plain(value)}\n", "")
    for name, table in answer.tables.items():
        told.append(f"\n{name}\n", style="bold")
        if table.empty:
            told.append("  none\n", style="dim")
        elif "sentence" in table:
            for row in _records(table):
                _proved(told, row)
        else:
            told.append(_columns(table), "")
    return told


def changes_text(found: pd.DataFrame, *, limit: int = 50) -> Text:
    """What `graphbuild.analysis.difference.difference` found, in lines with a sentence of either side.

    Parameters
    ----------
    found : DataFrame
    limit : int
        How many lines at most.

    Returns
    -------
    rich.text.Text

    Examples
    --------
    >>> print(changes_text(pd.DataFrame()).plain)
    Nothing differs by more than chance may explain.
    <BLANKLINE>
    """
    told = Text()
    if found.empty:
        return told.append("Nothing differs by more than chance may explain.\n")
    counts = found["change"].value_counts().sort_index()
    told.append(", ".join(f"{n:,} {name}" for name, n in counts.items()) + "\n\n", style="bold")
    for row in _records(found.head(limit)):
        name = plain(row["first_name"])
        name = f"{name} – {plain(row['second_name'])}" if row["second"] else name
        sides = [
            f"{row[f'stories_{s}']:,} of {row[f'of_{s}']:,} stories ({100 * row[f'share_{s}_low']:.1f} to "
            f"{100 * row[f'share_{s}_high']:.1f} %)"
            for s in "ab"
        ]
        told.append(f"{row['change']}  ", style="bold").append(f"{name}: {sides[0]}, then {sides[1]}")
        if row["change"] == "turned":
            told.append(f", polarity {row['polarity_a']:.2f}, then {row['polarity_b']:.2f}")
        told.append(f", q {row['q_value']:.2g}\n")
        for s in "ab":
            if row[f"sentence_{s}"]:
                told.append(f"    {_short(row[f'sentence_{s}'])} [{plain(row[f'doc_{s}'])}]\n", style="dim")
    if len(found) > limit:
        told.append(f"and {len(found) - limit:,} more\n")
    return told


def _proved(told: Text, row: dict[str, Any]) -> None:
    figures = ", ".join(
        f"{name.replace('_', ' ')} {_figure(value)}"
        for name, value in row.items()
        if name not in _QUIET and value not in ("", None)
    )
    told.append(f"  {plain(str(row['link']))}  ").append(f"({figures})\n", style="dim")
    if row["sentence"]:
        where = f" [{plain(row['document'])}]" if row.get("document") else ""
        told.append(f"    {_short(row['sentence'])}{where}\n", style="dim")


def _columns(table: pd.DataFrame) -> str:
    cells = [[name.replace("_", " ") for name in table.columns]]
    cells += [[_figure(value) for value in row.values()] for row in _records(table)]
    cells = [[plain(cell)[:_WIDEST] for cell in row] for row in cells]
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    texts = [isinstance(value, str) for value in table.iloc[0].tolist()]
    return "".join(
        "  "
        + "  ".join(
            cell.ljust(width) if text else cell.rjust(width)
            for cell, width, text in zip(row, widths, texts, strict=True)
        ).rstrip()
        + "\n"
        for row in cells
    )


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows = table.astype(object).where(table.notna(), None)
    names = [str(name) for name in rows.columns]
    columns = [rows[name].tolist() for name in rows.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _figure(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _short(sentence: str) -> str:
    sentence = plain(sentence)
    return sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rstrip() + "…"
