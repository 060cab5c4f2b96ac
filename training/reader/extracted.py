"""Annotated sentences as extraction sees them: words, mentions, parse, and what the rules propose."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.extract.models.contextual.windows import Window
from graphbuild.extract.pipeline import contexts, parsed_blocks, proposals
from graphbuild.extract.score.pairs import Proposal
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

__all__ = ["SIGN_ONLY", "Sentence", "Text", "extracted"]

SIGN_ONLY = "sign only"  # the class of a relation of which nothing but the sign is known
_NOISE = 0.02  # a polarity nearer to 0 has no sign


@dataclass(slots=True)
class Sentence:
    """A sentence with its mentions, the rules' proposals between them, and the annotation.

    ``parse.vectors`` holds, for each token, the number of its window and its place there. ``gold`` has the
    places of source and target among the mentions (-1 where there is no such mention), class, sign, status
    and the place of the speaker (-1 for a mention not found, None for the writer). ``actors`` tells which
    mentions are one actor.
    """

    parse: Parse
    found: list[Mention]
    actors: list[int]
    proposals: list[Proposal]
    speakers: list[int | None]
    gold: list[tuple[int, int, str, int, str, int | None]]


@dataclass(slots=True)
class Text:
    """A document: its windows, its annotated sentences."""

    doc_id: str
    windows: list[Window]
    sentences: list[Sentence] = field(default_factory=list)


class _Recorder:
    """Stands before the encoder: remembers each window, and gives its words their places for vectors."""

    def __init__(self, encoder: Any) -> None:
        self.encoder = encoder
        self.windows: list[Window] = []

    def __call__(self, window: Window) -> dict[str, np.ndarray]:
        out: dict[str, np.ndarray] = self.encoder(window)
        size = len(window.pieces)
        out["words"] = np.stack([np.full(size, len(self.windows) + 1), np.arange(size)], 1)
        self.windows.append(window)
        return out


def extracted(
    path: Path,
    nlp: Language,
    complete: Callable[[str], bool],
    vectors: bool = False,
    wanted: Callable[[str], bool] = bool,
) -> Iterator[Text]:
    """The documents of an annotated file.

    Parameters
    ----------
    path
        A file of `corpora/relations`.
    nlp
        The bundled pipeline.
    complete
        For which documents annotated ends that are no mentions become some, to learn from; never where
        figures are wanted.
    vectors
        Whether to keep the vectors of words (in half precision) in `parse.vectors`, and no windows.
    wanted
        Which documents to read.
    """
    known = patterns(lexicon())
    part: Any = nlp.get_pipe("contextual")
    recorder = _Recorder(part._encoder)
    if not vectors:
        part._encoder = recorder
    with path.open(encoding="utf-8") as lines:
        gold = [_whole(row) for row in map(json.loads, filter(str.strip, lines)) if wanted(row["id"])]
    documents = (Document(row["id"], row["text"]) for row in gold)
    for row, (document, parsed) in zip(gold, parsed_blocks(documents, nlp, known), strict=True):
        whole = complete(document.doc_id)
        text = Text(document.doc_id, [] if vectors else _renumbered(parsed, recorder.windows))
        for context in contexts(parsed, known):
            text.sentences += _sentences(context.block, list(proposals(context)), row["sentences"], whole)
        if vectors:
            _halved(text)
        yield text
    part._encoder = recorder.encoder


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """A row of `corpora/events` in the shape of one of `corpora/relations`: only a pair's sign is known.

    A request is left out, as the corpora do not agree on its sign.
    """
    if "events" not in row:
        return row
    relations = []
    for event in row["events"]:
        ends = [_places(row["text"], event[side]) for side in ("source", "target")]
        if all(ends) and event["polarity"] and event["type"] != "REQUEST":
            common = {"relation": SIGN_ONLY, "sign": event["polarity"], "status": "", "speaker": None}
            relations.append({"source": ends[0], "target": ends[1], **common})
    return row | {"sentences": [{"start": 0, "end": len(row["text"]), "relations": relations}]}


def _places(text: str, names: list[str]) -> list[int]:
    """Where the first of some names stands; empty where none does."""
    places = [(text.find(name), len(name)) for name in names]
    return next(([at, at + size] for at, size in places if at >= 0), [])


def _renumbered(parsed: Sequence[Parse], windows: Sequence[Window]) -> list[Window]:
    """The windows of a document; the numbers of windows in its parses are changed to count from 0."""
    numbers = {n for parse in parsed if parse.vectors is not None for n in parse.vectors[:, 0].tolist() if n}
    first = min(numbers, default=1)
    for parse in parsed:
        if parse.vectors is not None:
            parse.vectors[:, 0] -= first  # negative for white space
    return list(windows[first - 1 : max(numbers, default=0)])


def _halved(text: Text) -> None:
    smaller: dict[int, Parse] = {}
    for sentence in text.sentences:
        parse = sentence.parse
        if parse.vectors is not None and id(parse) not in smaller:
            smaller[id(parse)] = replace(parse, vectors=parse.vectors.astype(np.float16))
        sentence.parse = smaller.get(id(parse), parse)
        for found in sentence.found:
            found.parse, found.antecedent = sentence.parse, None


def _sentences(block: Block, said: list[Candidate], gold: list[dict], complete: bool) -> Iterator[Sentence]:
    """Annotated sentences that begin in a block, cut where the parser sees two sentences in one."""
    parse = block.parse
    for row in gold:
        if not parse.offset <= row["start"] < parse.offset + len(parse.text):
            continue
        found = sorted(
            (f for f in block.mentions if row["start"] <= f.start and f.end <= row["end"]),
            key=lambda f: (f.first, -f.last),
        )
        if complete:
            found += _missing(block, found, row["relations"])
        wanted = [(_best(found, r["source"]), _best(found, r["target"]), r) for r in row["relations"]]
        numbers = sorted({f.sentence for f in found}) or [-1]
        told: dict[int, list] = {number: [] for number in numbers}
        for source, target, r in wanted:
            homes = {found[k].sentence for k in (source, target) if k >= 0}
            told[homes.pop() if len(homes) == 1 else numbers[0]].append((source, target, r))
        for number in numbers:
            here = [f for f in found if f.sentence == number]
            yield _sentence(parse, here, said, found, told[number])


def _sentence(
    parse: Parse,
    here: list[Mention],
    said: list[Candidate],
    found: list[Mention],
    relations: list[tuple[int, int, dict]],
) -> Sentence:
    place = {id(f): n for n, f in enumerate(here)}
    at = {n: place.get(id(f), -1) for n, f in enumerate(found)} | {-1: -1}
    stated = [s for s in said if id(s.source) in place and id(s.target) in place and s.source is not s.target]
    gold = [
        (
            at[source],
            at[target],
            r["relation"],
            r["sign"],
            r["status"],
            at[_best(found, r["speaker"])] if r["speaker"] else None,
        )
        for source, target, r in relations
    ]
    proposals = [
        Proposal(
            place[id(s.source)],
            place[id(s.target)],
            s.pattern.relation,
            (s.pattern.polarity > _NOISE) - (s.pattern.polarity < -_NOISE),
            s.status,
            s.rule,
        )
        for s in stated
    ]
    speakers = [None if s.speaker is None else place.get(id(s.speaker), -1) for s in stated]
    return Sentence(parse, here, _actors(here), proposals, speakers, gold)


def _missing(block: Block, found: list[Mention], relations: list[dict]) -> list[Mention]:
    """Annotated ends that are no mentions, as nominal mentions without type."""
    parse = block.parse
    made: list[Mention] = []
    for start, end in (tuple(r[side]) for r in relations for side in ("source", "target")):
        if _best([*found, *made], [start, end]) >= 0:
            continue
        inside = [
            k for k, (a, b) in enumerate(zip(parse.starts, parse.ends, strict=True)) if a < end and start < b
        ]
        inside = [k for k in inside if not parse.words[k].isspace()]
        if inside:
            first, last = inside[0], inside[-1] + 1
            head = parse.head_of(first, last)
            kind = "pronoun" if parse.pos[head] == "PRON" and last - first == 1 else "nominal"
            number = "p" if parse.tags[head] in ("NNS", "NNPS") else "s"
            made.append(
                Mention(parse, first, last, head, kind, "", "", parse.slice(first, last), number=number)
            )
            made[-1].sentence = block.before + parse.sentence[head]
    return made


def _best(found: list[Mention], span: list[int]) -> int:
    """The mention that covers most of a span, by intersection over union; -1 if none covers half."""
    best, most = -1, 0.5
    for n, f in enumerate(found):
        both = min(f.end, span[1]) - max(f.start, span[0])
        share = both / (max(f.end, span[1]) - min(f.start, span[0]))
        if share >= most and (share > most or best < 0):
            best, most = n, share
    return best


def _actors(found: list[Mention]) -> list[int]:
    """A number for the actor of each mention, by antecedents and names."""
    keys: dict[Any, int] = {}
    out = []
    for f in found:
        while f.antecedent is not None and f.antecedent is not f:
            f = f.antecedent
        key = f.name.lower() if f.kind == "name" else id(f)
        out.append(keys.setdefault(key, len(keys)))
    return out
