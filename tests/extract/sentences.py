"""Sentences that several tests share, each a construction, as tables for `docs.parsed`."""

ACTIVE = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
attacked attack VERB  VBD | 0 root  |
Chad     chad   PROPN NNP | 2 obj   | 2 dobj | GPE
.        .      PUNCT .   | 2 punct |
"""

PASSIVE_BY = """
Chad     chad   PROPN NNP | 3 nsubj:pass | 3 nsubjpass | GPE
was      be     AUX   VBD | 3 aux:pass   | 3 auxpass |
attacked attack VERB  VBN | 0 root       |
by       by     ADP   IN  | 5 case       | 3 agent |
Kenya    kenya  PROPN NNP | 3 obl:agent  | 4 pobj | GPE
.        .      PUNCT .   | 3 punct      |
"""

PASSIVE_WITHOUT_AGENT = """
Chad     chad   PROPN NNP | 3 nsubj:pass | 3 nsubjpass | GPE
was      be     AUX   VBD | 3 aux:pass   | 3 auxpass |
attacked attack VERB  VBN | 0 root       |
near     near   ADP   IN  | 5 case       | 3 prep |
Lagos    lagos  PROPN NNP | 3 obl        | 4 pobj | LOC
.        .      PUNCT .   | 3 punct      |
"""

PREPOSITION = """
Kenya      kenya     PROPN NNP | 2 nsubj | | GPE
negotiated negotiate VERB  VBD | 0 root  |
with       with      ADP   IN  | 4 case  | 2 prep |
Chad       chad      PROPN NNP | 2 obl   | 3 pobj | GPE
.          .         PUNCT .   | 2 punct |
"""

PHRASAL = """
Kenya   kenya PROPN NNP | 2 nsubj        | | GPE
cracked crack VERB  VBD | 0 root         |
down    down  ADP   RP  | 2 compound:prt | 2 prt |
on      on    ADP   IN  | 5 case         | 2 prep |
rebels  rebel NOUN  NNS | 2 obl          | 4 pobj | group
.       .     PUNCT .   | 2 punct        |
"""

TWO_OBJECTS = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
gave  give  VERB  VBD | 0 root  |
Chad  chad  PROPN NNP | 2 iobj  | 2 dative | GPE
aid   aid   NOUN  NN  | 2 obj   | 2 dobj |
.     .     PUNCT .   | 2 punct |
"""

GIVEN_TO = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
gave  give  VERB  VBD | 0 root  |
aid   aid   NOUN  NN  | 2 obj   | 2 dobj |
to    to    ADP   IN  | 5 case  | 2 dative |
Chad  chad  PROPN NNP | 2 obl   | 4 pobj | GPE
.     .     PUNCT .   | 2 punct |
"""

LIGHT_VERB = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
held  hold  VERB  VBD | 0 root  |
talks talk  NOUN  NNS | 2 obj   | 2 dobj |
with  with  ADP   IN  | 5 case  | 3 prep |
Chad  chad  PROPN NNP | 3 nmod  | 4 pobj | GPE
.     .     PUNCT .   | 2 punct |
"""

TURNED_EVENT = """
Kenya     kenya    PROPN NNP | 2 nsubj | | GPE
lifted    lift     VERB  VBD | 0 root  |
sanctions sanction NOUN  NNS | 2 obj   | 2 dobj |
on        on       ADP   IN  | 5 case  | 3 prep |
Chad      chad     PROPN NNP | 3 nmod  | 4 pobj | GPE
.         .        PUNCT .   | 2 punct |
"""

EVENT_NOUN = """
The    the    DET   DT  | 3 det   |
Kenyan kenyan ADJ   JJ  | 3 amod  | | NORP
attack attack NOUN  NN  | 6 nsubj |
on     on     ADP   IN  | 5 case  | 3 prep |
Chad   chad   PROPN NNP | 3 nmod  | 4 pobj | GPE
failed fail   VERB  VBD | 0 root  |
.      .      PUNCT .   | 6 punct |
"""

EVENT_BETWEEN = """
Talks   talk    NOUN  NNS | 6 nsubj |
between between ADP   IN  | 3 case  | 1 prep |
Kenya   kenya   PROPN NNP | 1 nmod  | 2 pobj | GPE
and     and     CCONJ CC  | 5 cc    | 3 cc |
Chad    chad    PROPN NNP | 3 conj  | | GPE
failed  fail    VERB  VBD | 0 root  |
.       .       PUNCT .   | 6 punct |
"""

