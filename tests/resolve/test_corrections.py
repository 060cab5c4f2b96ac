from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.records import Correction, Merge
from graphbuild.resolve import resolve
from resolve.articles import article, nominal, pronoun, said, together
from resolve.test_resolve import ARTICLES, BODIES, PEOPLE, PLACES

ONE = article(
    "a",
    "Ada Moran spoke. Luz Moran came. Moran left. She slept. Lunar Rescue Committee paid. Jordan paid. ",
    said("Ada Moran", "person"),
    said("Luz Moran", "person"),
    said("Moran", "person"),
    pronoun("She", back=2),
    said("Lunar Rescue Committee", "organization"),
    said("Jordan", "country"),
)
TWO = article(
    "b",
    "Ada Moran spoke. Moran left. The envoy ate. She slept. ",
    said("Ada Moran", "official", title="envoy"),
    said("Moran", "person"),
    nominal("The envoy", "official", name="envoy", back=1),
    pronoun("She", back=2),
)


def _rows(*rows):
    return [Correction(*row.split(","), path="c.csv", line=n) for n, row in enumerate(rows, 2)]


def _correct(*rows, corpus=(ONE, TWO)):
    return resolve(corpus, corrections=_rows(*rows))


def _actors(resolution):
    return {actor.actor_id: (actor.name, actor.type) for actor in resolution.actors}


def _problems(resolution):
    return [row.problem for row in resolution.corrections]


BEFORE = resolve([ONE, TWO])


def test_what_is_found_without_corrections():
    assert _actors(BEFORE) == {
        "ada-moran": ("Ada Moran", "official"),
        "jordan": ("Jordan", "country"),
        "luz-moran": ("Luz Moran", "person"),
        "lunar-rescue-committee": ("Lunar Rescue Committee", "organization"),
        "moran": ("Moran", "person"),
    }
    assert together(BEFORE, ONE)["moran"] == ["Moran", "She"]
    assert together(BEFORE, TWO) == {"ada-moran": ["Ada Moran", "Moran", "She", "The envoy"]}
    assert resolve([ONE, TWO], corrections=[]) == BEFORE


def test_a_merged_actor_goes_to_the_object_with_all_that_refers_to_it():
    found = _correct("merge,moran,ada-moran")
    assert together(found, ONE)["ada-moran"] == ["Ada Moran", "Moran", "She"]
    assert _actors(found) == {k: v for k, v in _actors(BEFORE).items() if k != "moran"}
    assert Merge("Moran", "ada-moran", "correction", 1) in found.merges
    assert _problems(found) == [""]


@pytest.mark.parametrize("subject", ["moran", "Moran", "MORAN", "Moran's"])
@pytest.mark.parametrize("into", ["luz-moran", "Luz Moran", "luz moran"])
def test_actors_go_by_id_and_by_folded_name(subject, into):
    assert together(_correct(f"merge,{subject},{into}"), ONE)["luz-moran"] == ["Luz Moran", "Moran", "She"]


def test_the_object_keeps_name_type_and_id_however_rare_it_is():
    found = _correct("merge,ada-moran,moran")
    assert _actors(found)["moran"] == ("Moran", "official")  # one who holds an office anywhere holds one
    found = _correct("merge,ada-moran,lunar-rescue-committee")
    assert _actors(found)["lunar-rescue-committee"] == ("Lunar Rescue Committee", "organization")


def test_a_merged_actor_lends_role_and_country_where_the_object_has_none():
    corpus = [
        article(
            "c",
            "Ada Moran spoke. Rex Lund, envoy, left. Kenya paid. ",
            said("Ada Moran", "person"),
            said("Rex Lund", "official", role="GOV", country="SWE"),
            said("Kenya", "country"),
        )
    ]
    found = _correct("merge,rex-lund,ada-moran", corpus=corpus)
    assert [(a.actor_id, a.type, a.role, a.country) for a in found.actors] == [
        ("ada-moran", "official", "GOV", "SWE"),
        ("kenya", "country", "", "KEN"),
    ]
    (_, kenya) = _correct("merge,rex-lund,kenya", corpus=corpus).actors
    assert (kenya.type, kenya.role, kenya.country) == ("country", "", "KEN")


def test_a_merge_of_two_actors_of_one_name_leaves_its_row():
    jordan = article(
        "c", "Jordan Hale sang. Jordan left. ", said("Jordan", "person"), said("Jordan", "country")
    )
    corpus = [jordan]
    (person,) = (a.actor_id for a in resolve(corpus).actors if a.type == "person")
    found = _correct(f"merge,{person},jordan", corpus=corpus)
    assert found.merges == (Merge("Jordan", "jordan", "correction", 1),)


