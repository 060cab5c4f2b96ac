"""English: the words that the rules of extraction go by.

The rules import these modules by name, so this is the one language that they know; what a second would take
says CONTRIBUTING.md.
Each set stands once and is named by what its words have in common, not by the rule that asks for it. Words
are lemmas in lower case unless a comment says forms. What a relation class's verbs and nouns *mean* is in
``verbs.csv``; here is how words behave: what they govern, what they mark, what they count or name.

=================  ================================================================================
prepositions       which part of an event a preposition marks
function_words     determiners, negators, particles, conjunctions, auxiliaries, clitics
pronouns           personal and relative pronouns
punctuation        hyphens, quotation marks, and what surrounds a name
calendar           months, days, counts, and the form of an expression of time
complement_verbs   verbs by their complements: control, phase, wish, order, implication
speech_verbs       verbs of calling, judging, owning up
action_verbs       verbs of office, membership, holding and taking, support verbs
person_nouns       nouns for persons: offices, ranks, kin, allies
body_nouns         nouns for bodies, collectives, units
event_nouns        nouns for events and what is said: contests, pacts, claims
thing_nouns        quantities, means of war, vessels, places, documents
=================  ================================================================================
"""

from __future__ import annotations
