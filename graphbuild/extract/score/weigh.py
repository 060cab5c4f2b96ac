"""The arbiter where a pipeline has a reader: it judges what rules propose, and adds what no rule saw.

For each ordered pair of mentions of a sentence the reader knows how likely an act of either sign and an
affiliation are; rules explain. A relation bears the name of the rule that proposed it, else ``reader``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.extract.affiliations.headship import serves, speaks
from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.qualify.attribution import speaker
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.score.pairs import Proposal
from graphbuild.extract.score.reader import Passage, Reader, Reading
from graphbuild.extract.score.select import Rejection, Selection, select, voiced
from graphbuild.extract.score.tenable import tenable
from graphbuild.extract.score.thresholds import NONE, needed
from graphbuild.extract.text.datelines import SET_APART
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.verbs import Pattern
from graphbuild.vocabulary import AFFILIATION, MUTUAL_CLASSES, READER, VERB

__all__ = ["weigh"]

_LEAST = 0.05  # what is less likely is no proposal
_NOISE = 0.02  # a polarity nearer to 0 has no sign
_TRUST = 0.4  # of the likeliest act: what a proposal needs to be taken
_SURE = 0.25  # of an affiliation: from where its class is the reader's, not the rule's
_FAINT = 0.2  # polarity of an act that no class fits
_ONE_WAY = ("appoint", "defeat", "dismiss")  # nobody does these to somebody who does them to him
_PLAIN = frozenset({"compound_participle"})  # says it in one word, which no tree gets wrong
_FACT = "asserted"
_DIRECTIVES = ("demand", "request")
_PERSONAL = frozenset({"kin", "represent", "same_as"})
_MUTUAL = MUTUAL_CLASSES - {"same_as"}
_Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a context: its mentions, and what rules propose between them by their places."""

    context: Context
    parties: Sequence[Mention]
    proposed: Mapping[_Ends, Sequence[Candidate]]

    def place(self, party: Mention) -> int:
        return next(k for k, one in enumerate(self.parties) if one is party)


def weigh(
    contexts: Sequence[Context],
    candidates: Iterable[Candidate],
    reader: Reader,
    least: Mapping[str, float] = NONE,
) -> Selection:
    """Decide what the sentences of a document state.

    Parameters
    ----------
    contexts : sequence of Context
    candidates : iterable of Candidate
        What rules propose.
    reader : Reader
    least : mapping of str to float, optional
        As `thresholds` gives it: of what no rule saw and is less sure, nobody asks whether it is so and whose
        word it is, which takes time.

    Returns
    -------
    Selection
        Accepted are, with the reader's calibrated confidence, what the rules would state and the reader finds
        likely, and where there is none for an ordered pair of actors, one act that the reader draws itself;
        of affiliations one for a pair. Rejected are the proposals that the reader takes for something else.
    """
    proposed = list(candidates)
    chosen = select(proposed)
    stated = {id(one) for one in chosen.accepted}
    sentences = list(_sentences(contexts, proposed))
    readings = reader([_passage(one) for one in sentences])
    accepted: list[Candidate] = []
    read: set[int] = set()
    for sentence, reading in zip(sentences, readings, strict=True):
        if reading is None:
            continue
        told = {
            ends: {one.kind for one in group if id(one) in stated}
            for ends, group in sentence.proposed.items()
            if reading.knows(*ends)
        }
        drawn = [
            *(
                one
                for ends in _asked(reading.acting(_LEAST), told, VERB)
                for one in _acts(sentence, ends, reading, stated)
            ),
            *(
                _affiliation(sentence, ends, reading)
                for ends in _asked(reading.tied(_LEAST), told, AFFILIATION)
            ),
        ]
        said = [one for group in sentence.proposed.values() for one in group]
        drawn = [c for c in drawn if c.rule != READER or tenable(sentence.context, c, said)]
        accepted += (
            _said(sentence, reading, one)
            if one.confidence >= needed(one, least) and (one.kind == AFFILIATION or one.rule == READER)
            else one
            for one in _one_each(_beside(drawn))
        )
        read.update(id(one) for group in sentence.proposed.values() for one in group)
    taken = {(one.word, one.rule, one.words) for one in accepted}
    refused = [
        Rejection(one, "the reader does not take it so")
        for one in proposed
        if id(one) in read and id(one) in stated and (one.word, one.rule, one.words) not in taken
    ]
    unread = (one for one in chosen.accepted if id(one) not in read)
    return Selection((*accepted, *unread), (*chosen.rejected, *refused))


