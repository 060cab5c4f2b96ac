"""Annotated sentences as tensors: features, labels, batches of the windows in which they stand."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

import numpy as np
import torch
from torch import Tensor

from graphbuild.extract.models.contextual.windows import Window
from graphbuild.extract.score.pairs import MENTION, Rows, columns, rows
from training.reader.classes import ACTS, AFFILIATIONS, MUTUAL, SIGNS, STATUSES, act
from training.reader.extracted import SIGN_ONLY, Sentence, Text

__all__ = [
    "Batch",
    "Item",
    "Labels",
    "Told",
    "batches",
    "blended",
    "endless",
    "held_out",
    "index_of",
    "items",
    "labels_of",
    "names_of",
    "renamed",
    "stacked",
    "tensors",
]

MOST = 24  # mentions of a sentence; pairs grow with their square
_WEAK = "plv"  # documents of which only single pairs are annotated
_ROOM = 480  # pieces of a window, of 512 that the encoder has positions for
_SHARE = 0.65  # of what a teacher says, beside the annotation
_SEEN = 5  # times that a value must be seen to get a number of its own


Told = dict[tuple[str, int], tuple[np.ndarray, np.ndarray]]
"""By document and first mention of a sentence the probabilities of acts and affiliations of its pairs."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of the pairs of one sentence; -1 where a status or speaker is not annotated.

    `known` says whether the class of an act, the affiliation, and the sign of an act are.

    A speaker is the place of a mention, or the number of mentions for the writer.
    """

    acts: np.ndarray
    affiliations: np.ndarray
    known: np.ndarray
    status: np.ndarray
    speaker: np.ndarray


@dataclass(slots=True)
class Item:
    """Windows that hang together and the annotated sentences in them."""

    windows: list[Window]
    sentences: list[tuple[Sentence, Rows, Labels]]
    places: list[np.ndarray] = field(default_factory=list)
    """For each sentence and token: the window in this item, and the word in it."""


def held_out(doc_id: str) -> bool:
    """Whether an article is kept for calibration: one in ten, by its id."""
    return crc32(doc_id.encode()) % 10 == 0


def index_of(texts: Iterable[Text]) -> dict[str, dict[str, int]]:
    """Numbers for the values of each feature that training saw often enough."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in (*MENTION, "step", "proposed")}
    for sentence in (s for t in texts for s in t.sentences):
        parse = sentence.parse
        for f in sentence.found:
            values = (
                f.kind,
                f.label,
                f.type,
                f.role,
                f.number,
                parse.deps[f.head],
                parse.preposition(f.head),
            )
            for name, value in zip(MENTION, values, strict=True):
                seen[name][value] += 1
        seen["step"].update(parse.deps)
        for p in sentence.proposals:
            seen["proposed"].update((p.relation, f"sign {p.sign}", p.status, f"rule {p.rule}"))
    steps = [
        "top",
        *(way + dep for dep, n in sorted(seen["step"].items()) if n >= 50 for way in ("up ", "down ")),
    ]
    told = sorted(value for value, n in seen["proposed"].items() if n >= _SEEN)
    index = {name: sorted(v for v, n in seen[name].items() if n >= 2 * _SEEN) for name in MENTION}
    index |= {"step": steps, "proposed": [*told, *("turned " + value for value in told)]}
    return {name: {value: n for n, value in enumerate(values, 1)} for name, values in index.items()}


def items(text: Text, index: dict[str, dict[str, int]], told: Told | None = None) -> Iterator[Item]:
    """The annotated sentences of a text with their windows, those that share a window together.

    Where a teacher has told of a sentence, its word counts as much as the annotation.
    """
    homes: dict[int, int] = {}

    def home(window: int) -> int:
        while homes.setdefault(window, window) != window:
            window = homes[window]
        return window

    used = []
    for sentence in text.sentences:
        weak = sentence.parse.vectors is not None and text.doc_id.startswith(_WEAK)
        if len(sentence.found) < 2 or (weak and not any(min(i, j) >= 0 for i, j, *_ in sentence.gold)):
            continue
        found = sentence.found[:MOST]
        touched = _touched(sentence)
        for window in touched:
            homes[home(window)] = home(touched[0])
        used.append((touched[0], sentence, found))
    groups: dict[int, list[tuple[Sentence, list]]] = {}
    for window, sentence, found in used:
        groups.setdefault(home(window), []).append((sentence, found))
    for root, members in groups.items():
        windows = sorted(w for w in homes if home(w) == root)
        at = np.full(len(text.windows) + 1, -1)
        at[windows] = np.arange(len(windows))
        item = Item([text.windows[w] for w in windows], [])
        for sentence, found in members:
            kept = [p for p in sentence.proposals if max(p.source, p.target) < len(found)]
            made = rows(sentence.parse, found, kept, index)
            labels = labels_of(sentence, len(found))
            if told and (heard := told.get((text.doc_id, found[0].start))) is not None:
                labels = blended(labels, heard)
            item.sentences.append((sentence, made, labels))
            places = sentence.parse.vectors.copy()
            places[:, 0] = at[np.maximum(places[:, 0], -1)]
            item.places.append(places)
        yield item


