"""Pronouns and definite nominals: what they refer back to, and when they stay unlinked."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.antecedents import antecedents
from graphbuild.extract.coreference.pronouns import pronouns
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()
POSSESSIVE = frozenset("his her its their my our".split())
PRONOUNS = POSSESSIVE | frozenset(
    "he him himself she herself it itself they them themselves i me we us".split()
)


def svo(subject: str, verb: str, *rest: str) -> str:
    """Subject, verb and object, which may have a possessor: "Kenya:GPE praised its army"; "~" joins words."""
    tokens = [_token(subject, 2, "nsubj", "nsubj"), f"{verb}/VBD/root/0"]
    if len(rest) == 2:
        tokens.append(_token(rest[0], 4, "nmod:poss", "poss"))
    if rest:
        tokens.append(_token(rest[-1], 2, "obj", "dobj"))
    return " ".join([*tokens, "././punct/2"])


def _token(word: str, head: int, universal: str, clear: str) -> str:
    text, _, label = word.partition(":")
    if text.lower() in PRONOUNS:
        tag = "PRP$" if text.lower() in POSSESSIVE and universal == "nmod:poss" else "PRP"
    elif label.isupper() or not label:
        tag = "NNP" if label else "NN"
    else:
        tag = "NNS" if text.endswith("s") else "NN"
    return f"{text}/{tag}/{universal}/{head}/{label}~{clear}"


def resolved(*tables: str, labels: str = "ud", **known: str) -> Block:
    """The blocks of one document, each a table, with antecedents; ``known`` gives genders of names."""
    blocks, before = [], 0
    for table in tables:
        block = example(table, labels, before=before)
        before += len(block.parse.sentences)
        for found in block.mentions:
            found.gender = known.get(found.name, found.gender)
        marks = quotes(block, clauses(block.parse, lexicon()), LEXICON)
        pronouns(block, marks)
        blocks.append((block, marks))
    antecedents(blocks, LEXICON)
    return blocks[-1][0]


def antecedent(block: Block, word: str) -> str:
    found = next(f for f in block.mentions if f.text.lower() == word)
    return found.antecedent.name if found.antecedent else ""


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


@both
@pytest.mark.parametrize(
    ("pronoun", "name"), [("He", "Tom"), ("She", "Ann"), ("They", "rebels"), ("It", "Kenya")]
)
def test_number_gender_and_animacy_decide(pronoun: str, name: str, labels: str) -> None:
    table = text(
        svo("Ann:PERSON", "met", "Tom:PERSON"),
        svo("rebels:group", "fought", "Kenya:GPE"),
        svo(pronoun, "won"),
    )
    found = _with_role(table, labels, Tom="m", Ann="f")
    assert antecedent(found, pronoun.lower()) == name


def _with_role(table: str, labels: str, **known: str) -> Block:
    """As `resolved`, with unnamed groups that act (rebels)."""
    block = example(table, labels)
    for found in block.mentions:
        found.gender = known.get(found.name, found.gender)
        found.role = "REB" if found.type == "group" else found.role
    marks = quotes(block, clauses(block.parse, lexicon()), LEXICON)
    pronouns(block, marks)
    antecedents([(block, marks)], LEXICON)
    return block


@both
@pytest.mark.parametrize("possessive", ["his", "her"])
def test_possessives_may_refer_to_the_subject(possessive: str, labels: str) -> None:
    table = svo("Zyx:PERSON", "praised", possessive, "speech")
    assert antecedent(resolved(table, labels=labels), possessive) == "Zyx"


@both
def test_a_plain_object_pronoun_is_not_the_subject(labels: str) -> None:
    assert antecedent(resolved(svo("Zyx:PERSON", "praised", "him"), labels=labels), "him") == ""


SHARED = """
Zyx/NNP/nsubj/2/PERSON called=call/VBD/root/0 Yon/NNP/obj/2/PERSON~dobj {join} {verb}/VB+VERB/{dep}/2
him=he/PRP/obj/5~dobj ././punct/2
"""


@both
@pytest.mark.parametrize(
    ("join", "verb", "dep", "name"),
    [
        ("and/CC/cc/5~cc/2", "urged", "conj", "Yon"),
        ("to/TO/aux/5", "help", "xcomp", "Zyx"),
    ],
)
def test_a_shared_subject_is_not_the_object(join: str, verb: str, dep: str, name: str, labels: str) -> None:
    assert antecedent(resolved(SHARED.format(join=join, verb=verb, dep=dep), labels=labels), "him") == name


@both
@pytest.mark.parametrize(("subject", "reflexive"), [("Zyx:PERSON", "himself"), ("Kenya:GPE", "itself")])
def test_a_reflexive_is_the_subject(subject: str, reflexive: str, labels: str) -> None:
    found = resolved(svo(subject, "praised", reflexive), labels=labels)
    assert antecedent(found, reflexive) == subject.partition(":")[0]


@both
def test_the_subject_before_wins_over_the_object(labels: str) -> None:
    table = text(svo("Kenya:GPE", "attacked", "Mali:GPE"), svo("It", "won"))
    assert antecedent(resolved(table, labels=labels), "it") == "Kenya"


@both
def test_the_nearer_sentence_wins(labels: str) -> None:
    table = text(svo("Kenya:GPE", "won"), svo("Mali:GPE", "lost"), svo("It", "protested"))
    assert antecedent(resolved(table, labels=labels), "it") == "Mali"


@both
def test_without_antecedent_a_pronoun_stays_unlinked(labels: str) -> None:
    assert antecedent(resolved(svo("He", "won"), labels=labels), "he") == ""
    assert antecedent(resolved(text(svo("Kenya:GPE", "won"), svo("She", "lost")), labels=labels), "she") == ""


@both
def test_a_name_many_sentences_back_is_out_of_reach(labels: str) -> None:
    filler = [svo("rain", "fell")] * 8
    table = text(svo("Kenya:GPE", "won"), *filler, svo("It", "lost"))
    assert antecedent(resolved(table, labels=labels), "it") == ""


@both
def test_a_thing_may_be_meant(labels: str) -> None:
    table = text(svo("bridge", "shook"), svo("It", "fell"))
    assert antecedent(resolved(table, labels=labels), "it") == ""


@both
def test_links_cross_blocks(labels: str) -> None:
    found = resolved(svo("Zyx:PERSON", "won"), svo("She", "left"), labels=labels)
    assert antecedent(found, "she") == "Zyx"


@both
def test_a_chain_leads_to_the_name(labels: str) -> None:
    table = text(svo("Zyx:PERSON", "won"), svo("She", "left"), svo("She", "returned"))
    links = [f.antecedent.name for f in resolved(table, labels=labels).mentions if f.antecedent]
    assert links == ["Zyx", "Zyx"]


@both
def test_what_is_learnt_of_gender_is_kept(labels: str) -> None:
    table = text(svo("Zyx:PERSON", "won"), svo("She", "left"), svo("He", "stayed"))
    found = resolved(table, labels=labels)
    assert (antecedent(found, "she"), antecedent(found, "he")) == ("Zyx", "")


IT_IS_CLEAR = """
Kenya/NNP/nsubj/2/GPE won=win/VBD/root/0 ././punct/2

