from dataclasses import replace

from graphbuild.resolve import resolve
from resolve.articles import article, nominal, pronoun, said, together


def test_rebels_of_a_country_are_one_actor_in_all_documents():
    one = article(
        "a", "Syrian rebels fled.", nominal("Syrian rebels", name="rebels", country="SYR", role="REB")
    )
    two = article("b", "The Syrian rebels won.", nominal("The Syrian rebels", name="rebels", country="SYR"))
    found = resolve([one, two])
    assert together(found, one, two) == {"syrian-rebels": ["Syrian rebels", "The Syrian rebels"]}
    assert (found.actors[0].role, found.actors[0].country) == ("REB", "SYR")


def test_bare_rebels_of_two_documents_are_not_known_to_be_the_same():
    one = article("a", "The rebels fled. Rebels hid.", nominal("The rebels"), nominal("Rebels"))
    two = article("b", "The rebels won.", nominal("The rebels"))
    found = resolve([one, two])
    assert sorted(map(len, together(found, one, two).values())) == [1, 2]
    assert all(actor.actor_id.startswith("rebels-") for actor in found.actors)


def test_one_official_of_a_country_is_not_all_of_them():
    corpus = [
        article(
            d,
            "A Chilean official spoke.",
            nominal("A Chilean official", "official", name="official", country="CHL"),
        )
        for d in "ab"
    ]
    assert len(resolve(corpus).actors) == 2


def test_a_definite_short_form_means_the_only_longer_one_before_it():
    doc = article(
        "a",
        "The naval coalition sailed. The coalition returned.",
        nominal("The naval coalition", name="naval coalition"),
        nominal("The coalition", name="coalition"),
    )
    found = resolve([doc])
    assert len(found.actors) == 1
    assert [merge.rule for merge in found.merges] == ["short form"]
    two = article(
        "b",
        "The naval coalition met the ruling coalition. The coalition returned.",
        nominal("The naval coalition", name="naval coalition"),
        nominal("the ruling coalition", name="ruling coalition"),
        nominal("The coalition", name="coalition"),
    )
    assert len(resolve([two]).actors) == 3


def test_an_office_means_the_only_person_who_holds_it():
    doc = article(
        "a",
        "Foreign Minister Ada Moran spoke. The minister left.",
        said("Ada Moran", "official", title="Foreign Minister"),
        nominal("The minister", "official", name="minister"),
    )
    assert together(resolve([doc]), doc) == {"ada-moran": ["Ada Moran", "The minister"]}


def test_nominals_and_pronouns_follow_the_chain_to_its_end():
    doc = article(
        "a",
        "Ada Moran spoke. The envoy said she left and her car broke.",
        said("Ada Moran", "person"),
        nominal("The envoy", "official", back=0),
        pronoun("she", back=1),
        pronoun("her", back=2),
    )
    found = resolve([doc])
    assert together(found, doc) == {"ada-moran": ["Ada Moran", "The envoy", "her", "she"]}
    assert [(m.alias, m.rule) for m in found.merges] == [("envoy", "refers back")]


def test_a_pronoun_may_come_before_its_name():
    doc = article("a", "When she left, Ada Moran wept.", pronoun("she", back=1), said("Ada Moran", "person"))
    assert together(resolve([doc]), doc) == {"ada-moran": ["Ada Moran", "she"]}


def test_a_cycle_of_pronouns_stands_for_nobody():
    doc = article(
        "a", "They saw them; he left.", pronoun("They", back=1), pronoun("them", back=0), pronoun("he")
    )
    assert together(resolve([doc]), doc) == {"": ["They", "he", "them"]}


def test_back_references_are_no_aliases():
    doc = article(
        "a",
        "Acme fell. The company sued. Acme lost.",
        said("Acme", "organization"),
        nominal("The company", "organization", back=0),
        said("Acme", "organization"),
    )
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.aliases) == ("Acme", ())


def test_a_government_called_after_its_head_is_the_country():
    doc = article(
        "a",
        "President Moran of Chad spoke. The Moran administration fell.",
        said("Moran", "official", label="PERSON", country="TCD", title="President"),
        nominal("The Moran administration", "organization", name="Moran administration", role="GOV"),
    )
    leader, whole = doc.mentions
    start = whole.start + len("The ")
    inner = replace(leader, mention_id=f"a:{start}-{start + 5}", start=start, end=start + 5, title="")
    links = resolve([replace(doc, mentions=(leader, inner, whole))]).links
    assert links[whole.mention_id] == "chad"
