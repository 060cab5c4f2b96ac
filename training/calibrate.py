"""Count how often each rule of extraction is right, and write what the package looks confidence up in.

    python -m training.calibrate --corpora ../shared/corpora [--model NAME] [--write]

runs extraction over sentences of news whose relations are all annotated, and prints, for every level of
confidence, how often the candidates of a fifth of the articles are right when the table was made from the
other four fifths. ``--write`` then counts all articles and writes the table,
``graphbuild/extract/score/confidence.csv``.

Every candidate that a rule proposes is counted, whether it becomes a relation or not: the table is what the
arbiter decides by. One of a verb or noun is right if an annotated relation joins the same two actors in its
direction and with its sign, an affiliation if the direction is right. A cell (status, kind of subject) with
few candidates is drawn to its rule, a rule with few to the mean of all.
"""

from __future__ import annotations

import argparse
import csv
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from graphbuild.extract.annotations import Candidate, Mention
from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import Analysis, analysed, extraction, parsed_blocks
from graphbuild.extract.score.measured import ALL, COLUMNS, FILE, subject
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document
from graphbuild.resolve import resolve
from graphbuild.vocabulary import MUTUAL_CLASSES, STATIC_CLASSES

__all__ = ["Counted", "calibrate", "judged", "reliability"]

CORPUS = "news_train"

_UNSIGNED = frozenset({"request", "say"})
_PRIOR = 15.0  # candidates that a rule or cell borrows from what stands above it
_FEWEST = 25  # candidates that a cell needs to have a row of its own
_LEVELS = tuple(k / 10 for k in range(11))
_NOISE = 0.02  # a polarity nearer to 0 has no sign
_FAINT = 0.11

_Key = tuple[str, str, str]
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """A candidate of extraction, and whether the annotation has it."""

    rule: str
    status: str
    subject: str
    right: bool


def main() -> None:
    """Print the reliability on a fifth of the articles; write the table if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of corpora")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--write", action="store_true", help="write the table that extraction reads")
    options = parser.parse_args()
    with (options.corpora / "relations" / f"{CORPUS}.jsonl").open(encoding="utf-8") as lines:
        articles = list(judged([json.loads(line) for line in lines], load(options.model)))
    everything = [one for article in articles for one in article]
    kept = [one for i, article in enumerate(articles) if i % 5 for one in article]
    held = [one for article in articles[::5] for one in article]
    print(reliability(held, calibrate(kept)))
    if options.write:
        shares = calibrate(everything)
        with FILE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows((*key, f"{share:.2f}", n) for key, (share, n) in shares.items())
        print(f"{len(shares)} rows, {len(everything):,} candidates: {FILE}")


def judged(rows: Sequence[Mapping[str, Any]], nlp: Language) -> Iterator[list[Counted]]:
    """The candidates of the annotated sentences of each article."""
    known = patterns(lexicon())
    documents = [Document(row["id"], row["text"]) for row in rows]
    for row, (document, parsed) in zip(rows, parsed_blocks(documents, nlp, known), strict=True):
        analysis = analysed(document, parsed, known)
        selection = analysis.selection
        candidates = [*selection.accepted, *(one.candidate for one in selection.rejected)]
        ends = _Ends(document, analysis)
        clauses = {id(context.block.parse): context.clauses for context in analysis.contexts}
        article = []
        for sentence in row["sentences"]:
            for one in candidates:
                spans = ((one.source.start, one.source.end), (one.target.start, one.target.end))
                if one.source is one.target or not all(
                    sentence["start"] <= a and b <= sentence["end"] for a, b in spans
                ):
                    continue
                clause = clauses[id(one.place)].get(one.word)
                right = any(_says(one, relation, ends) for relation in sentence["relations"])
                article.append(Counted(one.rule, one.status, subject(clause), right))
        yield article


class _Ends:
    """Whether a mention stands for an annotated span: it covers half of the words, or is the same actor."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        found = extraction(document, analysis)
        links = resolve([found]).links
        self._actors = {(m.start, m.end): links.get(m.mention_id, "") for m in found.mentions}

    def same(self, mention: Mention, span: Sequence[int]) -> bool:
        a, b = span
        if _shared((mention.start, mention.end), (a, b)) >= 0.5:
            return True
        best = max(self._actors, key=lambda other: _shared(other, (a, b)), default=(0, 0))
        actor = self._actors.get(best, "") if _shared(best, (a, b)) >= 0.5 else ""
        return bool(actor) and actor == self._actors.get((mention.start, mention.end))


