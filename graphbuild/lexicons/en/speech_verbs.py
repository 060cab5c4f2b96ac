"""Verbs of saying, calling and judging. Which verbs report speech, and how, is in ``speech.csv``."""

from __future__ import annotations

REPORTING = frozenset("say tell".split())
"""The plainest, which leave what is said as it is."""
NAMING = frozenset("call name dub know style".split())
"""Before the name of what they describe: "a group *calling* itself"."""
SO_CALLING = frozenset(
    "call describe view see regard label term deem consider characterize characterise brand dub say".split()
)
"""After "what", for a thing under another's word for it: "what he *called* an attack"."""
EVALUATING = frozenset(
    """
    call label brand dub describe denounce dismiss regard consider deem view see portray depict paint hail
    characterize characterise condemn blast praise decry slam find judge declare
    """.split()
)
"""With an object and a predicate of it that is good or bad."""
CHARGING = frozenset("accuse convict suspect acquit clear absolve".split())
"""The charge follows after "of"."""
ACQUITTING = frozenset("acquit clear absolve exonerate".split())
"""With the charge after "of", which is not so."""
OWNING_UP = frozenset("deny admit acknowledge confess".split())
"""Their gerund is a deed that the subject is said to have done."""
DENYING = frozenset({"deny"})
"""What they govern is denied, not refused: who denies helping rebels refuses them nothing."""
ANIMATE_OBJECT = frozenset(
    "accuse admonish advise allege appease ask assure berate blame chide condemn congratulate criticise "
    "criticize dare defy denounce dissuade embarrass fault implore inform lambast lobby notify persuade "
    "placate pressure press reassure rebuke remind reprimand request sanction scold sue tell thank urge "
    "warn".split()
)
"""Their object must be able to answer, so that a capital there is its government."""
OF_TONGUES = frozenset("speak learn teach study read write translate understand know publish".split())
"""What they are done to, or in, is a language if it is called like a people: "*speak* French"."""
ADDRESSES = frozenset("remark speech address statement testimony lecture sermon message letter".split())
"""Nouns for words of one person: "*remarks* by"."""
DELIVERING = frozenset("deliver give make present read issue".split())
"""What one does with an address: "*delivered* the following remarks"."""
THANKING = frozenset({"thank", "thanks"})
YIELDING = frozenset("proceed go begin continue start".split())
"""What one asks of whom one lets speak: "please *proceed*"."""
INTERVIEW = frozenset("interview interviewer interviewee q&a".split())
"""Lemmas in the lead of a text of questions and answers."""
