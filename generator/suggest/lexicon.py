"""Words that tell what kind of name they stand in or beside. Written for this project from general knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Kind


def _kinds(of_kind: dict[Kind, str]) -> dict[str, Kind]:
    return {word: kind for kind, words in of_kind.items() for word in words.split()}


HEADS = _kinds(
    {
        "organisation": """academy administration agency airlines alliance army assembly association authority
                bank bloc board bureau cabinet campaign caucus center centre chamber church club coalition
                college commission committee company confederation congress consortium consulate
                consulate-general corporation corps council court courts department directorate embassy empire
                enterprises federation firm force forces foundation fund government group hospital house inc
                industries institute institution institutions laboratory league legislature ltd limited llc
                ministry mission monitor museum navy network office organisation organization parliament party
                platform police politburo regiment school senate secretariat service services society solidarity
                sangh syndicate team textile textiles tribunal trust union university watch workers technology
                technologies holdings exchange dewan kongres partij parti partei parliament-in-exile
                government-in-exile taskforce nations commune headquarters embassies airways motors""",
        "outlet": """news times daily post herald tribune journal gazette magazine radio tv television
                broadcasting press newspaper weekly chronicle telegraph newswire observer express reporter
                standard""",
        "place": """republic province district county prefecture region city town village square street road
                expressway motorway avenue boulevard lane river lake sea ocean gulf bay strait straits valley
                mountains mountain mount island islands peninsula desert pass highway airport port seaport
                harbour harbor airbase base mosque temple monastery bazaar market palace park bridge dam
                corridor border territory state plateau basin stadium prison camp cemetery hall building tower
                hotel masjid zone delta coast division tehsil taluka governorate oblast township gate garden
                gardens embankment cathedral capitol""",
        "event": """meeting olympics games summit conference expo festival cup championship marathon massacre
                riots riot uprising revolution war crisis attack attacks bombing bombings earthquake pandemic
                epidemic plenum forum session dialogue hearing election elections coup fair week day anniversary
                incident offensive march referendum intifada siege battle protests""",
        "work": """act bill law treaty convention accord accords agreement declaration resolution charter
                protocol statute constitution ordinance decree report papers cables files list memorandum
                communique code amendment index manifesto pact book dossier""",
        "programme": """initiative programme program partnership policy strategy plan scheme project projects
                doctrine mechanism framework approach principle crackdown""",
        "group": """lashkar jaish harkat mujahideen brigade brigades militia militias jihad fedayeen tigers
                guerrillas insurgents hizb tribe""",
    }
)
"""The last word of a name, or the last before "of" or "for", by the kind of thing that it names."""

FIRST_HEADS = _kinds(
    {
        "organisation": """ministry department office bureau university institute college bank association
                partij parti tehreek tehrik""",
        "outlet": "radio television",
        "place": "mount lake cape port fort place rue avenue plaza plaza piazza camp bandar",
        "group": "lashkar jaish harkat jamaat tehreek-e-taliban tehrik-e-taliban ansar hizb-ul hizb",
        "event": "operation",
        "programme": "project",
    }
)
"""The first word of a name that has no other head."""

ARMED = frozenset("liberation islamic jihadi resistance mujahideen martyrs armed salvation".split())
"""With one of these, a movement, front, army, party, state or organisation is a group."""
ARMED_HEADS = frozenset("movement front army force brigade party state jihad".split())

CIVIC = frozenset(
    "rights human justice democracy freedom documentation defenders solidarity victims law relief legal media".split()
)
"""With one of these, a project, movement, initiative or campaign is an organisation."""
CIVIC_HEADS = frozenset("project movement initiative campaign forum watch network programme program mechanism".split())

GENERIC = frozenset(
    """government governments administration regime state states authorities authority officials embassy
    consulate parliament army police navy congress senate house caucus council party ministry department office
    committee commission court cabinet assembly union federation group network movement conference summit act
    bill law report resolution treaty convention list province city district county region university institute
    school college company corporation bank agency service news press media times tv radio day week session
    meeting war crisis attack force forces team games olympics base camp camps prison hall building centre
    center plan project programme program policy strategy initiative border sea island mission front tribunal
    chief people nation nations republic community communities society market road street square park hotel
    hospital church mosque temple minister ministers ministries president capital statement government-in-exile
    genocide massacre uprising riot riots elections election anniversary secretariat organisation organization
    standard bureau platform campaign foundation fund association club alliance coalition trust board""".split()
)
"""Words that are no name alone, however they are written."""

ROLES = frozenset(
    """president presidents premier minister ministers senator senators sen sens representative representatives
    rep reps congressman congresswoman congressmen governor mayor ambassador ambassadors envoy secretary
    chancellor king queen prince princess emperor general gen lieutenant lt colonel col major maj captain capt
    commander admiral brigadier marshal sergeant maulana mullah mufti molvi maulvi imam ayatollah allama dr mr
    mrs ms miss prof professor sir lord lady dame justice judge chairman chairwoman chairperson chair speaker
    spokesperson spokesman spokeswoman director ceo chief leader head deputy vice acting former interim
    caretaker prime pm cm mp mps mep meps mna mpa dg coordinator rapporteur commissioner archbishop bishop pope
    cardinal rev reverend father sister comrade sikyong kalon lawyer activist journalist author analyst scholar
    researcher economist democrat republican lawmaker lawmakers congressperson attorney counsel barrister
    actress actor founder editor correspondent reporter writer member members diplomat diplomats officer
    officers adviser advisor expert experts foreign-secretary undersecretary under-secretary secretary-general
    superintendent inspector constable hon honourable honorable shri smt his her holiness majesty highness
    excellency h.e he mr. dr. mrs. ms. prof. gen. lt. col. maj. capt. sen. rep. rev. hon.""".split()
)
"""Titles and offices before a name."""

HONORIFICS = frozenset(
    "mullah maulana maulvi king queen prince princess pope emperor ayatollah sheikh imam lord".split()
)
"""Titles that belong to a name of one word."""

ROLE_WORDS = frozenset(
    """foreign interior home finance defence defense information railway railways planning development
    production board investment affairs security state external internal commerce trade education health culture
    tourism law justice human rights religious climate change energy petroleum power water resources science
    technology industry industries labour labor agriculture food maritime communications postal parliamentary
    provincial federal national general special assistant senior junior first second third permanent under
    opposition majority minority whip standing joint high executive managing regional central press military
    political economic social public relations intelligence army navy air police inspector attorney solicitor
    party chief minister services staff treasury exchequer environment housing transport sports youth women
    local government district city newly elected council assembly house senate congress parliament committee
    commission""".split()
)
"""Words that belong to an office, not to the name that follows it."""

CATEGORIES = _kinds(
    {
        "organisation": """company companies firm firms brand brands retailer retailers manufacturer
                manufacturers giant giants corporation corporations party parties ngo ngos organisation
                organisations organization organizations think-tank tank charity university institute watchdog
                bank regulator supplier suppliers platform chain foundation clothing chipmaker carmaker operator
                conglomerate startup""",
        "outlet": """newspaper newspapers daily magazine website portal broadcaster channel agency tabloid
                weekly outlet outlets media news""",
        "place": """city cities town towns village villages district districts province provinces prefecture
                prefectures county counties region regions port capital river mountain mountains island islands
                area areas square street avenue bazaar airport highway valley lake desert bay territory states""",
        "person": """lawyer activist journalist scholar actress actor minister professor researcher politician
                parliamentarian lawmaker senator academic analyst author writer singer poet doctor student
                dissident scientist economist brother sister father mother wife husband son daughter merchant
                barrister spokesman spokeswoman spokesperson president leader commander chairman director
                prosecutor envoy ambassador diplomat businessman cleric imam photographer historian
                anthropologist survivor detainee filmmaker official officer expert chief mr mrs ms dr""",
        "work": """book guidebook guidebooks film documentary novel song album report study paper bill
                legislation law statute memoir titled entitled""",
        "group": """militants militant insurgents rebels fighters separatists tribe tribes ethnic minority
                minorities outfit outfits jihadist jihadists terrorists terrorist muslims people peoples gunmen""",
        "programme": "programme program scheme project initiative corridor",
        "event": "festival holiday summit riots massacre earthquake",
    }
)
"""Common nouns beside a name that say what it is."""

SAID = frozenset(
    """said says told added stated argued wrote writes noted warned claimed explained tweeted stressed announced
    insisted remarked recalled emphasised emphasized observed asked replied opined testified thanked urged
    declared alleged who""".split()
)
REPORTED = frozenset("reported reports reporting quoted quotes".split())

NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb apr jun jul aug sep sept oct nov dec today yesterday
    tomorrow i the a an this that these those it its he she they we you there here what when where which who
    whom why how in on at by to from of for with without and or but not no as if so such than then now yet still
    also only even both each every all some any many most more few several much other another former after
    before during since until while although though because however meanwhile moreover furthermore additionally
    according despite amid among against about over under between through into upon within across behind beyond
    below above near per via our your his her their my mine one two three four five six seven eight nine ten
    last next recently earlier later early late instead indeed specifically further once twice thus hence
    therefore besides overall perhaps maybe citing referring speaking reporting titled terming put chapter
    section article part page photo picture image file source sources credits credit video watch read
    advertisement lead update updated published breaking exclusive opinion editorial analysis pm am gmt ist est
    utc pst usd rmb inr km kg gdp ceo cfo ngo ngos mou mous ai tv dvd pdf faq rss ok vs etc ie eg dna hiv aids
    vip id cctv mep meps mp mps cm dg mna mpa pro anti non ex h.e h.e. holiness westerners god allah internet
    online english mandarin arabic urdu sino europeans asians africans islamists""".split()
)
"""Words that are no name although they have a capital."""

