"""How sure a clause is and who says so: negation, modality, reported speech, quotes."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.asking import asked, asked_for
from graphbuild.extract.charges import alleges, charged_with
from graphbuild.extract.clauses import Clause
from graphbuild.extract.contrast import corrected, forgone
from graphbuild.extract.found import Block, Found
from graphbuild.extract.grammar import Parse
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["Quotes", "quotes", "speaker", "status"]

_STRENGTH = {"asserted": 0, "possible": 1, "intended": 2, "negated": 3}
_CLOSING = {"“": "”", "«": "»", "„": "“"}
_OPENING = frozenset({*_CLOSING, '"', "``"})
_PERSONS = frozenset({"person", "official"})
_NOBODY = frozenset("no neither none nobody nothing".split())
_DONE_FIRST = frozenset("first second third last latest only next final".split())
_TYING = frozenset({"of", "from", "for", "into"})
_NEGATORS = frozenset("not n't n’t never no neither nor hardly barely scarcely without".split())


def status(parse: Parse, word: int, lexicon: Lexicon, least: str = "asserted", contrast: str = "") -> str:
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
    >>> from graphbuild.extract.examples import heard
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
            if dep == "advcl" and "against" in [parse.lower[m] for m in parse.kids(k, "mark", "case")]:
                strongest = _stronger(strongest, "possible")  # "warned against selling"
            governing = _governing(parse, head, dep, lexicon)
            if dep in ("advcl", "xcomp") and asked(parse, k) is not None:
                strongest = _stronger(strongest, "intended")
                break
            if dep in ("obj", "obl", "nmod") and parse.pos[k] == "NOUN":
                wanted = asked_for(parse, k, lexicon)
                strongest = _stronger(strongest, wanted)
                if wanted != "asserted" and dep == "nmod":
                    k = head  # "rejected calls for talks"
                    continue
            if dep == "advcl" and not any(parse.lower[m] in _TYING for m in parse.kids(k, "mark", "case")):
                break  # "Kenya refused after rebels attacked" denies no attack
            if governing is None:
                break
            strongest = _stronger(strongest, governing)
            if dep in ("xcomp", "acl", "obj"):
                strongest = _stronger(strongest, _own_status(parse, head, lexicon))
        else:
            break
        if dep in ("obj", "obl", "nmod", "ccomp"):
            break
        k = head
    return strongest


def _unrealised(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells what a noun is for, not what was done: "a bill to expel troops".

    "The first to expel" did so, and a noun with a status of its own ("a refusal to") has that.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE passed=pass/VBD/root/0 a/DT/det/4 bill/NN/obj/2 to/TO/mark/6 "
    ...       "attack/VB/acl/4 Chad/NNP/obj/6/GPE")
    ['attack: intended']
    """
    noun = parse.heads[verb]
    if not any(parse.lower[m] == "to" for m in parse.kids(verb, "mark")) or parse.pos[noun] != "NOUN":
        return False
    told = lexicon.status.get((parse.lemmas[noun], "NOUN")) or parse.lemmas[noun] in roles()
    return not told and not any(parse.lower[c] in _DONE_FIRST for c in parse.kids(noun, "amod", "nummod"))


def _own_status(parse: Parse, word: int, lexicon: Lexicon, despite: bool = False) -> str:
    """What the auxiliaries, adverbs and parties of a word say of it; ``despite`` a "not", if that is so.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE")
    ['attack: possible']
    """
    strongest = "negated" if forgone(parse, word) else "asserted"
    for c in parse.children[word]:
        dep = parse.deps[c]
        if dep in ("aux", "advmod", "det", "mark", "cc", "cc:preconj", "case", "amod", "cop"):
            if dep == "advmod" and parse.lower[c] == "not" and _only_follows(parse, c):
                continue
            if despite and dep == "advmod" and parse.lower[c] in _NEGATORS:
                continue
            found = (
                "negated"
                if parse.lower[c] in _NEGATORS
                else lexicon.status.get((parse.lemmas[c], parse.pos[c]))
                or lexicon.status.get((parse.lower[c], parse.pos[c]))
            )
            over = dep == "advmod" and found == "intended" and parse.tags[word] in ("VBD", "VBN")
            if found and not over:  # "soon attacked" is done
                strongest = _stronger(strongest, found)
        elif dep in ("nsubj", "nsubj:pass", "obj", "obl:agent") and _nobody(parse, c):
            strongest = "negated"
    return strongest


def _nobody(parse: Parse, c: int) -> bool:
    """Whether a party of the clause is none: "no rebels", "neither Kenya nor Togo", "nobody".

    >>> from graphbuild.extract.examples import heard
    >>> heard("No=no/DT/det/2 rebels=rebel/NNS/nsubj/3/group attacked=attack/VBD/root/0 "
    ...       "Chad/NNP/obj/3/GPE")
    ['attack: negated']
    """
    words = {parse.lower[k] for k in (c, *parse.kids(c, "det", "cc:preconj"))}
    return not words.isdisjoint(_NOBODY)


