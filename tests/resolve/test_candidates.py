"""Whatever a comparison of every name with every other finds, the blocks find, and with few comparisons."""

import random
from collections import defaultdict
from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.lexicons.en.person_nouns import RULERS
from graphbuild.names import compatible, person
from graphbuild.records import Document, Extraction, Mention
from graphbuild.resolve import resolve
from graphbuild.resolve.candidates import Bodies, Candidates
from graphbuild.resolve.persons.spelling import sounds

# modules that have the name of their function
bodies, people, references = (
    import_module(f"graphbuild.resolve.{name}") for name in ("bodies", "persons.people", "references")
)

WORDS = """
    John Jon Jane Robert Bob Bill William Kim Lee Park Minjoon J W A Ali Hassan Salameh bin al- van der
    Mohammed Mohamed George Bush Ivanov Ivanoff Elizabeth Liz
""".split()
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from(["", " Jr.", " III"]).map(" ".join(words).__add__)
)
TITLES = ["", "", "Mr.", "Mrs.", "President", "Senator", "poet", "actress"]
WORDS_OF_BODIES = (
    "Togolese Kenyan Foreign Ministry of Interior Army Bank Group Acme Mining Union Front Movement".split()
)
NOUNS = "rebels villagers armed local president senator army Kenyan men police ministry niece".split()
AFTER = [" spoke. ", " (SDF) met. ", ", better known as ", " of 2001. ", " of the president. "]


class Everybody(Candidates):
    """What is compared with every name that was added."""

    def __init__(self, pairs=()):
        self.pairs = []
        for name, meant in pairs:
            self.add(name, meant)

    def add(self, name, meant):
        self.pairs.append((name, meant))

    def near(self, name):
        return iter(self.pairs)

    def having(self, word):
        return [(name, meant) for name, meant in self.pairs if word in person(name).words]

    def sounding(self, surname):
        return self.pairs


def article(rng, number, sentences):
    """A document of names, nominals and pronouns at random, with antecedents that may go in circles."""
    mentions, parts, at = [], [], 0
    for sentence in range(sentences):
        fields = {"kind": "name", "country": rng.choice(["", "", "KEN"])}
        sort = rng.choice("ppppbbbnnrc")
        if sort == "p":
            words = [rng.choice(WORDS) for _ in range(rng.choice([1, 1, 2, 2, 2, 3, 4]))]
            text = " ".join(words) + rng.choice(["", "", " Jr."])
            fields |= {"label": "PERSON", "type": "person", "title": rng.choice(TITLES)}
        elif sort == "b":
            text = " ".join(rng.choice(WORDS_OF_BODIES) for _ in range(rng.choice([1, 1, 2, 3, 4])))
            fields |= {"label": "ORG", "type": rng.choice(["organization", "group"])}
        elif sort == "r":
            text = rng.choice(["he", "she", "his", "her", "they"])
            fields |= {"label": "pronoun", "kind": "pronoun", "country": ""}
        elif sort == "c":
            text = "Kenya"
            fields |= {"label": "GPE", "type": "country", "country": "KEN"}
        else:
            text = " ".join(["the", *(rng.choice(NOUNS) for _ in range(rng.choice([1, 1, 2])))])
            fields |= {"label": "group", "type": rng.choice(["group", "official"]), "kind": "nominal"}
        name = f"d{number}:{at}-{at + len(text)}"
        mentions.append(Mention(name, f"d{number}", sentence, at, at + len(text), text, name=text, **fields))
        parts.append(text + rng.choice(AFTER))
        at += len(parts[-1])
    for place, mention in enumerate(mentions):
        if mention.kind != "name" and rng.random() < 0.6:
            mentions[place] = replace(mention, antecedent=rng.choice(mentions).mention_id)
    text = "".join(parts)
    return Extraction(Document(f"d{number}", text), ((0, len(text)),) * sentences, tuple(mentions), ())


@given(st.lists(NAMES, max_size=12), NAMES)
@settings(deadline=None, max_examples=400)
def test_every_name_that_is_compatible_or_sounds_alike_is_near(names, asked):
    known = Candidates((name, name) for name in names)
    near = {name for name, _ in known.near(asked)}
    assert near >= {name for name in names if compatible(asked, name)}
    surnames = {name: person(name).surname for name in names}
    word = person(asked).words[0]
    assert {n for n, _ in known.sounding(word)} >= {n for n in names if sounds(word, surnames[n])}
    assert {n for n, _ in known.having(word)} == {n for n in names if word in person(n).words}


