"""Who says what a clause says: reported speech, quotes."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Clause, Context, Mention, Quotes
from graphbuild.extract.qualify.accusations import alleges, charged_with
from graphbuild.extract.qualify.factuality import denied
from graphbuild.extract.syntax.arguments import actors_at, heading
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.prepositions import EVIDENTIAL
from graphbuild.lexicons.en.punctuation import CLOSING_QUOTE, OPENING_QUOTES
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["quotes", "speaker"]


def quotes(block: Block, found: dict[int, Clause], lexicon: Lexicon, before: Quotes | None = None) -> Quotes:
    """Follow quotation marks through a block and find the speaker of each quoted sentence.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
        By verb token.
    lexicon : Lexicon
    before : Quotes, optional
        Those of the block before, whose last speaker may go on.

    Returns
    -------
    Quotes
        ``inside[token]``; ``speakers[sentence]`` for sentences that are quoted, their own speaker first,
        else the one named nearest before in the block, else whoever goes on from the block before, else the
        one named nearest after.

    Examples
    --------
    >>> from graphbuild.extract.syntax.clauses import clauses
    >>> from graphbuild.extract.testing import example
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> block = example("“/``/punct/2 Enough=enough/JJ/root/0 ,/,/punct/2 ”/''/punct/2 "
    ...                 "said=say/VBD/parataxis/2 Roe/NNP/nsubj/5/PERSON")
    >>> marks = quotes(block, clauses(block.parse, lexicon()), lexicon())
    >>> marks.speakers[0].name, marks.inside
    ('Roe', [False, True, True, False, False, False])
    """
    inside = _inside_quotes(block.parse)
    named = dict(_speech(block, found, inside, lexicon))
    if (still := _still_speaking(block.parse, inside, before)) is not None:
        named[-1] = still
    speakers: dict[int, Mention] = {}
    for index, (first, last) in enumerate(block.parse.sentences):
        if index in named:
            speakers[index] = named[index]
        elif any(inside[first:last]) and named:
            nearer = [k for k in named if k < index]
            speakers[index] = named[max(nearer)] if nearer else named[min(named)]
    return Quotes(inside, speakers)


def _still_speaking(parse: Parse, inside: list[bool], before: Quotes | None) -> Mention | None:
    """Who spoke at the end of the block before and goes on in this one.

    A quotation over several paragraphs is opened again in each and closed in the last. Where it was closed,
    a paragraph goes on in it that has nothing outside quotation marks.

    >>> from graphbuild.extract.testing import example
    >>> block = example("“/``/punct/3 Kenya/NNP/nsubj/3/GPE left=leave/VBD/root/0 ././punct/3")
    >>> roe = example("Roe/NNP/root/0/PERSON").mentions[0]
    >>> inside = _inside_quotes(block.parse)
    >>> _still_speaking(block.parse, inside, Quotes([True], {0: roe})).name
    'Roe'
    """
    if before is None or not before.speakers or parse.words[0] not in OPENING_QUOTES:
        return None
    aside = [k for k, pos in enumerate(parse.pos) if pos not in ("PUNCT", "SPACE") and not inside[k]]
    return before.speakers[max(before.speakers)] if before.open or not aside else None


def _inside_quotes(parse: Parse) -> list[bool]:
    """Whether each token stands between an opening and a closing quotation mark.

    >>> from graphbuild.extract.testing import example
    >>> _inside_quotes(example("Roe/NNP/root/0 “/``/punct/3 spoke=speak/VBD/dep/1 ”/''/punct/3").parse)
    [False, False, True, False]
    """
    if OPENING_QUOTES.isdisjoint(parse.words):
        return [False] * len(parse.words)
    inside, closing = [], ""
    for word in parse.words:
        if closing and word in (closing, "''"):
            closing = ""
            inside.append(False)
        elif not closing and (word in OPENING_QUOTES):
            closing = CLOSING_QUOTE.get(word, '"')
            inside.append(False)
        else:
            inside.append(bool(closing))
    return inside


def _speech(
    block: Block, found: dict[int, Clause], inside: list[bool], lexicon: Lexicon
) -> Iterator[tuple[int, Mention]]:
    """Who is quoted in which sentence, by the verbs of speech outside the quotes.

    >>> from graphbuild.extract.testing import heard
    >>> heard("“/``/punct/3 Kenya/NNP/nsubj/3/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/3/GPE "
    ...       ",/,/punct/3 ”/''/punct/3 said=say/VBD/parataxis/3 Roe/NNP/nsubj/7/PERSON")
    ['attack: asserted, says Roe']
    """
    for verb, clause in found.items():
        if clause.lemma not in lexicon.speech or denied(block.parse, verb):
            continue
        if not inside[verb] and not clause.passive:
            index = block.parse.sentence[verb]
            first, last = block.parse.sentences[index]
            if any(inside[first:last]):
                named = [a for s in clause.subjects for a in heading(block, s)]
                yield from ((index, actor) for actor in named[:1] or _person_before(block, verb, inside))


def _person_before(block: Block, verb: int, inside: list[bool]) -> list[Mention]:
    """The last person named before a verb of speech without a subject of its own: "…, saying: “".

    >>> from graphbuild.extract.testing import heard
    >>> heard("Roe/NNP/nsubj/2/PERSON spoke=speak/VBD/root/0 ,/,/punct/2 saying=say/VBG/advcl/2 "
    ...       ":/,/punct/2 “/``/punct/8 Kenya/NNP/nsubj/8/GPE attacked=attack/VBD/parataxis/2 "
    ...       "Chad/NNP/obj/8/GPE ”/''/punct/8")
    ['attack: asserted, says Roe']
    """
    first = block.parse.sentences[block.parse.sentence[verb]][0]
    people = [
        f for f in block.mentions if first <= f.head < verb and f.type in PERSONS and not inside[f.head]
    ]
    return sorted(people, key=lambda f: f.head)[-1:]


def speaker(context: Context, word: int) -> Mention | None:
    """Who says what a verb or event noun states.

    Parameters
    ----------
    context : Context
    word : int
        The verb or noun.

    Returns
    -------
    Mention or None
        The subject of the verb of speech that governs or follows the clause, the source that "according
        to" names, or whoever is quoted; None if the writer says so.

    Examples
    --------
    >>> from graphbuild.extract.testing import heard
    >>> heard("Togo/NNP/nsubj/2/GPE said=say/VBD/root/0 Kenya/NNP/nsubj/4/GPE "
    ...       "shelled=shell/VBD/ccomp/2 Chad/NNP/obj/4/GPE")
    ['say: asserted', 'shell: asserted, says Togo']
    """
    parse, k = context.block.parse, word
    while True:
        said = _according(context.block, k) or _trailing(context, k)
        if said is not None:
            return said
        head, dep = parse.heads[k], parse.deps[k]
        if head == k:
            break
        clause = context.clauses.get(head)
        reports = (
            clause is not None and clause.lemma in context.patterns.lexicon.speech and not denied(parse, head)
        )
        alleged = (
            dep in ("xcomp", "advcl", "ccomp")
            and clause is not None
            and alleges(parse, k, clause, context.patterns.lexicon)
        )
        if clause is not None and (
            alleged or (dep == "obl" and charged_with(parse, k, context.patterns.lexicon))
        ):
            said = next((a for s in clause.subjects for a, _ in actors_at(context.block, s)), None)
            if said is not None:
                return said
        if clause is not None and reports and dep in ("ccomp", "parataxis", "xcomp"):
            talking = (
                clause.objects
                if clause.passive and context.patterns.lexicon.speech[clause.lemma].object == "hearer"
                else clause.subjects
            )
            said = next((a for s in talking for a, _ in actors_at(context.block, s)), None)
            if said is not None and not (dep == "xcomp" and not context.quotes.inside[word]):
                return said
        k = head
    return context.quotes.speakers.get(parse.sentence[word]) if context.quotes.inside[word] else None


def _according(block: Block, k: int) -> Mention | None:
    """The source of "according to Togo".

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE "
    ...       "according=accord/VBG/case/6 to/IN/fixed/4 Togo/NNP/obl/2/GPE")
    ['attack: asserted, says Togo']
    """
    parse = block.parse
    for c in parse.children[k]:
        if parse.deps[c] in ("obl", "nmod", "advcl", "parataxis") and parse.preposition(c).startswith(
            EVIDENTIAL
        ):
            return next((a for a, _ in actors_at(block, c)), None)
        if parse.lower[c] == EVIDENTIAL and parse.deps[c] in ("advcl", "obl", "advmod"):
            for t in parse.kids(c, "obl", "nmod"):
                return next((a for a, _ in actors_at(block, t)), None)
    return None


def _trailing(context: Context, k: int) -> Mention | None:
    """The speaker in "…, officials said", where the speech verb hangs below what is said.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE ,/,/punct/6 "
    ...       "Togo/NNP/nsubj/6/GPE said=say/VBD/parataxis/2")
    ['attack: asserted, says Togo']
    """
    parse = context.block.parse
    for c in parse.kids(k, "parataxis", "advcl", "acl"):
        clause = context.clauses.get(c)
        if (
            clause is None
            or clause.lemma not in context.patterns.lexicon.speech
            or clause.inherited
            or clause.passive
        ):
            continue
        if denied(parse, c):
            continue
        if not parse.kids(c, "ccomp", "mark"):
            return next((a for s in clause.subjects for a, _ in actors_at(context.block, s)), None)
    return None
