"""Sentences parsed by hand, for the examples in the docstrings of the rules."""

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

__all__ = ["acted", "described", "example", "heard", "in_context", "told"]

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "IN": "ADP", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP$": "PRON", "WDT": "PRON", "WP": "PRON",
    "POS": "PART", "TO": "PART", "CC": "CCONJ", "CD": "NUM", "MD": "AUX", ",": "PUNCT", ".": "PUNCT",
    "HYPH": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
_TYPES = {
    "PERSON": "person", "ORG": "organization", "NORP": "country", "GPE": "country", "LOC": "place",
}  # fmt: skip
_CLOSE = frozenset({"'s", ",", ".", "-", "n't"})


def example(tokens: str) -> Block:
    """A block with its mentions from a sentence parsed by hand.

    Parameters
    ----------
    tokens : str
        Tokens apart by spaces, each ``word=lemma/tag/relation/head/label``: Penn tag, UD relation, head
        counted from 1 (0 for the root). The lemma may be left out where it is the word, the label where the
        token is in no mention. Labels in capitals are names, others nominals of that type; neighbours with
        one label are one mention.

    Returns
    -------
    Block

    Examples
    --------
    >>> block = example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 rebels=rebel/NNS/obj/2/group")
    >>> [(found.name, found.kind, found.number) for found in block.mentions]
    [('Kenya', 'name', 's'), ('rebels', 'nominal', 'p')]
    """
    cells = [(*token.split("/"), "")[:5] for token in tokens.split()]
    words = [cell[0].partition("=")[0] for cell in cells]
    heads = [int(cell[3]) - 1 if cell[3] != "0" else i for i, cell in enumerate(cells)]
    labels = [cell[4] for cell in cells]
    doc = Doc(
        Vocab(),
        words=words,
        spaces=[w != "-" and after not in _CLOSE for w, after in zip(words, [*words[1:], ","], strict=True)],
        lemmas=[cell[0].partition("=")[2] or cell[0] for cell in cells],
        tags=[cell[1] for cell in cells],
        pos=[_part_of_speech(cell[1], cell[2]) for cell in cells],
        heads=heads,
        deps=[cell[2] for cell in cells],
        ents=[
            f"{'I' if i and labels[i - 1] == label else 'B'}-{label}" if label else "O"
            for i, label in enumerate(labels)
        ],
    )
    block = Block(view(doc, patterns=_known()), before=0)
    for first, last, label in block.parse.entities:
        block.add(_mention(block, first, last, label))
    return block


def told(tokens: str, *rules: Callable[..., Iterable[Candidate]]) -> list[str]:
    """What modules of rules draw from a sentence parsed by hand.

    Parameters
    ----------
    tokens : str
        As for `example`.
    *rules : callable
        Such as ``verbs`` or ``offices``; they work with the project's word lists.

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
    block = example(tokens)
    context = in_context(block)
    said = select(
        measured(one, context.clauses.get(one.word)) for rule in rules for one in rule(context)
    ).accepted
    return [f"{one.source.name} -{one.pattern.relation}-> {one.target.name}" for one in said]


def in_context(block: Block, known: Patterns | None = None) -> Context:
    """A block with its clauses and quotes, as rules are given it.

    Parameters
    ----------
    block : Block
    known : Patterns, optional
        The project's own word lists if not given.

    Returns
    -------
    Context

    Examples
    --------
    >>> context = in_context(example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE"))
    >>> list(context.clauses), context.quotes.speakers
    ([1], {})
    """
    known = known or _known()
    parts = clauses(block.parse, known.lexicon)
    return Context(block, parts, quotes(block, parts, known.lexicon), known)


@cache
def _known() -> Patterns:
    return patterns(lexicon())


def acted(tokens: str) -> list[str]:
    """Who does what to whom in each clause of a sentence parsed by hand, by the words of the heads.

    >>> acted("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 rebels=rebel/NNS/obj/2/group")
    ['Kenya attack rebels']
    """
    parse = example(tokens).parse

    def words(places: tuple[int, ...]) -> str:
        return " + ".join(parse.words[k] for k in places) or "-"

    return [
        f"{words(c.subjects)} {c.lemma} {words(c.objects)}" for c in clauses(parse, _known().lexicon).values()
    ]


def heard(tokens: str) -> list[str]:
    """Status and speaker of each event in a sentence parsed by hand: of verbs and nouns with two parties.

    >>> heard("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE")
    ['attack: possible']
    """
    from graphbuild.extract.relations.nominalisations import nominalisations
    from graphbuild.extract.relations.verbs import verbs

    context = in_context(example(tokens))
    block = context.block
    words = dict.fromkeys(one.word for rule in (verbs, nominalisations) for one in rule(context))
    lines = []
    for word in words:
        who = speaker(context, word)
        said = f", says {who.name}" if who else ""
        lines.append(
            f"{block.parse.lemmas[word]}: {factuality(block.parse, word, context.patterns.lexicon)}{said}"
        )
    return lines


def described(tokens: str) -> list[str]:
    """Nominal mentions and offices in a sentence parsed by hand, each with its type and role.

    >>> described("Syrian/JJ/amod/2/NORP rebels=rebel/NNS/nsubj/3 fled=flee/VBD/root/0")
    ['Syrian rebels: group REB']
    """
    block = example(tokens)
    nominals(block, _known())
    lines = []
    for found in sorted(block.mentions, key=lambda one: one.start):
        if found.kind == "nominal" or found.title:
            title = f" ({found.title})" if found.title else ""
            same = f" = {found.antecedent.name}" if found.antecedent else ""
            lines.append(f"{found.text}: {found.type} {found.role}{title}{same}")
    return lines


def _part_of_speech(tag: str, relation: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if relation in ("aux", "aux:pass", "cop") else "VERB"
    return _POS[tag]


def _mention(block: Block, first: int, last: int, label: str) -> Mention:
    parse = block.parse
    head = parse.head_of(first, last)
    kind = "nominal" if label.islower() else "name"
    if label == "pronoun":
        kind = "pronoun"
    of_type = "" if kind == "pronoun" else _TYPES.get(label, label)
    number = "p" if parse.plural(head) else "s"
    name = parse.slice(first, last)
    country = country_of(name) if of_type == "country" else ""
    return Mention(parse, first, last, head, kind, label, of_type, name, country=country, number=number)