def test_merges_follow_each_other_in_either_direction_of_writing():
    down = _correct("merge,moran,luz-moran", "merge,luz-moran,ada-moran")
    up = _correct("merge,luz-moran,ada-moran", "merge,moran,luz-moran")
    assert (down.actors, down.links) == (up.actors, up.links)
    assert together(down, ONE)["ada-moran"] == ["Ada Moran", "Luz Moran", "Moran", "She"]


def test_of_a_circle_the_upper_row_counts():
    found = _correct("merge,moran,luz-moran", "merge,luz-moran,moran")
    assert "moran" not in _actors(found)
    assert _problems(found) == ["", ""]


def test_a_split_takes_the_alias_and_what_refers_to_it_and_nothing_else():
    found = _correct("split,ada-moran,Moran")
    assert together(found, TWO) == {
        "ada-moran": ["Ada Moran"],
        "moran-from-ada-moran": ["Moran", "She", "The envoy"],
    }
    assert _actors(found)["moran-from-ada-moran"] == ("Moran", "person")
    assert _actors(found)["ada-moran"] == ("Ada Moran", "official")
    assert Merge("Moran", "moran-from-ada-moran", "correction", 1) in found.merges


def test_what_was_split_off_can_be_merged_by_alias_or_id():
    for name in ("moran-from-ada-moran", "Moran"):
        corpus = [TWO, article("c", "Luz Moran came. ", said("Luz Moran", "person"))]
        found = _correct("split,ada-moran,Moran", f"merge,{name},luz-moran", corpus=corpus)
        assert together(found, TWO) == {
            "ada-moran": ["Ada Moran"],
            "luz-moran": ["Moran", "She", "The envoy"],
        }


def test_an_actor_that_loses_its_name_takes_another_of_its_own():
    found = _correct("split,ada-moran,Ada Moran", corpus=[TWO])
    assert together(found, TWO)["ada-moran"] == ["Moran", "She", "The envoy"]
    assert _actors(found)["ada-moran"][0] == "Moran"
    assert _actors(found)["ada-moran-from-ada-moran"] == ("Ada Moran", "official")


def test_an_actor_cannot_lose_its_only_name():
    found = _correct("split,jordan,Jordan", "split,jordan,Petra")
    assert _problems(found) == ['jordan is called nothing but "Jordan"', 'jordan has no alias "Petra"']
    assert replace(found, corrections=()) == BEFORE


def test_a_renamed_actor_keeps_its_id_and_its_old_name_as_alias():
    found = _correct("rename,Ada Moran,Ada Moran-Lee")
    (actor,) = (a for a in found.actors if a.actor_id == "ada-moran")
    assert actor.name == "Ada Moran-Lee"
    assert actor.aliases == ("Ada Moran", "Moran")
    assert found.links == BEFORE.links


@pytest.mark.parametrize(("name", "role"), [("Jurong High Court", "JUD"), ("Jurong Trust", "")])
def test_a_new_name_leaves_the_role(name, role):
    corpus = [article("a", f"{name} met. ", said(name, "organization"))]
    (before,) = resolve(corpus).actors
    assert before.role == role
    for new in ("Lunar Trust", "Lunar High Court"):
        (after,) = _correct(f"rename,{name},{new}", corpus=corpus).actors
        assert (after.name, after.role) == (new, role)


def test_of_two_renames_the_lower_wins_and_both_names_lead_to_the_actor():
    found = _correct("rename,ada-moran,Ada Lee", "rename,Ada Lee,Ada Moss", "retype,Ada Lee,group")
    assert _actors(found)["ada-moran"] == ("Ada Moss", "group")


def test_a_rename_above_a_merge_is_lost_with_the_subject_and_below_it_counts():
    assert _actors(_correct("rename,moran,M.", "merge,moran,ada-moran"))["ada-moran"][0] == "Ada Moran"
    assert _actors(_correct("merge,moran,ada-moran", "rename,moran,M."))["ada-moran"][0] == "M."


def test_a_retyped_actor_keeps_everything_else():
    found = _correct("retype,lunar-rescue-committee,group")
    changed = [a for a in found.actors if a not in BEFORE.actors]
    assert [(a.actor_id, a.type) for a in changed] == [("lunar-rescue-committee", "group")]


def test_an_ignored_actor_is_gone_with_its_mentions():
    found = _correct("ignore,Ada Moran")
    assert "ada-moran" not in _actors(found)
    assert together(found, TWO) == {"": ["Ada Moran", "Moran", "She", "The envoy"]}
    assert found.merges[0] == Merge("Ada Moran", "", "correction", 5)


def test_nothing_can_be_done_to_an_ignored_actor():
    found = _correct("ignore,jordan", "rename,jordan,Petra", "merge,moran,jordan", "ignore,Jordan")
    assert _problems(found) == ["", *['"jordan" is ignored by a row above'] * 2, ""]


