"""The date of a relation, from hand-made parses in both label sets; the article's is a Tuesday."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.docs import both, marked
from graphbuild.extract.annotations import Candidate
from graphbuild.extract.qualify.dates import dates
from graphbuild.lexicons.verbs import Pattern

TUESDAY = "2019-08-06"
EVENTS = frozenset({"attack", "talk", "statement", "deal"})

CLAUSE = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
attacked attack VERB  VBD | 0 root  |
Chad     chad   PROPN NNP | 2 obj   | 2 dobj | GPE
{time}
.        .      PUNCT .   | 2 punct |
"""
WILL = """
Kenya    kenya  PROPN NNP | 3 nsubj | | GPE
will     will   AUX   MD  | 3 aux   |
attack   attack VERB  VB  | 0 root  |
Chad     chad   PROPN NNP | 3 obj   | 3 dobj | GPE
{time}
.        .      PUNCT .   | 3 punct |
"""


def date_of(
    table: str,
    labels: str,
    word: str = "attacked",
    *,
    status: str = "asserted",
    published: str = TUESDAY,
    words: str = "",
    rule: str = "active",
    kind: str = "verb",
) -> str:
    """The date of a relation between the first and the last actor of a table, stated by one of its words."""
    block = marked(table, labels)
    k = block.parse.words.index(word)
    source, target = block.mentions[0], block.mentions[-1]
    stated = Candidate(source, target, kind, Pattern("x", "", 0.0, ""), words, k, rule, 1.0, status)
    dates(block.parse, [stated], published, EVENTS)
    return stated.date


def _clause(time: str, frame: str = CLAUSE, verb: int = 2) -> str:
    """The frame with a phrase of time as modifier of its verb, token by token."""
    words = re.findall(r"[\w-]+|,", time)
    first = verb + 2  # 1-based place of the first word of the phrase, after the object
    marked_by = words[0] in ("on", "in", "by", "since", "until", "from", "for", "over", "at", "between", "as")
    head = first + (len(words) - 1)
    lines = []
    for n, word in enumerate(words, first):
        pos = "NUM" if word[0].isdigit() else "ADP" if n == first and marked_by else "NOUN"
        tag = {"NUM": "CD", "ADP": "IN", "NOUN": "NN"}[pos]
        if n == head and marked_by:
            relations = f"{verb} obl | {first} pobj"
        elif n == head:
            relations = f"{verb} obl:unmarked | {verb} npadvmod"
        elif n == first and marked_by:
            relations = f"{head} case | {verb} prep"
        else:
            relations = f"{head} compound |"
        lines.append(f"{word} {word.lower()} {pos} {tag} | {relations}{' |' if '| ' in relations else ''}")
    return frame.format(time="\n".join(lines))


@both
@pytest.mark.parametrize(
    ("time", "date"),
    [
        ("on 5 May 2018", "2018-05-05"),
        ("on May 5 , 2018", "2018-05-05"),
        ("on the 5th of May", "2019-05-05"),
        ("on 2018-05-07", "2018-05-07"),
        ("on Monday , 5 May", "2019-05-05"),
        ("in March 2019", "2019-03"),
        ("in early March", "2019-03"),
        ("in March", "2019-03"),
        ("in August", "2019-08"),
        ("in December", "2018-12"),
        ("last December", "2018-12"),
        ("on 6 August", "2019-08-06"),
        ("on 7 August", "2018-08-07"),
        ("in 2015", "2015"),
        ("in mid-2015", "2015"),
        ("in the summer of 2015", "2015"),
        ("at the end of 2015", "2015"),
        ("on Tuesday", "2019-08-06"),
        ("on Wednesday", "2019-07-31"),
        ("Monday", "2019-08-05"),
        ("on Monday night", "2019-08-05"),
        ("last Tuesday", "2019-07-30"),
        ("yesterday", "2019-08-05"),
        ("today", "2019-08-06"),
        ("last night", "2019-08-05"),
        ("this morning", "2019-08-06"),
        ("two weeks ago", "2019-07-23"),
        ("a month ago", "2019-07"),
        ("10 years ago", "2009"),
        ("last week", "2019-07-29"),
        ("last month", "2019-07"),
        ("last year", "2018"),
        ("this year", "2019"),
        ("over the weekend", "2019-08-03"),
        ("as early as 2006", "2006"),
        ("last weekend", "2019-08-03"),
    ],
)
def test_what_happened_is_dated_by_its_verbs_own_modifier(labels: str, time: str, date: str) -> None:
    assert date_of(_clause(time), labels) == date


