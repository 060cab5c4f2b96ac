"""Sentences that several tests share, each a construction; the notation is that of `extract.testing`."""

ACTIVE = """
Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj ././punct/2
"""

PASSIVE_BY = """
Chad/NNP/nsubj:pass/3/GPE~nsubjpass was=be/VBD/aux:pass/3~auxpass attacked=attack/VBN/root/0
by/IN/case/5~agent/3 Kenya/NNP/obl:agent/3/GPE~pobj/4 ././punct/3
"""

PASSIVE_WITHOUT_AGENT = """
Chad/NNP/nsubj:pass/3/GPE~nsubjpass was=be/VBD/aux:pass/3~auxpass attacked=attack/VBN/root/0
near/IN/case/5~prep/3 Lagos/NNP/obl/3/LOC~pobj/4 ././punct/3
"""

PREPOSITION = """
Kenya/NNP/nsubj/2/GPE negotiated=negotiate/VBD/root/0 with/IN/case/4~prep/2 Chad/NNP/obl/2/GPE~pobj/3
././punct/2
"""

PHRASAL = """
Kenya/NNP/nsubj/2/GPE cracked=crack/VBD/root/0 down/RP/compound:prt/2~prt on/IN/case/5~prep/2
rebels=rebel/NNS/obl/2/group~pobj/4 ././punct/2
"""

TWO_OBJECTS = """
Kenya/NNP/nsubj/2/GPE gave=give/VBD/root/0 Chad/NNP/iobj/2/GPE~dative aid/NN/obj/2~dobj ././punct/2
"""

GIVEN_TO = """
Kenya/NNP/nsubj/2/GPE gave=give/VBD/root/0 aid/NN/obj/2~dobj to/IN/case/5~dative/2
Chad/NNP/obl/2/GPE~pobj/4 ././punct/2
"""

LIGHT_VERB = """
Kenya/NNP/nsubj/2/GPE held=hold/VBD/root/0 talks=talk/NNS/obj/2~dobj with/IN/case/5~prep/3
Chad/NNP/nmod/3/GPE~pobj/4 ././punct/2
"""

TURNED_EVENT = """
Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2~dobj on/IN/case/5~prep/3
Chad/NNP/nmod/3/GPE~pobj/4 ././punct/2
"""

EVENT_NOUN = """
The/DT/det/3 Kenyan/JJ/amod/3/NORP attack/NN/nsubj/6 on/IN/case/5~prep/3 Chad/NNP/nmod/3/GPE~pobj/4
failed=fail/VBD/root/0 ././punct/6
"""

EVENT_BETWEEN = """
Talks=talk/NNS/nsubj/6 between/IN/case/3~prep/1 Kenya/NNP/nmod/1/GPE~pobj/2 and/CC/cc/5~cc/3
Chad/NNP/conj/3/GPE failed=fail/VBD/root/0 ././punct/6
"""

EVENT_POSSESSED = """
Kenya/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 criticism/NN/nsubj/6 of/IN/case/5~prep/3
Chad/NNP/nmod/3/GPE~pobj/4 grew=grow/VBD/root/0 ././punct/6
"""

COORDINATED_ACTORS = """
Kenya/NNP/nsubj/6/GPE ,/,/punct/3~punct/1 Mali/NNP/conj/1/GPE and/CC/cc/5~cc/3
Togo/NNP/conj/1/GPE~conj/3 attacked=attack/VBD/root/0 Chad/NNP/obj/6/GPE~dobj and/CC/cc/9~cc/7
Niger/NNP/conj/7/GPE ././punct/6
"""

COORDINATED_VERBS = """
Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 Mali/NNP/obj/2/GPE~dobj and/CC/cc/5~cc/2
attacked=attack/VBD/conj/2 Chad/NNP/obj/5/GPE~dobj ././punct/2
"""

