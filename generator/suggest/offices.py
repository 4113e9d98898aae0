"""Offices: titles before names, and the words by which offices and ministries are called.

Written for this project from general knowledge.
"""

from __future__ import annotations

ROLES = frozenset(
    """president presidents premier minister ministers senator senators sen sens representative representatives rep
    reps congressman congresswoman congressmen governor mayor ambassador ambassadors envoy secretary chancellor
    king queen prince princess emperor sultan emir begum nawab datuk
    general gen lieutenant lt colonel col major maj captain capt commander
    admiral brigadier marshal sergeant maulana mullah mufti molvi maulvi imam ayatollah allama dr mr mrs ms miss
    prof professor sir lord lady dame justice judge chairman chairwoman chairperson chair speaker spokesperson
    spokesman spokeswoman director ceo chief leader head deputy vice acting former interim caretaker prime pm cm
    mp mps mep meps mna mpa dg coordinator rapporteur commissioner archbishop bishop pope cardinal rev reverend
    father sister comrade sikyong kalon lawyer activist journalist author analyst scholar researcher economist
    democrat republican lawmaker lawmakers congressperson attorney counsel barrister actress actor founder
    editor correspondent reporter writer member members diplomat diplomats officer officers adviser advisor
    expert experts foreign-secretary undersecretary under-secretary secretary-general superintendent inspector
    constable commodore brig lt-gen maj-gen baroness baron viscount earl duke duchess countess chieftain whip
    organiser organizer convener convenor treasurer hon honourable honorable shri smt his her holiness majesty
    highness excellency h.e he mr. dr. mrs. ms. prof. gen. lt. col. maj. capt. sen. rep. rev. hon.""".split()
)
"""Titles and offices before a name."""

HONORIFICS = frozenset(
    "mullah maulana maulvi king queen prince princess pope emperor ayatollah sheikh imam lord".split()
)
"""Titles that belong to a name of one word."""

ROLE_WORDS = frozenset(
    """foreign interior home finance defence defense information railway railways planning development production
    board investment affairs security state external internal commerce trade education health culture tourism
    law justice human rights religious climate change energy petroleum power water resources science technology
    industry industries labour labor agriculture food maritime communications postal parliamentary provincial
    federal national general special assistant senior junior first second third permanent under opposition
    majority minority whip standing joint high executive managing regional central press military political
    economic social public relations intelligence army navy air police inspector attorney solicitor party chief
    minister cabinet services staff treasury exchequer environment housing transport sports youth women local
    government district city newly elected council assembly house senate congress parliament committee
    commission""".split()
)
"""Words that belong to an office, not to the name that follows it."""

PORTFOLIOS = frozenset(
    """power food drug oil gas forestry fisheries communication communications transport rural urban social public
    revenue customs border punishment elimination suppression prevention protection promotion tourism security
    trade services development culture education technology industry commerce energy affairs relations
    investment health welfare planning cooperation religious justice labour labor environment sports youth
    broadcasting information science arts humanities mining finance economic technologies expeditions research
    policy statistics immigration resources water natural production construction design politics governance
    migration peace conflict reconciliation inclusion exploration engineering management coordination civilian
    climate wildlife parks recreation sport repatriation resettlement refugees relief rescue disaster emergency
    disabilities persons women children families family elderly veterans housing lands works antiquities
    heritage aviation shipping ports railways roads highways space nuclear mines metals steel fertilizers
    chemicals textiles handicrafts livestock dairy irrigation wood building defence defense intelligence
    propaganda discipline inspection supervision democracy freedom equality training skills employment pensions
    business regulation competition markets standards quarantine interior wages human rights law order progress
    reform unity solidarity national local regional international foreign commonwealth strategic parliamentary
    literature philosophy medicine surgery hygiene nutrition digital data""".split()
)
