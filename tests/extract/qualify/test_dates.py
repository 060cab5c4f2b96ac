"""The date of a relation, from hand-made parses in both label sets; the article's is a Tuesday."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.labels import both
from graphbuild.extract.annotations import Candidate
from graphbuild.extract.qualify.dates import dates
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import Pattern

TUESDAY = "2019-08-06"
EVENTS = frozenset({"attack", "talk", "statement", "deal"})

CLAUSE = """
Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj {time} ././punct/2
"""
WILL = """
Kenya/NNP/nsubj/3/GPE will/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE~dobj {time} ././punct/3
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
    block = example(table, labels)
    k = block.parse.words.index(word)
    source, target = block.mentions[0], block.mentions[-1]
    stated = Candidate(source, target, kind, Pattern("x", "", 0.0, ""), words, k, rule, status=status)
    (dated,) = dates(block.parse, [stated], published, EVENTS)
    return dated.date


def _clause(time: str, frame: str = CLAUSE, verb: int = 2) -> str:
    """The frame with a phrase of time as modifier of its verb, token by token."""
    words = re.findall(r"[\w-]+|,", time)
    first = verb + 2  # 1-based place of the first word of the phrase, after the object
    marked_by = words[0] in ("on", "in", "by", "since", "until", "from", "for", "over", "at", "between", "as")
    head = first + (len(words) - 1)
    lines = []
    for n, word in enumerate(words, first):
        tag = "CD" if word[0].isdigit() else "IN" if n == first and marked_by else "NN"
        if n == head and marked_by:
            relations = f"obl/{verb}~pobj/{first}"
        elif n == head:
            relations = f"obl:unmarked/{verb}~npadvmod"
        elif n == first and marked_by:
            relations = f"case/{head}~prep/{verb}"
        else:
            relations = f"compound/{head}"
        lines.append(f"{word}/{tag}/{relations}")
    return frame.format(time=" ".join(lines))


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
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj in/IN/case/6~prep/2
    2000/CD/nummod/6 villages=village/NNS/obl/2~pobj/4
    """
    soldiers = """
    In/IN/case/2~prep/5 May/NNP/obl/5~pobj/1 20/CD/nummod/4 Kenyans=kenyan/NNP/nsubj/5/NORP
    attacked=attack/VBD/root/0 Chad/NNP/obj/5/GPE~dobj
    """
    assert date_of(villages, labels) == ""
    assert date_of(soldiers, labels) == "2019-05"


@both
def test_a_name_that_holds_a_day_is_no_date(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 the/DT/det/5 Sunday/NNP/compound/5/ORG
    Times/NNP/obj/2/ORG~dobj
    """
    assert date_of(table, labels) == ""


SAID = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 on/IN/case/4~prep/2 Monday/NNP/obl/2~pobj/3
Togo/NNP/nsubj/6/GPE attacked=attack/VBD/ccomp/2 Chad/NNP/obj/6/GPE~dobj last/JJ/amod/9
month/NN/obl:unmarked/6~npadvmod
"""


@both
def test_each_verb_has_the_date_of_its_own_clause(labels: str) -> None:
    assert date_of(SAID, labels, "said") == "2019-08-05"
    assert date_of(SAID, labels, "attacked") == "2019-07"
    silent = " ".join(SAID.split()[:-2])
    assert date_of(silent, labels, "attacked") == ""


@both
def test_a_relative_clause_keeps_its_date_to_itself(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/6/GPE which/WDT/nsubj/3 attacked=attack/VBD/acl:relcl/1~relcl in/IN/case/5~prep/3
    2014/CD/obl/3~pobj/4 praised=praise/VBD/root/0 Chad/NNP/obj/6/GPE~dobj
    """
    assert date_of(table, labels, "attacked") == "2014"
    assert date_of(table, labels, "praised") == ""


