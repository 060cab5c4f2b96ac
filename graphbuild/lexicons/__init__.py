"""Word lists: facts and words as CSV files that a user can read and extend, one loader for each.

Every loader reads its file once and returns plain dictionaries keyed by folded strings (`fold`).
"""

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.gazetteer.countries import Countries, countries
from graphbuild.lexicons.gazetteer.groups import Known, groups, local_groups
from graphbuild.lexicons.gazetteer.places import Place, places
from graphbuild.lexicons.roles import ROLES, RoleNoun, roles
from graphbuild.lexicons.titles import Title, given_names, titles

__all__ = [
    "ROLES",
    "Countries",
    "Known",
    "Place",
    "RoleNoun",
    "Title",
    "countries",
    "fold",
    "given_names",
    "groups",
    "local_groups",
    "places",
    "roles",
    "titles",
]
