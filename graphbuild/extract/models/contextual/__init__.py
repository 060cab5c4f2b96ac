"""A spaCy component that reads words in context: tags, morphology, trees, sentences and names in one pass.

A small transformer in ONNX scores every word; trees are decoded from pairs of words (Dozat and Manning 2017,
arXiv:1611.01734), names from BIO tags. ``spacy.load`` finds the factory through the package's entry points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tokenizers import Tokenizer

from graphbuild.extract.models.contextual.encoder import Encoder
from graphbuild.extract.models.contextual.spans import allowed, best_tags
from graphbuild.extract.models.contextual.trees import tree
from graphbuild.extract.models.contextual.windows import Pieces, Window, fit, joined, windows

__all__ = ["KINDS", "NAME_KINDS", "VECTORS", "Contextual"]

VECTORS = "word_vectors"  # key of `Doc.user_data`: a row for each token, zero for white space
NAME_KINDS = (
    "name_kinds"  # key of `Doc.user_data`: for each token how likely it is of a name of each of `KINDS`
)
KINDS = ("PERSON", "ORG", "PLACE", "NORP", "OTHER")
"""Kinds of names, places as one; the last is for all others. What is missing to 1 is that it is no name."""

_ATTRIBUTES = [TAG, POS, MORPH, HEAD, DEP, SENT_START, ENT_IOB, ENT_TYPE]
_SENTENCE = 300  # words; time and memory of a tree grow with their square
_IOB = {"I": 1, "O": 2, "B": 3}
_GOES_ON = (",", ',"', ",”", ",''", ",’")  # after a comma, in or before quotation marks, no sentence starts
_FILES = ("labels.json", "tokenizer.json", "encoder.onnx", "relations.npy")
_COARSE = {"PER": "PERSON", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
_BESIDE = ("reader.onnx", "reader.json", "coreference.npz")  # what is learned beside, where it is there


class Contextual:
    """The component `graphbuild_contextual`.

    Made empty; `from_disk` or `from_bytes` fill it, as ``spacy.load`` does.

    Parameters
    ----------
    nlp : spacy.language.Language
    name : str
        Its name in the pipeline.
    """

    def __init__(self, nlp: Language, name: str = "contextual") -> None:
        self.vocab = nlp.vocab
        self.name = name
        self._files: dict[str, bytes] = {}
        self._encoder = Encoder()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of names, sorted."""
        return tuple(sorted({tag[2:] for tag in self._labels["names"] if tag != "O"}))

    @property
    def files(self) -> Mapping[str, bytes]:
        """What `from_disk` read, by the name of the file."""
        return self._files

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document; sentence bounds that it has are kept."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents in turn; `batch_size` makes no difference.

        Short documents that follow each other and have the same ``doc.user_data["part_of"]``, as the
        paragraphs of one article, are read in one window: each in the context of the others, and faster.
        """
        waiting: list[_Cut] = []
        for doc in stream:
            cut = _Cut(doc, *windows(doc, self._known))
            if waiting and not _together([*waiting, cut]):
                yield from self._annotate(waiting)
                waiting = []
            waiting.append(cut)
        yield from self._annotate(waiting)

    def open(self) -> None:
        """Open the encoder now instead of at the first document.

        Raises
        ------
        ModelError
            onnxruntime cannot be loaded on this machine.
        """
        self._encoder.session()

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the component's files into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Contextual:
        """Read what `to_disk` wrote."""
        files = [Path(path) / name for name in (*_FILES, *_BESIDE)]
        return self._fill({f.name: f.read_bytes() for f in files if f.name in _FILES or f.exists()})

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The component's files in one string of bytes."""
        return bytes(srsly.msgpack_dumps(self._files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Contextual:
        """Read what `to_bytes` made."""
        return self._fill(srsly.msgpack_loads(data))

    def __getstate__(self) -> dict[str, Any]:
        return {"vocab": self.vocab, "name": self.name, "files": self._files}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.vocab, self.name = state["vocab"], state["name"]
        if state["files"]:
            self._fill(state["files"])

    def _fill(self, files: dict[str, bytes]) -> Contextual:
        self._files = files
        self._labels: dict[str, list[str]] = json.loads(files["labels.json"])
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._known = Pieces(tokenizer)
        self._encoder = Encoder(files["encoder.onnx"])
        by_label = np.load(BytesIO(files["relations.npy"])).astype(np.float32)
        self._relations = by_label.transpose(1, 0, 2).reshape(by_label.shape[1], -1)
        self._follows = allowed(self._labels["names"])
        self._keys = _keys(self._labels, self.vocab)
        self._kinds = _kinds(self._labels["names"])
        return self

    def _annotate(self, cuts: list[_Cut]) -> Iterator[Doc]:
        """Annotate documents that share a window, or one that has windows of its own."""
        if len(cuts) > 1:
            scores = _kept(self._encoder(joined([p for cut in cuts for p in cut.parts])), 0, None)
        else:
            found = [_kept(self._encoder(p), *p.keep) for cut in cuts for p in cut.parts]
            scores = _joined(found) if found else {}
        rows = self._rows(cuts, scores) if scores else np.empty((0, len(_ATTRIBUTES)), np.uint64)
        kinds = _softmax(scores["names"]) @ self._kinds if scores else np.empty(0)
        done = 0
        for cut in cuts:
            if cut.tokens:
                self._write(cut.doc, np.array(cut.tokens), rows[done : done + len(cut.tokens)])
                for key, values in ((VECTORS, scores["words"]), (NAME_KINDS, kinds)):
                    table = np.zeros((len(cut.doc), values.shape[1]), values.dtype)
                    table[cut.tokens] = values[done : done + len(cut.tokens)]
                    cut.doc.user_data[key] = table
                done += len(cut.tokens)
            else:
                for token in cut.doc:
                    token.pos_, token.tag_, token.dep_ = "SPACE", "_SP", "dep"
            yield cut.doc

    def _rows(self, cuts: list[_Cut], scores: dict[str, np.ndarray]) -> np.ndarray:
        """What to write for each word of documents that stand in one row; heads as distances in words."""
        sizes = [len(cut.tokens) for cut in cuts]
        ends = list(accumulate(sizes, initial=0))
        starts = np.concatenate(
            [
                self._starts(cut.doc, cut.tokens, np.array(cut.gaps), scores["starts"][a:b])
                for cut, (a, b) in zip(cuts, pairwise(ends), strict=True)
                if cut.tokens
            ]
        )
        heads, relations = self._trees(starts, scores)
        bounds = [*np.flatnonzero(starts), len(starts)]
        names = np.concatenate([best_tags(scores["names"][a:b], self._follows) for a, b in pairwise(bounds)])
        return np.stack(
            [
                self._keys["tags"][scores["tags"]],
                self._keys["pos"][scores["morphs"]],
                self._keys["morphs"][scores["morphs"]],
                (heads - np.arange(len(heads))).astype(np.int64).astype(np.uint64),
                self._keys["deps"][relations],
                np.where(starts, 1, -1).astype(np.int64).astype(np.uint64),
                self._keys["iob"][names],
                self._keys["names"][names],
            ],
            axis=1,
        )

    def _write(self, doc: Doc, tokens: np.ndarray, words: np.ndarray) -> None:
        """Write the rows of a document's words, and what follows for the white space between them."""
        if len(tokens) == len(doc):
            doc.from_array(_ATTRIBUTES, words)  # type: ignore[arg-type]
            return
        heads = np.arange(len(tokens)) + words[:, 3].astype(np.int64)
        words[:, 3] = (tokens[heads] - tokens).astype(np.int64).astype(np.uint64)
        out = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        out[tokens] = words
        blank = np.ones(len(doc), bool)
        blank[tokens] = False
        out[blank] = self._blank(tokens, words, blank)
        doc.from_array(_ATTRIBUTES, out)  # type: ignore[arg-type]

    def _blank(self, tokens: np.ndarray, words: np.ndarray, blank: np.ndarray) -> np.ndarray:
        """Rows of white space tokens: each hangs on the word before, and is part of a name around it."""
        places = np.flatnonzero(blank)
        after = np.searchsorted(tokens, places)
        before = np.maximum(after - 1, 0)
        rows = np.zeros((len(places), len(_ATTRIBUTES)), dtype=np.uint64)
        rows[:, 0] = self.vocab.strings.add("_SP")
        rows[:, 1] = IDS["SPACE"]
        rows[:, 2] = self.vocab.morphology.add("")
        rows[:, 3] = (tokens[before] - places).astype(np.int64).astype(np.uint64)
        rows[:, 4] = self.vocab.strings.add("dep")
        rows[:, 5] = np.int64(-1).astype(np.uint64)
        rows[:, 6] = _IOB["O"]
        following = words[np.minimum(after, len(words) - 1), 6:]
        inside = (after < len(tokens)) & (following[:, 0] == _IOB["I"])
        rows[inside, 6:] = following[inside]
        return rows

    def _starts(self, doc: Doc, tokens: list[int], gaps: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Where sentences start: as the document has it, else by score and always after an empty line.

        What goes on longer than any sentence does is cut.
        """
        if doc.has_annotation("SENT_START"):
            starts = np.array([bool(doc[i].is_sent_start) for i in tokens])
        else:
            starts = (scores[:, 1] > scores[:, 0]) | (gaps == 3)
            for k in np.flatnonzero(starts & (gaps != 3)).tolist():
                before = "".join(doc[i].text for i in tokens[max(0, k - 2) : k])
                starts[k] = not before.endswith(_GOES_ON)
        starts[0] = True
        bounds = [*np.flatnonzero(starts), len(starts)]
        for a, b in pairwise(bounds):
            starts[a:b:_SENTENCE] = True
        return starts

    def _trees(self, starts: np.ndarray, scores: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        """Index of the head (itself for a root) and of the relation of each word."""
        heads = np.empty(len(starts), dtype=np.int64)
        head_rows = np.empty((len(starts), scores["heads"].shape[1]), dtype=np.float32)
        bounds = [*np.flatnonzero(starts), len(starts)]
        for a, b in pairwise(bounds):
            keys = np.concatenate([scores["root_keys"], scores["keys"][a:b]])
            found = tree(scores["queries"][a:b] @ keys.T)
            root = found < 0
            heads[a:b] = np.where(root, np.arange(a, b), found + a)
            head_rows[a:b] = np.where(root[:, None], scores["root_heads"], scores["heads"][heads[a:b]])
        middle = (scores["dependents"] @ self._relations).reshape(len(starts), len(self._labels["deps"]), -1)
        relation = np.einsum("nlw,nw->nl", middle, head_rows)
        root_label = self._labels["deps"].index("ROOT")
        relation[:, root_label] = -np.inf
        best = relation.argmax(1)
        best[heads == np.arange(len(heads))] = root_label
        return heads, best


@Language.factory(
    "graphbuild_contextual",
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.dep",
        "token.head",
        "token.is_sent_start",
        "doc.sents",
        "doc.ents",
        "token.ent_iob",
        "token.ent_type",
    ],
)
def _made(nlp: Language, name: str) -> Contextual:
    return Contextual(nlp, name)


@dataclass(frozen=True)
class _Cut:
    """A document, its windows, the token index of each of its words and the white space before each."""

    doc: Doc
    parts: list[Window]
    tokens: list[int]
    gaps: list[int]


def _together(cuts: list[_Cut]) -> bool:
    """Whether one window can hold all of some documents, which are parts of one text."""
    whole = cuts[-1].doc.user_data.get("part_of")
    return (
        whole is not None
        and all(len(cut.parts) == 1 and cut.doc.user_data.get("part_of") == whole for cut in cuts[-2:])
        and fit([part for cut in cuts for part in cut.parts])
    )


def _kept(result: dict[str, np.ndarray], start: int, end: int | None) -> dict[str, np.ndarray]:
    """The rows of the words `start` to `end` (None: all) of a window, and those of the root."""
    out = {}
    for name, values in result.items():
        if name in ("keys", "heads"):
            out[f"root_{name}"] = values[:1]
            values = values[1:]
        out[name] = values[start:end]
    return out


def _joined(rows: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """One array per output for a whole document; of the root's rows, which are all alike, one."""
    if len(rows) == 1:
        return rows[0]
    return {
        name: rows[0][name] if name.startswith("root_") else np.concatenate([row[name] for row in rows])
        for name in rows[0]
    }


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), np.float32)


def _kinds(tags: list[str]) -> np.ndarray:
    """Which tags (rows) are of which of `KINDS` (columns).

    >>> _kinds(["O", "B-GPE", "I-DATE"]).argmax(1).tolist()
    [0, 2, 4]
    """
    named = [_COARSE.get(tag[2:], tag[2:]) for tag in tags]
    found = np.zeros((len(tags), len(KINDS)), np.float32)
    for row, (tag, kind) in enumerate(zip(tags, named, strict=True)):
        found[row, KINDS.index(kind) if kind in KINDS else -1] = tag != "O"
    return found


def _keys(labels: dict[str, list[str]], vocab: Vocab) -> dict[str, np.ndarray]:
    """What goes into the document for each label, as numbers of the vocabulary."""
    pos, features = zip(*(label.split("|", 1) for label in labels["morphs"]), strict=True)
    kinds = [tag[2:] for tag in labels["names"]]
    columns = {
        "tags": [vocab.strings.add(tag) for tag in labels["tags"]],
        "deps": [vocab.strings.add(dep) for dep in labels["deps"]],
        "pos": [IDS.get(p, 0) for p in pos],
        "morphs": [vocab.morphology.add(f) for f in features],
        "names": [vocab.strings.add(kind) if kind else 0 for kind in kinds],
        "iob": [_IOB[tag[0]] for tag in labels["names"]],
    }
    return {name: np.array(values, dtype=np.uint64) for name, values in columns.items()}
