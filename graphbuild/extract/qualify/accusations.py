"""What somebody is held to: blamed, praised or punished for, accused of; and what one owns up to.

Whom a verb of judging judges did the deed, or is said to have done it.
"""

from __future__ import annotations

from graphbuild.extract.annotations import Clause
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.prepositions import CHARGE, GROUND
from graphbuild.lexicons.en.speech_verbs import OWNING_UP
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["alleges", "answers_for", "charged_with"]

_JUDGING = frozenset("accuse criticize support sanction detain investigate".split())
_UNPROVEN = frozenset({"accuse", "detain", "investigate"})
_BLAMING = frozenset({"accuse", "criticize"})


def answers_for(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Whether a deed is what a verb of judging holds its object to: "blamed *Chad* for the attack on Togo".

    The cause of a judgement is with whom it judges (implicit causality: Garvey and Caramazza 1974, Linguistic
    Inquiry 5, 459-464).

    >>> from graphbuild.extract.relations.nominalisations import nominalisations
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE blamed=blame/VBD/root/0 Chad/NNP/obj/2/GPE for/IN/case/6 the/DT/det/6 "
    ...      "raid/NN/obl/2 on/IN/case/8 Togo/NNP/nmod/6/GPE", nominalisations)
    ['Chad -attack-> Togo']
    """
    verb = parse.heads[k]
    marks = set(parse.marks(k))
    if parse.deps[k] not in ("obl", "advcl") or marks.isdisjoint(GROUND):
        return False
    act = lexicon.verbs.get((parse.lemmas[verb], "", ""))
    return act is not None and act.relation in _JUDGING and bool(parse.kids(verb, "obj", "iobj"))


def charged_with(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Whether a noun is what somebody is accused of, which may not be so.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE blamed=blame/VBD/root/0 Chad/NNP/obj/2/GPE for/IN/case/5 "
    ...       "raids=raid/NNS/obl/2 on/IN/case/7 Togo/NNP/nmod/5/GPE")
    ['blame: asserted', 'raid: possible, says Kenya']
    """
    act = lexicon.verbs.get((parse.lemmas[parse.heads[k]], "", ""))
    return act is not None and act.relation in _UNPROVEN and answers_for(parse, k, lexicon)


def alleges(parse: Parse, word: int, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is what someone charges another with or says of himself, in the form of a gerund.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Togo/NNP/nsubj/2/GPE accused=accuse/VBD/root/0 Kenya/NNP/obj/2/GPE of/IN/mark/5 "
    ...       "shelling=shell/VBG/advcl/2 Chad/NNP/obj/5/GPE")
    ['accuse: asserted', 'shell: possible, says Togo']
    """
    if not parse.gerund(word) or clause.passive:
        return False
    act = lexicon.verbs.get((clause.lemma, "", ""))
    charged = not CHARGE.isdisjoint(parse.marks(word))
    blames = act is not None and act.relation in _BLAMING and charged
    return blames or clause.lemma in OWNING_UP
