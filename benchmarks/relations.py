"""How good relations are on annotated sentences: precision over recall, reliability, a line per class.

    python benchmarks/relations.py ../shared/corpora/relations/news_dev.jsonl [--picture FILE] [--model NAME]

The annotated articles are built with ``min_confidence=0``. An act is right if an annotated one joins the same
two actors in its direction with its sign, an affiliation if the direction is right; an end is right if its
mention covers half of the annotated words or is the same actor as the one that does.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import graphbuild as gb
from graphbuild.vocabulary import COOCCURRENCE, MUTUAL_CLASSES, STATIC_CLASSES

__all__ = ["Drawn", "curve", "drawn", "main"]

_FAINT, _NOISE = 0.11, 0.02
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation of an annotated sentence: its class and confidence, and the annotated ones that it meets."""

    act: bool
    relation: str
    confidence: float
    right: bool
    hits: tuple[int, ...]
    of_class: tuple[int, ...]


def main() -> None:
    """Print the tables, and draw the picture if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="annotated articles, as JSONL")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--picture", type=Path, help="PNG of precision over recall")
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found, gold = drawn(rows, options.model)
    acts = [one for one in found if one.act]
    points = list(curve(acts, sum(n for (act, _), n in gold.items() if act)))
    print("| least confidence | acts | precision | recall | F1 |\n|---|---|---|---|---|")
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        at = next((p for p in points if p[0] >= least), None)
        if at:
            print("| {:.1f} | {} | {:.1f} | {:.1f} | {:.1f} |".format(least, *at[1:]))
    print("\n| confidence | acts | mean | right |\n|---|---|---|---|")
    for k in range(10):
        inside = [one for one in acts if k / 10 <= one.confidence < (k + 1) / 10]
        if inside:
            mean, right = (
                sum(x) / len(inside) for x in zip(*((o.confidence, o.right) for o in inside), strict=True)
            )
            print(f"| {k / 10:.1f} to {(k + 1) / 10:.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")
    print("\n| class | annotated | found | precision | recall |\n|---|---|---|---|---|")
    for (act, name), n in sorted(gold.items(), key=lambda item: -item[1]):
        made = [one for one in found if one.relation == name and one.act == act and one.confidence >= 0.3]
        hit = {h for one in made for h in one.of_class}
        share = 100 * sum(bool(one.of_class) for one in made) / max(1, len(made))
        print(f"| {name} | {n} | {len(made)} | {share:.0f} | {100 * len(hit) / n:.0f} |")
    if options.picture:
        _picture(points, options.picture)


def drawn(rows: Sequence[Mapping[str, Any]], model: str) -> tuple[list[Drawn], Counter[tuple[bool, str]]]:
    """What a build states within the annotated sentences, and how many are annotated of each class."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows), "utf-8")
        net = gb.build(file, model=model, min_confidence=0.0)
    mentions: dict[str, dict[str, tuple[_Span, str]]] = defaultdict(dict)
    for m in net.mentions.itertuples():
        mentions[m.doc_id][m.mention_id] = ((m.start, m.end), m.actor_id or m.mention_id)
    stated = net.relations[net.relations["kind"] != COOCCURRENCE].groupby("doc_id")
    made: list[Drawn] = []
    gold: Counter[tuple[bool, str]] = Counter()
    number = 0
    for row in rows:
        here = mentions[row["id"]]
        relations = list(stated.get_group(row["id"]).itertuples()) if row["id"] in stated.groups else []
        for sentence in row["sentences"]:
            wanted = [
                (number + k, g) for k, g in enumerate(sentence["relations"]) if g["relation"] != "same_as"
            ]
            number += len(sentence["relations"])
            gold.update((g["relation"] not in STATIC_CLASSES, g["relation"]) for _, g in wanted)
            made += _in_sentence(sentence, wanted, relations, here)
    return made, gold


def _in_sentence(
    sentence: Mapping[str, Any], wanted: list, relations: list, here: Mapping[str, tuple[_Span, str]]
) -> Iterator[Drawn]:
    same = [g for g in sentence["relations"] if g["relation"] == "same_as"]
    for r in relations:
        ends = here[r.source_mention], here[r.target_mention]
        if not all(sentence["start"] <= a and b <= sentence["end"] for (a, b), _ in ends):
            continue
        if any(_meets(ends, g, here) or _meets(ends[::-1], g, here) for g in same):
            continue
        act = r.kind != "affiliation"
        sign = (r.polarity > _NOISE) - (r.polarity < -_NOISE)
        hits, of_class, right = [], [], False
        for k, g in wanted:
            if (g["relation"] in STATIC_CLASSES) == act:
                continue
            turned = g["relation"] in MUTUAL_CLASSES and _meets(ends[::-1], g, here)
            if not (_meets(ends, g, here) or turned):
                continue
            of_class += [k] if r.relation == g["relation"] else []
            faint = g["relation"] in ("request", "say") and abs(r.polarity) <= _FAINT
            if not act or faint or sign == g["sign"]:
                hits, right = [*hits, k], True
        yield Drawn(act, r.relation, float(r.confidence), right, tuple(hits), tuple(of_class))


def _meets(
    ends: Sequence[tuple[_Span, str]], gold: Mapping[str, Any], here: Mapping[str, tuple[_Span, str]]
) -> bool:
    return all(_is(end, gold[side], here) for end, side in zip(ends, ("source", "target"), strict=True))


def _is(end: tuple[_Span, str], span: Sequence[int], here: Mapping[str, tuple[_Span, str]]) -> bool:
    if _shared(end[0], span) >= 0.5:
        return True
    best = max(here.values(), key=lambda other: _shared(other[0], span))
    return _shared(best[0], span) >= 0.5 and best[1] == end[1]


def _shared(one: Sequence[int], other: Sequence[int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0.0


def curve(acts: Sequence[Drawn], gold: int) -> Iterator[tuple[float, int, float, float, float]]:
    """Confidence, how many are at least so sure, and their precision, recall and F1 in per cent."""
    for least in sorted({one.confidence for one in acts}):
        kept = [one for one in acts if one.confidence >= least]
        precision = sum(one.right for one in kept) / len(kept)
        recall = len({hit for one in kept for hit in one.hits}) / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield least, len(kept), 100 * precision, 100 * recall, 100 * f1


def _picture(points: Sequence[tuple[float, int, float, float, float]], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 4.5), layout="constrained")
    axes = figure.subplots()
    axes.plot([p[3] for p in points], [p[2] for p in points], linewidth=2)
    for least in (0.2, 0.4, 0.6, 0.8):
        at = next((p for p in points if p[0] >= least), None)
        if at:
            axes.annotate(f"{least:.1f}", (at[3], at[2]), textcoords="offset points", xytext=(6, 4))
            axes.plot(at[3], at[2], "o", color="black", markersize=4)
    axes.set(xlabel="recall of acts, per cent", ylabel="precision, per cent", xlim=(0, 60), ylim=(0, 100))
    axes.grid(alpha=0.3)
    figure.savefig(path, dpi=120)


if __name__ == "__main__":
    main()
