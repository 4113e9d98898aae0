"""Well-known international names, one record a line: the label, its country in brackets where it has one, its aliases.

Written for this project from general knowledge. An alias in capitals is matched only so; a name that begins with a small
letter is matched in any case, any other only where the text has a capital too. An alias after a tilde counts only in an
article that names the country. The country of a person is that of office.
"""

from __future__ import annotations

ORGANISATIONS = """
African Union: AU
Amnesty International
Apple
Arab League: League of Arab States
Asian Development Bank: ADB
Asian Infrastructure Investment Bank: AIIB
Association of Southeast Asian Nations: ASEAN
Bharatiya Janata Party (IN): BJP
BRICS
Central Intelligence Agency (US): CIA
Central Tibetan Administration: CTA; Central Tibet Administration; Tibetan government-in-exile; Tibetan Government in Exile
Chinese Communist Party (CN): CCP; CPC; Communist Party of China; ~Communist Party; ~Communists
Committee to Protect Journalists: CPJ
Communist Party of the Soviet Union: CPSU
Council of Europe
Democratic Party (United States) (US): Democratic Party; ~Democrats; ~Democrat
European Commission
European Council
European Court of Human Rights: ECHR
European Parliament: EU Parliament
European Union: EU; E.U.
Facebook
Federal Bureau of Investigation (US): FBI
Financial Action Task Force: FATF
Food and Agriculture Organization: FAO
Freedom House
G20: Group of Twenty; G-20
G7: Group of Seven; G-7
Google
Greenpeace
Gulf Cooperation Council: GCC
Huawei (CN): Huawei Technologies
Human Rights Foundation: HRF
Human Rights Watch: HRW
Indian National Congress (IN)
Inter-Parliamentary Alliance on China: IPAC
Inter-Services Intelligence (PK): ISI
Inter-Services Public Relations (PK): ISPR
International Atomic Energy Agency: IAEA
International Campaign for Tibet
International Committee of the Red Cross: ICRC; Red Cross
International Court of Justice: ICJ
International Criminal Court: ICC
International Labour Organization: ILO; International Labor Organization; International Labour Organisation
International Monetary Fund: IMF
International Olympic Committee: IOC
International Organization for Migration: IOM
Interpol: INTERPOL; International Criminal Police Organization; International Criminal Police Organisation
Islamic Development Bank: IsDB
Islamic Emirate of Afghanistan (AF): Islamic Emirate
Islamic Revolutionary Guard Corps (IR): IRGC; Revolutionary Guards
Kuomintang (TW): KMT
Mercosur
Microsoft
Ministry of Public Security of China (CN): ~Ministry of Public Security; Chinese Ministry of Public Security
Ministry of State Security of China (CN): ~Ministry of State Security; Chinese Ministry of State Security
National Endowment for Democracy (US): NED
National People's Congress (CN): NPC; National Peoples Congress
NATO: North Atlantic Treaty Organization; North Atlantic Treaty Organisation
Office of the United Nations High Commissioner for Human Rights: OHCHR; Office of the UN High Commissioner for Human Rights; Office of the High Commissioner for Human Rights; United Nations High Commissioner for Human Rights; UN High Commissioner for Human Rights; UN human rights office; UN rights office; U.N. human rights office; United Nations human rights office; UN Human Rights Office
Organisation for Economic Co-operation and Development: OECD
Organisation of Islamic Cooperation: OIC; Organization of Islamic Cooperation
Organization for Security and Co-operation in Europe: OSCE
Organization of the Petroleum Exporting Countries: OPEC
Pakistan Army (PK): Pakistani Army; Pak Army; Pakistan's army
Pakistan Muslim League (Nawaz) (PK): PML-N; PMLN; Pakistan Muslim League-Nawaz; Pakistan Muslim League - Nawaz
Pakistan Peoples Party (PK): PPP; Pakistan People's Party
Pakistan Tehreek-e-Insaf (PK): PTI party; Pakistan Tehrik-e-Insaf; Tehreek-e-Insaf; Tehrik-e-Insaf
People's Liberation Army (CN): PLA; Peoples Liberation Army; Chinese People's Liberation Army
People's Bank of China (CN)
Quadrilateral Security Dialogue: Quad
Rashtriya Swayamsevak Sangh (IN): RSS
Reporters Without Borders: RSF; Reporters Sans Frontieres
Republican Party (United States) (US): Republican Party; ~Republicans; GOP; ~Republican
Research and Analysis Wing (IN): RAW; R&AW; RA&W
Shanghai Cooperation Organisation: SCO; Shanghai Cooperation Organization
South Asian Association for Regional Cooperation: SAARC
State Council Information Office (CN): SCIO; Information Office of the State Council; Information Office of the State Council of China; State Council's Information Office; State Council Information Office of China
State Council of China (CN): ~State Council; Chinese State Council
Supreme Court of the United States (US): US Supreme Court; U.S. Supreme Court
Supreme Court of Pakistan (PK): Pakistan Supreme Court
Supreme Court of India (IN)
Tencent (CN)
TikTok
Transparency International
Twitter
UNESCO: United Nations Educational, Scientific and Cultural Organization
UNICEF: United Nations Children's Fund; UN Children's Fund
United Front Work Department (CN): UFWD
United Nations: UN; U.N.; U.N; the UN; UNO
United Nations Assistance Mission in Afghanistan: UNAMA
United Nations Development Programme: UNDP
United Nations General Assembly: UN General Assembly; UNGA; U.N. General Assembly
United Nations High Commissioner for Refugees: UNHCR; UN refugee agency; U.N. refugee agency
United Nations Human Rights Council: UN Human Rights Council; UNHRC; U.N. Human Rights Council; Human Rights Council
United Nations Security Council: UN Security Council; UNSC; U.N. Security Council; Security Council
United States Agency for International Development (US): USAID
United States Armed Forces (US): US military; US Armed Forces; U.S. military
United States Commission on International Religious Freedom (US): USCIRF; US Commission on International Religious Freedom; U.S. Commission on International Religious Freedom
United States Congress (US): US Congress; U.S. Congress; Congress of the United States; American Congress; ~Congress
United States Customs and Border Protection (US): US Customs and Border Protection; U.S. Customs and Border Protection; Customs and Border Protection; CBP
United States Department of Commerce (US): US Department of Commerce; U.S. Department of Commerce; US Commerce Department; ~Commerce Department; U.S. Commerce Department
United States Department of Defense (US): US Department of Defense; U.S. Department of Defense; Pentagon; ~Defense Department
United States Department of Homeland Security (US): US Department of Homeland Security; U.S. Department of Homeland Security; ~Department of Homeland Security; DHS
United States Department of Justice (US): US Department of Justice; U.S. Department of Justice; US Justice Department; ~Justice Department
United States Department of State (US): US State Department; ~State Department; US Department of State; U.S. Department of State; U.S. State Department; ~Department of State
United States Department of the Treasury (US): US Treasury Department; ~Treasury Department; US Treasury; U.S. Treasury; US Department of the Treasury
United States House of Representatives (US): US House of Representatives; ~House of Representatives; U.S. House of Representatives; US House; U.S. House
United States Senate (US): US Senate; U.S. Senate; American Senate; ~Senate
White House (US)
WhatsApp
World Bank
World Health Organization: WHO; World Health Organisation
World Trade Organization: WTO; World Trade Organisation
World Uyghur Congress: WUC; World Uighur Congress; UWC
Xinjiang Production and Construction Corps (CN): XPCC; Bingtuan
YouTube
Adidas
Alibaba (CN)
H&M
Hikvision (CN)
Nike
Volkswagen: VW
"""