It/PRP/expl/3~nsubj/2 is=be/VBZ/cop/3~root/0 clear/JJ/root/0~acomp/2 that/IN+SCONJ/mark/6
Mali/NNP/nsubj/6/GPE lost=lose/VBD/csubj/3~ccomp/2 ././punct/3~punct/2
"""
IT_SEEMS = """
Kenya/NNP/nsubj/2/GPE won=win/VBD/root/0 ././punct/2

It/PRP/nsubj/2 seems=seem/VBZ/root/0 Mali/NNP/nsubj/4/GPE lost=lose/VBD/ccomp/2 ././punct/2
"""


MADE_IT_CLEAR = """
Kenya/NNP/nsubj/2/GPE made=make/VBD/root/0 it/PRP/obj/2~nsubj/4 clear/JJ/xcomp/2~ccomp
that/IN+SCONJ/mark/6 Mali/NNP/nsubj/6/GPE lost=lose/VBD/ccomp/4 ././punct/2
"""
IT_IS_SAID = """
Kenya/NNP/nsubj/2/GPE won=win/VBD/root/0 ././punct/2

It/PRP/nsubj:pass/3~nsubjpass is=be/VBZ/aux:pass/3~auxpass said=say/VBN/root/0 that/IN+SCONJ/mark/6
Mali/NNP/nsubj/6/GPE lost=lose/VBD/ccomp/3 ././punct/3
"""
IT_WAS_MALI = """
Kenya/NNP/nsubj/2/GPE won=win/VBD/root/0 ././punct/2