def _shared(one: _Span, other: _Span) -> float:
    """Intersection over union."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0.0


def _says(one: Candidate, relation: Mapping[str, Any], ends: _Ends) -> bool:
    if (relation["relation"] in STATIC_CLASSES) != (one.kind == "affiliation"):
        return False
    straight = ends.same(one.source, relation["source"]) and ends.same(one.target, relation["target"])
    turned = relation["relation"] in MUTUAL_CLASSES and (
        ends.same(one.source, relation["target"]) and ends.same(one.target, relation["source"])
    )
    if not (straight or turned):
        return False
    polarity = one.pattern.polarity
    sign = (polarity > _NOISE) - (polarity < -_NOISE)
    faint = relation["relation"] in _UNSIGNED and abs(polarity) <= _FAINT
    return one.kind == "affiliation" or faint or sign == relation["sign"]


def calibrate(counted: Sequence[Counted]) -> dict[_Key, tuple[float, int]]:
    """Confidence and number of candidates of each rule, and of each of its cells that has enough of them.

    Parameters
    ----------
    counted : sequence of Counted

    Returns
    -------
    dict of (rule, status, subject) to (float, int)
        Sorted; status and subject are empty for a rule as a whole, which is ``*`` for all rules together.

    Examples
    --------
    >>> sure, unsure = (Counted(rule, "asserted", "own", rule == "active") for rule in ("active", "adjunct"))
    >>> shares = calibrate([sure] * 60 + [unsure] * 60)
    >>> shares["active", "", ""], shares["adjunct", "", ""]
    ((0.9, 60), (0.1, 60))
    """
    cells: defaultdict[_Key, list[bool]] = defaultdict(list)
    for one in counted:
        for key in {(ALL, "", ""), (one.rule, "", ""), (one.rule, one.status, one.subject)}:
            cells[key].append(one.right)
    mean = sum(cells[ALL, "", ""]) / max(1, len(counted))
    shares = {(ALL, "", ""): (round(mean, 2), len(counted))}
    for rule in sorted({one.rule for one in counted}):
        answers = cells[rule, "", ""]
        above = _share(answers, mean)
        shares[rule, "", ""] = round(above, 2), len(answers)
        for key, answers in cells.items():
            if key[0] == rule and key[1] and len(answers) >= _FEWEST:
                shares[key] = round(_share(answers, above), 2), len(answers)
    return dict(sorted(shares.items()))


def _share(answers: Sequence[bool], above: float) -> float:
    return (sum(answers) + _PRIOR * above) / (len(answers) + _PRIOR)


def reliability(held: Sequence[Counted], shares: Mapping[_Key, tuple[float, int]]) -> str:
    """A table by level of confidence: what was foretold, and what the annotation says of other articles."""
    levels: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one in held:
        keys = ((one.rule, one.status, one.subject), (one.rule, "", ""), (ALL, "", ""))
        share = next(shares[key][0] for key in keys if key in shares)
        levels[bisect_right(_LEVELS, share)].append((share, one.right))
    lines = ["| confidence | candidates | mean | right |", "|---|---|---|---|"]
    off = 0.0
    for level, found in sorted(levels.items()):
        told, right = (sum(column) / len(found) for column in zip(*found, strict=True))
        off += abs(right - told) * len(found)
        span = f"{_LEVELS[level - 1]:.1f} to {min(1.0, _LEVELS[level]):.1f}"
        lines.append(f"| {span} | {len(found)} | {told:.2f} | {right:.2f} |")
    mean = off / max(1, len(held))
    return "\n".join(
        [*lines, f"\nmean distance between confidence and share: {mean:.3f} (n = {len(held):,})"]
    )


if __name__ == "__main__":
    main()