@pytest.mark.parametrize("seed", range(60))
def test_people_are_those_of_comparing_every_name_with_every_other(seed, monkeypatch):
    rng = random.Random(seed)
    articles = [article(rng, number, rng.randint(1, 40)) for number in range(rng.randint(1, 4))]
    found = resolve(articles)
    monkeypatch.setattr(people, "Candidates", Everybody)
    monkeypatch.setattr(people, "_short", _short)
    assert resolve(articles) == found


def _short(mention, key, named, by_surname, told):
    """A short name with every full name of the document, for each mention anew."""
    office = people.fold(mention.title).split()[-1:]
    heads = [(n, h) for n, h in named.heads.items() if named.kin[h].isdisjoint(office)]
    forms = (
        ("surname", {head for name, head in heads if compatible(key, name) or compatible(key, head)}),
        ("part of name", {head for name, head in heads if key in person(name).words}),
        ("spelling", {head for name, head in heads if sounds(key, person(name).surname)}),
    )
    for rule, found in forms[: 3 if len(key) >= 3 else 1]:
        if rule == "part of name" and not RULERS.isdisjoint(office):
            found = {h for h in found if not named.offices.get(h) or named.offices[h] & RULERS}
        if fitting := _narrowed(mention, key, named, found, told):
            led = people._leader_called(mention, key) if mention.title else None
            if led and all(
                h != led and named.offices.get(h, set()).isdisjoint(office or [""]) for h in fitting
            ):
                return led, "known leader"
            return (min(fitting), rule) if len(fitting) == 1 else (key, "same name")
    surname = person(key).surname
    of_corpus = set(by_surname.get(surname, ()))
    head = of_corpus.pop() if len(of_corpus) == 1 else None
    if head and named.kin.get(head, set()).isdisjoint(office) and people._may_follow(mention, key, head):
        return head, "surname unique in corpus"
    if surname not in by_surname and (head := people._leader_called(mention, key)):
        return head, "known leader"
    return key, "same name"


def _narrowed(mention, key, named, fitting, told):
    gender = (mention.title and people.gender_of(f"{mention.title} {key}")) or told
    office = people.fold(mention.title).rpartition(" ")[2]
    fitting = {head for head in fitting if not gender or named.genders.get(head, gender) == gender}
    for left in (
        {head for head in fitting if not person(head).suffix},
        {head for head in fitting if office in named.offices.get(head, ())},
        {head for head in fitting if gender and named.genders.get(head) == gender},
        {head for head in fitting if named.first[head] < mention.start},
        {*filter(None, [people._foremost(fitting, named)])} if fitting else set(),
    ):
        if len(fitting) > 1 and len(left) == 1:
            return left
    return fitting


OF_BODIES = st.sampled_from("acme mining union front group bank of".split())
PLAIN = st.lists(OF_BODIES, min_size=1, max_size=4).map(" ".join)


@given(st.lists(PLAIN, max_size=12), PLAIN)
@settings(deadline=None)
def test_bodies_are_found_by_what_a_name_has_of_theirs(names, plain):
    known, full = Bodies(), {}
    for number, name in enumerate(names):
        known.add(name, bodies._bare(name), ("body", str(number)))
        full.setdefault(name, ("body", str(number)))
    assert known.names == full
    _same(known.ends, plain, {k for n, k in full.items() if n.endswith(f" {plain}")})
    _same(known.bare, plain, {k for n, k in full.items() if bodies._bare(n) == plain != n})
    if " " not in plain:
        _same(known.begins, plain, {k for n, k in full.items() if n.startswith(f"{plain} ")})


def _same(found, plain, keys):
    assert found.get(plain, set()) <= keys
    assert len(found.get(plain, set())) == min(len(keys), 2)


