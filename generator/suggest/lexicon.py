"""Words that tell what kind of name they stand in or beside. Written for this project from general knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Kind


def _kinds(of_kind: dict[Kind, str]) -> dict[str, Kind]:
    return {word: kind for kind, words in of_kind.items() for word in words.split()}


HEADS = _kinds(
    {
        "organisation": """academy administration agency airlines alliance army assembly association authority bank
                bloc board bureau cabinet campaign caucus center centre chamber church club coalition college
                commission committee company confederation congress consortium consulate consulate-general
                corporation corps council court courts department directorate embassy empire enterprises federation
                firm force forces foundation fund government group hospital house inc industries institute
                institution institutions laboratory league legislature ltd limited llc ministry mission monitor
                museum navy network office organisation organization parliament party platform police politburo
                regiment school senate secretariat service services society solidarity sangh syndicate team textile
                textiles tribunal trust union university watch workers technology technologies holdings exchange
                dewan kongres partij parti partei parliament-in-exile government-in-exile taskforce nations commune
                headquarters embassies airways motors guard guards movement tehreek tehrik majlis mejlis panel squad
                battalion regiments investments capital energy pharmaceuticals systems software electronics
                semiconductor semiconductors robotics solar steel railways ports telecom insurance securities
                partners associates brothers sons bhd gmbh plc llp lp ag nv co collective management consulting
                logistics certification copper cotton coal cement rail motor media chemical chemicals pharma foods
                dairy rubber shipping telecommunications films pictures mills brewery breweries stores hotels
                observatory archive archives conservatory gallery theatre theater studios orchestra opera zoo clinic
                hospice orphanage seminary congregation diocese eparchy synod brotherhood sisterhood lobby duma
                knesset bundestag sejm diet majilis volunteers scouts rangers ombudsman depository""",
        "outlet": """news times daily post herald tribune journal gazette magazine radio tv television broadcasting
                press newspaper weekly chronicle telegraph newswire observer express reporter standard inquirer
                enquirer mail courier bulletin dispatch examiner sentinel ledger advertiser echo globe mirror review
                zeitung zeitschrift newsroom""",
        "place": """republic province district county prefecture region city town village square street road
                expressway motorway avenue boulevard lane river lake sea ocean gulf bay strait straits valley
                mountains mountain mount island islands peninsula desert pass highway airport port seaport harbour
                harbor airbase base mosque temple monastery bazaar market palace park bridge dam corridor border
                territory state plateau basin stadium prison camp cemetery hall building tower hotel masjid zone
                delta coast division tehsil taluka governorate oblast township gate garden gardens embankment
                cathedral capitol heights shoal reef atoll falls canal forest creek cave steppe glacier hills hill
                ridge peak spring springs wetland wetlands reserve sanctuary depression crossing checkpoint strip
                quarter suburb tunnel terminal station wharf pier dock docks reservoir barrage mine mines pit quarry
                oilfield gasfield railway pipeline refinery lagoon fjord estuary headland promontory basilica shrine
                fort fortress citadel castle pagoda stupa mausoleum graveyard archipelago""",
        "event": """meeting olympics games summit conference expo festival cup championship marathon massacre riots
                riot uprising revolution war crisis attack attacks bombing bombings earthquake pandemic epidemic
                plenum forum session dialogue hearing election elections coup fair week day anniversary incident
                offensive march referendum intifada siege battle protests exhibition biennale tournament derby
                congresses assizes olympiad regatta famine drought floods flood cyclone typhoon hurricane tsunami
                eruption crash disaster explosion assassination hijacking mutiny rebellion insurrection holocaust""",
        "work": """act bill law treaty convention accord accords agreement declaration resolution charter protocol
                statute constitution ordinance decree report papers cables files list memorandum communique code
                amendment index manifesto pact book dossier prize award awards bible yearbook almanac handbook
                diaries memoirs encyclopedia encyclopaedia dictionary""",
        "programme": """initiative programme program partnership policy strategy plan scheme project projects
                doctrine mechanism framework approach principle crackdown yojana""",
        "group": """lashkar jaish harkat mujahideen brigade brigades militia militias jihad fedayeen tigers
                guerrillas insurgents hizb tribe tribes cartel mafia gang triad hezbollah maquis janjaweed partisans
                clan clans""",
    }
)
"""The last word of a name, or the last before "of" or "for", by the kind of thing that it names."""

FIRST_HEADS = _kinds(
    {
        "organisation": """ministry department office bureau university institute college bank association partij
                parti tehreek tehrik mejlis majlis partido universidad université universität banco banque banca
                federación fundación fundação ministerio ministère ligue musée museo museu théâtre teatro hôpital
                confederación confédération délégation fédération conseil consejo instituto institut comisión comité""",
        "outlet": "radio television",
        "place": "mount lake cape port fort place rue avenue plaza piazza camp bandar palais palazzo plaça praça",
        "group": "lashkar jaish harkat jamaat tehreek-e-taliban tehrik-e-taliban ansar hizb-ul hizb",
        "event": "operation exercise",
        "programme": "project",
    }
)
"""The first word of a name that has no other head."""

ARMED = frozenset("liberation islamic jihadi resistance mujahideen martyrs armed salvation".split())
"""With one of these, a movement, front, army, party, state or organisation is a group."""
ARMED_HEADS = frozenset("movement front army force brigade party state jihad".split())

MILITARY = frozenset("infantry armoured armored airborne mountain tank army artillery mechanised mechanized".split())
"""With one of these, or with a number, a division is a body of soldiers."""

ARMED_ADJECTIVES = frozenset(
    """militant rebel armed terror terrorist jihadist jihadi insurgent separatist extremist paramilitary ethnic
    islamist guerrilla militia mercenary crime criminal""".split()
)
"""What makes a group that is named after it one of fighters or a people."""

COMPANY_HEADS = frozenset(
    """inc ltd limited corp corporation company co llc plc systems technologies technology industries holdings
    enterprises energy pharmaceuticals software electronics robotics motors airlines airways group textile
    textiles solar steel foods mining resources capital bank trust copper cotton coal cement rail motor media
    chemicals pharma dairy university college foundation institute shipping telecom films pictures studios mills
    brewery stores hotels insurance partners""".split()
)
"""Heads of companies, which are called by their first word alone ("Halden" for Halden Robotics Inc.)."""

CIVIC = frozenset(
    "rights human justice democracy freedom documentation defenders solidarity victims law relief legal media".split()
)
"""With one of these, a project, movement, initiative or campaign is an organisation."""
CIVIC_HEADS = frozenset("project movement initiative campaign forum watch network programme program mechanism".split())

GENERIC = frozenset(
    """government governments administration regime state states authorities authority officials embassy consulate
    parliament army police navy congress senate house caucus council party ministry department office committee
    commission court cabinet assembly union federation group network movement conference summit act bill law
    report resolution treaty convention list province city district county region university institute school
    college company corporation bank agency service news press media times tv radio day week session meeting war
    crisis attack force forces team games olympics base camp camps prison hall building centre center plan
    project programme program policy strategy initiative border sea island mission front tribunal chief people
    nation nations republic community communities society market road street square park hotel hospital church
    mosque temple minister ministers ministries president capital statement government-in-exile genocide
    massacre uprising riot riots elections election anniversary secretariat organisation organization standard
    bureau platform campaign foundation fund association club alliance coalition trust board""".split()
)
"""Words that are no name alone, however they are written."""

CATEGORIES = _kinds(
    {
        "organisation": """company companies firm firms brand brands retailer retailers manufacturer manufacturers
                giant giants corporation corporations party parties ngo ngos organisation organisations organization
                organizations think-tank tank charity university institute watchdog bank regulator supplier
                suppliers platform chain foundation clothing chipmaker carmaker operator conglomerate startup
                coalition network alliance association lobby nonprofit non-profit club clubs airline lender maker
                producer producers subsidiary developer trader traders miner miners refiner union federation league
                committee council institution start-up contractor contractors carrier utility insurer broker
                exchange grouping collective business""",
        "outlet": """newspaper newspapers daily magazine website portal broadcaster channel agency tabloid weekly
                outlet outlets media news site journal channels broadcasters blog podcast""",
        "place": """city cities town towns village villages district districts province provinces prefecture
                prefectures county counties region regions port capital river mountain mountains island islands area
                areas square street avenue bazaar airport highway valley lake desert bay territory states dam camp
                camps prison jail rivers suburb suburbs neighbourhood neighborhood oasis peninsula municipality
                hamlet settlement settlements archipelago strait canal border hills governorate commune township
                checkpoint base quarter slum mine pit refinery reservoir mosque temple shrine monastery cathedral
                church stadium""",
        "person": """lawyer activist journalist scholar actress actor minister professor researcher politician
                parliamentarian lawmaker senator academic analyst author writer singer poet doctor student dissident
                scientist economist brother sister father mother wife husband son daughter merchant barrister
                spokesman spokeswoman spokesperson president leader commander chairman director prosecutor envoy
                ambassador diplomat businessman businesswoman cleric imam photographer historian founder governor
                mayor farmer trader shopkeeper refugee teacher nurse engineer captain commodore judge justice
                attorney translator interpreter editor blogger youtuber painter billionaire tycoon magnate investor
                banker artist campaigner whistleblower architect designer bishop pilot anthropologist survivor
                detainee filmmaker official officer expert chief mr mrs ms dr""",
        "work": """book guidebook guidebooks film documentary novel song album report study paper bill legislation
                law statute memoir titled entitled""",
        "group": """militants militant insurgents rebels fighters separatists tribe tribes ethnic minority
                minorities outfit outfits jihadist jihadists terrorists terrorist muslims people peoples gunmen
                community communities cartel cartels militia militias clan clans herders nomads tribesmen
                paramilitary paramilitaries guerrillas rebel""",
        "programme": "programme program scheme project initiative corridor satellite telescope spacecraft rocket",
        "event": "festival holiday summit riots massacre earthquake",
    }
)
"""Common nouns beside a name that say what it is."""

SAID = frozenset(
    """said says told added stated argued wrote writes noted warned claimed explained tweeted stressed announced
    insisted remarked recalled emphasised emphasized observed asked replied opined testified thanked urged
    declared alleged who spoke speaks met""".split()
)
REPORTED = frozenset("reported reports reporting quoted quotes".split())

NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb apr jun jul aug sep sept oct nov dec today yesterday tomorrow i
    the a an this that these those it its he she they we you there here what when where which who whom why how
    in on at by to from of for with without and or but not no as if so such than then now yet still also only
    even both each every all some any many most more few several much other another former after before during
    since until while although though because however meanwhile moreover furthermore additionally according
    despite amid among against about over under between through into upon within across behind beyond below
    above near per via our your his her their my mine one two three four five six seven eight nine ten last next
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
    hundreds dozens
    recently earlier later early late instead indeed specifically further once twice thus hence therefore
    besides overall perhaps maybe citing referring speaking reporting titled terming put chapter section article
    part page photo picture image file source sources credits credit video read advertisement lead update
    updated published breaking exclusive opinion editorial analysis pm am gmt ist est utc pst usd rmb inr km kg
    gdp ceo cfo ngo ngos mou mous ai tv dvd pdf faq rss ok vs etc ie eg dna hiv aids vip id cctv mep meps mp mps
    cm dg mna mpa pro anti non ex h.e h.e. holiness westerners god allah internet online english mandarin arabic
    urdu sino europeans asians africans islamists""".split()
)
"""Words that are no name although they have a capital."""

