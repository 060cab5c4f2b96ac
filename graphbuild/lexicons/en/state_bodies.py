"""Words for the bodies and offices that every country has, and for what these have to do with."""

from __future__ import annotations

STATE_BODIES = frozenset(
    """
    ministry army navy military police parliament senate congress assembly court government cabinet
    embassy consulate guard guards force forces intelligence prosecutor commission treasury
    bank council presidency department office bureau agency airforce authority legislature judiciary
    tribunal secretariat administration marines troops consulate opposition delegation mission
    directorate inspectorate registry institute ombudsman gendarmerie authorities prosecution junta monarchy
    """.split()
)
"""One of these words heads the name of such a body."""
FIELDS = frozenset(
    """
    interior foreign external affairs defence defense finance financial economic economy justice health
    education higher energy oil petroleum gas water transport transportation trade commerce industry
    agriculture labour labor social welfare culture cultural information communication communications
    science technology environment tourism sports youth women planning development public works housing
    home security national central federal state local provincial regional supreme high constitutional
    criminal appeal appeals border coast air armed land naval ground special presidential republican
    revolutionary royal general joint chiefs staff electoral election elections reserve corruption anti
    human rights service services prime president presidents ministers attorney municipal city district
    accounting accounts agricultural aid aliens animal antiquities anticorruption archives art arts atomic
    attorneys audit auditor aviation awqaf banking basic borders broadcasting budget bureau census child
    children cinema citizenship civic civil climate coastal college commercial community competition
    conservation consular consumer control cooperation cooperatives correctional corrections counter
    counterterrorism crime crimes customs cyber cybersecurity data demarcation detective developing digital
    disability disabled disaster disasters disease diseases domestic drug drugs economics elderly
    electricity emergency emigration employment endowments engineering enterprise enterprises environmental
    ethics examination examinations excise executive expatriate expatriates export exports fair family
    families fire fiscal fisheries fishing food forensic forest forestry forests gender geological grain
    heritage hajj highway highways holy homeland horticulture hospital hospitals hydrology identity
    immigration import imports industrial infrastructure innovation inspection inspector insurance
    integrity integration internal inland intellectual investigation investigations investigative
    investment investments irrigation islamic judicial juvenile kidnapping land lands law legal legislative
    library licensing livestock local lottery major maritime market markets medical medicines medicine
    meteorological meteorology metro migrants migration minerals mineral mines mining minister monetary
    motor museum museums narcotics natural nuclear nutrition ocean oceans parks parliamentary parole
    passport passports patent peace pension pensions people pharmaceutical pharmacy political port ports
    post postal power primary prison prisons privacy procurement property prosecuting prosecutors
    protection quality rail railway railways reconciliation reconstruction recovery refugee refugees
    registrar registration rehabilitation relief religion religions religious renewable reform reforms
    rescue research resettlement resources returns revenue revenues road roads rural safety sanitation
    scientific school schools secret secondary securities shipping skills small space sport standards
    statistical statistics strategic supply supervision sustainable tariff tax taxation taxes teachers
    technical telecom telecommunication telecommunications terrorism town traditional traffic training
    transit transparency treasury trafficking truth unemployment universities university urban vaccination
    vehicle veterans veterinary vital vocational water weather wildlife workers zakat
    solicitor chief lower upper house riot rapid intervention reaction response support ruling
    """.split()
)
"""All other words of its name are of these, or small."""
MINISTRIES = frozenset({"ministry"})
"""A name that these head is of such a body whatever it has to do with."""
WORLDWIDE = frozenset("international world global inter intergovernmental pan united".split())
"""A name that has one of these is not of one country."""
SUBNATIONAL = frozenset(
    "city municipal metro metropolitan district county provincial regional local town village state".split()
)
"""A body with one of these in its name is one of many in a country."""
MANY_A_COUNTRY = frozenset(
    "ministry court tribunal commission authority agency department directorate embassy consulate government "
    "police parliament army legislature assembly administration regime authorities courts prosecution".split()
)
"""A description that ends in one of these is a body of a state, if not its only one: "city police"."""
OF_SOME_RANK = frozenset("federal national central current present".split())
"""Before a body of which a country has one these change nothing."""
ONE_A_COUNTRY = frozenset(
    (
        "government|regime|cabinet|presidency|monarchy|royal family|royal palace|junta|authorities|"
        "parliament|legislature|senate|national assembly|lower house|upper house|"
        "house of representatives|constituent assembly|electoral commission|election commission|central bank|"
        "army|military|navy|air force|airforce|armed forces|security forces|defence forces|defense forces|"
        "defence force|defense force|national guard|coast guard|coastguard|presidential guard|"
        "republican guard|police|police force|riot police|traffic police|military police|secret police|"
        "border police|gendarmerie|law enforcement|judiciary|court|courts|supreme court|high court|"
        "constitutional court|court of appeal|appeals court|appeal court|prosecution|opposition|"
        "ruling party|ruling coalition|intelligence service|intelligence services|secret service|"
        "intelligence agency|spy agency|state media|state television|state news agency|state broadcaster|"
        "customs|reserve bank|police service"
    ).split("|")
)
"""What a text means of its country where it says no more: "police", "the court". Folded."""
OFFICES_ONE_A_COUNTRY = frozenset(
    (
        "president|vice president|prime minister|premier|deputy prime minister|head of state|"
        "head of government|king|queen|crown prince|emir|sultan|monarch|emperor|first lady|chief justice|"
        "attorney general|auditor general|solicitor general|prosecutor general|surgeon general|"
        "procurator general|chief prosecutor|president elect|army chief|ombudsman|finance minister|"
        "foreign minister|interior minister|defence minister|defense minister|justice minister|"
        "health minister|education minister|home minister|foreign secretary|home secretary|"
        "finance secretary|energy minister|transport minister|agriculture minister|trade minister|"
        "environment minister|information minister|labour minister|labor minister|culture minister|"
        "sports minister|tourism minister|oil minister|transport secretary|health secretary"
    ).split("|")
)
"""Who holds one of these is his country's, where the text names no other body that he leads. Folded."""
