"""One notation for sentences parsed by hand, in both label sets that pipelines have.

Tokens stand apart by spaces or line ends, each ``word=lemma/tag+POS/relation/head/label~relation/head``:

- ``lemma`` may be left out where it is the word, ``+POS`` where it follows from the tag;
- ``tag`` is Penn's, ``relation`` is of Universal Dependencies, ``head`` counts from 1, 0 for the root;
- ``label`` is left out where the token is in no mention; in capitals it makes a name, else a nominal of that
  type, or a pronoun. Neighbours with one label are one mention, but after a label that ends in ``-``;
- after ``~`` stand the relation and the head in ClearNLP labels, each left out where it is the same.

An empty line ends a sentence, and heads count from 1 again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract.annotations import Block, Candidate, Context, Mention
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.qualify.attribution import quotes, speaker
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.score.measured import measured
from graphbuild.extract.score.select import select
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.syntax.parse import view
from graphbuild.lexicons.patterns import Patterns, patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.names import country_of

__all__ = ["LABELS", "accepted", "acted", "described", "example", "heard", "in_context", "parsed", "told"]

LABELS = ("ud", "clear")
"""The label sets: Universal Dependencies and ClearNLP."""

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP", "DT": "DET", "PDT": "DET",
    "PRP": "PRON", "PRP$": "PRON", "WP$": "PRON", "WDT": "PRON", "WP": "PRON", "EX": "PRON", "POS": "PART",
    "TO": "PART", "CC": "CCONJ", "CD": "NUM", "MD": "AUX", "UH": "INTJ", ",": "PUNCT", ".": "PUNCT",
    ":": "PUNCT", "HYPH": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
_TYPES = {
    "PERSON": "person", "ORG": "organization", "NORP": "country", "GPE": "country", "LOC": "place",
    "FAC": "place",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ” ’ - n't n’t 's ’s '".split())
_NO_SPACE_AFTER = frozenset("( “ ‘ -".split())


def parsed(tokens: str, labels: str = "ud") -> Doc:
    """The spaCy ``Doc`` of sentences parsed by hand.

    Parameters
    ----------
    tokens : str
        In the notation of this module.
    labels : str
        One of `LABELS`.

    Returns
    -------
    spacy.tokens.Doc

    Examples
    --------
    >>> tokens = "Chad/NNP/nsubj/2/GPE fell=fall/VBD/root/0 to/IN/case/4~prep/2 Togo/NNP/obl/2/GPE~pobj/3"
    >>> [[f"{token.dep_} of {token.head}" for token in parsed(tokens, labels)][2:] for labels in LABELS]
    [['case of Togo', 'obl of fell'], ['prep of fell', 'pobj of to']]
    """
    forms: list[str] = []
    tags, pos, relations, heads, marks = [], [], [], [], []
    for sentence in tokens.strip().split("\n\n"):
        before = len(forms)
        for token in sentence.split():
            form, _, rest = token.partition("/")
            universal, _, other = rest.partition("~")
            tag, relation, head, label = (*universal.split("/"), "")[:4]
            tag, _, given = tag.partition("+")
            pos.append(given or _part_of_speech(tag, relation))
            if labels == "clear" and other:
                relation, head = other.split("/") if "/" in other else (other, head)
            heads.append(before + int(head) - 1 if head != "0" else len(forms))
            relations.append(relation if head != "0" else "ROOT")
            forms.append(form)
            tags.append(tag)
            marks.append(label)
    words = [form.partition("=")[0] for form in forms]
    return Doc(
        Vocab(),
        words=words,
        spaces=[
            word not in _NO_SPACE_AFTER and after not in _NO_SPACE_BEFORE
            for word, after in zip(words, [*words[1:], "."], strict=True)
        ],
        lemmas=[form.partition("=")[2] or word for form, word in zip(forms, words, strict=True)],
        tags=tags,
        pos=pos,
        heads=heads,
        deps=relations,
        ents=[
            f"{'I' if mark.rstrip('-') == before else 'B'}-{mark.rstrip('-')}" if mark else "O"
            for before, mark in zip(["", *marks], marks, strict=False)
        ],
    )


def example(
    tokens: str, labels: str = "ud", *, known: Patterns | None = None, before: int = 0, offset: int = 0
) -> Block:
    """A block with its mentions from sentences parsed by hand.

    Parameters
    ----------
    tokens : str
        In the notation of this module.
    labels : str
        One of `LABELS`.
    known : Patterns, optional
        The project's own word lists if not given.
    before : int
        Sentences of earlier blocks.
    offset : int
        Where the first character stands in the document's text.

    Returns
    -------
    Block

    Examples
    --------
    >>> block = example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 rebels=rebel/NNS/obj/2/group")
    >>> [(found.name, found.kind, found.number) for found in block.mentions]
    [('Kenya', 'name', 's'), ('rebels', 'nominal', 'p')]
    """
    block = Block(view(parsed(tokens, labels), offset, known or _known()), before)
    for first, last, label in block.parse.entities:
        block.add(_mention(block, first, last, label))
    return block


def in_context(block: Block, known: Patterns | None = None) -> Context:
    """A block with its clauses and quotes, as rules are given it.

    >>> context = in_context(example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE"))
    >>> list(context.clauses), context.quotes.speakers
    ([1], {})
    """
    known = known or _known()
    parts = clauses(block.parse, known.lexicon)
    return Context(block, parts, quotes(block, parts, known.lexicon), known)


def accepted(context: Context, *rules: Callable[[Context], Iterable[Candidate]]) -> tuple[Candidate, ...]:
    """What the arbiter takes of the proposals of some rules, each with its confidence, in order of the rules.

    >>> from graphbuild.extract.relations.verbs import verbs
    >>> context = in_context(example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE"))
    >>> [one.rule for one in accepted(context, verbs)]
    ['active']
    """
    proposed = [measured(one, context.clauses.get(one.word)) for rule in rules for one in rule(context)]
    return select(proposed).accepted


def told(
    tokens: str,
    *rules: Callable[[Context], Iterable[Candidate]],
    labels: str = "ud",
    known: Patterns | None = None,
) -> list[str]:
    """What modules of rules draw from a sentence parsed by hand.

    Parameters
    ----------
    tokens, labels, known
        As for `example`.
    *rules : callable
        Such as ``verbs`` or ``offices``.

    Returns
    -------
    list of str
        ``source -relation-> target``, in order of the rules.

    Examples
    --------
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE", verbs)
    ['Kenya -attack-> Chad']
    """
    said = accepted(in_context(example(tokens, labels, known=known), known), *rules)
    return [f"{one.source.name} -{one.pattern.relation}-> {one.target.name}" for one in said]


def acted(tokens: str, labels: str = "ud", *, known: Patterns | None = None) -> list[str]:
    """Who does what to whom in each clause of a sentence parsed by hand, by the words of the heads.

    >>> acted("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 rebels=rebel/NNS/obj/2/group")
    ['Kenya attack rebels']
    """
    known = known or _known()
    parse = example(tokens, labels, known=known).parse

    def words(places: tuple[int, ...]) -> str:
        return " + ".join(parse.words[k] for k in places) or "-"

    found = clauses(parse, known.lexicon).values()
    return [f"{words(c.subjects)} {c.lemma} {words(c.objects)}" for c in found]


def heard(tokens: str, labels: str = "ud", *, known: Patterns | None = None) -> list[str]:
    """Status and speaker of each event in a sentence parsed by hand: of verbs and nouns with two parties.

    >>> heard("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE")
    ['attack: possible']
    """
    from graphbuild.extract.relations.nominalisations import nominalisations
    from graphbuild.extract.relations.verbs import verbs

    context = in_context(example(tokens, labels, known=known), known)
    parse, lines = context.block.parse, []
    for word in dict.fromkeys(one.word for rule in (verbs, nominalisations) for one in rule(context)):
        who = speaker(context, word)
        said = f", says {who.name}" if who else ""
        lines.append(f"{parse.lemmas[word]}: {factuality(parse, word, context.patterns.lexicon)}{said}")
    return lines


def described(tokens: str, labels: str = "ud", *, known: Patterns | None = None) -> list[str]:
    """Nominal mentions and offices in a sentence parsed by hand, each with its type and role.

    >>> described("Syrian/JJ/amod/2/NORP rebels=rebel/NNS/nsubj/3 fled=flee/VBD/root/0")
    ['Syrian rebels: group REB']
    """
    block = example(tokens, labels, known=known)
    nominals(block, known or _known())
    lines = []
    for found in sorted(block.mentions, key=lambda one: one.start):
        if found.kind == "nominal" or found.title:
            title = f" ({found.title})" if found.title else ""
            same = f" = {found.antecedent.name}" if found.antecedent else ""
            lines.append(f"{found.text}: {found.type} {found.role}{title}{same}")
    return lines


@cache
def _known() -> Patterns:
    return patterns(lexicon())


def _part_of_speech(tag: str, relation: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if relation in ("aux", "aux:pass", "cop") else "VERB"
    return _POS[tag]


def _mention(block: Block, first: int, last: int, label: str) -> Mention:
    parse = block.parse
    head = parse.head_of(first, last)
    kind = "pronoun" if label == "pronoun" else "nominal" if label.islower() else "name"
    of_type = "" if kind == "pronoun" else _TYPES.get(label, label)
    number = "p" if parse.plural(head) else "s"
    gender = "" if of_type in ("", "person", "official") else "n"
    name = parse.slice(first, last)
    country = country_of(name) if of_type == "country" else ""
    return Mention(
        parse, first, last, head, kind, label, of_type, name, country=country, number=number, gender=gender
    )