@both
@pytest.mark.parametrize(
    ("time", "date"),
    [
        ("on Tuesday", "2019-08-06"),
        ("on Wednesday", "2019-08-07"),
        ("on Monday", "2019-08-12"),
        ("next Tuesday", "2019-08-13"),
        ("by Friday", "2019-08-09"),
        ("tomorrow", "2019-08-07"),
        ("next week", "2019-08-12"),
        ("next month", "2019-09"),
        ("next year", "2020"),
        ("in March", "2020-03"),
        ("in December", "2019-12"),
        ("on 7 August", "2019-08-07"),
        ("on 5 May", "2020-05-05"),
        ("in two weeks", "2019-08-20"),
        ("in 3 months", "2019-11"),
        ("this weekend", "2019-08-10"),
    ],
)
def test_what_will_happen_is_dated_ahead(labels: str, time: str, date: str) -> None:
    assert date_of(_clause(time, WILL, 3), labels, "attack", status="intended") == date


@both
@pytest.mark.parametrize(
    "time",
    [
        "this week",
        "since 2015",
        "since Monday",
        "until Friday",
        "from Monday",
        "for two weeks",
        "in two weeks",
        "in the past year",
        "the last week",
        "the next day",
        "in the 1990s",
        "every Monday",
        "on Good Friday",
        "on Monday mornings",
        "on 31 February 2018",
    ],
)
def test_durations_and_what_hangs_on_another_event_date_nothing(labels: str, time: str) -> None:
    assert date_of(_clause(time), labels) == ""


@both
@pytest.mark.parametrize(
    ("time", "date"), [("in 2015", "2015"), ("on 5 May 2018", "2018-05-05"), ("Monday", "")]
)
@pytest.mark.parametrize("published", ["", "2019", "unknown"])
def test_without_the_day_of_the_article_only_a_year_counts(
    labels: str, time: str, date: str, published: str
) -> None:
    assert date_of(_clause(time), labels, published=published) == date


@both
def test_a_number_of_things_is_no_year_and_no_day(labels: str) -> None:
    villages = """
    Kenya    kenya   PROPN NNP | 2 nsubj | | GPE
    attacked attack  VERB  VBD | 0 root  |
    Chad     chad    PROPN NNP | 2 obj   | 2 dobj | GPE
    in       in      ADP   IN  | 6 case  | 2 prep |
    2000     2000    NUM   CD  | 6 nummod |
    villages village NOUN  NNS | 2 obl   | 4 pobj |
    """
    soldiers = """
    In       in      ADP   IN  | 2 case    | 5 prep |
    May      May     PROPN NNP | 5 obl     | 1 pobj |
    20       20      NUM   CD  | 4 nummod  |
    Kenyans  kenyan  PROPN NNP | 5 nsubj   | | NORP
    attacked attack  VERB  VBD | 0 root    |
    Chad     chad    PROPN NNP | 5 obj     | 5 dobj | GPE
    """
    assert date_of(villages, labels) == ""
    assert date_of(soldiers, labels) == "2019-05"