EVENT_POSSESSED = """
Kenya     kenya     PROPN NNP | 3 nmod:poss | 3 poss | GPE
's        's        PART  POS | 1 case      |
criticism criticism NOUN  NN  | 6 nsubj     |
of        of        ADP   IN  | 5 case      | 3 prep |
Chad      chad      PROPN NNP | 3 nmod      | 4 pobj | GPE
grew      grow      VERB  VBD | 0 root      |
.         .         PUNCT .   | 6 punct     |
"""

COORDINATED_ACTORS = """
Kenya    kenya  PROPN NNP | 6 nsubj | | GPE
,        ,      PUNCT ,   | 3 punct | 1 punct |
Mali     mali   PROPN NNP | 1 conj  | | GPE
and      and    CCONJ CC  | 5 cc    | 3 cc |
Togo     togo   PROPN NNP | 1 conj  | 3 conj | GPE
attacked attack VERB  VBD | 0 root  |
Chad     chad   PROPN NNP | 6 obj   | 6 dobj | GPE
and      and    CCONJ CC  | 9 cc    | 7 cc |
Niger    niger  PROPN NNP | 7 conj  | | GPE
.        .      PUNCT .   | 6 punct |
"""

COORDINATED_VERBS = """
Kenya     kenya   PROPN NNP | 2 nsubj | | GPE
condemned condemn VERB  VBD | 0 root  |
Mali      mali    PROPN NNP | 2 obj   | 2 dobj | GPE
and       and     CCONJ CC  | 5 cc    | 2 cc |
attacked  attack  VERB  VBD | 2 conj  |
Chad      chad    PROPN NNP | 5 obj   | 5 dobj | GPE
.         .       PUNCT .   | 2 punct |
"""

SHARED_OBJECT = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
arrested arrest VERB  VBD | 0 root  |
and      and    CCONJ CC  | 4 cc    | 2 cc |
jailed   jail   VERB  VBD | 2 conj  |
rebels   rebel  NOUN  NNS | 4 obj   | 4 dobj | group
.        .      PUNCT .   | 2 punct |
"""

RELATIVE_SUBJECT = """
Rebels   rebel  NOUN  NNS | 5 nsubj     | | group
who      who    PRON  WP  | 3 nsubj     |
attacked attack VERB  VBD | 1 acl:relcl | 1 relcl |
Chad     chad   PROPN NNP | 3 obj       | 3 dobj | GPE
fled     flee   VERB  VBD | 0 root      |
.        .      PUNCT .   | 5 punct     |
"""

RELATIVE_OBJECT = """
Rebels   rebel  NOUN  NNS | 5 nsubj     | | group
that     that   PRON  WDT | 4 obj       | 4 dobj |
Kenya    kenya  PROPN NNP | 4 nsubj     | | GPE
attacked attack VERB  VBD | 1 acl:relcl | 1 relcl |
fled     flee   VERB  VBD | 0 root      |
.        .      PUNCT .   | 5 punct     |
"""

RELATIVE_WITHOUT_PRONOUN = """
Rebels   rebel  NOUN  NNS | 4 nsubj     | | group
Kenya    kenya  PROPN NNP | 3 nsubj     | | GPE
attacked attack VERB  VBD | 1 acl:relcl | 1 relcl |
fled     flee   VERB  VBD | 0 root      |
.        .      PUNCT .   | 4 punct     |
"""

PARTICIPLE = """
The       the       DET   DT  | 2 det   | | group
coalition coalition NOUN  NN  | 5 nsubj | | group
fighting  fight     VERB  VBG | 2 acl   |
Chad      chad      PROPN NNP | 3 obj   | 3 dobj | GPE
left      leave     VERB  VBD | 0 root  |
.         .         PUNCT .   | 5 punct |
"""

PARTICIPLE_AFTER_A_PHRASE = """
The       the       DET   DT  | 2 det   | | group
envoy     envoy     NOUN  NN  | 7 nsubj | | group
to        to        ADP   IN  | 4 case  | 2 prep |
rebels    rebel     NOUN  NNS | 2 nmod  | 3 pobj | group
fighting  fight     VERB  VBG | 2 acl   |
Chad      chad      PROPN NNP | 5 obj   | 5 dobj | GPE
left      leave     VERB  VBD | 0 root  |
.         .         PUNCT .   | 7 punct |
"""

PASSIVE_PARTICIPLE = """
Rebels   rebel  NOUN  NNS | 5 nsubj     | | group
arrested arrest VERB  VBN | 1 acl       |
by       by     ADP   IN  | 4 case      | 2 agent |
police   police NOUN  NNS | 2 obl:agent | 3 pobj | group
fled     flee   VERB  VBD | 0 root      |
.        .      PUNCT .   | 5 punct     |
"""

SUBJECT_CONTROL = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
plans  plan   VERB  VBZ | 0 root  |
to     to     PART  TO  | 4 mark  | 4 aux |
attack attack VERB  VB  | 2 xcomp |
Chad   chad   PROPN NNP | 4 obj   | 4 dobj | GPE
.      .      PUNCT .   | 2 punct |
"""

