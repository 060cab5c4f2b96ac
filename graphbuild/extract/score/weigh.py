"""The arbiter where a pipeline has a reader: it judges what rules propose, and adds what no rule saw.

For each ordered pair of mentions of a sentence the reader knows how likely an act of either sign and an
affiliation are; rules explain. A relation bears the name of the rule that proposed it, else ``reader``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.qualify.attribution import speaker
from graphbuild.extract.score.pairs import Proposal
from graphbuild.extract.score.reader import Passage, Reader, Reading
from graphbuild.extract.score.select import Rejection, Selection, voiced
from graphbuild.lexicons.verbs import Pattern
from graphbuild.vocabulary import MUTUAL_CLASSES, READER

__all__ = ["weigh"]

_LEAST = 0.05  # what is less likely is no proposal
_NOISE = 0.02  # a polarity nearer to 0 has no sign
_TRUST = 0.4  # of the likeliest act: what a proposal needs to be taken
_FAINT = 0.2  # polarity of an act that no class fits
_MUTUAL = MUTUAL_CLASSES - {"same_as"}
_Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a context: its mentions, and what rules propose between them by their places."""

    context: Context
    parties: Sequence[Mention]
    proposed: Mapping[_Ends, Sequence[Candidate]]


def weigh(contexts: Sequence[Context], candidates: Iterable[Candidate], reader: Reader) -> Selection:
    """Decide what the sentences of a document state.

    Parameters
    ----------
    contexts : sequence of Context
    candidates : iterable of Candidate
        What rules propose.
    reader : Reader

    Returns
    -------
    Selection
        Accepted are one act and one affiliation at most for each ordered pair of actors in a sentence, with
        the reader's class, status, speaker and calibrated confidence; rejected the proposals of rules that
        the reader takes for something else, or for nothing.
    """
    proposed = list(candidates)
    sentences = list(_sentences(contexts, proposed))
    readings = reader([_passage(one) for one in sentences])
    accepted: list[Candidate] = []
    heard: set[int] = set()
    for sentence, reading in zip(sentences, readings, strict=True):
        if reading is None:
            continue
        drawn = [
            *(_act(sentence, ends, reading) for ends in reading.acting(_LEAST)),
            *(_affiliation(sentence, ends, reading) for ends in reading.tied(_LEAST)),
        ]
        accepted += _one_each(drawn)
        heard.update(id(c) for group in sentence.proposed.values() for c in group)
    rest = [one for one in proposed if id(one) not in heard]
    taken = {(id(one.source), id(one.target), one.kind, _sign(one)) for one in accepted}
    rejected = [
        Rejection(one, "the reader does not take it so")
        for one in proposed
        if id(one) in heard and (id(one.source), id(one.target), one.kind, _sign(one)) not in taken
    ]
    return Selection((*accepted, *rest), tuple(rejected))


def _sentences(contexts: Sequence[Context], proposed: Sequence[Candidate]) -> Iterator[_Sentence]:
    by_parse: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in voiced(proposed):
        if one.source is not one.target:
            by_parse[id(one.source.parse)].append(one)
    for context in contexts:
        groups: defaultdict[int, list[Mention]] = defaultdict(list)
        for found in context.block.mentions:
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


def _passage(sentence: _Sentence) -> Passage:
    told = [
        Proposal(*ends, one.pattern.relation, _sign(one), one.status, one.rule)
        for ends, group in sentence.proposed.items()
        for one in group
    ]
    return Passage(sentence.context.block.parse, sentence.parties, told)


def _sign(one: Candidate) -> int:
    return (one.pattern.polarity > _NOISE) - (one.pattern.polarity < -_NOISE)