It/PRP/nsubj/3 was=be/VBD/cop/3~root/0 Mali/NNP/root/0/GPE~attr/2 that/WDT/nsubj/5
lost=lose/VBD/acl:relcl/3~relcl ././punct/3~punct/2
"""


@both
@pytest.mark.parametrize("table", [IT_IS_CLEAR, IT_SEEMS, MADE_IT_CLEAR, IT_IS_SAID, IT_WAS_MALI])
def test_an_it_that_stands_for_nothing_is_no_mention(table: str, labels: str) -> None:
    assert [f.text for f in resolved(table, labels=labels).mentions] == ["Kenya", "Mali"]


QUOTED = """
Zyx/NNP/nsubj/2/PERSON said=say/VBD/root/0 :/:/punct/6~punct/2 “/``/punct/6 We/PRP/nsubj/6
trusted=trust/VBD/ccomp/2 my/PRP$/nmod:poss/8~poss brother/NN/obj/6~dobj ././punct/6 ”/''/punct/6
"""


@both
def test_the_first_person_is_the_speaker_of_the_quote(labels: str) -> None:
    found = resolved(QUOTED, labels=labels)
    assert (antecedent(found, "we"), antecedent(found, "my")) == ("Zyx", "Zyx")


QUOTED_OF = """
Zyx/NNP/nsubj/2/{label} said=say/VBD/root/0 :/:/punct/6~punct/2 “/``/punct/6 {subject}
{verb}/VBD/ccomp/2 {object} ././punct/6 ”/''/punct/6
"""
WE = "We/PRP/nsubj/6"


@both
@pytest.mark.parametrize(
    ("label", "subject", "verb", "object", "word", "name"),
    [
        ("PERSON", "Mali/NNP/nsubj/6/GPE", "attacked=attack", "us/PRP/obj/6~dobj", "us", ""),
        ("PERSON", "Mali/NNP/nsubj/6/GPE", "praised=praise", "us/PRP/obj/6~dobj", "us", ""),
        ("PERSON", WE, "attacked=attack", "Mali/NNP/obj/6/GPE~dobj", "we", ""),
        ("PERSON", WE, "praised=praise", "Mali/NNP/obj/6/GPE~dobj", "we", "Zyx"),
        ("PERSON", "Mali/NNP/nsubj/6/GPE", "attacked=attack", "me/PRP/obj/6~dobj", "me", "Zyx"),
        ("ORG", "Mali/NNP/nsubj/6/GPE", "attacked=attack", "us/PRP/obj/6~dobj", "us", "Zyx"),
        ("GPE", WE, "attacked=attack", "Mali/NNP/obj/6/GPE~dobj", "we", "Zyx"),
    ],
)
def test_we_of_a_person_is_the_side_that_he_speaks_for(
    label: str, subject: str, verb: str, object: str, word: str, name: str, labels: str
) -> None:
    table = QUOTED_OF.format(label=label, subject=subject, verb=verb, object=object)
    assert antecedent(resolved(table, labels=labels), word) == name


@both
def test_the_first_person_outside_quotes_is_no_mention(labels: str) -> None:
    assert resolved(svo("We", "won"), labels=labels).mentions == []


HE_SAID = """
Zyx/NNP/nsubj/2/PERSON left=leave/VBD/root/0 ././punct/2