OBJECT_CONTROL = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
urged  urge   VERB  VBD | 0 root  |
rebels rebel  NOUN  NNS | 2 obj   | 2 dobj | group
to     to     PART  TO  | 5 mark  | 5 aux |
attack attack VERB  VB  | 2 xcomp |
Chad   chad   PROPN NNP | 5 obj   | 5 dobj | GPE
.      .      PUNCT .   | 2 punct |
"""

RAISED_OBJECT = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
wants  want   VERB  VBZ | 0 root  |
rebels rebel  NOUN  NNS | 2 obj   | 5 nsubj | group
to     to     PART  TO  | 5 mark  | 5 aux |
attack attack VERB  VB  | 2 xcomp | 2 ccomp |
Chad   chad   PROPN NNP | 5 obj   | 5 dobj | GPE
.      .      PUNCT .   | 2 punct |
"""

BARE_INFINITIVE = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
let    let    VERB  VBD | 0 root  |
rebels rebel  NOUN  NNS | 2 obj   | 4 nsubj | group
attack attack VERB  VB  | 2 xcomp | 2 ccomp |
Chad   chad   PROPN NNP | 4 obj   | 4 dobj | GPE
.      .      PUNCT .   | 2 punct |
"""

ADVERBIAL = """
Kenya     kenya  PROPN NNP | 2 nsubj | | GPE
withdrew  withdraw VERB VBD | 0 root |
after     after  ADP   IN  | 4 mark  | 2 prep |
attacking attack VERB  VBG | 2 advcl | 3 pcomp |
Chad      chad   PROPN NNP | 4 obj   | 4 dobj | GPE
.         .      PUNCT .   | 2 punct |
"""

ACCUSED_OF = """
Kenya     kenya  PROPN NNP | 2 nsubj | | GPE
accused   accuse VERB  VBD | 0 root  |
rebels    rebel  NOUN  NNS | 2 obj   | 2 dobj | group
of        of     ADP   IN  | 5 mark  | 2 prep |
attacking attack VERB  VBG | 2 advcl | 4 pcomp |
Chad      chad   PROPN NNP | 5 obj   | 5 dobj | GPE
.         .      PUNCT .   | 2 punct |
"""

COMPOUND_PARTICIPLE = """
Chad   chad  PROPN NNP  | 3 obl:unmarked | 3 npadvmod | GPE
-      -     PUNCT HYPH | 3 punct        |
backed back  VERB  VBN  | 4 amod         |
rebels rebel NOUN  NNS  | 5 nsubj        | | group
fled   flee  VERB  VBD  | 0 root         |
.      .     PUNCT .    | 5 punct        |
"""

RECIPROCAL = """
Kenya kenya PROPN NNP | 4 nsubj | | GPE
and   and   CCONJ CC  | 3 cc    | 1 cc |
Chad  chad  PROPN NNP | 1 conj  | | GPE
met   meet  VERB  VBD | 0 root  |
in    in    ADP   IN  | 6 case  | 4 prep |
Lagos lagos PROPN NNP | 4 obl   | 5 pobj |
.     .     PUNCT .   | 4 punct |
"""

DEMAND = """
Kenya    kenya    PROPN NNP | 2 nsubj | | GPE
demanded demand   VERB  VBD | 0 root  |
that     that     SCONJ IN  | 5 mark  |
Chad     chad     PROPN NNP | 5 nsubj | | GPE
withdraw withdraw VERB  VB  | 2 ccomp |
.        .        PUNCT .   | 2 punct |
"""

COPULA = """
Kenya kenya PROPN NNP | 4 nsubj | 2 nsubj | GPE
is    be    AUX   VBZ | 4 cop   | 0 ROOT |
an    an    DET   DT  | 4 det   |
ally  ally  NOUN  NN  | 0 root  | 2 attr |
of    of    ADP   IN  | 6 case  | 4 prep |
Chad  chad  PROPN NNP | 4 nmod  | 5 pobj | GPE
.     .     PUNCT .   | 4 punct | 2 punct |
"""

COPULA_ADJECTIVE = """
Kenya  kenya PROPN NNP | 4 nsubj  | 2 nsubj | GPE
is     be    AUX   VBZ | 4 cop    | 0 ROOT |
not    not   PART  RB  | 4 advmod | 2 neg |
angry  angry ADJ   JJ  | 0 root   | 2 acomp |
with   with  ADP   IN  | 6 case   | 4 prep |
Chad   chad  PROPN NNP | 4 obl    | 5 pobj | GPE
.      .     PUNCT .   | 4 punct  | 2 punct |
"""

EXISTENTIAL = """
There there PRON  EX  | 2 expl  |
were  be    VERB  VBD | 0 root  |
talks talk  NOUN  NNS | 2 nsubj | 2 attr |
with  with  ADP   IN  | 5 case  | 3 prep |
Chad  chad  PROPN NNP | 3 nmod  | 4 pobj | GPE
.     .     PUNCT .   | 2 punct |
"""

STACKED_PREPOSITIONS = """
Rebels rebel PROPN NNS | 2 nsubj | | group
came   come  VERB  VBD | 0 root  |
out    out   ADP   IN  | 5 case  | 2 prep |
of     of    ADP   IN  | 5 case  | 3 prep |
Chad   chad  PROPN NNP | 2 obl   | 4 pobj | GPE
.      .     PUNCT .   | 2 punct |
"""

REPEATED_PREPOSITION = """
Kenya      kenya     PROPN NNP | 2 nsubj | | GPE
negotiated negotiate VERB  VBD | 0 root  |
with       with      ADP   IN  | 4 case  | 2 prep |
Chad       chad      PROPN NNP | 2 obl   | 3 pobj | GPE
and        and       CCONJ CC  | 7 cc    | 3 cc |
with       with      ADP   IN  | 7 case  | 3 conj |
Mali       mali      PROPN NNP | 4 conj  | 6 pobj | GPE
.          .         PUNCT .   | 2 punct |
"""

COORDINATED_PREPOSITIONS = """
Rebels rebel  NOUN  NNS | 2 nsubj | | group
fled   flee   VERB  VBD | 0 root  |
in     in     ADP   IN  | 6 case  | 2 prep |
and    and    CCONJ CC  | 5 cc    | 3 cc |
around around ADP   IN  | 3 conj  |
Chad   chad   PROPN NNP | 2 obl   | 5 pobj | GPE
.      .      PUNCT .   | 2 punct |
"""

ACCORDING_TO = """
Kenya     kenya    PROPN NNP | 2 nsubj | | GPE
attacked  attack   VERB  VBD | 0 root  |
Chad      chad     PROPN NNP | 2 obj   | 2 dobj | GPE
,         ,        PUNCT ,   | 8 punct | 2 punct |
according accord   VERB  VBG | 8 case  | 2 prep |
to        to       ADP   IN  | 5 fixed | 5 prep |
the       the      DET   DT  | 8 det   | | organization
ministry  ministry NOUN  NN  | 2 obl   | 6 pobj | organization
.         .        PUNCT .   | 2 punct |
"""

BECAUSE_OF = """
Rebels  rebel   NOUN  NNS | 2 nsubj | | group
fled    flee    VERB  VBD | 0 root  |
because because ADP   IN  | 5 case  | 2 prep |
of      of      ADP   IN  | 3 fixed | 3 pcomp |
Chad    chad    PROPN NNP | 2 obl   | 4 pobj | GPE
.       .       PUNCT .   | 2 punct |
"""

HEADLINE = """
After  after  ADP   IN  | 3 case  | 0 ROOT |
the    the    DET   DT  | 3 det   |
attack attack NOUN  NN  | 0 root  | 1 pobj |
on     on     ADP   IN  | 5 case  | 3 prep |
Chad   chad   PROPN NNP | 3 nmod  | 4 pobj | GPE
"""

DENIED = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
denied   deny   VERB  VBD | 0 root  |
that     that   SCONJ IN  | 5 mark  |
rebels   rebel  NOUN  NNS | 5 nsubj | | group
attacked attack VERB  VBD | 2 ccomp |
Chad     chad   PROPN NNP | 5 obj   | 5 dobj | GPE
.        .      PUNCT .   | 2 punct |
"""
SAID_THAT = DENIED.replace("denied   deny", "said     say ")
