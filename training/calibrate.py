"""Count how often each rule of extraction is right, and write what the package looks confidence up in.

    python -m training.calibrate --corpora ../shared/corpora [--model NAME] [--write]

runs extraction over the annotated sentences and prints, for every level of confidence, how often relations of
a fifth of the sentences are right when the table was made from the other four fifths. ``--write`` then counts
all sentences and writes ``graphbuild/extract/confidence.csv``.

The annotators name a few pairs a sentence, not all that it relates. A verb relation between two actors whom
they name is right if it runs in the annotated direction and its polarity has the annotated sign; in a
sentence where they found nothing, every relation is wrong. Of relations to others the corpora say nothing: of
`READ`, taken at random and read one by one, `RIGHT` were right, fewer than among the annotated ones; by so
much less often than the annotated ones of its rule does such a relation count as right. Some rules find what
annotators of events pass over, standing relations ("Trump's critics") and what is done to who answers it: of
these relations were read one by one, `READ_OF`, and the annotation does not count.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from spacy.language import Language

from graphbuild.extract.annotations import Candidate, Mention
from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import linked, parsed_blocks, stated
from graphbuild.extract.score.measured import COLUMNS, FILE, subject
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

__all__ = ["Made", "calibrate"]

CORPORA = ("plv_train", "dse_dev", "petrarch_dev")
READ, RIGHT = 60, 36
READ_OF = {"agent_noun": (30, 28), "compound_participle": (16, 14), "undergone": (24, 21)}
"""Rule to how many of its relations were read, and how many of these were right."""

READ_AFFILIATIONS = {
    "office": (8, 7), "title": (8, 7), "apposition": (8, 6), "branch": (8, 7), "including": (8, 8),
    "and_other": (8, 8), "of_body": (8, 6), "two": (8, 8), "belonging": (7, 4), "held": (6, 6),
}  # fmt: skip
"""The same of affiliations, of which the corpora annotate too few; taken at random."""

_PRIOR = 15.0  # relations that a rule or cell borrows from what stands above it
_FEWEST = 25  # relations that a cell needs to have a row of its own
_LEVELS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
_NOISE = 0.02  # a polarity nearer to 0 has no sign

_Key = tuple[str, str, str]
_Spans = list[tuple[int, int]]
_K = TypeVar("_K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Made:
    """A relation that extraction made; ``right`` is None where the annotation does not say."""

    rule: str
    status: str
    subject: str
    right: bool | None


@dataclass(slots=True)
class _Tally:
    """How many relations there are, how many of them the annotation judges, and how many it finds right."""

    n: int = 0
    judged: int = 0
    right: int = 0

    def add(self, one: Made) -> None:
        self.n += 1
        self.judged += one.right is not None
        self.right += bool(one.right)

    def likely(self, annotated: float, others: float) -> float:
        """How many are right, those that the annotation does not judge among them."""
        return self.right + (self.n - self.judged) * annotated * others


def main() -> None:
    """Print the reliability on a fifth of the sentences; write the table if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of corpora")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--write", action="store_true", help="write the table that extraction reads")
    options = parser.parse_args()
    nlp = load(options.model)
    made: list[list[Made]] = []
    for name in CORPORA:
        with (options.corpora / "events" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            made += judged([json.loads(line) for line in lines], nlp)
    everything = [one for row in made for one in row]
    kept = [one for i, row in enumerate(made) if i % 5 for one in row]
    held = [one for row in made[::5] for one in row]
    print(reliability(held, calibrate(kept), _others(everything)))
    if options.write:
        shares = dict(sorted({**calibrate(everything), **affiliations()}.items()))
        with FILE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows((*key, f"{share:.2f}", n) for key, (share, n) in shares.items())
        print(f"{len(shares)} rows, {len(everything):,} relations: {FILE}")


def judged(rows: Sequence[Mapping[str, Any]], nlp: Language) -> Iterator[list[Made]]:
    """The verb relations of each annotated sentence."""
    known = patterns(lexicon())
    documents = [Document(row["id"], row["text"]) for row in rows]
    for row, (_, parsed) in zip(rows, parsed_blocks(documents, nlp), strict=True):
        events = [
            (_occurrences(row["text"], e["source"]), _occurrences(row["text"], e["target"]), e)
            for e in row["events"]
        ]
        yield [
            Made(one.rule, one.status, subject(parts.get(one.word)), _right(one, events))
            for block, parts, marks in linked(parsed, known)
            for one in stated(block, parts, marks, known)
            if one.kind == "verb" and one.source is not one.target
        ]


def calibrate(made: Sequence[Made]) -> dict[_Key, tuple[float, int]]:
    """Confidence and number of relations of each rule, and of each of its cells that has enough of them.

    Parameters
    ----------
    made : sequence of Made

    Returns
    -------
    dict of (rule, status, subject) to (float, int)
        Sorted; status and subject are empty for the rule as a whole. A rule with few relations is drawn to
        the mean of all, a cell with few to its rule.

    Examples
    --------
    >>> sure, unsure = Made("active", "asserted", "own", True), Made("adjunct", "asserted", "own", False)
    >>> shares = calibrate([sure] * 60 + [unsure] * 60)
    >>> shares["active", "", ""], shares["adjunct", "", ""]
    ((0.9, 60), (0.1, 60))
    """
    whole, others = _tally(made, lambda _: ""), _others(made)
    overall = whole[""].right / max(1, whole[""].judged)
    average = whole[""].likely(overall, others) / max(1, whole[""].n)
    rules = _tally(made, lambda one: one.rule)
    shares: dict[_Key, tuple[float, int]] = {}
    for rule, tally in rules.items():
        if rule in READ_OF:
            n, right = READ_OF[rule]
            tally = _Tally(n, n, right)
        shares[rule, "", ""] = _share(tally, _annotated(tally, overall), others, average), tally.n
    for key, tally in _tally(made, lambda one: (one.rule, one.status, one.subject)).items():
        if tally.n >= _FEWEST and key[0] not in READ_OF:
            annotated = _annotated(tally, _annotated(rules[key[0]], overall))
            shares[key] = _share(tally, annotated, others, shares[key[0], "", ""][0]), tally.n
    return dict(sorted(shares.items()))


def affiliations() -> dict[_Key, tuple[float, int]]:
    """Confidence and number read of each rule of affiliations, drawn to the mean of all.

    Examples
    --------
    >>> affiliations()["belonging", "", ""]
    (0.78, 7)
    """
    n, right = map(sum, zip(*READ_AFFILIATIONS.values(), strict=True))
    return {
        (rule, "", ""): (_share(_Tally(n_rule, n_rule, good), good / n_rule, 1.0, right / n), n_rule)
        for rule, (n_rule, good) in READ_AFFILIATIONS.items()
    }


def reliability(held: Sequence[Made], shares: Mapping[_Key, tuple[float, int]], others: float) -> str:
    """A table by level of confidence: what was foretold, and what the annotation says of other sentences."""
    levels: dict[int, list[tuple[float, Made]]] = defaultdict(list)
    for one in (one for one in held if one.rule not in READ_OF):
        found = shares.get((one.rule, one.status, one.subject), shares.get((one.rule, "", "")))
        if found:
            levels[bisect_right(_LEVELS, found[0])].append((found[0], one))
    lines = [
        "| confidence | relations | mean | right | annotated | right of these |",
        "|---|---|---|---|---|---|",
    ]
    off = 0.0
    for level, found in sorted(levels.items()):
        tally = _tally([one for _, one in found], lambda _: "")[""]
        told = sum(share for share, _ in found) / tally.n
        annotated = tally.right / max(1, tally.judged)
        right = tally.likely(annotated, others) / tally.n
        off += abs(right - told) * tally.n
        span = f"{_LEVELS[level - 1]:.1f} to {min(1.0, _LEVELS[level]):.1f}"
        shares_of = f"{told:.2f} | {right:.2f} | {tally.judged} | {annotated:.2f}"
        lines.append(f"| {span} | {tally.n} | {shares_of} |")
    n = sum(len(found) for found in levels.values())
    return "\n".join(
        [*lines, f"\nmean distance between confidence and share: {off / max(1, n):.3f} (n = {n:,})"]
    )


def _others(made: Sequence[Made]) -> float:
    """How often relations that nobody annotated are right, against those that someone did."""
    annotated = _tally(made, lambda _: "")[""]
    return RIGHT / READ / (annotated.right / annotated.judged) if annotated.right else 1.0


def _tally(made: Iterable[Made], key: Callable[[Made], _K]) -> dict[_K, _Tally]:
    tallies: defaultdict[_K, _Tally] = defaultdict(_Tally)
    for one in made:
        tallies[key(one)].add(one)
    return tallies


def _annotated(tally: _Tally, above: float) -> float:
    """Share of right ones among those that are annotated, drawn to that of the level above."""
    return (tally.right + _PRIOR * above) / (tally.judged + _PRIOR)


def _share(tally: _Tally, annotated: float, others: float, above: float) -> float:
    return round((tally.likely(annotated, others) + _PRIOR * above) / (tally.n + _PRIOR), 2)


def _right(one: Candidate, events: Sequence[tuple[_Spans, _Spans, Mapping[str, Any]]]) -> bool | None:
    """Whether an annotated event says the same; None where none is known of one of the two."""
    if not events:
        return False
    known = [span for sources, targets, _ in events for span in (*sources, *targets)]
    if not (_overlaps(one.source, known) and _overlaps(one.target, known)):
        return None
    return any(_says(one, *event) for event in events)


def _says(one: Candidate, sources: _Spans, targets: _Spans, event: Mapping[str, Any]) -> bool:
    polarity = one.pattern.polarity
    if event["polarity"] != (polarity > _NOISE) - (polarity < -_NOISE):
        return False
    straight = _overlaps(one.source, sources) and _overlaps(one.target, targets)
    either_way = event.get("symmetric") or not event["polarity"]
    return straight or bool(either_way and _overlaps(one.source, targets) and _overlaps(one.target, sources))


def _occurrences(text: str, names: Iterable[str]) -> _Spans:
    return [match.span() for name in names for match in re.finditer(re.escape(name), text)]


def _overlaps(found: Mention, spans: _Spans) -> bool:
    return any(found.start < end and begin < found.end for begin, end in spans)


if __name__ == "__main__":
    main()