INSIDE = frozenset("all pro our one more photo file page picture image video".split())
"""Of those words the ones that may stand inside a name ("Saudi Pro League", "All India Radio")."""

NUMBERED = frozenset(
    """resolution highway motorway expressway route division brigade battalion regiment squadron unit company camp
    prison school flight article section zone block line reactor directive convention protocol""".split()
)
"""Heads with which a number belongs to the name ("Resolution 1701", "National Highway 27")."""

DIRECTIONS = frozenset(
    """new old north south east west central northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern middle far upper lower inner outer greater
    first second third great saint european asian african islamic islamist communist democratic socialist royal
    national international global world united federal joint supreme people's peoples public""".split()
)
"""Words that begin names but are none alone."""

OWNERS = frozenset(
    """people women children men ministers workers peoples teachers students lawyers veterans farmers journalists
    writers parliamentarians leaders peasants victims doctors nurses engineers employees consumers merchants
    mothers defenders officers members presidents chiefs generals athletes artists""".split()
)
"""Owners inside a name ("Workers' Party"), which do not part it."""
AFTER_NAMES = frozenset("qc kc mp mep mbe obe cbe phd md esq jr".split())
"""What stands after a person's name without being a part of it."""

PARTICLES = frozenset("de du des la le van von der den di da del dos bin ibn al el ul ur e i y zu ka ud uz".split())
JOINING = frozenset("of for on in and against".split())
EVENT_TAILS = frozenset("massacre riots riot uprising earthquake  civil".split())
ACRONYMS_NOT_NAMES = frozenset("MEP MP NGO MOU MoU FDI GDP CEO PM CM USD NSA IED LGBT PPE AI IT TV".split())