OUTLETS = """
ABC News
Agence France-Presse (FR): AFP; Agence France Presse
Al Arabiya
Al Jazeera (QA): Aljazeera; Al-Jazeera
Anadolu Agency (TR): Anadolu
ANI (IN): Asian News International; ANI News
Ariana News (AF)
Asia Times (HK)
Asian Lite: Asian Lite News; Asian Lite International
Associated Press (US): AP; The Associated Press
Associated Press of Pakistan (PK): APP
Axios (US)
BBC (GB): BBC News; British Broadcasting Corporation
Bitter Winter
Bloomberg: Bloomberg News
CBS News (US): CBS
CGTN (CN)
China Central Television (CN): CCTV
China Daily (CN)
CNBC
CNN: Cable News Network
Daily Times (PK)
Dawn News (PK): Dawn newspaper
Deccan Herald (IN)
Deutsche Welle (DE): DW
Dunya News (PK)
The Economist (GB)
Euronews
Financial Times: FT
Foreign Affairs magazine
Foreign Policy magazine
Forbes
Fox News (US)
France 24 (FR)
Geo News (PK): Geo TV
Global Times (CN): The Global Times
Haaretz (IL)
Hindustan Times (IN)
IANS (IN): Indo-Asian News Service
India Narrative (IN): indianarrative.com; IndiaNarrative; India Narrative
India Today (IN)
Indian Express (IN): The Indian Express
Just Earth News
Khaama Press (AF)
Kyodo News (JP): Kyodo
Le Figaro (FR)
Le Monde (FR)
NBC News (US)
NDTV (IN)
News18 (IN)
New York Times (US): The New York Times; NYT
New Yorker (US): The New Yorker
Newsweek (US)
NHK (JP)
Nikkei Asia (JP): Nikkei
NPR (US): National Public Radio
People's Daily (CN): Peoples Daily
Phayul
Politico
Press Trust of India (IN): PTI
Radio Free Asia (US): RFA
Radio Free Europe/Radio Liberty (US): RFE/RL; RFERL; Radio Free Europe; Radio Liberty
Reuters: Thomson Reuters; Reuters news agency
Sky News
South China Morning Post (HK): SCMP
Der Spiegel (DE): Spiegel
Taipei Times (TW)
TASS (RU)
The Diplomat
The Guardian (GB): Guardian
The Hindu (IN)
The Independent (GB)
The News International (PK)
The Print (IN): ThePrint
The Times (GB)
The Times of India (IN): Times of India
Time magazine (US)
Tolo News (AF): TOLOnews; Tolonews
Voice of America (US): VOA
Wall Street Journal (US): The Wall Street Journal; WSJ
Washington Post (US): The Washington Post
WION (IN): World Is One News
Xinhua (CN): Xinhua News Agency; Xinhua news agency; Xinhua state news agency; Xinhua agency
Yonhap (KR): Yonhap News Agency
ZDF (DE)
"""

