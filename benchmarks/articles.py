"""Articles to measure with: the seed's sentences, shuffled with a seed, under names of their own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.read import read
from graphbuild.records import Document

__all__ = ["articles"]

SEEDS = Path(__file__).parent.parent / "seeds"


def articles(number: int, *, sentences: int = 25, seed: int = 0) -> Iterator[Document]:
    """Documents of shuffled sentences, one day apart, about 600 words each."""
    prose = "\n".join(document.text for document in read(SEEDS))
    stock = [s for s in re.split(r"(?<=[.!?”])\s+", prose) if len(s.split()) > 5]
    chance = random.Random(seed)
    for i in range(number):
        text = " ".join(chance.choices(stock, k=sentences))
        date = f"{2000 + i // 336}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}"
        yield Document(f"article-{i}", text, date=date)
