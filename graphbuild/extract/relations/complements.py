"""Relations that a verb states through the clause it governs: demands, refusals, wishes, charges."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Clause
from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import HARM
from graphbuild.lexicons.en.action_verbs import OBJECT_SENSITIVE
from graphbuild.lexicons.en.complement_verbs import FEARING, ORDERING, WISHING
from graphbuild.lexicons.en.function_words import OBLIGATION, PERFECT_OR_PROGRESSIVE
from graphbuild.lexicons.en.prepositions import CIRCUMSTANTIAL, STRUCK
from graphbuild.lexicons.en.punctuation import QUOTATION_MARKS
from graphbuild.lexicons.en.speech_verbs import DENYING
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["complements", "wanted_of"]

_REACHING = frozenset(
    "demand request reject promise threaten accuse criticize restrict support yield".split()
)
_DECIDING = frozenset("demand request reject promise threaten restrict yield".split())
_CHARGES = frozenset("attack kill abuse detain seize threaten".split())
_AGAINST = frozenset({"accuse", "criticize", "demand"})


def complements(predication: Predication) -> Iterator[Construction]:
    """What a verb and the clauses below it say between their parties.

    Parameters
    ----------
    predication : Predication

    Yields
    ------
    Construction
        In order of trust.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE wants=want/VBZ/root/0 Chad/NNP/obj/2/GPE to/TO/mark/5 leave/VB/xcomp/2",
    ...      verbs)
    ['Kenya -request-> Chad']
    """
    yield from _complement(predication)
    yield from _said_of(predication)


def _complement(predication: Predication) -> Iterator[Construction]:
    """X demanded that Y resign; X refused to admit Y; X agreed to work with Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE refused=refuse/VBD/root/0 to/TO/mark/4 admit/VB/xcomp/2 "
    ...      "Roe/NNP/obj/4/PERSON", verbs)
    ['Kenya -reject-> Roe', 'Kenya -yield-> Roe']
    """
    clause, pattern = predication.clause, predication.entries.get(("", ""))
    addressed = (clause.objects or clause.receivers) and not clause.passive
    if pattern is None or pattern.relation not in _REACHING or addressed or clause.lemma in DENYING:
        return
    for inner in _inner(predication):
        words = f"{clause.lemma} {inner.lemma}"
        if predication.block.parse.deps[inner.verb] == "ccomp":
            if not inner.inherited and _concerns(predication, pattern.relation, inner):
                own = inner.objects if inner.passive else inner.subjects
                yield Construction(pattern, clause.subjects, own, words, "complement_subject")
            continue
        if inner.urged:
            continue  # who pleads with Chad not to help Togo asks nothing of Togo
        if pattern.relation not in _DECIDING or (
            pattern.relation == "reject" and _harmful(predication, inner)
        ):
            continue
        reached = (
            *inner.receivers,
            *inner.objects,
            *(p for mark, p in inner.obliques if mark not in CIRCUMSTANTIAL),
        )
        yield Construction(pattern, clause.subjects, reached, words, "complement_object")


def _concerns(predication: Predication, relation: str, inner: Clause) -> bool:
    """Whether what is said of somebody is said to or against him: to warn that Chad may sink is no threat.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> tokens = "Kenya/NNP/nsubj/2/GPE {}/VBD/root/0 Chad/NNP/nsubj/4/GPE lied=lie/VBD/ccomp/2"
    >>> told(tokens.format("warned=warn"), verbs), told(tokens.format("alleged=allege"), verbs)
    ([], ['Kenya -accuse-> Chad'])
    """
    if relation == "request":
        return predication.block.parse.infinitive(
            inner.verb
        )  # "asked that Chad leave", not "asked why Chad left"
    return relation in _AGAINST and predication.clause.lemma not in FEARING


def wanted_of(predication: Predication) -> Iterator[Construction]:
    """X wants Y to leave; X ordered Y to leave; Y was told by X to leave.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE ordered=order/VBD/root/0 Chad/NNP/obj/2/GPE to/TO/mark/5 "
    ...      "leave/VB/xcomp/2", verbs)
    ['Kenya -demand-> Chad']
    """
    clause, parse = predication.clause, predication.block.parse
    asked = "request" if clause.lemma in WISHING else "demand" if clause.lemma in ORDERING else ""
    below = parse.kids(clause.verb, "xcomp", "ccomp", "advcl")
    deeds = [c for c in below if parse.to_infinitive(c)]
    if not asked or not deeds or (clause.passive and asked == "request"):
        return
    whom = clause.objects[-1:] or clause.receivers[-1:]
    if not clause.passive and _quoted(parse, [*whom, deeds[0]]):
        return
    status = "intended" if asked == "request" else "asserted"
    pattern = predication.patterns.classes[asked]
    yield Construction(pattern, clause.subjects, whom, clause.lemma, "desiderative", status=status)


def _quoted(parse: Parse, span: list[int]) -> bool:
    """Whether a quotation ends or begins between two tokens: "told Reuters" is followed by what was said."""
    return any(word in QUOTATION_MARKS for word in parse.words[min(span) : max(span)])


def _harmful(predication: Predication, inner: Clause) -> bool:
    """Whether an act is against whom it reaches, so that to refuse it is no refusal of them.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE refused=refuse/VBD/root/0 to/TO/mark/4 condemn/VB/xcomp/2 "
    ...      "Chad/NNP/obj/4/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    act = predication.patterns.verbs.get(inner.lemma, {}).get(("", ""))
    return act is not None and act.polarity < 0