GROUPS = """
Aimaq people: Aimaq
al-Qaeda: al-Qaida; al Qaeda; al Qaida; Al Qaeda; Al-Qaida; Alqaeda
al-Qaeda in the Indian Subcontinent: AQIS; Al Qaeda in the Indian Subcontinent
al-Shabaab: al Shabaab; al-Shabab
Ahmadis: Ahmadi; Ahmadiyya; Ahmadiyyas
Baloch: Baloch people; Baluch; Balochs
Balochistan Liberation Army: BLA; Baloch Liberation Army; Baluchistan Liberation Army
Balochistan Liberation Front: BLF; Baloch Liberation Front
Boko Haram
Buddhists: Buddhist
Christians: Christian
East Turkistan Islamic Movement: ETIM; East Turkestan Islamic Movement; Eastern Turkistan Islamic Movement; Eastern Turkestan Islamic Movement; Turkistan Islamic Movement; Turkestan Islamic Movement; Turkistan Islamic Party; Turkestan Islamic Party; East Turkistan Islamic Party
Falun Gong: Falun Dafa
Fatah
Hamas
Han Chinese: ethnic Han; Han people; Hans
Haqqani Network: Haqqani network; Haqqani group
Hazaras: Hazara
Hezbollah: Hizbollah; Hizbullah
Hindus: Hindu
Hizb ut-Tahrir: Hizb-ut-Tahrir
Hizbul Mujahideen: Hizb-ul-Mujahideen; Hizbul-Mujahideen; HuM
Houthis: Houthi
Hui people: Hui; ethnic Hui; Hui Muslims; Hui Muslim; Huis
Islamic Movement of Uzbekistan: IMU
Islamic State: ISIS; ISIL; Daesh; IS; Islamic State of Iraq and the Levant; Islamic State of Iraq and Syria; Islamic State group
Islamic State Khorasan Province: ISIS-K; ISKP; IS-K; Islamic State Khorasan; Islamic State-Khorasan; ISIS-Khorasan; Islamic State Khurasan
Jaish-e-Mohammed: JeM; Jaish-e-Mohammad; Jaish-e-Muhammad; Jaish-i-Mohammed
Jamaat-ul-Ahrar: JuA
Jews: Jewish people
Kurds: Kurdish people
Kurdistan Workers' Party: PKK
Lashkar-e-Jhangvi: LeJ
Lashkar-e-Taiba: LeT; Lashkar-e-Tayyaba; Lashkar-e-Toiba; Lashkar-e-Tayyiba; Lashkar-i-Taiba
Manchus: Manchu
Maoists: Maoist
Muslim Brotherhood
Muslims: Muslim
Nazis: Nazi
Pashtuns: Pashtun; Pathans
Rohingya: Rohingyas; Rohingya Muslims
Shias: Shia; Shiites; Shiite; Shi'ite
Sikhs: Sikh
Sunnis: Sunni
Taliban: Taleban; Afghan Taliban; Talibs; New Taliban; Taliban 2.0
Tamil Tigers: LTTE
Tatars: ethnic Tatars; Tatar
Tehreek-e-Labbaik Pakistan: TLP; Tehreek-e-Labbaik; Tehrik-e-Labbaik Pakistan
Tehreek-e-Taliban Pakistan: TTP; Tehrik-e-Taliban Pakistan; Tehrik-i-Taliban Pakistan; Tehreek-i-Taliban Pakistan; Pakistani Taliban; Pakistan's Taliban; Pakistan Taliban; Tehrik-e-Taliban
Tibetans: Tibetan; ethnic Tibetans; ethnic Tibetan; Tibetan people
Turkic peoples: Turkic people; Turkic; Turkic-speaking; Turkic Muslims
Uyghurs: Uyghur; Uighur; Uighurs; Uygur; Uygurs; Uigur; Uigurs; Uyghur people; Uyghur Muslims; Uighur Muslims; Uyghur Muslim
Mongols: ethnic Mongols; Mongol
Yazidis: Yazidi
"""

