"""Sentences parsed by hand: what the examples in docstrings stand on."""

from __future__ import annotations

from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import LABELS, example, parsed, told
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

JAILED = (
    "Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 arrested=arrest/VBN/root/0 and/CC/cc/5 "
    "jailed=jail/VBN/conj/3 by/IN/case/7 police/NN/obl:agent/5/group"
)


def test_tokens_become_mentions_with_their_text() -> None:
    block = example("New/NNP/compound/2/GPE York/NNP/nsubj/3/GPE fell=fall/VBD/root/0 ./././3")
    assert [(found.text, found.type, found.head) for found in block.mentions] == [("New York", "country", 1)]


def test_coordinated_participles_share_the_agent() -> None:
    parts = clauses(example(JAILED).parse, lexicon())
    assert [(parts[verb].subjects, parts[verb].objects) for verb in (2, 4)] == [((6,), (0,))] * 2


def test_a_partitive_hands_the_stance_to_its_subject() -> None:
    tokens = (
        "Kenya/NNP/nsubj/3/GPE is=be/VBZ/cop/3 one/CD/root/0 of/IN/case/7 Chad/NNP/nmod:poss/7/GPE "
        "'s/POS/case/5 critics=critic/NNS/nmod/3"
    )
    assert told(tokens, nominalisations) == ["Kenya -criticize-> Chad"]


def test_fire_is_an_actor_only_where_it_does_harm() -> None:
    harm = example("strikes=strike/NNS/nsubj/2 killed=kill/VBD/root/0 rebels=rebel/NNS/obj/2")
    made = example("Kenya/NNP/nsubj/2/GPE conducted=conduct/VBD/root/0 strikes=strike/NNS/obj/2")
    for block in (harm, made):
        nominals(block, patterns(lexicon()))
    assert [found.text for found in harm.mentions] == ["strikes", "rebels"]
    assert [found.text for found in made.mentions] == ["Kenya"]


def test_a_role_noun_before_an_event_is_an_actor() -> None:
    raid = example("police/NN/compound/2 raid/NN/nsubj/3 failed=fail/VBD/root/0")
    work = example("police/NN/compound/2 car/NN/nsubj/3 crashed=crash/VBD/root/0")
    for block in (raid, work):
        nominals(block, patterns(lexicon()))
    assert [found.text for found in raid.mentions] == ["police"]
    assert work.mentions == []


def test_a_rival_is_no_title() -> None:
    block = example(
        "Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 rival/NN/nmod:desc/4 Jane/NNP/nsubj/6/PERSON "
        "Roe/NNP/flat/4/PERSON left=leave/VBD/root/0"
    )
    nominals(block, patterns(lexicon()))
    assert next(found.title for found in block.mentions if found.type == "person") == ""


def test_whose_troops_have_the_country_of_their_owner() -> None:
    block = example(
        "Kenya/NNP/nsubj/6/GPE ,/,/punct/1 whose/WP$/nmod:poss/4 troops=troop/NNS/nsubj/5 "
        "fled=flee/VBD/acl:relcl/1 lost=lose/VBD/root/0"
    )
    block.mentions[0].country = "KEN"
    nominals(block, patterns(lexicon()))
    assert [(found.name, found.country) for found in block.mentions if found.kind == "nominal"] == [
        ("troops", "KEN")
    ]


PREPOSITION = "Chad/NNP/nsubj/2/GPE fell=fall/VBD/root/0 to/IN/case/4~prep/2 Togo/NNP/obl/2/GPE~pobj/3"


def test_a_second_analysis_stands_after_a_tilde() -> None:
    ud, clear = (parsed(PREPOSITION, labels) for labels in LABELS)
    assert [(token.dep_, token.head.i) for token in ud] == [
        ("nsubj", 1),
        ("ROOT", 1),
        ("case", 3),
        ("obl", 1),
    ]
    assert [(token.dep_, token.head.i) for token in clear] == [
        ("nsubj", 1), ("ROOT", 1), ("prep", 1), ("pobj", 2)
    ]  # fmt: skip
    assert example(PREPOSITION, "clear").parse.deps == example(PREPOSITION).parse.deps
    (copula,) = parsed("Chad/NNP/nsubj/3~nsubj/2 is=be/VBZ/cop/3~root/0 big/JJ/root/0~acomp/2", "clear").sents
    assert copula.root.text == "is"


def test_an_empty_line_ends_a_sentence_and_a_line_end_does_not() -> None:
    doc = parsed("Chad/NNP/nsubj/2/GPE\nfell=fall/VBD/root/0\n\nTogo/NNP/nsubj/2/GPE fled=flee/VBD/root/0")
    assert [sentence.text for sentence in doc.sents] == ["Chad fell", "Togo fled"]
    assert [token.head.i for token in doc] == [1, 1, 3, 3]


def test_part_of_speech_follows_from_the_tag_unless_it_is_given() -> None:
    doc = parsed("not/RB+PART/advmod/3 having=have/VBG/aux/3 seen=see/VBN/root/0 ~/SYM+SYM/dep/3")
    assert [(token.tag_, token.pos_) for token in doc] == [
        ("RB", "PART"), ("VBG", "AUX"), ("VBN", "VERB"), ("SYM", "SYM")
    ]  # fmt: skip


def test_neighbours_with_one_label_are_one_mention_but_after_a_hyphen() -> None:
    one = example("New/NNP/compound/2/GPE York/NNP/root/0/GPE")
    two = example("Chad/NNP/compound/2/GPE- Togo/NNP/root/0/GPE")
    assert [[found.text for found in block.mentions] for block in (one, two)] == [
        ["New York"],
        ["Chad", "Togo"],
    ]


def test_labels_say_what_a_mention_is() -> None:
    block = example(
        "They/PRP/nsubj/3/pronoun rebels=rebel/NNS/appos/1/group met=meet/VBD/root/0 Chad/NNP/obj/3/GPE"
    )
    assert [
        (found.kind, found.type, found.number, found.gender, found.country) for found in block.mentions
    ] == [
        ("pronoun", "", "s", "", ""),
        ("nominal", "group", "p", "n", ""),
        ("name", "country", "s", "n", "TCD"),
    ]