def _asked(likely: Sequence[_Ends], told: Mapping[_Ends, Container[str]], kind: str) -> list[_Ends]:
    """The pairs that the reader finds likely, and those of which rules state a relation of the kind."""
    return list(dict.fromkeys([*likely, *(ends for ends, kinds in told.items() if kind in kinds)]))


def _sentences(contexts: Sequence[Context], proposed: Sequence[Candidate]) -> Iterator[_Sentence]:
    by_parse: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in voiced(proposed):
        if one.source is not one.target:
            by_parse[id(one.source.parse)].append(one)
    for context in contexts:
        groups: defaultdict[int, list[Mention]] = defaultdict(list)
        for found in context.block.mentions:
            if not _in_dateline(found):
                groups[found.sentence].append(found)
        here = by_parse[id(context.block.parse)]
        for _, group in sorted(groups.items()):
            if len(group) > 1:
                parties = sorted(group, key=lambda m: (m.first, -m.last))
                place = {id(m): k for k, m in enumerate(parties)}
                pairs: defaultdict[_Ends, list[Candidate]] = defaultdict(list)
                for one in here:
                    if id(one.source) in place and id(one.target) in place:
                        pairs[place[id(one.source)], place[id(one.target)]].append(one)
                yield _Sentence(context, parties, pairs)


def _in_dateline(found: Mention) -> bool:
    """Whether a mention stands in the dateline, which the parse sets apart: "PARIS (Reuters) - Chad …"."""
    parse = found.parse
    return parse.deps[0] == SET_APART and (found.head == 0 or 0 in parse.ancestors(found.head))


def _passage(sentence: _Sentence) -> Passage:
    told = [
        Proposal(*ends, one.pattern.relation, _sign(one), one.status, one.rule)
        for ends, group in sentence.proposed.items()
        for one in group
    ]
    return Passage(sentence.context.block.parse, sentence.parties, told)


def _sign(one: Candidate) -> int:
    return (one.pattern.polarity > _NOISE) - (one.pattern.polarity < -_NOISE)


def _acts(sentence: _Sentence, ends: _Ends, reading: Reading, stated: Container[int]) -> Iterator[Candidate]:
    """The acts of an ordered pair: those of rules that the reader finds likely, else the likeliest.

    Of these the rules say which act it is and whether it is so, for they are right about that more often.
    """
    sign = reading.sign(*ends)
    likeliest = reading.confidence(*ends, sign)
    told = [one for one in sentence.proposed.get(ends, ()) if one.kind == VERB]
    turned = [one for one in sentence.proposed.get(ends[::-1], ()) if one.kind == VERB]
    told += [one for one in turned if one.pattern.relation in _MUTUAL]
    likely = [one for one in told if _likely(one, ends, reading) >= _TRUST * likeliest]
    best = max(likely, key=lambda c: (_likely(c, ends, reading), c.confidence, c.directness), default=None)
    others = [c for c in told if c is not best and id(c) in stated and (best is None or c.word != best.word)]
    for one in others if best is None else (best, *others):
        sure = max(_likely(one, ends, reading), one.confidence if one.rule in _PLAIN else 0.0)
        ruled = _ruled(sentence, ends, reading, one, sure)
        back = one in turned and ruled.pattern.relation in _MUTUAL
        yield replace(ruled, source=ruled.target, target=ruled.source) if back else ruled
    if best is not None:
        return
    name = reading.act(*ends, sign).rstrip("+-0")
    against = {c.pattern.relation for c in turned if id(c) in stated}
    if (name in _ONE_WAY and name in against) or (sign < 0 and "defeat" in against):
        return  # whoever loses to another does not beat or attack him, too
    pattern = _signed(sentence.context.patterns.classes[name], sign)
    yield _added(sentence, ends, VERB, pattern, likeliest)