PLACES = """
Aksai Chin
Al-Aqsa Mosque: Al Aqsa
Arabian Sea
Arctic
Africa
Arunachal Pradesh (IN)
Asia
Asia-Pacific: Asia Pacific
Atlantic Ocean: Atlantic
Azad Kashmir: PoK Kashmir; Pakistan Occupied Kashmir; PoJK; Pakistan-administered Kashmir; Azad Jammu and Kashmir
Balkans
Bay of Bengal
Black Sea
Capitol Hill (US)
Caribbean
Caucasus
Central America
Central Asia: Central Asian region
Crimea
Diaoyu Islands: Senkaku Islands; Senkakus
Doklam
Durand Line
East Asia: Eastern Asia
East China Sea
East Turkistan: East Turkestan; Eastern Turkistan; Eastern Turkestan; East Turkistani; East Turkestani; East Turkistanis
Eastern Europe
Eurasia
Europe
Galwan Valley: Galwan
Gaza Strip
Gilgit-Baltistan (PK): Gilgit Baltistan
Great Hall of the People (CN): Great Hall of People
Guantanamo Bay: Guantanamo
Gwadar Port (PK): port of Gwadar; Gwadar seaport
Hague (NL): The Hague
Himalayas: Himalaya
Horn of Africa
Indian Ocean
Indian subcontinent
Indo-Pacific: Indo Pacific; Indo-Pacific region
Jammu and Kashmir: J&K; Jammu & Kashmir
Karakoram Highway
Kashmir
Khunjerab Pass
Khyber Pakhtunkhwa (PK): KPK
Ladakh (IN)
Latin America
Line of Actual Control: LAC
Line of Control: LoC
Mediterranean Sea: Mediterranean
Mekong River: Mekong
Middle East: Mideast
New Delhi (IN): Delhi
New York (US): New York City
North Africa: Northern Africa
North America
North Waziristan (PK)
Pacific Ocean: Pacific
Pacific Islands
Paris (FR)
Persian Gulf
Place de la République (FR): Place de la Republique
Red Sea
Sahel
Scandinavia
Siberia (RU)
South America
South Asia: Southern Asia; South Asian region
South China Sea
South Waziristan (PK)
Southeast Asia: South-East Asia; South East Asia; Southeastern Asia
Strait of Hormuz
Strait of Malacca: Malacca Strait
Suez Canal
Taiwan Strait: Taiwan Straits
Tiananmen Square (CN): Tiananmen
Tibet (CN): Tibet Autonomous Region; Tibetan Autonomous Region; TAR; Xizang
Tibetan Plateau
Wakhan Corridor (AF)
Washington, DC (US): Washington; Washington DC; Washington D.C.; Washington, D.C.
West Africa
West Bank
Western Asia: West Asia
Western Europe
Xinjiang (CN): Xinjiang Uyghur Autonomous Region; Xinjiang Uighur Autonomous Region; Xinjiang Uygur Autonomous Region; Uyghur Autonomous Region; Uighur Autonomous Region; Uyghur Region; XUAR; Xinjiang Autonomous Region; Sinkiang
Yellow Sea
"""