def _act(sentence: _Sentence, ends: _Ends, reading: Reading) -> Candidate:
    """The act of an ordered pair.

    Where a rule proposes one that the reader finds likely, the rule says which and whether it is so, for it
    is right about these more often; else the likeliest class of the likeliest sign.
    """
    sign = reading.sign(*ends)
    likeliest = reading.confidence(*ends, sign)
    told = [one for one in sentence.proposed.get(ends, ()) if one.kind == "verb"]
    turned = [one for one in sentence.proposed.get(ends[::-1], ()) if one.kind == "verb"]
    told += [one for one in turned if one.pattern.relation in _MUTUAL]
    if told:
        best = max(told, key=lambda c: (_likely(c, ends, reading), c.confidence, c.directness))
        confidence = _likely(best, ends, reading)
        if confidence >= _TRUST * likeliest:
            return _ruled(sentence, ends, reading, best, confidence)
    name = reading.act(*ends, sign).rstrip("+-0")
    pattern = sentence.context.patterns.classes[name]
    if name == "other":
        pattern = replace(pattern, polarity=_FAINT * sign)
    return _said(sentence, ends, reading, _added(sentence, ends, "verb", pattern), likeliest)


def _likely(one: Candidate, ends: _Ends, reading: Reading) -> float:
    """How likely the reader finds an act of the sign of a proposal's class."""
    return reading.confidence(*ends, reading.classes.sign(one.pattern.relation))


def _ruled(
    sentence: _Sentence, ends: _Ends, reading: Reading, one: Candidate, confidence: float
) -> Candidate:
    """A proposal that the reader confirms, its polarity that of its class whatever its status."""
    source, target = (sentence.parties[k] for k in ends)
    plain = sentence.context.patterns.classes[one.pattern.relation]
    pattern = one.pattern if one.pattern.polarity * plain.polarity > 0 else plain
    who = one.speaker or _speaker(sentence, ends, reading)
    return replace(one, source=source, target=target, pattern=pattern, speaker=who, confidence=confidence)


def _speaker(sentence: _Sentence, ends: _Ends, reading: Reading) -> Mention | None:
    """Whose word it is, where the reader hears somebody else than the writer."""
    who = reading.speaker(*ends)
    return None if who is None else sentence.parties[who]


def _affiliation(sentence: _Sentence, ends: _Ends, reading: Reading) -> Candidate:
    """The affiliation of an ordered pair: the likeliest class, shown by the rule that proposes one."""
    name, confidence = reading.affiliation(*ends)
    pattern = sentence.context.patterns.classes[name]
    told = [one for one in sentence.proposed.get(ends, ()) if one.kind == "affiliation"]
    if not told:
        return _said(sentence, ends, reading, _added(sentence, ends, "affiliation", pattern), confidence)
    best = max(told, key=lambda one: (one.pattern.relation == name, one.confidence, one.directness))
    source, target = (sentence.parties[k] for k in ends)
    shown = replace(best, source=source, target=target, pattern=pattern)
    return _said(sentence, ends, reading, shown, confidence)


def _said(sentence: _Sentence, ends: _Ends, reading: Reading, one: Candidate, confidence: float) -> Candidate:
    """A relation with the reader's status and confidence; whose word it is as for those of rules."""
    who = speaker(sentence.context, one.word) or _speaker(sentence, ends, reading)
    return replace(one, status=reading.factuality(*ends), speaker=who, confidence=confidence)


def _added(sentence: _Sentence, ends: _Ends, kind: str, pattern: Pattern) -> Candidate:
    """What no rule proposes, shown by the word between the two."""
    source, target = (sentence.parties[k] for k in ends)
    word = _between(sentence, source, target)
    return Candidate(source, target, kind, pattern, sentence.context.block.parse.lemmas[word], word, READER)


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


def _one_each(drawn: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest of those that say something of the same two actors; of mutual ones either way round."""
    kept: dict[tuple[str, Hashable, Hashable], Candidate] = {}
    for one in sorted(drawn, key=lambda c: -c.confidence):
        source, target = _who(one.source), _who(one.target)
        if source == target:
            continue
        back = kept.get((one.kind, target, source))
        turned = (
            back is not None
            and one.pattern.relation in _MUTUAL
            and back.pattern.relation == one.pattern.relation
        )
        if not turned:
            kept.setdefault((one.kind, source, target), one)
    return list(kept.values())


def _who(found: Mention) -> Hashable:
    """What tells an actor within a sentence: of a pronoun whom it stands for, of a name its words."""
    while found.kind == "pronoun" and found.antecedent is not None:
        found = found.antecedent
    return found.name.lower() if found.kind == "name" else id(found)
