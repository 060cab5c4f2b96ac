"""One view of a parsed text, whatever label set the pipeline speaks.

`view` turns a spaCy ``Doc`` into a `Parse`: plain lists, one entry a token, with Universal Dependencies
relations; a parse with ClearNLP labels is turned into that shape first. The rules above this module know only
`Parse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from graphbuild.extract.models.contextual import NAME_KINDS, VECTORS
from graphbuild.extract.syntax.relations import INSIDE_LEFT
from graphbuild.extract.syntax.universal import universal
from graphbuild.extract.text.datelines import dateline, set_apart
from graphbuild.lexicons.en.function_words import AUXILIARY_LEMMA, INFINITIVE_MARK, POSSESSIVE_MARKS
from graphbuild.lexicons.en.punctuation import HYPHENS, PHRASE_BREAKS
from graphbuild.lexicons.inflection import verb_of
from graphbuild.lexicons.pasts import pasts
from graphbuild.lexicons.patterns import Patterns

__all__ = ["Parse", "view"]


_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, IDX, SENT_START, SPACY]
_HELPING = frozenset({"AUX", "VERB", "PART"})

# Penn tags: no module above asks for one
_BASE_FORMS = frozenset({"VB", "VBP", "NN"})
_PLURAL = frozenset({"NNS", "NNPS"})
_SINGULAR = frozenset({"NN", "NNP"})
_NOUN = _PLURAL | _SINGULAR
_SEVERAL = _PLURAL | {"CD", "DT"}
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_PERSONAL = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed block of text as plain lists, one entry a token.

    Attributes
    ----------
    text : str
        The block's text, as it is spelled.
    offset : int
        Where the block begins in the document's text.
    words, lower, lemmas, pos, tags, deps : list of str
        Text, lower-case text, lower-case lemma, universal part of speech, Penn tag, UD relation.
    heads : list of int
        Index of the head; a root points at itself.
    children : list of list of int
        Dependents, in order of the text.
    starts, ends : list of int
        Characters of ``text``, counted from ``offset``. `begin` and `end` give those of the document's text,
        which are others where a ligature was spelled out.
    sentences : list of (int, int)
        Tokens of each sentence, half open.
    sentence : list of int
        Index into ``sentences`` for each token.
    entities : list of (int, int, str)
        Tokens of each named entity, half open, and its label.
    vectors : numpy.ndarray or None
        The encoder's vector of each token, where the pipeline has kept them.
    kinds : numpy.ndarray or None
        How likely each token is of a name of each of `graphbuild.extract.models.contextual.KINDS`, likewise.
    places : list of int or None
        For each character of ``text`` its place in the block as written, where the two differ.
    """

    text: str
    offset: int
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    sentence: list[int]
    entities: list[tuple[int, int, str]]
    vectors: np.ndarray | None = None
    kinds: np.ndarray | None = None
    places: list[int] | None = None

    def begin(self, i: int) -> int:
        """The character of the document's text at which token ``i`` begins."""
        start = self.starts[i]
        return start if self.places is None else self.offset + self.places[start - self.offset]

    def end(self, i: int) -> int:
        """The character of the document's text after token ``i``."""
        end = self.ends[i]
        return end if self.places is None else self.offset + self.places[end - 1 - self.offset] + 1

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of token ``i`` with one of the relations ``deps``."""
        found, given = [], self.deps  # a loop, for this is asked more than anything else
        for c in self.children[i]:
            if given[c] in deps:
                found.append(c)
        return found

    def preposition(self, i: int) -> str:
        """The preposition (or several side by side, joined: "out of") that marks token ``i``, else empty.

        Of marks apart the first counts: "against tens of thousands" is against them. One that follows the
        token is not its own.
        """
        marks = [
            c
            for c in self.children[i]
            if c < i and self.deps[c] == "case" and self.lower[c] not in POSSESSIVE_MARKS
        ]
        parts: list[str] = []
        last = -1
        for c in marks:
            if parts and c != last + 1:
                break
            fixed = [f for f in self.children[c] if self.deps[f] == "fixed"]
            parts += [self.lower[f] for f in (c, *fixed)]
            last = max(c, *fixed) if fixed else c
        return " ".join(parts)

    def marks(self, i: int) -> list[str]:
        """The prepositions and conjunctions before token ``i`` that tie it to the word above."""
        return [self.lower[c] for c in self.kids(i, "mark", "case")]

    def to_infinitive(self, i: int) -> bool:
        """Whether token ``i`` is marked as an infinitive."""
        return any(self.lower[c] == INFINITIVE_MARK for c in self.kids(i, "mark"))

    def noun(self, i: int) -> bool:
        """Whether token ``i`` is a noun or part of a name."""
        return self.tags[i] in _NOUN

    def singular(self, i: int) -> bool:
        """Whether token ``i`` is a noun or name in the singular."""
        return self.tags[i] in _SINGULAR

    def common_singular(self, i: int) -> bool:
        """Whether token ``i`` is a noun in the singular and no name."""
        return self.tags[i] == "NN"

    def plural(self, i: int) -> bool:
        """Whether token ``i`` is a noun or name in the plural."""
        return self.tags[i] in _PLURAL

    def several(self, i: int) -> bool:
        """Whether token ``i`` may stand for several: a plural, a numeral ("ten"), a determiner ("some")."""
        return self.tags[i] in _SEVERAL

    def personal(self, i: int) -> bool:
        """Whether token ``i`` is a personal or possessive pronoun."""
        return self.tags[i] in _PERSONAL

    def infinitive(self, i: int) -> bool:
        """Whether token ``i`` is a verb in its bare form, also after "to" and in the subjunctive."""
        return self.tags[i] == "VB"

    def gerund(self, i: int) -> bool:
        """Whether token ``i`` is a gerund or present participle."""
        return self.tags[i] == "VBG"

    def past_participle(self, i: int) -> bool:
        """Whether token ``i`` is a past or passive participle."""
        return self.tags[i] == "VBN"

    def participle(self, i: int) -> bool:
        """Whether token ``i`` is a participle of either kind."""
        return self.tags[i] in ("VBN", "VBG")

    def finite_past(self, i: int) -> bool:
        """Whether token ``i`` is a verb in the past tense."""
        return self.tags[i] == "VBD"

    def past(self, i: int) -> bool:
        """Whether token ``i`` has the form of what is over: past tense or past participle."""
        return self.tags[i] in _PAST

    def present(self, i: int) -> bool:
        """Whether token ``i`` is a verb in the present tense."""
        return self.tags[i] in _PRESENT

    def particle(self, i: int) -> str:
        """The particle of a phrasal verb ("carry out"), else empty."""
        return next((self.lower[c] for c in self.children[i] if self.deps[c] == "compound:prt"), "")

    def conjuncts(self, i: int) -> Iterator[int]:
        """Token ``i`` and everything coordinated with it to its right."""
        yield i
        for c in self.children[i]:
            if self.deps[c] == "conj":
                yield from self.conjuncts(c)

    def head_of(self, i: int, j: int) -> int:
        """The syntactic head of the tokens ``i`` to ``j``: the first whose own head lies outside."""
        for k in range(i, j):
            if not i <= self.heads[k] < j or self.heads[k] == k:
                return k
        return j - 1

    def left_edge(self, i: int) -> int:
        """First token of the noun phrase that ``i`` heads, without relative clauses and the like."""
        edge = i
        for c in reversed([c for c in self.children[i] if c < i]):
            if self.deps[c] in INSIDE_LEFT and self.lower[c] not in PHRASE_BREAKS:
                if self.deps[c] == "case" and self.pos[c] != "PART":
                    break
                edge = min(edge, self.left_edge(c))
            elif self.deps[c] != "cc":
                break
        return edge

    def slice(self, i: int, j: int) -> str:
        """The text from token ``i`` to token ``j``, half open."""
        return self.text[self.starts[i] - self.offset : self.ends[j - 1] - self.offset]

    def subtree(self, i: int) -> Iterator[int]:
        """Token ``i`` and all that depends on it, in no particular order."""
        stack = [i]
        while stack:
            k = stack.pop()
            yield k
            stack += self.children[k]

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads above token ``i``, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i


def view(
    doc: Doc, offset: int = 0, patterns: Patterns | None = None, places: list[int] | None = None
) -> Parse:
    """A `Parse` of a spaCy ``Doc``.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        Parsed, tagged and lemmatised, with UD or ClearNLP relations.
    offset : int
        Where the doc's first character stands in the document's text.
    patterns : Patterns, optional
        Of the words that writers part with a hyphen, those of these lists become one lemma, and a regular
        form of one of these verbs has it as its lemma.
    places : list of int, optional
        As `graphbuild.extract.text.spelling.spelled` gives them.

    Returns
    -------
    Parse

    Examples
    --------
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Rebels", "fled", "to", "Aleppo"], heads=[1, 1, 1, 2],
    ...           deps=["nsubj", "ROOT", "prep", "pobj"], pos=["NOUN", "VERB", "ADP", "PROPN"])
    >>> parse = view(doc)
    >>> parse.deps, parse.heads, parse.preposition(3)
    (['nsubj', 'root', 'case', 'obl'], [1, 1, 3, 1], 'to')
    """
    spelled, small = _spelling(doc.vocab.strings)
    past_of = pasts()
    columns = doc.to_array(_COLUMNS).T.tolist()  # many times faster than token by token
    orths, lemma_keys, pos_keys, tag_keys, dep_keys, idx, begins, spaces = columns
    words, pos, tags, deps = ([spelled[k] for k in keys] for keys in (orths, pos_keys, tag_keys, dep_keys))
    lower = [small[key] for key in orths]
    lemmas = [small[key] or word for key, word in zip(lemma_keys, lower, strict=True)]
    heads = [i + h for i, h in enumerate(doc.to_array(HEAD).astype("int64").tolist())]
    starts = [offset + i for i in idx]
    for i, word in enumerate(lower):
        if word in AUXILIARY_LEMMA and pos[i] in _HELPING:
            lemmas[i] = AUXILIARY_LEMMA[word]
        elif tags[i] in _BASE_FORMS:
            lemmas[i] = _base(word, past_of, patterns) if pos[i] == "VERB" else word
        elif pos[i] == "VERB" and patterns and word not in patterns.verbs:
            lemmas[i] = verb_of(word, lemmas[i], patterns.verbs)
        elif tags[i] == "NNPS" and lemmas[i] == word and word.endswith("men"):
            lemmas[i] = f"{word[:-3]}man"  # "Airmen" as a name, which lemmatizers leave alone
    for i in [i for i, word in enumerate(lower[1:-1], 1) if word in HYPHENS and not spaces[i]]:
        whole = (
            patterns.hyphened(lower[i - 1], lemmas[i + 1], pos[i + 1])
            if patterns and not spaces[i - 1]
            else None
        )
        lemmas[i + 1] = whole or lemmas[i + 1]
    deps, heads = universal(lemmas, pos, tags, deps, heads, patterns.verbs if patterns else ())
    entities = [(e.start, e.end, e.label_) for e in doc.ents]
    set_apart(dateline(words, entities), pos, deps, heads)
    children: list[list[int]] = [[] for _ in words]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    first = [i for i, begin in enumerate(begins) if i == 0 or begin == 1]
    sentences = list(pairwise([*first, len(words)]))
    sentence = [k for k, (begin, end) in enumerate(sentences) for _ in range(begin, end)]
    return Parse(
        text="".join([w + " " if space else w for w, space in zip(words, spaces, strict=True)]),
        offset=offset,
        words=words,
        lower=lower,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        children=children,
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        sentences=sentences,
        sentence=sentence,
        entities=entities,
        vectors=doc.user_data.get(VECTORS),
        kinds=doc.user_data.get(NAME_KINDS),
        places=places,
    )


class _Spelled(dict[int, str]):
    """Strings by key, asked of the store but once."""

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = text = self.strings[key]
        return text


class _Small(_Spelled):
    """The same in lower case."""

    def __missing__(self, key: int) -> str:
        self[key] = text = self.strings[key].lower()
        return text


def _base(word: str, past_of: Mapping[str, str], patterns: Patterns | None) -> str:
    """The lemma of what is tagged as a base form: taggers take "retook" and "thanks" for one, too."""
    known = patterns.verbs if patterns else {}
    return past_of.get(word) or (word if word in known else verb_of(word, word, known))


@lru_cache(maxsize=1)
def _spelling(strings: StringStore) -> tuple[_Spelled, _Small]:
    """For one vocabulary at a time; they hold no more than it does."""
    return _Spelled(strings), _Small(strings)