EVENTS = """
1989 Tiananmen Square protests (CN): Tiananmen Square massacre; Tiananmen massacre; Tiananmen Square crackdown; Tiananmen crackdown; Tiananmen protests; Tiananmen Square Massacre
Arab Spring
Armenian genocide: Armenian Genocide
Christmas
Cold War
COVID-19 pandemic: COVID-19; Covid-19; COVID; Covid; coronavirus epidemic; coronavirus pandemic; coronavirus outbreak; coronavirus; Covid-19 pandemic; COVID pandemic; COVID 19; Coronavirus
Cultural Revolution (CN)
Eid al-Fitr: Eid-ul-Fitr; Eid ul-Fitr; Eid
Fall of Kabul (AF): fall of Kabul
First World War: World War I; World War One
Great Leap Forward (CN)
Gulf War
Holocaust
Iraq War: Iraq war; US invasion of Iraq
July 2009 Urumqi riots (CN): Urumqi riots; Urumqi massacre; Urumchi massacre; Urumqi Massacre; Urumchi Massacre; Ürümqi massacre; Ürümqi riots; Urumchi riots; 2009 Urumqi riots
Korean War
Ramadan: Ramzan
Russian invasion of Ukraine (UA): Russia's invasion of Ukraine; invasion of Ukraine; Ukraine war; war in Ukraine; Ukraine War; Russia-Ukraine war; Russo-Ukrainian war
Rwandan genocide: Rwandan Genocide
Second World War: World War II; World War Two; WWII
September 11 attacks (US): 9/11; 9/11 attacks; September 11; Sept. 11 attacks; September 11 terrorist attacks
Srebrenica massacre: Srebrenica genocide
Syrian civil war (SY): Syria's civil war; civil war in Syria; Syrian Civil War
Taliban takeover of Afghanistan (AF): Taliban takeover; Taliban's takeover of Afghanistan; Taliban takeover of Kabul; Taliban's takeover
US invasion of Afghanistan (AF): United States invasion of Afghanistan; American invasion of Afghanistan; US-led invasion of Afghanistan
US troop withdrawal from Afghanistan (AF): US troop withdrawal; America's troop withdrawal; US withdrawal from Afghanistan; withdrawal of US troops; withdrawal of US forces; withdrawal of US troops from Afghanistan; US Troop Pull Out; US troop pullout; U.S. withdrawal from Afghanistan
Vietnam War
War in Afghanistan (AF): Afghan war; Afghanistan war; Afghan War; war in Afghanistan
War on Terror: war on terror; war on terrorism; Global War on Terror
World Economic Forum
"""

PROGRAMMES = """
All-Weather Strategic Cooperative Partnership: Pakistan-China All-Weather Strategic Cooperative Partnership; China-Pakistan All-Weather Strategic Cooperative Partnership; All-Weather Strategic Cooperation Partnership; all-weather strategic cooperative partnership; all-weather strategic cooperation partnership
AUKUS
Belt and Road Initiative (CN): BRI; Belt and Road; Belt & Road Initiative; One Belt, One Road; One Belt One Road; OBOR; New Silk Road; Silk Road Economic Belt; Belt-and-Road Initiative; belt and road initiative; Belt and Road initiative; Silk Road networks; Belt Road Initiative
China-Pakistan Economic Corridor: CPEC; China Pakistan Economic Corridor; Pakistan-China Economic Corridor; China-Pakistani economic corridor; China-Pakistan economic corridor
Five-Year Plan
Global Development Initiative (CN): GDI
Global Security Initiative (CN): GSI
Made in China 2025 (CN)
Middle Way Approach: Middle Way approach; Middle Way policy
one-child policy (CN)
One-China policy: One China policy; One-China; one-China; one China principle; one-China principle; One China principle; One China Policy; One China; one-China policy
One country, two systems: one country, two systems; one country two systems
Paris Agreement: Paris climate agreement
Strike Hard campaign (CN): Strike Hard Campaign; Strike Hard; strike hard campaign; Strike Hard Campaign Against Violent Terrorism
Xinjiang labour transfer programme (CN): labour transfer programme; labour-transfer programme; labor transfer program; labor-transfer program; labour transfer scheme; labor transfer scheme; labour transfer program
Zero-Covid policy (CN): zero-Covid policy; zero-COVID policy; Zero Covid; zero-Covid; zero-COVID
"""