def _touched(sentence: Sentence) -> list[int]:
    parse = sentence.parse
    a, b = parse.sentences[parse.sentence[sentence.found[0].head]]
    first, last = min(a, *(f.first for f in sentence.found)), max(b, *(f.last for f in sentence.found))
    return sorted({int(w) for w in parse.vectors[first:last, 0] if w >= 0})


def labels_of(sentence: Sentence, size: int) -> Labels:
    """What the annotation says of the pairs of the first `size` mentions."""
    pairs = [(i, j) for i in range(size) for j in range(size) if i != j]
    place = {pair: n for n, pair in enumerate(pairs)}
    acts, ties = (
        np.zeros((len(pairs), len(ACTS)), np.float32),
        np.zeros((len(pairs), len(AFFILIATIONS)), np.float32),
    )
    status, speaker = np.full(len(pairs), -1), np.full(len(pairs), -1)
    known = np.ones((len(pairs), 3), np.float32)
    actors = sentence.actors
    if any(relation == SIGN_ONLY for _, _, relation, *_ in sentence.gold):
        return _signed_only(sentence, place, Labels(acts, ties, known, status, speaker))
    for i, j, relation, *_ in sentence.gold:
        tie = relation in AFFILIATIONS
        for n, (a, b) in enumerate(pairs):  # of mentions of the same two actors only the annotated count
            same = {(actors[a], actors[b])}
            if (
                i >= 0
                and j >= 0
                and i < size
                and j < size
                and (
                    (actors[i], actors[j]) in same or (relation in MUTUAL and (actors[j], actors[i]) in same)
                )
            ):
                known[n, [1] if tie else [0, 2]] = 0
    for i, j, relation, sign, how, speaks in sentence.gold:
        ways = [(i, j), (j, i)] if relation in MUTUAL else [(i, j)]
        for n in (place[way] for way in ways if way in place):
            if relation in AFFILIATIONS:
                ties[n, AFFILIATIONS.index(relation)] = 1
                known[n, 1] = 1
            else:
                acts[n, ACTS.index(act(relation, sign))] = 1
                known[n, [0, 2]] = 1
                status[n] = STATUSES.index(how)
                speaker[n] = size if speaks is None else speaks if 0 <= speaks < size else -1
    for table in (acts, ties):
        table[:, 0] = table.sum(1) == 0
        table /= table.sum(1, keepdims=True)
    return Labels(acts, ties, known, status, speaker)


def blended(labels: Labels, heard: tuple[np.ndarray, np.ndarray]) -> Labels:
    """Annotation and teacher, half and half; the teacher alone where nothing is annotated."""
    acts, affiliations = (part.astype(np.float32) for part in heard)
    share = (
        _SHARE * labels.known[:, :1] + (1 - labels.known[:, :1]),
        _SHARE * labels.known[:, 1:2] + (1 - labels.known[:, 1:2]),
    )
    return replace(
        labels,
        acts=(1 - share[0]) * labels.acts + share[0] * acts,
        affiliations=(1 - share[1]) * labels.affiliations + share[1] * affiliations,
        known=np.ones_like(labels.known),
    )