@both
def test_a_name_that_holds_a_day_is_no_date(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 2 nsubj    | | GPE
    attacked attack VERB  VBD | 0 root     |
    the      the    DET   DT  | 5 det      |
    Sunday   sunday PROPN NNP | 5 compound | | ORG
    Times    times  PROPN NNP | 2 obj      | 2 dobj | ORG
    """
    assert date_of(table, labels) == ""


SAID = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
said     say    VERB  VBD | 0 root  |
on       on     ADP   IN  | 4 case  | 2 prep |
Monday   monday PROPN NNP | 2 obl   | 3 pobj |
Togo     togo   PROPN NNP | 6 nsubj | | GPE
attacked attack VERB  VBD | 2 ccomp |
Chad     chad   PROPN NNP | 6 obj   | 6 dobj | GPE
last     last   ADJ   JJ  | 9 amod  |
month    month  NOUN  NN  | 6 obl:unmarked | 6 npadvmod |
"""


@both
def test_each_verb_has_the_date_of_its_own_clause(labels: str) -> None:
    assert date_of(SAID, labels, "said") == "2019-08-05"
    assert date_of(SAID, labels, "attacked") == "2019-07"
    silent = "\n".join(SAID.strip().splitlines()[:-2])
    assert date_of(silent, labels, "attacked") == ""


@both
def test_a_relative_clause_keeps_its_date_to_itself(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 6 nsubj     | | GPE
    which    which  PRON  WDT | 3 nsubj     |
    attacked attack VERB  VBD | 1 acl:relcl | 1 relcl |
    in       in     ADP   IN  | 5 case      | 3 prep |
    2014     2014   NUM   CD  | 3 obl       | 4 pobj |
    praised  praise VERB  VBD | 0 root      |
    Chad     chad   PROPN NNP | 6 obj       | 6 dobj | GPE
    """
    assert date_of(table, labels, "attacked") == "2014"
    assert date_of(table, labels, "praised") == ""


@both
def test_from_a_noun_that_is_no_event_the_date_goes_up_to_the_verb(labels: str) -> None:
    table = """
    Kenya    kenya   PROPN NNP | 2 nsubj | | GPE
    attacked attack  VERB  VBD | 0 root  |
    Chad     chad    PROPN NNP | 2 obj   | 2 dobj | GPE
    in       in      ADP   IN  | 5 case  | 2 prep |
    Bol      bol     PROPN NNP | 2 obl   | 4 pobj | LOC
    on       on      ADP   IN  | 7 case  | 5 prep |
    Monday   monday  PROPN NNP | 5 nmod  | 6 pobj |
    """
    assert date_of(table, labels) == "2019-08-05"


CONDEMNED = """
Kenya     kenya   PROPN NNP | 2 nsubj | | GPE
condemned condemn VERB  VBD | 0 root  |
the       the     DET   DT  | 4 det   |
attack    attack  NOUN  NN  | 2 obj   | 2 dobj |
on        on      ADP   IN  | 6 case  | 4 prep |
Chad      chad    PROPN NNP | 4 nmod  | 5 pobj | GPE
on        on      ADP   IN  | 8 case  | 4 prep |
Monday    monday  PROPN NNP | 4 nmod  | 7 pobj |
"""


@both
def test_the_date_of_an_event_is_not_that_of_what_is_said_of_it(labels: str) -> None:
    assert date_of(CONDEMNED, labels, "attack") == "2019-08-05"
    assert date_of(CONDEMNED, labels, "condemned", words="condemn attack", rule="event_object") == ""


@both
def test_a_law_of_a_year_dates_nobody(labels: str) -> None:
    before = """
    Kenya    kenya   PROPN NNP | 2 nsubj    | | GPE
    attacked attack  VERB  VBD | 0 root     |
    the      the     DET   DT  | 5 det      |
    2015     2015    NUM   CD  | 5 compound |
    law      law     NOUN  NN  | 2 obj      | 2 dobj |
    """
    after = """
    Kenya    kenya   PROPN NNP | 2 nsubj | | GPE
    attacked attack  VERB  VBD | 0 root  |
    the      the     DET   DT  | 4 det   |
    law      law     NOUN  NN  | 2 obj   | 2 dobj |
    of       of      ADP   IN  | 6 case  | 4 prep |
    2015     2015    NUM   CD  | 4 nmod  | 5 pobj |
    """
    assert date_of(before, labels) == date_of(after, labels) == ""


@both
def test_an_event_has_its_possessors_date_and_shares_its_own_with_a_light_verb(labels: str) -> None:
    owned = """
    Kenya   kenya  PROPN NNP | 2 nsubj     | | GPE
    praised praise VERB  VBD | 0 root      |
    Friday  friday PROPN NNP | 5 nmod:poss | 5 poss |
    's      's     PART  POS | 3 case      |
    attack  attack NOUN  NN  | 2 obj       | 2 dobj |
    on      on     ADP   IN  | 7 case      | 5 prep |
    Chad    chad   PROPN NNP | 5 nmod      | 6 pobj | GPE
    """
    held = """
    Kenya   kenya  PROPN NNP | 2 nsubj | | GPE
    held    hold   VERB  VBD | 0 root  |
    talks   talk   NOUN  NNS | 2 obj   | 2 dobj |
    with    with   ADP   IN  | 5 case  | 3 prep |
    Chad    chad   PROPN NNP | 3 nmod  | 4 pobj | GPE
    on      on     ADP   IN  | 7 case  | 3 prep |
    Monday  monday PROPN NNP | 3 nmod  | 6 pobj |
    """
    assert date_of(owned, labels, "attack") == "2019-08-02"
    assert date_of(owned, labels, "praised") == ""
    assert date_of(held, labels, "held", words="hold talk", rule="light_verb") == "2019-08-05"


@both
def test_what_is_done_in_a_statement_is_done_when_it_is_made(labels: str) -> None:
    table = """
    In        in        ADP   IN  | 3 case  | 7 prep |
    a         a         DET   DT  | 3 det   |
    statement statement NOUN  NN  | 7 obl   | 1 pobj |
    on        on        ADP   IN  | 5 case  | 3 prep |
    Monday    monday    PROPN NNP | 3 nmod  | 4 pobj |
    Kenya     kenya     PROPN NNP | 7 nsubj | | GPE
    attacked  attack    VERB  VBD | 0 root  |
    Chad      chad      PROPN NNP | 7 obj   | 7 dobj | GPE
    """
    assert date_of(table, labels) == "2019-08-05"


@both
def test_coordinated_verbs_share_a_date_unless_each_has_its_own_say(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
    attacked attack VERB  VBD | 0 root  |
    Chad     chad   PROPN NNP | 2 obj   | 2 dobj | GPE
    on       on     ADP   IN  | 5 case  | 2 prep |
    Monday   monday PROPN NNP | 2 obl   | 4 pobj |
    and      and    CCONJ CC  | {k} cc  | 2 cc |
    {subject}praised  praise VERB  VBD | 2 conj  |
    Mali     mali   PROPN NNP | {k} obj | {k} dobj | GPE
    """
    shared = table.format(k=7, subject="")
    apart = table.format(k=8, subject="Togo togo PROPN NNP | 8 nsubj | | GPE\n    ")
    assert date_of(shared, labels, "praised") == "2019-08-05"
    assert date_of(apart, labels, "praised") == ""


@both
def test_a_date_in_front_holds_for_all_that_follows(labels: str) -> None:
    table = """
    On       on     ADP   IN  | 2 case  | 4 prep |
    Monday   monday PROPN NNP | 4 obl   | 1 pobj |
    Kenya    kenya  PROPN NNP | 4 nsubj | | GPE
    attacked attack VERB  VBD | 0 root  |
    Chad     chad   PROPN NNP | 4 obj   | 4 dobj | GPE
    and      and    CCONJ CC  | 8 cc    | 4 cc |
    Togo     togo   PROPN NNP | 8 nsubj | | GPE
    praised  praise VERB  VBD | 4 conj  |
    Mali     mali   PROPN NNP | 8 obj   | 8 dobj | GPE
    """
    assert date_of(table, labels, "attacked") == date_of(table, labels, "praised") == "2019-08-05"


@both
def test_a_date_at_the_end_goes_back_to_a_verb_without_object_of_its_own(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
    attacked attack VERB  VBD | 0 root  |
    {object}and      and    CCONJ CC  | {k} cc  | 2 cc |
    invaded  invade VERB  VBD | 2 conj  |
    Chad     chad   PROPN NNP | {k} obj | {k} dobj | GPE
    in       in     ADP   IN  | {y} case | {k} prep |
    2015     2015   NUM   CD  | {k} obl | {p} pobj |
    """
    without = table.format(object="", k=4, p=6, y=7)
    within = table.format(object="Mali mali PROPN NNP | 2 obj | 2 dobj | GPE\n    ", k=5, p=7, y=8)
    assert date_of(without, labels, "attacked") == "2015"
    assert date_of(within, labels, "attacked") == ""
    assert date_of(within, labels, "invaded") == "2015"


@both
def test_what_goes_on_beside_happens_then_but_what_is_said_meanwhile_does_not_spread(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
    attacked attack VERB  VBD | 0 root  |
    Mali     mali   PROPN NNP | 2 obj   | 2 dobj | GPE
    on       on     ADP   IN  | 5 case  | 2 prep |
    Monday   monday PROPN NNP | 2 obl   | 4 pobj |
    killing  kill   VERB  VBG | 2 advcl |
    Chadians chad   PROPN NNP | 6 obj   | 6 dobj | NORP
    """
    assert date_of(table, labels, "killing") == "2019-08-05"


ATTEMPT = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
{verb}   {verb} VERB  {tag} | 0 root |
to       to     PART  TO  | 4 mark  | 4 aux |
attack   attack VERB  VB  | 2 xcomp |
Chad     chad   PROPN NNP | 4 obj   | 4 dobj | GPE
on       on     ADP   IN  | 7 case  | 4 prep |
Friday   friday PROPN NNP | 4 obl   | 6 pobj |
"""


@both
@pytest.mark.parametrize(
    ("verb", "tag", "date"),
    [("try", "VBD", "2019-08-02"), ("try", "VBZ", "2019-08-09"), ("plan", "VBD", "2019-08-09")],
)
def test_what_was_tried_lies_behind_and_what_was_planned_ahead(
    labels: str, verb: str, tag: str, date: str
) -> None:
    assert date_of(ATTEMPT.format(verb=verb, tag=tag), labels, "attack", status="intended") == date


@both
def test_an_infinitive_shares_the_date_of_a_verb_that_says_how_far_it_got(labels: str) -> None:
    table = """
    Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
    {verb}   {verb} VERB  VBD | 0 root  |
    on       on     ADP   IN  | 4 case  | 2 prep |
    Monday   monday PROPN NNP | 2 obl   | 3 pobj |
    to       to     PART  TO  | 6 mark  | 6 aux |
    attack   attack VERB  VB  | 2 xcomp |
    Chad     chad   PROPN NNP | 6 obj   | 6 dobj | GPE
    """
    assert date_of(table.format(verb="begin"), labels, "attack") == "2019-08-05"
    assert date_of(table.format(verb="agree"), labels, "attack", status="intended") == ""


@both
@pytest.mark.parametrize(
    ("helper", "lemma", "tag", "verb_tag", "date"),
    [
        ("has", "have", "VBZ", "VBN", "2019-08-02"),
        ("was", "be", "VBD", "VBG", "2019-08-02"),
        ("is", "be", "VBZ", "VBG", "2019-08-09"),
        ("may", "may", "MD", "VB", "2019-08-09"),
    ],
)
def test_the_auxiliary_tells_on_which_side_a_weekday_lies(
    labels: str, helper: str, lemma: str, tag: str, verb_tag: str, date: str
) -> None:
    table = f"""
    Kenya    kenya   PROPN NNP | 3 nsubj | | GPE
    {helper} {lemma} AUX {tag} | 3 aux   |
    attack   attack  VERB {verb_tag} | 0 root |
    Chad     chad    PROPN NNP | 3 obj   | 3 dobj | GPE
    on       on      ADP   IN  | 6 case  | 3 prep |
    Friday   friday  PROPN NNP | 3 obl   | 5 pobj |
    """
    assert date_of(table, labels, "attack") == date


@both
def test_the_nearest_of_two_dates_counts(labels: str) -> None:
    table = """
    In       in     ADP   IN  | 2 case  | 5 prep |
    2015     2015   NUM   CD  | 5 obl   | 1 pobj |
    proud    proud  ADJ   JJ  | 4 amod  |
    Kenya    kenya  PROPN NNP | 5 nsubj | | GPE
    attacked attack VERB  VBD | 0 root  |
    Chad     chad   PROPN NNP | 5 obj   | 5 dobj | GPE
    Monday   monday PROPN NNP | 5 obl:unmarked | 5 npadvmod |
    """
    assert date_of(table, labels) == "2019-08-05"
    assert date_of(table.replace("Monday   monday", "Mondays  monday"), labels) == "2015"


@both
def test_an_affiliation_holds_when_the_article_says_so(labels: str) -> None:
    assert date_of(_clause("in 2015"), labels, kind="affiliation") == ""


@given(
    st.dates(), st.sampled_from(["Monday", "last Sunday", "in May", "last month", "last week", "3 years ago"])
)
def test_what_is_past_never_lies_ahead(day, time) -> None:
    found = date_of(_clause(time), "ud", published=day.isoformat())
    assert found <= day.isoformat()


@given(st.dates(), st.sampled_from(["Monday", "next Sunday", "in May", "next month", "in 3 weeks"]))
def test_what_will_be_never_lies_behind(day, time) -> None:
    found = date_of(_clause(time, WILL, 3), "ud", "attack", status="intended", published=day.isoformat())
    assert found == "" or found >= day.isoformat()[: len(found)]
