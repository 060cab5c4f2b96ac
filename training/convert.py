"""Turn treebanks and name corpora into spaCy training documents (DocBin files)."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.places import place_label
from training.treebank import Sentence, Word, treebank

__all__ = ["convert"]

_LABELS = {"PER": "PERSON"}
_CURLY = str.maketrans({"'": "’"})
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_END = frozenset(".!?")
_ORGANIZATIONS = Path(__file__).with_name("organizations.txt")
_FORCES = re.compile(
    r" (?:army|attacks?|commanders?|fighters?|forces|gunmen|leaders?|militants?|militia|offensive|officials?|"
    r"positions|rebels|soldiers|spokes\w+|strikes?|supporters|targets|territory|troops|video|war)\b"
)


def convert(corpora: Path, output: Path, seed: int = 0) -> dict[str, int]:
    """Write `train.spacy` and `dev.spacy`: trees from the treebanks, names from the news corpus.

    Parameters
    ----------
    corpora
        Folder with `parse/{ewt,gum}_{train,dev}.conllu` and `names/worldwide_{train,dev}.jsonl`.
    output
        Folder to write to; created where missing.
    seed
        Seed of the layout noise in the training documents.

    Returns
    -------
    dict
        Documents per file written.
    """
    output.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    noise = random.Random(seed)
    parse, names = corpora / "parse", corpora / "names"
    trees = [list(treebank(parse / f"{name}_train.conllu")) for name in ("ewt", "gum")]
    files = {
        "train": [
            *_training_documents(nlp.vocab, trees, noise),
            *_name_documents(nlp, names / "worldwide_train.jsonl", noise),
        ],
        "dev": [
            *(_document(nlp.vocab, [sentence], [""]) for sentence in treebank(parse / "ewt_dev.conllu")),
            *_name_documents(nlp, names / "worldwide_dev.jsonl", None),
        ],
    }
    counts = {}
    for name, documents in files.items():
        bin_ = DocBin(store_user_data=False)
        for doc in documents:
            bin_.add(doc)
        bin_.to_disk(output / f"{name}.spacy")
        counts[name] = len(bin_)
    return counts


def _training_documents(vocab: Vocab, trees: list[list[Sentence]], noise: random.Random) -> Iterator[Doc]:
    """Every sentence twice: once in its own paragraphs, once shuffled into news-like layouts."""
    for sentences in trees:
        for group in _groups(sentences, 10):
            separators = [
                ""
                if a.paragraph == b.paragraph
                else noise.choice(("\n\n", "\n\n", "\n", "\n", " \n", "\n\n\n"))
                for a, b in pairwise(group)
            ] + [""]
            yield _document(vocab, group, separators)
    loose = [sentence for sentences in trees for sentence in sentences]
    noise.shuffle(loose)
    at = 0
    while at < len(loose):
        size = noise.choice((1, 2, 3, 5, 8))
        group = loose[at : at + size]
        at += size
        layout = noise.random()
        if layout < 0.35:  # headlines, bylines and lists: a line each, often without a stop
            group = [_without_stop(s) if noise.random() < 0.7 else s for s in group]
            separators = [noise.choice(("\n", "\n", "\n\n", "\n\n", "   \n", " \n\n")) for _ in group]
        elif layout < 0.5:
            separators = [noise.choice(("", "\n\n")) for _ in group]
        else:
            separators = [noise.choice(("", "", "", "", "  ")) for _ in group]
        separators[-1] = noise.choice(("", "", "\n"))
        change = noise.random()
        if change < 0.07:
            group = [_mapped(s, str.upper) for s in group]
        elif change < 0.14:
            group = [_mapped(s, str.lower) for s in group]
        elif change < 0.19:
            group = [_mapped(s, _title) for s in group]
        elif change < 0.40:
            group = [_mapped(s, lambda form: form.translate(_CURLY)) for s in group]
        elif change < 0.50:
            group = [_mapped(s, lambda form: form.translate(_STRAIGHT)) for s in group]
        yield _document(
            vocab, group, separators, noise.choice(_BLANKS)(noise) if noise.random() < 0.2 else None
        )


def _wrapped(noise: random.Random) -> Callable[[int], str]:
    """Lines broken every eight to sixteen words."""
    width = noise.randint(8, 16)
    return lambda n: "" if n % width else "\n"


def _stray(noise: random.Random) -> Callable[[int], str]:
    """A double space, a no-break space or a tab now and then."""
    return lambda n: (
        "" if noise.random() > 0.12 else noise.choice(("  ", "  ", "   ", "\xa0", " \xa0", "\t", " \n"))
    )


_BLANKS = (_wrapped, _stray, _stray)


def _groups(sentences: Iterable[Sentence], size: int) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        group.append(sentence)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, where nothing hangs on the stop."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last].form not in _END or any(w.head == last for w in sentence.words):
        return sentence
    return Sentence(sentence.words[:last], sentence.paragraph)


def _mapped(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    words = tuple(
        Word(change(w.form), w.lemma, w.pos, w.tag, w.morph, w.head, w.dep, w.space) for w in sentence.words
    )
    return Sentence(words, sentence.paragraph)


def _title(form: str) -> str:
    return form if len(form) < 4 else form[:1].upper() + form[1:]


def _document(
    vocab: Vocab, sentences: list[Sentence], separators: list[str], blanks: Callable[[int], str] | None = None
) -> Doc:
    """One Doc; white space beyond a single space becomes a token, as spaCy's tokenizer would make it.

    `separators` stand after each sentence; `blanks` gives the white space to put, in the place of a single
    space, before the n-th word of a sentence ("" to leave it).
    """
    keys = ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps")
    columns: dict[str, list] = {key: [] for key in keys}

    def add(*values: str | bool | int) -> None:
        for key, value in zip(keys, values, strict=True):
            columns[key].append(value)

    def add_space(text: str) -> None:
        """`text` follows the last word; a leading space belongs to that word."""
        if not text or not columns["words"]:
            return
        columns["spaces"][-1] = text.startswith(" ")
        if text := text.removeprefix(" "):
            add(text, False, "_SP", "SPACE", "", text, len(columns["words"]) - 1, "dep")

    for sentence, separator in zip(sentences, separators, strict=True):
        places, heads = [], []
        for n, w in enumerate(sentence.words):
            if blanks and n and sentence.words[n - 1].space:
                add_space(blanks(n))
            places.append(len(columns["words"]))
            heads.append(w.head)
            add(w.form, w.space, w.tag, w.pos, w.morph, w.lemma, 0, w.dep)
        for place, head in zip(places, heads, strict=True):
            columns["heads"][place] = places[head]
        add_space(separator)
    columns["spaces"][-1] = False
    return Doc(vocab, **columns)


def _name_documents(nlp: Language, path: Path, noise: random.Random | None) -> Iterator[Doc]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = [(e["start"], e["end"], e["label"]) for e in row["entities"]]
            yield from _name_pieces(nlp, row["text"], spans)
            if noise is not None and noise.random() < 0.35:
                change = noise.choice(
                    (str.upper, lambda t: t.translate(_CURLY), lambda t: t.translate(_STRAIGHT))
                )
                changed = change(row["text"])
                if len(changed) == len(row["text"]):
                    pieces = list(_name_pieces(nlp, changed, spans))
                    yield from pieces[:3] if changed.isupper() else pieces
            if noise is not None and noise.random() < 0.35:
                yield from _name_pieces(nlp, *_substituted(row["text"], spans, noise))


def _substituted(text: str, spans: list[tuple[int, int, str]], noise: random.Random) -> tuple[str, list]:
    """The text with some organizations, and some nationalities of forces, changed for other organizations."""
    names = [n for n in _ORGANIZATIONS.read_text(encoding="utf-8").splitlines() if n and n[0] != "#"]
    definite = [n.removeprefix("the ") for n in names if n.startswith("the ")]
    bare = [n for n in names if not n.startswith("the ")]
    out, moved, at = "", [], 0
    for start, end, label in sorted(spans):
        if start < at:
            continue
        out += text[at:start]
        new = text[start:end]
        force = label == "NORP" and _FORCES.match(text, end)
        if (label == "ORG" or force) and noise.random() < 0.5:
            new, label = noise.choice(definite if out[-4:].lower() == "the " else bare), "ORG"
        moved.append((len(out), len(out) + len(new), label))
        out += new
        at = end
    return out + text[at:], moved


def _name_pieces(
    nlp: Language, text: str, entities: list[tuple[int, int, str]], size: int = 250
) -> Iterator[Doc]:
    """An article as documents of about `size` tokens, cut at line ends."""
    doc = nlp.make_doc(text)
    spans = []
    for start, end, label in entities:
        label = place_label(text[start:end]) if label == "LOC" else _LABELS.get(label, label)
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and not any(t.is_space for t in (span[0], span[-1])):
            spans.append(span)
    doc.ents = spacy.util.filter_spans(spans)
    start = 0
    for token in doc:
        at_end = token.i + 1 == len(doc)
        if at_end or (token.i - start >= size and token.is_space and "\n" in token.text):
            yield doc[start : token.i + 1].as_doc()
            start = token.i + 1