def test_ignoring_one_of_two_namesakes_leaves_the_name_to_the_other():
    corpus = [article("c", "Jordan sang. Jordan left. ", said("Jordan", "person"), said("Jordan", "country"))]
    (person,) = (a.actor_id for a in resolve(corpus).actors if a.type == "person")
    found = _correct("rename,Jordan,X", f"ignore,{person}", "rename,Jordan,Kingdom", corpus=corpus)
    assert _problems(found) == [
        f'"Jordan" may be {", ".join(sorted(["jordan", person]))}: write the id',
        "",
        "",
    ]
    assert _actors(found) == {"jordan": ("Kingdom", "country")}


def test_a_row_that_fits_nothing_is_told_with_its_place_and_the_rest_is_done():
    found = _correct("merge,nobody,ada-moran", "rename,moran,M.")
    first, second = found.corrections
    assert (first.path, first.line, first.problem) == ("c.csv", 2, 'no actor is called "nobody"')
    assert second.problem == ""
    assert _actors(found)["moran"][0] == "M."


def test_a_row_that_stands_twice_counts_at_its_last_place():
    found = _correct("rename,moran,A", "rename,moran,B", "rename,moran,A")
    assert _actors(found)["moran"][0] == "A"
    assert [row.line for row in found.corrections] == [3, 4]


def test_rows_about_relations_are_passed_on():
    found = _correct("drop,0123456789ab")
    assert [(row.action, row.problem) for row in found.corrections] == [("drop", "")]
    assert replace(found, corrections=()) == BEFORE


def test_no_id_of_another_actor_changes():
    corpus = [article("c", "Jordan sang. Jordan left. ", said("Jordan", "person"), said("Jordan", "country"))]
    before = {a.actor_id for a in resolve(corpus).actors}
    assert {a.actor_id for a in _correct("ignore,jordan", corpus=corpus).actors} == before - {"jordan"}
    assert {a.actor_id for a in _correct("rename,jordan,Petra", corpus=corpus).actors} == before


def test_country_and_role_are_set_and_taken_away():
    corpus = [
        article(
            "c",
            "Rex Lund, minister, left. Kenya paid. ",
            said("Rex Lund", "official", role="GOV", country="SWE", title="minister"),
            said("Kenya", "country"),
        )
    ]
    (_, rex) = _correct("country,rex-lund,NOR", "role,Rex Lund,MIL", corpus=corpus).actors
    assert (rex.country, rex.role) == ("NOR", "MIL")
    (_, rex) = _correct("country,rex-lund,none", "role,Rex Lund,none", corpus=corpus).actors
    assert (rex.country, rex.role) == ("", "")
    (kenya, _) = _correct("role,kenya,GOV", corpus=corpus).actors
    assert (kenya.country, kenya.role) == ("KEN", "GOV")
    (kenya,) = _correct("role,kenya,none", "merge,rex-lund,kenya", corpus=corpus).actors
    assert kenya.role == ""  # that there is none was said


def test_a_single_mention_goes_to_another_actor_with_what_refers_to_it():
    where = ONE.mentions[2].mention_id
    found = _correct(f"relink,{where},luz-moran")
    assert together(found, ONE)["luz-moran"] == ["Luz Moran", "Moran", "She"]
    assert "moran" not in _actors(found)  # it had no other
    assert Merge("Moran", "luz-moran", "correction", 1) in found.merges
    assert together(found, TWO) == together(BEFORE, TWO)
    assert _problems(found) == [""]


def test_a_relinked_mention_leaves_both_actors_what_they_were():
    first = TWO.mentions[0].mention_id  # the only one that says she is an envoy
    found = _correct(f"relink,{first},jordan")
    assert _actors(found) == _actors(BEFORE)
    assert together(found, TWO) == {"ada-moran": ["Moran", "She", "The envoy"], "jordan": ["Ada Moran"]}


def test_a_mention_may_be_of_nobody_and_come_back():
    where = ONE.mentions[4].mention_id
    gone = _correct(f"relink,{where},none")
    assert "lunar-rescue-committee" not in _actors(gone)
    assert gone.links[where] == ""
    back = _correct(f"relink,{where},none", f"relink,{where},lunar-rescue-committee")
    assert back.links == BEFORE.links


def test_what_cannot_be_relinked_is_told():
    found = _correct("relink,a:1-2,jordan", f"relink,{ONE.mentions[0].mention_id},nobody")
    assert _problems(found) == ['no mention has the id "a:1-2"', 'no actor is called "nobody"']
    assert (found.actors, found.links) == (BEFORE.actors, BEFORE.links)


