"""How sure a clause is: negation, modality, intention."""

from __future__ import annotations

from graphbuild.extract.qualify.accusations import charged_with
from graphbuild.extract.qualify.contrast import corrected, forgone
from graphbuild.extract.qualify.questions import asked_or_supposed
from graphbuild.extract.syntax.approach import approached
from graphbuild.extract.syntax.control import asked, asked_for
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.complement_verbs import IMPLYING_NOT, OBJECT_CONTROL_WITH
from graphbuild.lexicons.en.function_words import (
    CLAUSE_NEGATORS,
    FOCUS,
    NEGATION,
    NEGATIVE_QUANTIFIERS,
    SEQUENCE,
)
from graphbuild.lexicons.en.prepositions import (
    ADVERSATIVE,
    EXCEPTIVE,
    GENITIVE,
    GERUND_OF_OBJECT,
    NESTING,
    SOCIATIVE,
)
from graphbuild.lexicons.en.speech_verbs import ACQUITTING, DENYING, REPORTING
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["denied", "factuality"]

_STRENGTH = {"asserted": 0, "possible": 1, "intended": 2, "negated": 3}


def factuality(parse: Parse, word: int, lexicon: Lexicon, least: str = "asserted", contrast: str = "") -> str:
    """Status of what a verb or event noun states.

    Parameters
    ----------
    parse : Parse
    word : int
        The verb or noun.
    lexicon : Lexicon
    least : str
        What the construction itself says ("X wants Y to ..." is ``intended``).
    contrast : str
        Whether a party is left ``out`` ("not Chad"), or put ``in`` the place of such a one ("but Togo"), whom
        a "not" before the word does not concern.

    Returns
    -------
    str
        ``asserted``, ``negated``, ``possible`` or ``intended``; the strongest of what the word's own
        auxiliaries and adverbs and the words above it say, negation before intention before possibility.

    Examples
    --------
    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB/advmod/4 attack/VB/root/0 "
    ...       "Chad/NNP/obj/4/GPE")
    ['attack: negated']
    """
    if contrast == "out":
        return "negated"
    strongest, k = _stronger(least, _own_status(parse, word, lexicon, contrast == "in")), word
    for _ in range(8):
        head, dep = parse.heads[k], parse.deps[k]
        if head == k:
            break
        if dep == "conj":
            if not parse.kids(k, "nsubj", "nsubj:pass", "aux"):
                strongest = _stronger(strongest, _own_status(parse, head, lexicon, corrected(parse, k)))
        elif dep in ("xcomp", "acl", "advcl", "ccomp", "obj", "obl", "nmod"):
            if dep == "obl" and charged_with(parse, k, lexicon):
                strongest = _stronger(strongest, "possible")
            if dep == "acl" and _unrealised(parse, k, lexicon):
                strongest = _stronger(strongest, "intended")
            if approached(parse, k):
                strongest = _stronger(strongest, "possible")  # "came close to selling"
            if dep == "advcl" and ADVERSATIVE in parse.marks(k):
                strongest = _stronger(strongest, "possible")  # "warned against selling"
            governing = _governing(parse, head, dep, lexicon)
            if dep in ("advcl", "xcomp") and asked(parse, k) is not None:
                strongest = _stronger(strongest, "intended")
                break
            if dep in ("obj", "obl", "nmod") and parse.pos[k] == "NOUN":
                wanted = asked_for(parse, k, lexicon)
                strongest = _stronger(strongest, wanted)
                part = dep == "nmod" and parse.preposition(k) in NESTING and not parse.kids(head, "nmod:poss")
                above = parse.heads[head]
                if part and parse.deps[head] == "obj" and parse.lemmas[above] in DENYING:
                    strongest = _stronger(strongest, "negated")  # "denied any part in the attack"
                if wanted != "asserted" and dep == "nmod":
                    k = head  # "rejected calls for talks"
                    continue
            if GENITIVE in parse.marks(k) and parse.lemmas[head] in ACQUITTING:
                strongest = _stronger(strongest, "negated")  # "was acquitted of selling"
            if dep == "advcl" and not _of_object(parse, k):
                break  # "Kenya refused after rebels attacked" denies no attack
            if governing is None:
                break
            if dep == "xcomp" and parse.lemmas[head] in IMPLYING_NOT and denied(parse, head):
                strongest, k = _stronger(strongest, _own_status(parse, head, lexicon, despite=True)), head
                continue
            strongest = _stronger(strongest, governing)
            if dep in ("xcomp", "acl", "obj"):
                strongest = _stronger(strongest, _own_status(parse, head, lexicon))
        else:
            break
        if dep in ("obj", "obl", "nmod", "ccomp"):
            break
        k = head
    return strongest


def _of_object(parse: Parse, gerund: int) -> bool:
    """Whether a gerund is what the verb above says of its object: "accused of", "charged with".

    >>> from graphbuild.extract.testing import heard
    >>> heard("Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 charged=charge/VBN/root/0 with/IN/mark/5 "
    ...       "shooting=shoot/VBG/advcl/3 Doe/NNP/obj/5/PERSON")
    ['shoot: possible']
    """
    marks = set(parse.marks(gerund))
    entrusted = SOCIATIVE in marks and parse.lemmas[parse.heads[gerund]] in OBJECT_CONTROL_WITH
    return entrusted or not marks.isdisjoint(GERUND_OF_OBJECT)


