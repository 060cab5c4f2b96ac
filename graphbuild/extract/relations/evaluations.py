"""Relations that lie in what someone says of another: "Kenya called Chad a liar", "X said Y was unfit".

A predicate that judges, in reported or quoted speech, is a criticism, an accusation or praise by the speaker.
What the writer says in the text's own voice states nothing between two actors.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Candidate, Clause, Context, Mention
from graphbuild.extract.qualify.attribution import speaker
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.relations.verbs import acting
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.lexicons.en.action_verbs import LIGHT
from graphbuild.lexicons.en.event_nouns import CLAIMS
from graphbuild.lexicons.en.prepositions import ESSIVE
from graphbuild.lexicons.en.speech_verbs import EVALUATING
from graphbuild.lexicons.evaluations import evaluations as evaluating
from graphbuild.lexicons.verbs import Pattern

__all__ = ["evaluations"]

_FIRM = 0.6
_TURNED = {"criticize": "support", "accuse": "support", "support": "criticize"}


def evaluations(context: Context) -> Iterator[Candidate]:
    """Relations from speakers to those whom they judge.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of class ``criticize``, ``accuse`` or ``support``; asserted, for the judgement is made by being said.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 Chad/NNP/obj/2/GPE a/DT/det/5 liar/NN/xcomp/2",
    ...      evaluations)
    ['Kenya -criticize-> Chad']
    """
    parse = context.block.parse
    predicates = {parse.heads[c] for c, dep in enumerate(parse.deps) if dep == "cop"}
    for i, pos in enumerate(parse.pos):
        judging = i in predicates or parse.deps[i] in ("conj", "xcomp")
        if pos == "VERB" or (judging and pos in ("ADJ", "NOUN")):
            yield from _said_of(context, i)
        if pos == "VERB" and parse.lemmas[i] in EVALUATING and i in context.clauses:
            yield from _called(context, context.clauses[i])


def _said_of(context: Context, i: int) -> Iterator[Candidate]:
    """X said Y was unfit for office; "Y is a liar", said X; X said Y had made false claims.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/5/GPE was=be/VBD/cop/5 "
    ...      "unfit/JJ/ccomp/2", evaluations)
    ['Kenya -criticize-> Chad']
    """
    parse = context.block.parse
    relation = _relation(context.block, i)
    judged = _subjects(context, i) if relation else ()
    if not judged:
        return
    sources = list(_sayers(context, i))
    if sources and factuality(parse, i, context.patterns.lexicon) == "negated":
        relation = _TURNED[relation]
    for subject in judged:
        for target, share in actors_at(context.block, subject):
            for source in sources:
                if target is not source and target.antecedent is not source:
                    pattern = context.patterns.classes[relation]
                    yield _said(source, target, pattern, parse.lemmas[i], i, "evaluative_predicate", share)


def _sayers(context: Context, i: int) -> Iterator[Mention]:
    """Who says the clause of ``i``: the speakers, all that are coordinated, or whose claim it is.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 claim/NN/nsubj/8 that/IN/mark/7 "
    ...      "Chad/NNP/nsubj/7/GPE had=have/VBD/aux/7 lied=lie/VBN/acl/3 spread/VBD/root/0", evaluations)
    ['Kenya -accuse-> Chad']
    """
    parse = context.block.parse
    noun = parse.heads[i]
    if parse.deps[i] in ("acl", "ccomp", "acl:relcl") and parse.lemmas[noun] in CLAIMS:
        yield from (f for f, share in acting(context, noun) if share >= _FIRM)
        return
    one = speaker(context, i)
    if one is None:
        return
    yield one
    if one.parse is parse:
        others = (context.block.by_head.get(k) for k in parse.conjuncts(one.head) if k != one.head)
        yield from (other for other in others if other is not None)


def _called(context: Context, clause: Clause) -> Iterator[Candidate]:
    """X called Y a liar; X described Y as a hero; Y was hailed by X as brave.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 Chad/NNP/obj/2/GPE a/DT/det/5 "
    ...      "hero/NN/xcomp/2", evaluations)
    ['Kenya -support-> Chad']
    """
    parse, verb = context.block.parse, clause.verb
    words = [c for c in parse.kids(verb, "xcomp") if parse.pos[c] in ("ADJ", "NOUN")]
    words += [
        c
        for c in parse.kids(verb, "obl", "advcl")
        if ESSIVE in (parse.preposition(c), _mark(context.block, c))
    ]
    for c in words:
        relation = _relation(context.block, c)
        if not relation:
            continue
        if factuality(parse, c, context.patterns.lexicon) == "negated":
            relation = _TURNED[relation]
        for subject in clause.subjects:
            for source, share in actors_at(context.block, subject):
                for thing in clause.objects:
                    for target, rest in actors_at(context.block, thing):
                        if source is not target and target.antecedent is not source:
                            said = f"{clause.lemma} {parse.lemmas[c]}"
                            pattern = context.patterns.classes[relation]
                            yield _said(
                                source, target, pattern, said, verb, "object_predicative", share * rest
                            )


def _relation(block: Block, i: int) -> str:
    """What a predicate says of its subject: by itself, or by what is made, told or shown."""
    parse, words = block.parse, evaluating()
    own = words.get((parse.lemmas[i], parse.pos[i]), "")
    if parse.pos[i] == "NOUN" and not own:
        own = _quality(block, i)
    if own or parse.pos[i] != "VERB" or parse.lemmas[i] not in LIGHT:
        return own
    for thing in parse.kids(i, "obj"):
        own = own or words.get((parse.lemmas[thing], "NOUN"), "") or _quality(block, thing)
    return own


def _quality(block: Block, noun: int) -> str:
    """What an adjective of a predicate noun says: "a dangerous man", "false claims".

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 Chad/NNP/obj/2/GPE a/DT/det/6 "
    ...      "brave/JJ/amod/6 nation/NN/xcomp/2", evaluations)
    ['Kenya -support-> Chad']
    """
    parse, words = block.parse, evaluating()
    return next(
        (words[key] for c in parse.kids(noun, "amod") if (key := (parse.lemmas[c], "ADJ")) in words), ""
    )


def _subjects(context: Context, i: int) -> tuple[int, ...]:
    parse = context.block.parse
    if parse.pos[i] == "VERB":
        clause = context.clauses.get(i)
        return clause.subjects if clause is not None and not clause.passive else ()
    if not parse.kids(i, "cop") and parse.deps[i] not in ("conj", "xcomp"):
        return ()
    own = tuple(parse.kids(i, "nsubj", "nsubj:outer"))
    if (
        own
        or parse.deps[i] not in ("conj", "xcomp")
        or parse.pos[parse.heads[i]] not in ("ADJ", "NOUN", "VERB")
    ):
        return own
    clause = context.clauses.get(parse.heads[i])
    if clause is not None:
        return () if clause.passive or clause.objects else clause.subjects
    return tuple(parse.kids(parse.heads[i], "nsubj")) if parse.kids(parse.heads[i], "cop") else ()


def _mark(block: Block, c: int) -> str:
    return next((block.parse.lower[m] for m in block.parse.kids(c, "mark")), "")


def _said(
    source: Mention, target: Mention, pattern: Pattern, words: str, word: int, rule: str, directness: float
) -> Candidate:
    return Candidate(source, target, "verb", pattern, words, word, rule, directness, performative=True)