def _signed_only(sentence: Sentence, place: dict[tuple[int, int], int], blank: Labels) -> Labels:
    """Of a pair the sign is known, and that nothing is done the other way round; of the others nothing is."""
    blank.known[:] = 0
    blank.acts[:, 0] = blank.affiliations[:, 0] = 1
    for i, j, _, sign, *_ in sentence.gold:
        if (i, j) in place:
            blank.acts[place[i, j]] = [float(n > 0 and SIGNS[a] == sign) for n, a in enumerate(ACTS)]
            blank.acts[place[i, j]] /= blank.acts[place[i, j]].sum()
            blank.known[[place[i, j], place[j, i]], 2] = 1
    return blank


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows, inputs of the reader but for `words`, and labels, of several items."""

    windows: list[Window]
    inputs: dict[str, Tensor]
    labels: dict[str, Tensor]
    sizes: list[tuple[int, int]]
    """Of each sentence: mentions, pairs."""


def tensors(batch: Sequence[Item]) -> Batch:
    """One batch of several items.

    Positions of words are rows of a table of `windows x longest window` words and one row for no word.
    """
    windows = [w for item in batch for w in item.windows]
    width = max(len(w.pieces) for w in windows)
    blank = len(windows) * width
    parts, tables, base = [], [], 0
    for item in batch:
        for (_, made, _), places in zip(item.sentences, item.places, strict=True):
            table = np.where(places[:, 0] >= 0, (places[:, 0] + base) * width + places[:, 1], blank)
            parts.append(made)
            tables.append(np.append(table, blank))
        base += len(item.windows)
    starts = np.cumsum([0] + [len(t) for t in tables])
    inputs = columns(parts, starts[:-1].tolist(), int(starts[-1]))
    flat = np.append(np.concatenate(tables), blank)
    inputs["tokens"], inputs["path"] = flat[inputs["tokens"]], flat[inputs["path"]]
    labels = [labels for item in batch for _, _, labels in item.sentences]
    sizes = [(len(made.tokens), len(made.pairs)) for made in parts]
    tensor = {name: torch.from_numpy(value) for name, value in inputs.items()}
    return Batch(windows, tensor, stacked(labels), sizes)


def stacked(labels: Sequence[Labels]) -> dict[str, Tensor]:
    """The labels of several sentences."""
    return {
        name: torch.from_numpy(np.concatenate([getattr(one, name) for one in labels]))
        for name in ("acts", "affiliations", "known", "status", "speaker")
    }


Spelling = tuple[tuple[tuple[int, ...], int], ...]
"""Of each word of a name its pieces and its case class."""


def names_of(all_items: Iterable[Item]) -> dict[tuple[str, int], list[Spelling]]:
    """The names in some items by label and number of words."""
    pool: dict[tuple[str, int], set[Spelling]] = {}
    for item in all_items:
        for label, places in _names(item):
            pool.setdefault((label, len(places)), set()).add(_spelling(item, places))
    return {key: sorted(names) for key, names in pool.items()}


def renamed(item: Item, pool: dict[tuple[str, int], list[Spelling]], chance: random.Random) -> Item:
    """An item with other names of the same label and length in place of its own, the same for the same."""
    words = [list(zip(w.pieces, w.shapes, strict=True)) for w in item.windows]
    chosen: dict[Spelling, Spelling] = {}
    done: set[tuple[int, int]] = set()
    for label, places in _names(item):
        if done.isdisjoint(places):
            done.update(places)
            new = chosen.setdefault(_spelling(item, places), chance.choice(pool[label, len(places)]))
            for (window, word), spelled in zip(places, new, strict=True):
                words[window][word] = spelled
    windows = [
        replace(w, pieces=tuple(p for p, _ in row), shapes=tuple(s for _, s in row))
        for w, row in zip(item.windows, words, strict=True)
    ]
    too_long = any(sum(map(len, w.pieces)) > _ROOM for w in windows)
    return item if too_long else Item(windows, item.sentences, item.places)


def _names(item: Item) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Label, and window and word of each word, of the names in the sentences of an item."""
    for (sentence, *_), places in zip(item.sentences, item.places, strict=True):
        for f in sentence.found:
            at = [(int(w), int(k)) for w, k in places[f.first : f.last]]
            if f.kind == "name" and all(w >= 0 for w, _ in at):
                yield f.label, at


def _spelling(item: Item, places: Sequence[tuple[int, int]]) -> Spelling:
    return tuple((item.windows[w].pieces[k], item.windows[w].shapes[k]) for w, k in places)


def batches(all_items: Sequence[Item], words: int, chance: random.Random) -> list[list[Item]]:
    """Batches of items with windows of like length, in random order."""
    made: list[list[Item]] = [[]]
    size = 0
    for item in sorted(
        all_items, key=lambda x: (max(len(w.pieces) for w in x.windows) // 8, chance.random())
    ):
        here = sum(len(w.pieces) for w in item.windows)
        if made[-1] and size + here > words:
            made.append([])
            size = 0
        made[-1].append(item)
        size += here
    chance.shuffle(made)
    return made


def endless(all_items: Sequence[Item], words: int, seed: int, skip: int) -> Iterator[list[Item]]:
    """The batches of epoch after epoch, from the one after `skip` on."""
    epoch = 0
    while True:
        made = batches(all_items, words, random.Random(seed * 1000 + epoch))
        yield from made[skip:]
        skip = max(0, skip - len(made))
        epoch += 1
