"""Read CoNLL-U treebanks into plain records: documents, paragraphs, sentences, words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Sentence", "Word", "treebank"]


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a sentence.

    Attributes
    ----------
    form, lemma, pos, tag, morph, dep
        Columns FORM, LEMMA, UPOS, XPOS, FEATS and DEPREL.
    head
        0-based index of the head in the sentence; the word's own index for a root.
    space
        Whether white space follows.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the number of its paragraph (counted over the whole file)."""

    words: tuple[Word, ...]
    paragraph: int


def treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order.

    Words of a multi-word token ("do" + "n't") are written together; empty nodes are left out.

    Parameters
    ----------
    path
        A CoNLL-U file.

    Yields
    ------
    Sentence
        Sentences in the order of the file.
    """
    paragraph = 0
    rows: list[list[str]] = []
    joined: dict[int, bool] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield Sentence(tuple(_words(rows, joined)), paragraph)
                rows, joined = [], {}
            elif line.startswith(("# newpar", "# newdoc")):
                paragraph += 1
            elif line[0] != "#":
                columns = line.split("\t")
                if "-" in columns[0]:
                    first, last = map(int, columns[0].split("-"))
                    joined.update(dict.fromkeys(range(first, last), False))
                    joined[last] = "SpaceAfter=No" not in columns[9]
                elif columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield Sentence(tuple(_words(rows, joined)), paragraph)


def _words(rows: list[list[str]], joined: dict[int, bool]) -> Iterator[Word]:
    for index, columns in enumerate(rows):
        head = int(columns[6]) - 1
        yield Word(
            form=columns[1],
            lemma=columns[2],
            pos=columns[3],
            tag=columns[4],
            morph="" if columns[5] == "_" else columns[5],
            head=index if head < 0 else head,
            dep="ROOT" if head < 0 else columns[7],
            space=joined.get(index + 1, "SpaceAfter=No" not in columns[9]),
        )
