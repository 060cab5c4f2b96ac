"""Whose kin or advocate a person is, which no office in a body says."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.syntax.arguments import heading
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.person_nouns import ADVOCATES, KIN
from graphbuild.lexicons.en.prepositions import GENITIVE, SPEAKING_FOR

__all__ = ["close"]


def close(context: Context, nominal: Mention, member: Mention) -> Iterator[Candidate]:
    """Whose kin or advocate somebody is: "the brother of Roe", "Roe's lawyer, Doe", "a lawyer for Roe".

    >>> from graphbuild.extract.affiliations.offices import offices
    >>> from graphbuild.extract.testing import told
    >>> told("Doe/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 a/DT/det/4 lawyer/NN/root/0/person for/IN/case/6 "
    ...      "Roe/NNP/nmod/4/PERSON", offices)
    ['lawyer -represent-> Roe']
    >>> told("Roe/NNP/nmod:poss/3/PERSON 's/POS/case/1 lawyers=lawyer/NNS/nsubj/7/group ,/,/punct/5 "
    ...      "Doe/NNP/appos/3/PERSON ,/,/punct/3 left=leave/VBD/root/0", offices)
    ['Doe -represent-> Roe']
    """
    parse, i = context.block.parse, nominal.head
    kin = parse.lemmas[i] in KIN
    if not kin and parse.lemmas[i] not in ADVOCATES:
        return
    marks = frozenset({GENITIVE}) if kin else SPEAKING_FOR
    named = [c for c in parse.kids(i, "nmod") if parse.preposition(c) in marks]
    pattern = context.patterns.classes["kin" if kin else "represent"]
    named_beside = list(_each(context, nominal)) if nominal.number == "p" else []
    rule = "apposition" if named_beside or member is not nominal else "office"
    for c in (*parse.kids(i, "nmod:poss"), *named):
        for other in heading(context.block, c):
            person = resolved(other)
            if person.type in PERSONS:
                for one in named_beside or [member]:
                    if person is not resolved(one):
                        words = nominal.name.lower()
                        yield Candidate(one, other, "affiliation", pattern, words, i, rule)


def _each(context: Context, nominal: Mention) -> Iterator[Mention]:
    """The persons named beside a noun for several: "Roe's lawyers, *Doe* and *Poe*"."""
    for c in context.block.parse.kids(nominal.head, "appos"):
        for name in heading(context.block, c):
            if name.kind == "name" and name.type in PERSONS:
                yield name