@both
def test_from_a_noun_that_is_no_event_the_date_goes_up_to_the_verb(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj in/IN/case/5~prep/2
    Bol/NNP/obl/2/LOC~pobj/4 on/IN/case/7~prep/5 Monday/NNP/nmod/5~pobj/6
    """
    assert date_of(table, labels) == "2019-08-05"


CONDEMNED = """
Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 the/DT/det/4 attack/NN/obj/2~dobj on/IN/case/6~prep/4
Chad/NNP/nmod/4/GPE~pobj/5 on/IN/case/8~prep/4 Monday/NNP/nmod/4~pobj/7
"""


@both
def test_the_date_of_an_event_is_not_that_of_what_is_said_of_it(labels: str) -> None:
    assert date_of(CONDEMNED, labels, "attack") == "2019-08-05"
    assert date_of(CONDEMNED, labels, "condemned", words="condemn attack", rule="event_object") == ""


@both
def test_a_law_of_a_year_dates_nobody(labels: str) -> None:
    before = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 the/DT/det/5 2015/CD/compound/5 law/NN/obj/2~dobj
    """
    after = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 the/DT/det/4 law/NN/obj/2~dobj of/IN/case/6~prep/4
    2015/CD/nmod/4~pobj/5
    """
    assert date_of(before, labels) == date_of(after, labels) == ""


@both
def test_an_event_has_its_possessors_date_and_shares_its_own_with_a_light_verb(labels: str) -> None:
    owned = """
    Kenya/NNP/nsubj/2/GPE praised=praise/VBD/root/0 Friday/NNP/nmod:poss/5~poss 's/POS/case/3
    attack/NN/obj/2~dobj on/IN/case/7~prep/5 Chad/NNP/nmod/5/GPE~pobj/6
    """
    held = """
    Kenya/NNP/nsubj/2/GPE held=hold/VBD/root/0 talks=talk/NNS/obj/2~dobj with/IN/case/5~prep/3
    Chad/NNP/nmod/3/GPE~pobj/4 on/IN/case/7~prep/3 Monday/NNP/nmod/3~pobj/6
    """
    assert date_of(owned, labels, "attack") == "2019-08-02"
    assert date_of(owned, labels, "praised") == ""
    assert date_of(held, labels, "held", words="hold talk", rule="light_verb") == "2019-08-05"


@both
def test_what_is_done_in_a_statement_is_done_when_it_is_made(labels: str) -> None:
    table = """
    In/IN/case/3~prep/7 a/DT/det/3 statement/NN/obl/7~pobj/1 on/IN/case/5~prep/3
    Monday/NNP/nmod/3~pobj/4 Kenya/NNP/nsubj/7/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/7/GPE~dobj
    """
    assert date_of(table, labels) == "2019-08-05"


@both
def test_coordinated_verbs_share_a_date_unless_each_has_its_own_say(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj on/IN/case/5~prep/2
    Monday/NNP/obl/2~pobj/4 and/CC/cc/{k}~cc/2 {subject}praised=praise/VBD/conj/2
    Mali/NNP/obj/{k}/GPE~dobj
    """
    shared = table.format(k=7, subject="")
    apart = table.format(k=8, subject="Togo/NNP/nsubj/8/GPE ")
    assert date_of(shared, labels, "praised") == "2019-08-05"
    assert date_of(apart, labels, "praised") == ""


@both
def test_a_date_in_front_holds_for_all_that_follows(labels: str) -> None:
    table = """
    On/IN/case/2~prep/4 Monday/NNP/obl/4~pobj/1 Kenya/NNP/nsubj/4/GPE attacked=attack/VBD/root/0
    Chad/NNP/obj/4/GPE~dobj and/CC/cc/8~cc/4 Togo/NNP/nsubj/8/GPE praised=praise/VBD/conj/4
    Mali/NNP/obj/8/GPE~dobj
    """
    assert date_of(table, labels, "attacked") == date_of(table, labels, "praised") == "2019-08-05"


@both
def test_a_date_at_the_end_goes_back_to_a_verb_without_object_of_its_own(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 {object}and/CC/cc/{k}~cc/2
    invaded=invade/VBD/conj/2 Chad/NNP/obj/{k}/GPE~dobj in/IN/case/{y}~prep/{k} 2015/CD/obl/{k}~pobj/{p}
    """
    without = table.format(object="", k=4, p=6, y=7)
    within = table.format(object="Mali/NNP/obj/2/GPE~dobj ", k=5, p=7, y=8)
    assert date_of(without, labels, "attacked") == "2015"
    assert date_of(within, labels, "attacked") == ""
    assert date_of(within, labels, "invaded") == "2015"


@both
def test_what_goes_on_beside_happens_then_but_what_is_said_meanwhile_does_not_spread(labels: str) -> None:
    table = """
    Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Mali/NNP/obj/2/GPE~dobj on/IN/case/5~prep/2
    Monday/NNP/obl/2~pobj/4 killing=kill/VBG/advcl/2 Chadians=chad/NNP/obj/6/NORP~dobj
    """
    assert date_of(table, labels, "killing") == "2019-08-05"


ATTEMPT = """
Kenya/NNP/nsubj/2/GPE {verb}/{tag}+VERB/root/0 to/TO/mark/4~aux attack/VB/xcomp/2
Chad/NNP/obj/4/GPE~dobj on/IN/case/7~prep/4 Friday/NNP/obl/4~pobj/6
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
    Kenya/NNP/nsubj/2/GPE {verb}/VBD/root/0 on/IN/case/4~prep/2 Monday/NNP/obl/2~pobj/3 to/TO/mark/6~aux
    attack/VB/xcomp/2 Chad/NNP/obj/6/GPE~dobj
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
    Kenya/NNP/nsubj/3/GPE {helper}={lemma}/{tag}+AUX/aux/3 attack/{verb_tag}+VERB/root/0
    Chad/NNP/obj/3/GPE~dobj on/IN/case/6~prep/3 Friday/NNP/obl/3~pobj/5
    """
    assert date_of(table, labels, "attack") == date


@both
def test_the_nearest_of_two_dates_counts(labels: str) -> None:
    table = """
    In/IN/case/2~prep/5 2015/CD/obl/5~pobj/1 proud/JJ/amod/4 Kenya/NNP/nsubj/5/GPE
    attacked=attack/VBD/root/0 Chad/NNP/obj/5/GPE~dobj Monday/NNP/obl:unmarked/5~npadvmod
    """
    assert date_of(table, labels) == "2019-08-05"
    assert date_of(table.replace("Monday/", "Mondays=monday/"), labels) == "2015"


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