def test_different_actors_stay_apart_and_are_not_merged_below():
    found = _correct("different,moran,ada-moran", "merge,Moran,Ada Moran", "merge,luz-moran,moran")
    assert _problems(found) == ["", '"Moran" and "Ada Moran" are different by a row above', ""]
    found = _correct("different,moran,ada-moran", "merge,moran,luz-moran", "merge,luz-moran,ada-moran")
    assert _problems(found)[2] == '"luz-moran" and "ada-moran" are different by a row above'
    found = _correct("merge,moran,ada-moran", "different,moran,ada-moran")
    assert _problems(found) == ["", 'a row above merges "moran" with "ada-moran"']


@pytest.mark.parametrize("rows", [("moran", "ada-moran"), ("Ada Moran", "Moran")])
def test_of_another_corpus_those_who_are_different_are_parted(rows):
    """There the surname alone means but one."""
    found = _correct(f"different,{','.join(rows)}", corpus=[TWO])
    assert together(resolve([TWO]), TWO) == {"ada-moran": ["Ada Moran", "Moran", "She", "The envoy"]}
    assert together(found, TWO) == {
        "ada-moran": ["Ada Moran"],
        "moran-from-ada-moran": ["Moran", "She", "The envoy"],
    }
    assert _problems(found) == [""]


def test_different_says_where_it_cannot_part():
    assert _problems(_correct("different,jordan,Jordan")) == ['jordan is called nothing but "Jordan"']


def test_the_ends_of_what_is_added_are_those_that_all_rows_leave():
    rows = ["add,moran,jordan", "merge,moran,luz-moran", "add,jordan,Jordan", "add,nobody,jordan"]
    given = [replace(row, relation="visit", evidence="a:0") for row in _rows(*rows)]
    found = resolve([ONE, TWO], corrections=given)
    assert found.added == {0: ("luz-moran", "jordan")}
    assert _problems(found) == [
        "",
        "",
        '"jordan" and "Jordan" are one actor',
        'no actor is called "nobody"',
    ]
    gone = resolve([ONE, TWO], corrections=[*given[:1], *_rows("ignore,jordan")])
    assert gone.added == {0: ("moran", "")}


NAMES = st.sampled_from(
    [*PEOPLE, *BODIES, *PLACES, "the rebels", "Syrian rebels", "ada-moran", "moran", "us", "M."]
)
MENTIONS = st.builds("d{}:{}-{}".format, st.integers(0, 2), st.integers(0, 20), st.integers(3, 40))
ROWS = st.lists(
    st.one_of(
        st.builds(Correction, st.sampled_from(["merge", "split", "rename"]), NAMES, NAMES),
        st.builds(Correction, st.just("retype"), NAMES, st.sampled_from(["group", "person"])),
        st.builds(Correction, st.just("ignore"), NAMES),
        st.builds(Correction, st.just("different"), NAMES, NAMES),
        st.builds(Correction, st.just("country"), NAMES, st.sampled_from(["KEN", "none"])),
        st.builds(Correction, st.just("relink"), MENTIONS, NAMES),
    ),
    max_size=6,
)


@given(ARTICLES, ROWS, st.randoms())
@settings(deadline=None)
def test_the_order_of_documents_never_matters(corpus, rows, random):
    shuffled = random.sample(corpus, len(corpus))
    assert resolve(shuffled, corrections=rows) == resolve(corpus, corrections=rows)


@given(ARTICLES, ROWS)
@settings(deadline=None)
def test_applying_a_file_twice_is_applying_it_once(corpus, rows):
    assert resolve(corpus, corrections=rows + rows) == resolve(corpus, corrections=rows)


@given(ARTICLES, ROWS)
@settings(deadline=None)
def test_every_mention_has_an_actor_that_exists_or_was_ignored(corpus, rows):
    before, found = resolve(corpus), resolve(corpus, corrections=rows)
    ids = [actor.actor_id for actor in found.actors]
    assert len(set(ids)) == len(ids)
    assert found.links.keys() == before.links.keys()
    assert set(found.links.values()) - {""} == set(ids)
    assert all(actor.name for actor in found.actors)
    nobody = {m for m, actor_id in before.links.items() if not actor_id}
    gone = {m for m, actor_id in found.links.items() if not actor_id} - nobody
    assert len(gone) == sum(m.count for m in found.merges if not m.actor_id)
    assert set(ids) <= {a.actor_id for a in before.actors} | {i for i in ids if "-from-" in i}


@given(ARTICLES, ROWS)
@settings(deadline=None)
def test_rows_that_have_no_effect_change_nothing(corpus, rows):
    found = resolve(corpus, corrections=rows)
    effective = [replace(row, problem="") for row in found.corrections if not row.problem]
    again = resolve(corpus, corrections=effective)
    assert (again.actors, again.links, again.merges) == (found.actors, found.links, found.merges)