WORKS = """
Genocide Convention: Convention on the Prevention and Punishment of the Crime of Genocide; UN Genocide Convention; 1948 Genocide Convention
Geneva Conventions: Geneva Convention
Global Magnitsky Act (US): Magnitsky Act; Global Magnitsky Human Rights Accountability Act
Hong Kong national security law (HK): Hong Kong National Security Law; National Security Law
Koran: Quran; Qur'an; Holy Quran; Holy Qur'an
Refugee Convention
Rome Statute
Tariff Act of 1930 (US): 1930 Tariff Act; Tariff Act; Smoot-Hawley Tariff Act
Terrorist Exclusion List (US): US terror list; America's terror list
Trafficking in Persons Report (US): Trafficking in Persons; TIP report; Trafficking in Persons (TIP) report
Universal Declaration of Human Rights: UDHR
Uyghur Forced Labor Prevention Act (US): UFLPA; Uyghur Forced Labour Prevention Act; Uighur Forced Labor Prevention Act; Uighur Forced Labour Prevention Act
Uyghur Human Rights Policy Act (US): Uighur Human Rights Policy Act
Xinjiang Papers
Xinjiang Police Files
China Cables
"""

PERSONS = """
Angela Merkel (DE)
Antony Blinken (US): Antony J. Blinken; Tony Blinken
Anthony Albanese (AU)
António Guterres: Antonio Guterres
Barack Obama (US)
Benjamin Netanyahu (IL)
Boris Johnson (GB)
Dalai Lama: His Holiness the Dalai Lama; 14th Dalai Lama
Donald Trump (US): Donald J. Trump
Emmanuel Macron (FR)
George W. Bush (US)
Hamid Karzai (AF)
Hillary Clinton (US)
Imran Khan (PK)
Jens Stoltenberg
Joe Biden (US): Joseph Biden; Joseph R. Biden
Josep Borrell
Justin Trudeau (CA)
Kim Jong Un (KP): Kim Jong-un
Mahmoud Abbas
Mao Zedong (CN): Mao Tse-tung
Mike Pompeo (US)
Mohammed bin Salman (SA)
Nancy Pelosi (US)
Narendra Modi (IN)
Olaf Scholz (DE)
Osama bin Laden: Usama bin Laden; Osama bin Ladin; bin Laden
Recep Tayyip Erdogan (TR): Recep Tayyip Erdoğan; Tayyip Erdogan
Rishi Sunak (GB)
Ursula von der Leyen
Vladimir Putin (RU)
Volodymyr Zelenskyy (UA): Volodymyr Zelensky
Xi Jinping (CN)
"""

COUNTRIES = """
AF: Af
AE: UAE; U.A.E.; Emirates
CD: DRC; DR Congo
CN: PRC; P.R.C.; Mainland China; Sino
GB: UK; U.K.; Britain; England; Scotland; Wales; Northern Ireland; Scottish; Welsh; English; Briton; Britons
HK: Hong Kongers; Hongkongers
KP: DPRK; North Korean; North Koreans
KR: ROK; South Korean; South Koreans
PK: Pak
PS: Palestine; Gaza; Palestinian; Palestinians
RU: USSR; Soviet Union; Soviet
SA: Saudi; Saudis; KSA
TR: Turkiye; Türkiye
US: US; U.S.; USA; U.S.A.; America; United States; Americans
VA: Vatican
"""
"""What texts call countries beside the names in the libraries, by alpha-2 code."""
