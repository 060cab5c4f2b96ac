"""Determiners, negators, particles, conjunctions, auxiliaries and clitics, as they are written."""

from __future__ import annotations

# Determiners and quantifiers
DEFINITE = frozenset("the this that these those".split())
DEFINITE_PLURAL = frozenset("the these those".split())
DETERMINERS = frozenset("the a an this that these those some any no each every".split())
PARTITIVE_HEADS = frozenset("one some many most several two three number".split())
"""Lemmas that pick some out of several: "*one* of"."""
APPROXIMATING = frozenset(
    "more than least at about nearly almost over some around up to as many fewer".split()
)
"""Before a number: "*at least* ten"."""
NOT_EXHAUSTIVE = frozenset("only just merely simply all every everyone everybody many much least".split())
"""After "not", which then denies not the phrase but that it is all."""
FOCUS = frozenset("only just merely simply".split())
FOCUS_ADVERBS = frozenset(
    "especially particularly notably primarily mainly mostly chiefly largely principally".split()
)
SENTENCE_ADVERBS = frozenset("also still now then even only again already reportedly allegedly".split())
POSTPOSED = frozenset({"general"})
"""Adjectives after the noun that they belong to: "attorney *general*"."""
SEQUENCE = frozenset("first second third last latest only next final".split())
"""Before a noun with an infinitive, these say that it was done: "the *first* to"."""
NOT_TELLING = frozenset({"same"})
"""Adjectives that add nothing to a definite description."""

DEFINITE_ARTICLE = "the"
NEVER_LAST = frozenset("the a an every of and or nor with from its their".split())
"""No sentence and no headline ends after these."""
OTHER = "other"
BOTH = "both"
TWO = "two"
LIST_LINKS = frozenset({",", "and"})

# Negation and contrast
NEGATION = "not"
CORRECTIVE = "but"
"""After a negation: "not Chad *but* Togo"."""
NOTHING = "nothing"
INFINITIVE_MARK = "to"
CLAUSE_NEGATORS = frozenset("not n't n’t never no neither nor hardly barely scarcely without".split())
PREDICATE_NEGATORS = frozenset("not n't n’t never no hardly".split())
NEGATIVE_QUANTIFIERS = frozenset("no neither none nobody nothing".split())
FORGOING = frozenset({("rather", "than"), ("instead", "of"), ("short", "of")})
"""Pairs of words before what was not done."""
CONTRASTING = frozenset({"not", "but", *(first for first, _ in FORGOING)})
OPEN_QUESTION = frozenset("or if why".split())
"""Before a "not" that denies nothing: "*whether or* not"."""
SIMULTANEOUS_GERUND: tuple[list[str], ...] = ([], ["by"], ["while"])
"""What may open a gerund clause that shares the time of its verb."""

# Prefixes and attributes
OPPOSING_PREFIXES = frozenset({"anti", "counter"})
STANCE_PREFIXES = {"anti": "reject", "counter": "reject", "pro": "support"}
"""With the class of relation that the compound states."""
COMPOUND_TAILS = frozenset(
    "era style like led made run owned based loyal born aged free friendly only".split()
)
"""After a name and a hyphen, these make it an adjective: "a Roe-*era* law"."""
FORMER = frozenset("former ex late then elect".split())
"""Whoever is called so does not hold the office now."""
LIMITING = FORMER | frozenset("acting interim deputy vice assistant caretaker outgoing incoming".split())
"""What these limit is not quite the office, so they are part of a title: "*acting* president"."""
TITLE_LEADS = frozenset({"of", "-"})
"""Not the first word of a title."""
TITLE_LINKS = frozenset({"'s", "’s", "-", "of"})
NAME_LEAD = frozenset("the a an of in".split())
"""Not the first word of a name."""
NAME_TRAIL = frozenset("of the and for".split())
"""Not the last."""
FOREIGN_PARTICLES = frozenset("de van den der von la las los del della di da dos al el le du bin ibn".split())
"""Function words of other languages that also stand in names."""
NAME_PARTICLES = frozenset("de of the al el van der -".split())
"""Inside a name in small letters."""
DOMAIN_LINKS = frozenset("for of to the and against counter".split())
"""Inside the field of an office: "minister for trade *and* industry"."""
BEFORE_ACCOUNT = frozenset("( [ , : on at via handle account".split())
"""Before a name on a network: "on Twitter @…"."""

# Clitics and auxiliaries, by form
POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
AUXILIARY_LEMMA = {
    **dict.fromkeys("am are is was were been being be 're ’re 'm ’m".split(), "be"),
    **dict.fromkeys("has had have having 've ’ve".split(), "have"),
    **dict.fromkeys("does did do doing done".split(), "do"),
    **dict.fromkeys("will wo 'll ’ll".split(), "will"),
    **dict.fromkeys("ca can".split(), "can"),
    **dict.fromkeys("n't n’t".split(), "not"),
}
PERFECT = frozenset("has have had having 've ’ve".split())
PAST_AUXILIARIES = frozenset("was were did".split())
FUTURE = frozenset("will 'll ’ll".split())
NON_PAST = FUTURE | frozenset(
    "wo shall can could may might must should would am are is 's ’s 're ’re".split()
)
SUBJUNCTIVE = "were"
"""Before a subject with an infinitive: "*were* Kenya to attack"."""
OBLIGATION = frozenset("must should shall ought".split())
"""Lemmas."""
PERFECT_OR_PROGRESSIVE = frozenset("have be".split())
"""Lemmas."""