@pytest.mark.parametrize("seed", range(60))
def test_bodies_are_those_of_comparing_every_name_with_every_other(seed, monkeypatch):
    rng = random.Random(seed)
    articles = [article(rng, number, rng.randint(1, 40)) for number in range(rng.randint(1, 4))]
    found = resolve(articles)
    indexed = bodies._shortened

    def compared(mention, plain, article, full):
        """The indexes anew, of those names alone that a comparison with each finds."""
        few, ends = Bodies(full.names), bodies.institution(plain)
        for name, key in full.names.items():
            if (name.endswith(f" {plain}") and ends) or bodies._bare(name) == plain != name:
                few.bare[plain].add(key)
            if name.startswith(f"{plain} "):
                few.begins[plain].add(key)
        return indexed(mention, plain, article, few)

    monkeypatch.setattr(bodies, "_shortened", compared)
    assert resolve(articles) == found


@pytest.mark.parametrize("seed", range(60))
def test_nominals_follow_as_if_each_chain_were_walked_alone(seed, monkeypatch):
    rng = random.Random(seed)
    one = article(rng, 0, rng.randint(1, 60))
    named = {
        m.mention_id: references.Link(("body", m.name), "same name") for m in one.mentions if m.kind == "name"
    }
    found = references.references([one], named)
    monkeypatch.setattr(references, "_followed", _followed)
    monkeypatch.setattr(references, "_own_actors", _own_actors)
    assert references.references([one], named) == found


def _followed(mention, mentions, named, own, _):
    seen, last = set(), mention
    while last.antecedent in mentions and last.mention_id not in named:
        if last.mention_id in seen:
            return own.get(mention.mention_id, references._NOBODY)
        seen.add(last.mention_id)
        last = mentions[last.antecedent]
    end = named.get(last.mention_id) or own.get(last.mention_id)
    if end is None:
        return references._NOBODY
    return end if last is mention else references.Link(end.key, "refers back")


def _own_actors(nominals, named, mentions, at_home):
    keys = {
        m.mention_id: at_home[m.mention_id].key if m.mention_id in at_home else references._own_key(m)
        for m in nominals
    }
    longer = defaultdict(dict)
    for mention in mentions.values():
        key = keys.get(mention.mention_id)
        if mention.antecedent in mentions and mention.kind == "nominal":
            key = None
        elif mention.mention_id in named and named[mention.mention_id].key[0] in ("body", "of"):
            key = named[mention.mention_id].key
        words = references._INSIDE.split(references.phrase(mention), maxsplit=1)[0].split()
        if key is not None and len(words) > 1 - (key[0] == "of"):
            first = longer[words[-1]].setdefault(key, mention.start)
            longer[words[-1]][key] = min(first, mention.start)
    links = {}
    for mention in nominals:
        key, words = keys[mention.mention_id], references.phrase(mention).split()
        home_of = at_home.get(mention.mention_id)
        links[mention.mention_id] = home_of or references.Link(key, "same phrase")
        the = mention.text.split()[0].lower() in ("the", "these") and key[0] == "in"
        if len(words) == 1 and (home_of or the):
            before = [k for k, start in longer[words[-1]].items() if start < mention.start and k != key]
            if len(before) == 1:
                links[mention.mention_id] = references.Link(before[0], "short form")
    return links


def test_comparisons_grow_no_faster_than_the_names_of_a_document(monkeypatch):
    def compared(number):
        rng, times = random.Random(1), [0]

        def counted(one, other):
            times[0] += 1
            return compatible(one, other)

        monkeypatch.setattr(people, "compatible", counted)
        syllables = "ka ve ron dal mi sto lin bar che nu gor tes".split()
        full = [
            "".join(rng.choices(syllables, k=3)) + " " + "".join(rng.choices(syllables, k=3))
            for _ in range(number)
        ]
        names = [name for one in full for name in (one, one.split()[1])]
        text = "".join(f"{name} spoke. " for name in names)
        mentions, at = [], 0
        for place, name in enumerate(names):
            where = f"d:{at}-{at + len(name)}", "d", place, at, at + len(name)
            mentions.append(Mention(*where, name, "PERSON", "name", name=name, type="person"))
            at += len(name) + len(" spoke. ")
        resolve([Extraction(Document("d", text), ((0, len(text)),) * len(names), tuple(mentions), ())])
        return times[0]

    assert compared(800) < 5 * compared(200)