SHARED_OBJECT = """
Kenya/NNP/nsubj/2/GPE arrested=arrest/VBD/root/0 and/CC/cc/4~cc/2 jailed=jail/VBD/conj/2
rebels=rebel/NNS/obj/4/group~dobj ././punct/2
"""

RELATIVE_SUBJECT = """
Rebels=rebel/NNS/nsubj/5/group who/WP/nsubj/3 attacked=attack/VBD/acl:relcl/1~relcl
Chad/NNP/obj/3/GPE~dobj fled=flee/VBD/root/0 ././punct/5
"""

RELATIVE_OBJECT = """
Rebels=rebel/NNS/nsubj/5/group that/WDT/obj/4~dobj Kenya/NNP/nsubj/4/GPE
attacked=attack/VBD/acl:relcl/1~relcl fled=flee/VBD/root/0 ././punct/5
"""

RELATIVE_WITHOUT_PRONOUN = """
Rebels=rebel/NNS/nsubj/4/group Kenya/NNP/nsubj/3/GPE attacked=attack/VBD/acl:relcl/1~relcl
fled=flee/VBD/root/0 ././punct/4
"""

PARTICIPLE = """
The/DT/det/2/group coalition/NN/nsubj/5/group fighting=fight/VBG/acl/2 Chad/NNP/obj/3/GPE~dobj
left=leave/VBD/root/0 ././punct/5
"""

PARTICIPLE_AFTER_A_PHRASE = """
The/DT/det/2/group envoy/NN/nsubj/7/group to/IN/case/4~prep/2 rebels=rebel/NNS/nmod/2/group~pobj/3
fighting=fight/VBG/acl/2 Chad/NNP/obj/5/GPE~dobj left=leave/VBD/root/0 ././punct/7
"""

PASSIVE_PARTICIPLE = """
Rebels=rebel/NNS/nsubj/5/group arrested=arrest/VBN/acl/1 by/IN/case/4~agent/2
police/NNS/obl:agent/2/group~pobj/3 fled=flee/VBD/root/0 ././punct/5
"""

SUBJECT_CONTROL = """
Kenya/NNP/nsubj/2/GPE plans=plan/VBZ/root/0 to/TO/mark/4~aux attack/VB/xcomp/2 Chad/NNP/obj/4/GPE~dobj
././punct/2
"""

OBJECT_CONTROL = """
Kenya/NNP/nsubj/2/GPE urged=urge/VBD/root/0 rebels=rebel/NNS/obj/2/group~dobj to/TO/mark/5~aux
attack/VB/xcomp/2 Chad/NNP/obj/5/GPE~dobj ././punct/2
"""

RAISED_OBJECT = """
Kenya/NNP/nsubj/2/GPE wants=want/VBZ/root/0 rebels=rebel/NNS/obj/2/group~nsubj/5 to/TO/mark/5~aux
attack/VB/xcomp/2~ccomp Chad/NNP/obj/5/GPE~dobj ././punct/2
"""

BARE_INFINITIVE = """
Kenya/NNP/nsubj/2/GPE let/VBD/root/0 rebels=rebel/NNS/obj/2/group~nsubj/4 attack/VB/xcomp/2~ccomp
Chad/NNP/obj/4/GPE~dobj ././punct/2
"""

ADVERBIAL = """
Kenya/NNP/nsubj/2/GPE withdrew=withdraw/VBD/root/0 after/IN/mark/4~prep/2
attacking=attack/VBG/advcl/2~pcomp/3 Chad/NNP/obj/4/GPE~dobj ././punct/2
"""

ACCUSED_OF = """
Kenya/NNP/nsubj/2/GPE accused=accuse/VBD/root/0 rebels=rebel/NNS/obj/2/group~dobj of/IN/mark/5~prep/2
attacking=attack/VBG/advcl/2~pcomp/4 Chad/NNP/obj/5/GPE~dobj ././punct/2
"""