def _likely(one: Candidate, ends: _Ends, reading: Reading) -> float:
    """How likely the reader finds an act of the sign of a proposal's class; to ask is near to demanding."""
    relation = one.pattern.relation
    classes = _DIRECTIVES if relation in _DIRECTIVES else (relation,)
    return max(reading.confidence(*ends, reading.classes.sign(name)) for name in classes)


def _ruled(
    sentence: _Sentence, ends: _Ends, reading: Reading, one: Candidate, confidence: float
) -> Candidate:
    """A proposal that the reader confirms, its polarity that of its class whatever its status.

    Of the classes of its sign the likeliest is said, where the rule's word counts as much as it is right more
    often than the reader; likewise of the statuses, but what rules hear against a fact stays.
    """
    source, target = (sentence.parties[k] for k in ends)
    relation = one.pattern.relation
    sign = reading.classes.sign(relation)
    name = reading.act(*ends, sign, relation) if relation in reading.classes.acts else relation
    plain = sentence.context.patterns.classes[name.rstrip("+-0")]
    kept = name == relation and one.pattern.polarity * plain.polarity > 0
    return replace(
        one,
        source=source,
        target=target,
        pattern=one.pattern if kept else _signed(plain, sign),
        status=reading.factuality(*ends, _FACT) if one.status == _FACT else one.status,
        speaker=one.speaker or _speaker(sentence, ends, reading),
        confidence=confidence,
    )


def _signed(pattern: Pattern, sign: int) -> Pattern:
    """A class as it is; an act that no class fits has the sign that the reader gives it."""
    return pattern if pattern.relation != "other" else replace(pattern, polarity=_FAINT * sign)


def _speaker(sentence: _Sentence, ends: _Ends, reading: Reading) -> Mention | None:
    """Whose word it is, where the reader hears somebody else than the writer."""
    who = reading.speaker(*ends)
    return None if who is None else sentence.parties[who]


def _affiliation(sentence: _Sentence, ends: _Ends, reading: Reading) -> Candidate:
    """The affiliation of an ordered pair: the likeliest class, shown by the rule that proposes one."""
    name, confidence = reading.affiliation(*ends)
    pattern = sentence.context.patterns.classes[name]
    told = [one for one in sentence.proposed.get(ends, ()) if one.kind == AFFILIATION]
    if not told:
        if name == "member_of" and speaks(_office(sentence.parties[ends[0]])):
            pattern = sentence.context.patterns.classes["represent"]
        return _added(sentence, ends, AFFILIATION, pattern, confidence)
    best = max(told, key=lambda one: (one.pattern.relation == name, one.confidence, one.directness))
    source, target = (sentence.parties[k] for k in ends)
    said = pattern if confidence >= _SURE and _fits(name, best) else best.pattern
    return replace(best, source=source, target=target, pattern=said, confidence=confidence)


def _office(found: Mention) -> str:
    """What a mention is called by its office, if it is."""
    return found.title if found.kind == "name" else found.name


def _fits(name: str, ruled: Candidate) -> bool:
    """Whether a class can hold in view of the rule's words: persons have no members, deputies do not lead.

    An envoy belongs to whom he speaks for, but that is not what is said of him.
    """
    if resolved(ruled.target).type in PERSONS:
        return name in _PERSONAL
    if ruled.pattern.relation == "represent":
        return name == "represent"
    return name != "lead" or not serves(ruled.words, ruled.target.type)