DIRECTIONS = frozenset(
    """new old north south east west central northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern middle far upper lower inner outer greater
    first second third great saint european asian african islamic islamist communist democratic socialist royal
    national international global world united federal joint supreme people's peoples public""".split()
)
"""Words that begin names but are none alone."""

OWNERS = frozenset(
    """people women children men ministers workers peoples teachers students lawyers veterans farmers
    journalists writers parliamentarians leaders peasants victims doctors nurses engineers employees consumers
    merchants mothers defenders officers members presidents chiefs generals athletes artists""".split()
)
"""Owners inside a name ("Workers' Party"), which do not part it."""
AFTER_NAMES = frozenset("qc kc mp mep mbe obe cbe phd md esq jr".split())
"""What stands after a person's name without being a part of it."""

PARTICLES = frozenset("de du des la le van von der den di da del dos bin ibn al el ul ur e i y zu ka ud uz".split())
JOINING = frozenset("of for on in and & against".split())
PORTFOLIOS = frozenset(
    """power food drug oil gas forestry fisheries communication communications transport rural urban social
    public revenue customs border punishment elimination suppression prevention protection promotion tourism
    security trade services development culture education technology industry commerce energy affairs relations
    investment health welfare planning cooperation religious justice labour labor environment sports youth
    broadcasting information science arts humanities mining finance economic technologies expeditions research
    policy statistics immigration resources water natural production construction design politics governance
    migration peace conflict reconciliation inclusion exploration engineering""".split()
)
EVENT_TAILS = frozenset("massacre riots riot uprising earthquake  civil".split())
ACRONYMS_NOT_NAMES = frozenset("MEP MP NGO MOU MoU FDI GDP CEO PM CM USD NSA IED LGBT PPE AI IT TV".split())
