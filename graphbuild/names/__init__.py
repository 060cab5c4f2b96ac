"""Rules for names as plain strings: folding, titles, acronyms, countries, the parts of persons' names.

Nothing here needs a parse. All functions are pure and cheap enough to call for every mention.
"""

from graphbuild.lexicons import fold
from graphbuild.names.acronyms import abbreviated, acronyms, initials
from graphbuild.names.nations import country_of
from graphbuild.names.nearness import meant, town
from graphbuild.names.persons import Person, compatible, person, strip_honours
from graphbuild.names.places import unswapped
from graphbuild.names.titles import gender_of, strip_article, strip_title

__all__ = [
    "Person",
    "abbreviated",
    "acronyms",
    "compatible",
    "country_of",
    "fold",
    "gender_of",
    "initials",
    "meant",
    "person",
    "strip_article",
    "strip_honours",
    "strip_title",
    "town",
    "unswapped",
]