""" + QUOTED.strip().replace("Zyx/NNP/nsubj/2/PERSON", "He/PRP/nsubj/2")


@both
def test_a_speaker_may_be_a_pronoun(labels: str) -> None:
    block = example(HE_SAID, labels)
    marks = quotes(block, parts := clauses(block.parse, lexicon()), LEXICON)
    pronouns(block, marks)
    marks = quotes(block, parts, LEXICON)
    antecedents([(block, marks)], LEXICON)
    we = next(f for f in block.mentions if f.text == "We")
    assert we.antecedent is not None
    assert we.antecedent.antecedent is not None
    assert (we.antecedent.text, we.antecedent.antecedent.text) == ("He", "Zyx")


HE_IN_QUOTE = QUOTED.replace("We/", "He/")


@both
def test_a_third_person_inside_a_quote_is_not_its_speaker(labels: str) -> None:
    assert antecedent(resolved(HE_IN_QUOTE, labels=labels), "he") == ""


def nominal(words: str, label: str) -> str:
    """ "The group won": a definite nominal as subject."""
    determiner, noun = words.split()
    return f"""
{determiner}/DT/det/2/{label} {noun}/NN/nsubj/3/{label} won=win/VBD/root/0 ././punct/3
""".strip()


def link(block: Block) -> Mention | None:
    return next(f for f in block.mentions if f.kind == "nominal").antecedent


@both
def test_the_group_is_the_organization_named_before(labels: str) -> None:
    table = text(svo("Zyx:ORG", "attacked", "Kenya:GPE"), nominal("The group", "group"))
    found = link(resolved(table, labels=labels))
    assert found is not None
    assert found.name == "Zyx"


@both
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (svo("Zyx:ORG", "won"), nominal("A group", "group")),
        (svo("Kenya:GPE", "won"), nominal("The group", "group")),
        (svo("Zyx:PERSON", "won"), nominal("The group", "group")),
        (svo("Zyx:ORG", "won"), nominal("The crowd", "group")),
    ],
)
def test_other_nominals_are_not_linked(first: str, second: str, labels: str) -> None:
    assert link(resolved(text(first, second), labels=labels)) is None


@both
def test_the_envoy_is_whoever_had_the_title(labels: str) -> None:
    table = text(svo("Zyx:PERSON", "left"), svo("Ann:PERSON", "left"), nominal("The envoy", "official"))
    block = example(table, labels)
    next(f for f in block.mentions if f.name == "Zyx").title = "UN envoy"
    antecedents([(block, quotes(block, clauses(block.parse, LEXICON), LEXICON))], LEXICON)
    found = link(block)
    assert found is not None
    assert found.name == "Zyx"


@both
@pytest.mark.parametrize(
    ("verb", "noun", "owner"),
    [
        ("moved=move", "troops", "Togo"),
        ("trained=train", "soldiers", "Togo"),
        ("armed=arm", "police", "Togo"),
        ("praised=praise", "leader", "Chad"),
    ],
)
def test_its_is_who_disposes_of_the_object(verb: str, noun: str, owner: str, labels: str) -> None:
    found = resolved(
        svo("Chad:GPE", "warned=warn", "its", "citizens"), svo("Togo:GPE", verb, "its", noun), labels=labels
    )
    assert antecedent(found, "its") == owner


@both
def test_its_own_is_the_subject_s_whatever_the_verb(labels: str) -> None:
    table = (
        "Togo/NNP/nsubj/2/GPE jailed=jail/VBD/root/0 its/PRP$/nmod:poss/5~poss own/JJ/amod/5 "
        "minister/NN/obj/2/official~dobj/2"
    )
    found = resolved(svo("Chad:GPE", "warned=warn", "its", "citizens"), table, labels=labels)
    assert antecedent(found, "its") == "Togo"


FOR_ZYX = """
Ann/NNP/nsubj/2/PERSON left=leave/VBD/root/0 ././punct/2

Yon/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Ann/NNP/obj/2/PERSON~dobj ././punct/2

{who}/NN/nsubj/4 for/IN/case/3 Zyx/NNP/nmod/1/PERSON said=say/VBD/root/0 that/IN+SCONJ/mark/7
{pronoun}/PRP/nsubj/7 won=win/VBD/ccomp/4 ././punct/4
"""


@pytest.mark.parametrize(
    ("who", "pronoun"),
    [("lawyers=lawyer", "he"), ("spokeswoman", "she"), ("family", "he"), ("aides=aide", "she")],
)
def test_what_is_said_for_somebody_is_of_him(who: str, pronoun: str) -> None:
    assert antecedent(resolved(FOR_ZYX.format(who=who, pronoun=pronoun)), pronoun) == "Zyx"