def denied(parse: Parse, verb: int) -> bool:
    """Whether a "not" stands by a verb: who will not hesitate will act, who did not say so says nothing.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE will/MD/aux/4 not/RB/advmod/4 hesitate/VB/root/0 to/TO/mark/6 "
    ...       "attack/VB/xcomp/4 Chad/NNP/obj/6/GPE")
    ['attack: intended']
    >>> heard("Togo/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB/advmod/4 say/VB/root/0 "
    ...       "Kenya/NNP/nsubj/6/GPE shelled=shell/VBD/ccomp/4 Chad/NNP/obj/6/GPE")
    ['say: negated', 'shell: asserted']
    """
    return any(
        parse.lower[c] in CLAUSE_NEGATORS and not _only_follows(parse, c) for c in parse.kids(verb, "advmod")
    )


def _unrealised(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what a noun is for, not what was done: "a bill to expel troops".

    "The first to expel" did so, and a noun with a status of its own ("a refusal to") has that.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE passed=pass/VBD/root/0 a/DT/det/4 bill/NN/obj/2 to/TO/mark/6 "
    ...       "attack/VB/acl/4 Chad/NNP/obj/6/GPE")
    ['attack: intended']
    """
    noun = parse.heads[verb]
    if not parse.to_infinitive(verb) or parse.pos[noun] != "NOUN":
        return False
    told = lexicon.status.get((parse.lemmas[noun], "NOUN")) or parse.lemmas[noun] in roles()
    return not told and not any(parse.lower[c] in SEQUENCE for c in parse.kids(noun, "amod", "nummod"))


def _own_status(parse: Parse, word: int, lexicon: Lexicon, despite: bool = False) -> str:
    """What the auxiliaries, adverbs and parties of a word say of it; ``despite`` a "not", if that is so.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE")
    ['attack: possible']
    """
    asks = "possible" if asked_or_supposed(parse, word) else "asserted"
    strongest = "negated" if forgone(parse, word) else asks
    for c in parse.children[word]:
        dep = parse.deps[c]
        if dep in ("aux", "aux:pass", "cop") and not despite and denied(parse, c):
            strongest = "negated"  # "never had Kenya attacked"
        if dep in ("aux", "advmod", "det", "mark", "cc", "cc:preconj", "case", "amod", "cop"):
            if dep == "advmod" and parse.lower[c] == NEGATION and _only_follows(parse, c):
                continue
            if despite and dep == "advmod" and parse.lower[c] in CLAUSE_NEGATORS:
                continue
            found = (
                "negated"
                if parse.lower[c] in CLAUSE_NEGATORS
                else lexicon.status.get((parse.lemmas[c], parse.pos[c]))
                or lexicon.status.get((parse.lower[c], parse.pos[c]))
            )
            over = dep == "advmod" and found == "intended" and parse.past(word)
            if found and not over:  # "soon attacked" is done
                strongest = _stronger(strongest, found)
        elif dep in ("nsubj", "nsubj:pass", "obj", "obl:agent") and _nobody(parse, c):
            strongest = "negated"
    return strongest


def _nobody(parse: Parse, c: int) -> bool:
    """Whether a party of the clause is none: "no rebels", "neither Kenya nor Togo", "nobody".

    >>> from graphbuild.extract.testing import heard
    >>> heard("No=no/DT/det/2 rebels=rebel/NNS/nsubj/3/group attacked=attack/VBD/root/0 "
    ...       "Chad/NNP/obj/3/GPE")
    ['attack: negated']
    """
    words = {parse.lower[k] for k in (c, *parse.kids(c, "det", "cc:preconj"))}
    save = any(
        parse.preposition(k) == EXCEPTIVE for k in parse.kids(c, "nmod", "obl")
    )  # "nothing but praise"
    return not (save or words.isdisjoint(NEGATIVE_QUANTIFIERS))


def _only_follows(parse: Parse, c: int) -> bool:
    """Whether ``c`` begins "not only" or "not just", which denies nothing.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE not/RB/advmod/4 only/RB/advmod/4 attacked=attack/VBD/root/0 "
    ...       "Chad/NNP/obj/4/GPE")
    ['attack: asserted']
    """
    return c + 1 < len(parse.lower) and parse.lower[c + 1] in FOCUS


def _governing(parse: Parse, head: int, dep: str, lexicon: Lexicon) -> str | None:
    """What the word above does to the clause below it; None where its reach ends.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE planned=plan/VBD/root/0 to/TO/mark/4 attack/VB/xcomp/2 "
    ...       "Chad/NNP/obj/4/GPE")
    ['attack: intended']
    """
    lemma = parse.lemmas[head]
    particle = parse.particle(head)
    found = lexicon.status.get((f"{lemma} {particle}" if particle else lemma, parse.pos[head]))
    if dep in ("obj", "obl", "nmod"):
        return found if found in ("negated",) and parse.pos[head] == "VERB" and dep == "obj" else None
    if dep == "ccomp":
        return found if lemma not in REPORTING else None
    if dep == "advcl":
        return found or "asserted"
    return found or "asserted"


def _stronger(one: str, other: str) -> str:
    """The stronger of two: negation before intention before possibility.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE may/MD/aux/4 not/RB/advmod/4 attack/VB/root/0 Chad/NNP/obj/4/GPE")
    ['attack: negated']
    """
    return one if _STRENGTH[one] >= _STRENGTH[other] else other