COMPOUND_PARTICIPLE = """
Chad/NNP/obl:unmarked/3/GPE~npadvmod -/HYPH/punct/3 backed=back/VBN/amod/4
rebels=rebel/NNS/nsubj/5/group fled=flee/VBD/root/0 ././punct/5
"""

RECIPROCAL = """
Kenya/NNP/nsubj/4/GPE and/CC/cc/3~cc/1 Chad/NNP/conj/1/GPE met=meet/VBD/root/0 in/IN/case/6~prep/4
Lagos/NNP/obl/4~pobj/5 ././punct/4
"""

DEMAND = """
Kenya/NNP/nsubj/2/GPE demanded=demand/VBD/root/0 that/IN+SCONJ/mark/5 Chad/NNP/nsubj/5/GPE
withdraw/VB/ccomp/2 ././punct/2
"""

COPULA = """
Kenya/NNP/nsubj/4/GPE~nsubj/2 is=be/VBZ/cop/4~root/0 an/DT/det/4 ally/NN/root/0~attr/2
of/IN/case/6~prep/4 Chad/NNP/nmod/4/GPE~pobj/5 ././punct/4~punct/2
"""

COPULA_ADJECTIVE = """
Kenya/NNP/nsubj/4/GPE~nsubj/2 is=be/VBZ/cop/4~root/0 not/RB+PART/advmod/4~neg/2 angry/JJ/root/0~acomp/2
with/IN/case/6~prep/4 Chad/NNP/obl/4/GPE~pobj/5 ././punct/4~punct/2
"""

EXISTENTIAL = """
There/EX/expl/2 were=be/VBD/root/0 talks=talk/NNS/nsubj/2~attr with/IN/case/5~prep/3
Chad/NNP/nmod/3/GPE~pobj/4 ././punct/2
"""

STACKED_PREPOSITIONS = """
Rebels=rebel/NNS+PROPN/nsubj/2/group came=come/VBD/root/0 out/IN/case/5~prep/2 of/IN/case/5~prep/3
Chad/NNP/obl/2/GPE~pobj/4 ././punct/2
"""

REPEATED_PREPOSITION = """
Kenya/NNP/nsubj/2/GPE negotiated=negotiate/VBD/root/0 with/IN/case/4~prep/2 Chad/NNP/obl/2/GPE~pobj/3
and/CC/cc/7~cc/3 with/IN/case/7~conj/3 Mali/NNP/conj/4/GPE~pobj/6 ././punct/2
"""

COORDINATED_PREPOSITIONS = """
Rebels=rebel/NNS/nsubj/2/group fled=flee/VBD/root/0 in/IN/case/6~prep/2 and/CC/cc/5~cc/3
around/IN/conj/3 Chad/NNP/obl/2/GPE~pobj/5 ././punct/2
"""

ACCORDING_TO = """
Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj ,/,/punct/8~punct/2
according=accord/VBG/case/8~prep/2 to/IN/fixed/5~prep the/DT/det/8/organization
ministry/NN/obl/2/organization~pobj/6 ././punct/2
"""

BECAUSE_OF = """
Rebels=rebel/NNS/nsubj/2/group fled=flee/VBD/root/0 because/IN/case/5~prep/2 of/IN/fixed/3~pcomp
Chad/NNP/obl/2/GPE~pobj/4 ././punct/2
"""

HEADLINE = """
After/IN/case/3~root/0 the/DT/det/3 attack/NN/root/0~pobj/1 on/IN/case/5~prep/3
Chad/NNP/nmod/3/GPE~pobj/4
"""

DENIED = """
Kenya/NNP/nsubj/2/GPE denied=deny/VBD/root/0 that/IN+SCONJ/mark/5 rebels=rebel/NNS/nsubj/5/group
attacked=attack/VBD/ccomp/2 Chad/NNP/obj/5/GPE~dobj ././punct/2
"""
SAID_THAT = DENIED.replace("denied=deny", "said=say")