def _only_follows(parse: Parse, c: int) -> bool:
    """Whether ``c`` begins "not only" or "not just", which denies nothing.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE not/RB/advmod/4 only/RB/advmod/4 attacked=attack/VBD/root/0 "
    ...       "Chad/NNP/obj/4/GPE")
    ['attack: asserted']
    """
    return c + 1 < len(parse.lower) and parse.lower[c + 1] in ("only", "just", "merely", "simply")


def _governing(parse: Parse, head: int, dep: str, lexicon: Lexicon) -> str | None:
    """What the word above does to the clause below it; None where its reach ends.

    >>> from graphbuild.extract.examples import heard
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
        return found if lemma not in ("say", "tell") else None
    if dep == "advcl":
        return found or "asserted"
    return found or "asserted"


def _stronger(one: str, other: str) -> str:
    """The stronger of two: negation before intention before possibility.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/4/GPE may/MD/aux/4 not/RB/advmod/4 attack/VB/root/0 Chad/NNP/obj/4/GPE")
    ['attack: negated']
    """
    return one if _STRENGTH[one] >= _STRENGTH[other] else other


class Quotes:
    """Which tokens of a block stand inside quotation marks, and who is quoted in each sentence."""

    __slots__ = ("inside", "speakers")

    def __init__(self, inside: list[bool], speakers: dict[int, Found]) -> None:
        self.inside = inside
        self.speakers = speakers


def quotes(block: Block, found: dict[int, Clause], lexicon: Lexicon) -> Quotes:
    """Follow quotation marks through a block and find the speaker of each quoted sentence.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
    lexicon : Lexicon

    Returns
    -------
    Quotes
        ``inside[token]``; ``speakers[sentence]`` for sentences that are quoted, their own speaker first,
        else the one named nearest before in the block, else nearest after.

    Examples
    --------
    >>> from graphbuild.extract.clauses import clauses
    >>> from graphbuild.extract.examples import example
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> block = example("“/``/punct/2 Enough=enough/JJ/root/0 ,/,/punct/2 ”/''/punct/2 "
    ...                 "said=say/VBD/parataxis/2 Roe/NNP/nsubj/5/PERSON")
    >>> marks = quotes(block, clauses(block.parse), lexicon())
    >>> marks.speakers[0].name, marks.inside
    ('Roe', [False, True, True, False, False, False])
    """
    inside = _inside_quotes(block.parse)
    named = dict(_speech(block, found, inside, lexicon))
    speakers: dict[int, Found] = {}
    for index, (first, last) in enumerate(block.parse.sentences):
        if index in named:
            speakers[index] = named[index]
        elif any(inside[first:last]) and named:
            before = [k for k in named if k < index]
            speakers[index] = named[max(before)] if before else named[min(named)]
    return Quotes(inside, speakers)


def _inside_quotes(parse: Parse) -> list[bool]:
    """Whether each token stands between an opening and a closing quotation mark.

    >>> from graphbuild.extract.examples import example
    >>> _inside_quotes(example("Roe/NNP/root/0 “/``/punct/3 spoke=speak/VBD/dep/1 ”/''/punct/3").parse)
    [False, False, True, False]
    """
    if _OPENING.isdisjoint(parse.words):
        return [False] * len(parse.words)
    inside, closing = [], ""
    for word in parse.words:
        if closing and word in (closing, "''"):
            closing = ""
            inside.append(False)
        elif not closing and (word in _OPENING):
            closing = _CLOSING.get(word, '"')
            inside.append(False)
        else:
            inside.append(bool(closing))
    return inside


def _speech(
    block: Block, found: dict[int, Clause], inside: list[bool], lexicon: Lexicon
) -> Iterator[tuple[int, Found]]:
    """Who is quoted in which sentence, by the verbs of speech outside the quotes.

    >>> from graphbuild.extract.examples import heard
    >>> heard("“/``/punct/3 Kenya/NNP/nsubj/3/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/3/GPE "
    ...       ",/,/punct/3 ”/''/punct/3 said=say/VBD/parataxis/3 Roe/NNP/nsubj/7/PERSON")
    ['attack: asserted, says Roe']
    """
    for verb, clause in found.items():
        if clause.lemma not in lexicon.speech or _unsaid(block.parse, verb):
            continue
        if not inside[verb] and not clause.passive:
            index = block.parse.sentence[verb]
            first, last = block.parse.sentences[index]
            if any(inside[first:last]):
                named = [a for s in clause.subjects for a, share in actors_at(block, s) if share == 1.0]
                yield from ((index, actor) for actor in named[:1] or _person_before(block, verb, inside))


def _person_before(block: Block, verb: int, inside: list[bool]) -> list[Found]:
    """The last person named before a verb of speech without a subject of its own: "…, saying: “".

    >>> from graphbuild.extract.examples import heard
    >>> heard("Roe/NNP/nsubj/2/PERSON spoke=speak/VBD/root/0 ,/,/punct/2 saying=say/VBG/advcl/2 "
    ...       ":/,/punct/2 “/``/punct/8 Kenya/NNP/nsubj/8/GPE attacked=attack/VBD/parataxis/2 "
    ...       "Chad/NNP/obj/8/GPE ”/''/punct/8")
    ['attack: asserted, says Roe']
    """
    first = block.parse.sentences[block.parse.sentence[verb]][0]
    people = [f for f in block.found if first <= f.head < verb and f.type in _PERSONS and not inside[f.head]]
    return sorted(people, key=lambda f: f.head)[-1:]


def speaker(
    block: Block, word: int, found: dict[int, Clause], marks: Quotes, lexicon: Lexicon
) -> Found | None:
    """Who says what a verb or event noun states.

    Parameters
    ----------
    block : Block
    word : int
        The verb or noun.
    found : dict of int to Clause
    marks : Quotes
    lexicon : Lexicon

    Returns
    -------
    Found or None
        The subject of the verb of speech that governs or follows the clause, the source that "according
        to" names, or whoever is quoted; None if the writer says so.

    Examples
    --------
    >>> from graphbuild.extract.examples import heard
    >>> heard("Togo/NNP/nsubj/2/GPE said=say/VBD/root/0 Kenya/NNP/nsubj/4/GPE "
    ...       "shelled=shell/VBD/ccomp/2 Chad/NNP/obj/4/GPE")
    ['say: asserted', 'shell: asserted, says Togo']
    """
    parse, k = block.parse, word
    while True:
        said = _according(block, k) or _trailing(block, k, found, lexicon)
        if said is not None:
            return said
        head, dep = parse.heads[k], parse.deps[k]
        if head == k:
            break
        clause = found.get(head)
        reports = clause is not None and clause.lemma in lexicon.speech and not _unsaid(parse, head)
        alleged = (
            dep in ("xcomp", "advcl", "ccomp") and clause is not None and alleges(parse, k, clause, lexicon)
        )
        if clause is not None and (alleged or (dep == "obl" and charged_with(parse, k, lexicon))):
            said = next((a for s in clause.subjects for a, _ in actors_at(block, s)), None)
            if said is not None:
                return said
        if clause is not None and reports and dep in ("ccomp", "parataxis", "xcomp"):
            talking = (
                clause.objects
                if clause.passive and lexicon.speech[clause.lemma].object == "hearer"
                else clause.subjects
            )
            said = next((a for s in talking for a, _ in actors_at(block, s)), None)
            if said is not None and not (dep == "xcomp" and not marks.inside[word]):
                return said
        k = head
    return marks.speakers.get(parse.sentence[word]) if marks.inside[word] else None


def _unsaid(parse: Parse, verb: int) -> bool:
    """Whether a verb of speech is denied: who "did not say" so says nothing.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Togo/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB/advmod/4 say/VB/root/0 "
    ...       "Kenya/NNP/nsubj/6/GPE shelled=shell/VBD/ccomp/4 Chad/NNP/obj/6/GPE")
    ['say: negated', 'shell: asserted']
    """
    return any(
        parse.lower[c] in _NEGATORS and not _only_follows(parse, c) for c in parse.kids(verb, "advmod")
    )


def _according(block: Block, k: int) -> Found | None:
    """The source of "according to Togo".

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE "
    ...       "according=accord/VBG/case/6 to/IN/fixed/4 Togo/NNP/obl/2/GPE")
    ['attack: asserted, says Togo']
    """
    parse = block.parse
    for c in parse.children[k]:
        if parse.deps[c] in ("obl", "nmod", "advcl", "parataxis") and parse.preposition(c).startswith(
            "according"
        ):
            return next((a for a, _ in actors_at(block, c)), None)
        if parse.lower[c] == "according" and parse.deps[c] in ("advcl", "obl", "advmod"):
            for t in parse.kids(c, "obl", "nmod"):
                return next((a for a, _ in actors_at(block, t)), None)
    return None


def _trailing(block: Block, k: int, found: dict[int, Clause], lexicon: Lexicon) -> Found | None:
    """The speaker in "…, officials said", where the speech verb hangs below what is said.

    >>> from graphbuild.extract.examples import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE ,/,/punct/6 "
    ...       "Togo/NNP/nsubj/6/GPE said=say/VBD/parataxis/2")
    ['attack: asserted, says Togo']
    """
    parse = block.parse
    for c in parse.kids(k, "parataxis", "advcl", "acl"):
        clause = found.get(c)
        if clause is None or clause.lemma not in lexicon.speech or clause.inherited or clause.passive:
            continue
        if _unsaid(parse, c):
            continue
        if not parse.kids(c, "ccomp", "mark"):
            return next((a for s in clause.subjects for a, _ in actors_at(block, s)), None)
    return None