def _said_of(predication: Predication) -> Iterator[Construction]:
    """X said Y must leave; X said Y had attacked Z: to say so is to demand or to accuse.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/5/GPE must/MD/aux/5 "
    ...      "leave/VB/ccomp/2", verbs)
    ['Kenya -demand-> Chad']
    """
    speech, parse = predication.patterns.lexicon.speech.get(predication.clause.lemma), predication.block.parse
    if speech is None or speech.relation != "say" or predication.clause.passive:
        return
    for inner in _inner(predication):
        if parse.deps[inner.verb] != "ccomp" or inner.inherited:
            continue
        words = f"{predication.clause.lemma} {inner.lemma}"
        if any(parse.lemmas[a] in OBLIGATION for a in parse.kids(inner.verb, "aux")[:1]):
            own = inner.objects if inner.passive else inner.subjects
            demand = predication.patterns.classes["demand"]
            yield Construction(demand, predication.clause.subjects, own, words, "reported_obligation")
            continue
        if _is_charge(predication, inner) and all(
            parse.lemmas[a] in PERFECT_OR_PROGRESSIVE for a in parse.kids(inner.verb, "aux")
        ):
            accuse = predication.patterns.classes["accuse"]
            yield Construction(accuse, predication.clause.subjects, inner.subjects, words, "reported_charge")


def _is_charge(predication: Predication, inner: Clause) -> bool:
    """Whether to say that someone does this is to accuse them: "shelled Y", "fired at Y", "led a raid on Y".

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/4/GPE led=lead/VBD/ccomp/2 "
    ...      "a/DT/det/6 raid/NN/obj/4 on/IN/case/8 Togo/NNP/nmod/6/GPE", verbs)
    ['Kenya -accuse-> Chad', 'Chad -attack-> Togo']
    """
    parse, entries = predication.block.parse, predication.patterns.verbs.get(inner.lemma, {})
    act = entries.get(("", ""))
    if inner.verb < predication.clause.verb or _own_side(predication, inner):
        return False  # "… launched an attack on Y, officials said" reports
    aimed = any(preposition in STRUCK for preposition, _ in inner.obliques)
    harmed = inner.lemma not in OBJECT_SENSITIVE or any(
        thing in predication.block.by_head for thing in inner.objects
    )
    if act is not None and act.relation in _CHARGES and (aimed or (inner.objects and harmed)):
        return True
    if inner.passive:
        return False
    for thing in inner.objects:
        noun = parse.lemmas[thing]
        for c in parse.kids(thing, "nmod"):
            preposition = parse.preposition(c)
            event = predication.patterns.nouns.get(noun, {}).get(preposition)
            own: Pattern | EventNoun | None = entries.get((noun, preposition))
            if own is None and act is not None and act.effect == "same":
                own = event if event is not None and event.role == "target" else None
            if own is not None and own.relation in HARM:
                return True
    return False


def _own_side(predication: Predication, inner: Clause) -> bool:
    """Whether who says it is of the doer's country and so tells of a deed of his own side.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Kenyan/JJ/amod/4/NORP jets=jet/NNS/nsubj/5 "
    ...      "bombed=bomb/VBD/ccomp/2 Chad/NNP/obj/5/GPE", verbs)
    ['Kenyan -attack-> Chad']
    """
    saying, doing = (
        {found.country for token in tokens for found, _ in actors_at(predication.block, token)}
        for tokens in (predication.clause.subjects, inner.subjects)
    )
    return not (saying & doing).isdisjoint(saying - {""})


def _inner(predication: Predication) -> Iterator[Clause]:
    """The clauses that the verb governs."""
    for verb in predication.clause.complements:
        if verb in predication.clauses:
            yield predication.clauses[verb]
