"""What one document costs as it gets longer: ``python -m benchmarks.long [--names 2000 4000 8000 16000]``.

Documents with so many names, half of them new and half the last word of one before, two a sentence, of
persons and of bodies; for each the seconds of processor time that resolving and pairing take, also with a
window of two sentences. A cost that doubles with the length is linear.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from typing import Any

from graphbuild.edges.cooccur import cooccur
from graphbuild.records import Document, Extraction, Mention
from graphbuild.resolve import resolve
from graphbuild.tables import actors_table, documents_table, mentions_table, sentences_table

_SYLLABLES = "ka ve ron dal mi sto lin bar che nu gor tes ama rik sol ven tra hul pe dro".split()
_LABELS = {"person": "PERSON", "organization": "ORG"}
_KINDS = ["", " Group", " Bank", " Ministry"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=int, nargs="+", default=[2000, 4000, 8000, 16000], help="how many")
    options = parser.parse_args()
    _measured(100, "person")  # libraries and word lists load
    print(f"{'names of':14}{'number':>8}{'resolve':>10}{'pairs':>10}{'window 2':>10}")
    for type in _LABELS:
        for number in options.names:
            print(f"{type:14}{number:8,}" + "".join(f"{s:8.2f} s" for s in _measured(number, type)))


def _measured(number: int, type: str) -> list[float]:
    one = [_document(number, type)]
    resolution, resolving = _timed(lambda: resolve(one))
    mentions, sentences = mentions_table(one, resolution.links), sentences_table(one)
    actors = actors_table(resolution.actors, mentions, documents_table(one))
    pairing = [_timed(lambda w=w: cooccur(mentions, sentences, actors, window=w))[1] for w in (0, 2)]
    return [resolving, *pairing]


def _document(number: int, type: str) -> Extraction:
    chance = random.Random(0)
    known: list[str] = []
    mentions, sentences, parts, at = [], [], [], 0
    for place in range(number):
        if known and chance.random() < 0.5:
            name = chance.choice(known).split()[1]
        else:
            name = " ".join("".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(2))
            known.append(name)
            name += chance.choice(_KINDS) if type == "organization" else ""
        span = at, at + len(name)
        where = f"d:{span[0]}-{span[1]}", "d", place // 2, *span
        mentions.append(Mention(*where, name, _LABELS[type], "name", name=name, type=type))
        parts.append(name + (" met " if place % 2 == 0 else ". "))
        if place % 2 == 0:
            sentences.append((at, at))
        at += len(parts[-1])
        sentences[-1] = sentences[-1][0], at
    return Extraction(Document("d", "".join(parts)), tuple(sentences), tuple(mentions), ())


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


if __name__ == "__main__":
    main()