def _said(sentence: _Sentence, reading: Reading, one: Candidate) -> Candidate:
    """A relation, with whose word it is and whether it is so as for those of rules.

    Where these hear nothing that speaks against a fact, the reader may.
    """
    context, ends = sentence.context, (sentence.place(one.source), sentence.place(one.target))
    who = speaker(context, one.word) or _speaker(sentence, ends, reading)
    heard = factuality(context.block.parse, one.word, context.patterns.lexicon)
    status = reading.factuality(*ends) if heard == _FACT else heard
    return replace(one, status=status, speaker=who)


def _added(sentence: _Sentence, ends: _Ends, kind: str, pattern: Pattern, confidence: float) -> Candidate:
    """What no rule proposes, shown by the word between the two."""
    source, target = (sentence.parties[k] for k in ends)
    word = _between(sentence, source, target)
    lemma = sentence.context.block.parse.lemmas[word]
    return Candidate(source, target, kind, pattern, lemma, word, READER, confidence=confidence)


def _between(sentence: _Sentence, source: Mention, target: Mention) -> int:
    """The word that joins two mentions: the lowest that governs both, outside of them where there is one."""
    parse = sentence.context.block.parse
    above = [source.head, *parse.ancestors(source.head)]
    over = {target.head, *parse.ancestors(target.head)}
    shared = [k for k in above if k in over]
    inside = {*range(source.first, source.last), *range(target.first, target.last)}
    way = [*above[: above.index(shared[0])], *shared[:1]] if shared else above
    way += [k for k in (target.head, *parse.ancestors(target.head)) if k not in way]
    verbal = [k for k in way if k not in inside and parse.pos[k] in ("VERB", "NOUN", "ADJ")]
    outside = [k for k in way if k not in inside]
    return (verbal or outside or [target.head])[0]


def _beside(drawn: Sequence[Candidate]) -> Iterator[Candidate]:
    """Without the acts that only the reader saw in a word of which a rule tells better who does it to whom.

    Of "attacked troops near Aleppo" it would have Aleppo attacked, too.
    """
    sure: dict[tuple[int, int, int], float] = {}
    for one in drawn:
        if one.kind == VERB and one.rule != READER:
            for key in _parts(one):
                sure[key] = max(one.confidence, sure.get(key, 0.0))
    for one in drawn:
        added = one.kind == VERB and one.rule == READER
        if not (added and any(sure.get(key, 0.0) >= one.confidence for key in _parts(one))):
            yield one


def _parts(one: Candidate) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What two readings of one word have in common that have the same sign and the same source, or target."""
    return (one.word, _sign(one), id(one.source)), (one.word, _sign(one), id(one.target))


def _one_each(drawn: Iterable[Candidate]) -> list[Candidate]:
    """One for each pair of actors and word of a rule, at most one that no rule saw; of mutual ones one way.

    Where another mention of the same actor makes the reader surer of the same, that confidence counts.
    """
    kept: dict[tuple[Hashable, ...], list[Candidate]] = defaultdict(list)
    for one in sorted(drawn, key=lambda c: (c.rule == READER, -c.confidence)):
        source, target = _who(one.source), _who(one.target)
        here, back = kept[one.kind, source, target], kept[one.kind, target, source]
        mutual = one.pattern.relation in _MUTUAL
        turned = mutual and any(c.pattern.relation == one.pattern.relation for c in back)
        told = turned or any(_repeats(one, c) for c in here)
        if source != target and not (told or (here and one.kind == AFFILIATION)):
            here.append(one)
        elif here and _sign(here[0]) == _sign(one) and here[0].confidence < one.confidence:
            here[0] = replace(here[0], confidence=one.confidence)
    return [one for group in kept.values() for one in group]


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Whether two relations of the same actors are one: at one word, or of one sign where no rule saw one."""
    added = READER in (one.rule, other.rule)
    return _sign(one) == _sign(other) if added else one.word == other.word


def _who(found: Mention) -> Hashable:
    """What tells an actor within a sentence: of a pronoun whom it stands for, of a name its words."""
    found = found if found.kind == "name" else resolved(found)
    return found.name.lower() if found.kind == "name" else id(found)
