"""English as agencies, broadcasters and relief bodies write it: the figure, and who is credited with it ("" is the author's own voice)."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import is_origin

PHRASINGS = [
    (
        "At least 14 people were killed when a missile hit an apartment block in Kharkiv, regional governor Petro "
        "Salenko said on Telegram.",
        "At least 14", "Petro Salenko",
    ),
    (
        "At least 14 people were killed when a missile hit an apartment block in Kharkiv, the regional governor, Petro "
        "Salenko, said in a post on Telegram.",
        "At least 14", "Salenko",
    ),
    ("In a post on X, the mayor of Rafah said 12 people had been killed in the strike.", "12", "mayor of Rafah"),
    ("\"Nine people were killed and 20 injured,\" Mayor Oleh Daniv wrote on Facebook.", "Nine", "Daniv"),
    ("Writing on Telegram, the head of the region, Oleksiy Brun, said three people had been killed.", "three", "Brun"),
    ("Seventeen people were killed in the attack, said Dr Marwan Haddad, the director of the hospital.", "Seventeen", "Haddad"),
    (
        "The strike killed 17 people, among them six children, Dr Marwan Haddad, director of the Al-Amal Hospital, "
        "told Reuters by phone.",
        "17", "Haddad",
    ),
    ("The strike killed 17 people, according to Marwan Haddad, director of the Al-Amal Hospital, who spoke by phone.", "17", "Haddad"),
    ("A spokeswoman for the regional prosecutor's office, Dmytra Holub, put the number of dead at 11.", "11", "Holub"),
    ("A spokesman for the civil defence, Mahmoud Basir, said rescuers had recovered 16 bodies from the rubble.", "16", "Basir"),
    ("Mahmoud Basir, a spokesman for the civil defence, said rescuers had recovered 16 bodies from the rubble.", "16", "Basir"),
    ("The death toll has risen to 23, civil defence spokesman Mahmoud Basir told AFP.", "23", "Basir"),
    (
        "The death toll rose to 23 overnight after two of the wounded died, the health ministry said in a statement.",
        "23", "health ministry",
    ),
    (
        "The toll could rise as people remained under the rubble, the ministry said. Some 31 people were killed, it added.",
        "Some 31", "ministry",
    ),
    (
        "Health officials said at least 31 people had been killed. They said most of the dead were women and children.",
        "at least 31", "Health officials",
    ),
    ("Morgue officials said they had received 22 bodies since dawn.", "22", "Morgue officials"),
    ("The bodies of 22 people were brought to the morgue, a morgue worker said.", "22", "morgue worker"),
    ("Hospital records showed that 22 people died of their wounds.", "22", "Hospital records"),
    ("Medics said that 9 people were killed.", "9", "Medics"),
    ("Medics at Nasser Hospital said an Israeli airstrike had killed nine people in a tent.", "nine", "Medics at Nasser Hospital"),
    ("Nine people were killed in a tent, Palestinian medics said.", "Nine", "Palestinian medics"),
    ("Local health authorities reported that 38 people were killed across the enclave.", "38", "health authorities"),
    (
        "Israeli strikes killed at least 38 Palestinians across Gaza on Thursday, local health authorities said, as "
        "talks resumed in Cairo.",
        "at least 38", "local health authorities",
    ),
    (
        "Israeli strikes killed at least 38 Palestinians across Gaza on Thursday, local health authorities said.",
        "at least 38", "local health authorities",
    ),
    ("At least 38 Palestinians were killed on Thursday, the Hamas-run health ministry said.", "At least 38", "health ministry"),
    (
        "At least 38 Palestinians were killed on Thursday, according to the Hamas-run health ministry, which does not "
        "distinguish between civilians and combatants.",
        "At least 38", "health ministry",
    ),
    ("The health ministry in Hamas-run Gaza said 38 Palestinians were killed on Thursday.", "38", "health ministry"),
    (
        "More than 34,000 people have been killed in Gaza, according to the territory's health ministry.",
        "More than 34,000", "health ministry",
    ),
    (
        "More than 34,000 people have been killed in Gaza since October, mostly women and children, according to "
        "figures from the health ministry.",
        "More than 34,000", "health ministry",
    ),
    (
        "More than 34,000 people have been killed, according to a tally compiled by AFP from official Israeli figures.",
        "More than 34,000", "AFP",
    ),
    ("About 1,200 people were killed in the attack, according to an AFP tally based on official Israeli figures.", "About 1,200", "AFP"),
    ("Some 1,200 people were killed, according to Israeli tallies.", "Some 1,200", "Israeli"),
    (
        "At least 85 people were killed in the fighting, according to data compiled by the Armed Conflict Location and "
        "Event Data Project.",
        "At least 85", "Armed Conflict Location",
    ),
    ("At least 85 people were killed in the fighting, according to a count by the Associated Press.", "At least 85", "Associated Press"),
    (
        "The Syrian Observatory for Human Rights, a Britain-based war monitor, put the death toll at 40, including 12 civilians.",
        "40", "Observatory",
    ),
    (
        "The Britain-based Observatory, which relies on a network of sources on the ground, said 40 people had been killed.",
        "40", "Observatory",
    ),
    ("The Observatory's director, Rami Abdulrahman, told AFP that 40 people had been killed.", "40", "Observatory"),
    ("\"Forty people were killed, including 12 civilians,\" Observatory head Rami Abdel Rahman told AFP.", "Forty", "Observatory"),
    ("State news agency SANA, citing a military source, reported that seven soldiers were killed.", "seven", "military source"),
    ("Syrian state media quoted a military source as saying seven soldiers were killed.", "seven", "military source"),
    ("State television quoted the governor of Homs as saying that seven people had been killed.", "seven", "governor of Homs"),
    ("Russia's RIA news agency quoted local officials as saying 6 people were killed.", "6", "local officials"),
    ("TASS, citing emergency services, reported six people were killed.", "six", "emergency services"),
    ("Six people were killed, Russia's state-run TASS news agency reported, citing the emergency services.", "Six", "emergency services"),
    ("Six people were killed, the Interfax news agency quoted the regional governor as saying.", "Six", "governor"),
    ("Iran's state-run IRNA reported 16 people were killed.", "16", "IRNA"),
    ("Iran's state-run IRNA news agency, quoting the governor, reported that 16 people were killed.", "16", "governor"),
    ("The Fars news agency, which is close to the Revolutionary Guards, said 16 people were killed.", "16", "Fars"),
    ("Sixteen people were killed, the semi-official Tasnim news agency said.", "Sixteen", "Tasnim"),
    (
        "A senior security official, who asked not to be named because he was not authorised to speak to the media, "
        "said 13 soldiers had died.",
        "13", "security official",
    ),
    (
        "Thirteen soldiers died, a senior security official said, speaking on condition of anonymity because he was "
        "not authorised to brief the media.",
        "Thirteen", "security official",
    ),
    ("Thirteen soldiers died, said an army officer who asked not to be identified.", "Thirteen", "army officer"),
    ("An official at the ministry who declined to be named said thirteen soldiers died.", "thirteen", "official"),
    ("Two security sources told Reuters that thirteen soldiers had been killed.", "thirteen", "security sources"),
    ("Two diplomats briefed on the matter said thirteen soldiers had been killed.", "thirteen", "diplomats"),
    (
        "Witnesses and medics told AFP that at least 15 people were killed when a drone struck the market.",
        "at least 15", "Witnesses and medics",
    ),
    ("At least 15 people were killed when a drone struck the market, witnesses and a medical source told AFP.", "At least 15", "witnesses"),
    ("A medical source at the El-Obeid hospital told AFP it had received 15 bodies.", "15", "medical source"),
    ("A doctor at the hospital, who asked not to be named for security reasons, said it had received 15 bodies.", "15", "doctor"),
    ("Residents said by telephone that the raid killed four farmers.", "four", "Residents"),
    ("Residents of the village of Ganda said gunmen killed 37 people.", "37", "Residents of the village"),
    ("\"They killed 37 people,\" said Moussa Diallo, a resident who fled to the next town.", "37", "Moussa Diallo"),
    ("\"We buried 37 people,\" Moussa Diallo, a village elder, told the BBC.", "37", "Moussa Diallo"),
    ("One resident, Moussa Diallo, said he had counted 37 bodies.", "37", "Diallo"),
    ("Police spokesman Nahum Dasu confirmed the attack and said 12 people were killed.", "12", "Nahum Dasu"),
    ("Police said 12 people were killed.", "12", "Police"),
    ("Twelve people were killed, police spokesman Nahum Dasu said in a statement on Sunday.", "Twelve", "Nahum Dasu"),
    ("In a statement on Sunday, police spokesman Nahum Dasu said 12 people were killed.", "12", "Nahum Dasu"),
    ("In a statement, the army said it had killed 12 militants.", "12", "army"),
    ("The army said in a statement late on Sunday that 12 militants were killed.", "12", "army"),
    (
        "The military said in a statement that it \"regrets any harm to uninvolved individuals\". It said 12 militants were killed.",
        "12", "military",
    ),
    ("The IDF said it killed 12 militants.", "12", "IDF"),
    ("The army's general staff said 12 soldiers were killed.", "12", "general staff"),
    ("Ukraine's General Staff said Russian forces had lost 900 soldiers in a day.", "900", "General Staff"),
    ("Ukraine's air force said 3 people were killed.", "3", "air force"),
    ("Interior Minister Ihor Klym said five people, including two police officers, were killed.", "five", "Ihor Klym"),
    ("Five people were killed, Interior Minister Ihor Klym said.", "Five", "Klym"),
    ("Five people were killed, Ukraine's interior ministry said.", "Five", "interior ministry"),
    ("Five people were killed, Ukraine's State Emergency Service said on Telegram.", "Five", "Emergency Service"),
    ("Five people were killed, rescuers said.", "Five", "rescuers"),
    ("Rescue workers pulled five bodies from the rubble, the emergency service said.", "five", "emergency service"),
    ("Regional prosecutors said the shelling killed two people.", "two", "prosecutors"),
    ("The prosecutor general's office said the shelling killed two people.", "two", "prosecutor general's office"),
    ("President Volodymyr Zelensky said the attack killed at least 20 people.", "at least 20", "Zelensky"),
    ("The attack killed at least 20 people, President Volodymyr Zelensky said in his nightly address.", "at least 20", "Zelensky"),
    ("The UN human rights office said it had verified the deaths of 112 civilians.", "112", "human rights"),
    ("The United Nations has verified the deaths of 112 civilians.", "112", "United Nations"),
    ("The U.N. Office for the Coordination of Humanitarian Affairs said 112 civilians were killed in April.", "112", "Coordination"),
    ("According to the UN's humanitarian agency, OCHA, 112 civilians were killed in April.", "112", "humanitarian agency"),
    ("The UN children's agency, UNICEF, said 14 children were killed.", "14", "UNICEF"),
    ("Fourteen children were killed, said Catherine Rauss, UNICEF's executive director.", "Fourteen", "Rauss"),
    ("Doctors Without Borders said its hospital had treated 54 wounded people.", "54", "Doctors Without Borders"),
    ("The medical charity MSF said its teams treated 54 wounded people.", "54", "MSF"),
    ("The Emergency Lawyers group, which documents abuses, said 27 people were killed in the shelling.", "27", "Emergency Lawyers"),
    ("The Sudan Doctors Network said in a statement that 27 people were killed in the shelling.", "27", "Sudan Doctors Network"),
    (
        "Twenty-seven people were killed in the shelling of the camp, a group of volunteers, the El Fasher Emergency "
        "Response Room, said.",
        "Twenty-seven", "volunteers",
    ),
    (
        "The local resistance committee, one of hundreds of volunteer groups across the country, said 27 people were killed.",
        "27", "resistance committee",
    ),
    ("Activists said 27 people were killed.", "27", "Activists"),
    ("The Local Coordination Committees, an activist network, said 27 people were killed.", "27", "Local Coordination Committees"),
    ("The opposition Syrian National Coalition said 27 people were killed.", "27", "Coalition"),
    ("Amnesty International said in a report released on Thursday that 27 civilians were killed.", "27", "Amnesty"),
    ("Human Rights Watch documented the killing of 27 civilians.", "27", "Human Rights Watch"),
    ("The rights group said 27 civilians were killed.", "27", "rights group"),
    ("Airwars, which tracks civilian harm, estimates that between 20 and 27 civilians were killed.", "between 20 and 27", "Airwars"),
    (
        "Lebanon's health ministry said seven people were killed and 24 wounded in a strike on the southern town of Nabatieh.",
        "seven", "health ministry",
    ),
    (
        "Seven people were killed and 24 wounded in a strike on the southern town of Nabatieh, Lebanon's health "
        "ministry reported in a preliminary toll.",
        "Seven", "health ministry",
    ),
    ("Lebanon's National News Agency reported that seven people were killed.", "seven", "National News Agency"),
    ("Yemen's Houthi rebels said the strikes killed 16 people and wounded 42.", "16", "Houthi"),
    ("The Houthi-run Al-Masirah TV reported that 16 people were killed.", "16", "Al-Masirah"),
    ("Sixteen people were killed, Houthi-run Al-Masirah TV reported, citing the health ministry.", "Sixteen", "health ministry"),
    ("A local government official, Abdu Saleh, told Reuters that 16 people were killed.", "16", "Abdu Saleh"),
    ("Provincial council member Haji Rasul said 16 civilians were killed.", "16", "Haji Rasul"),
    ("Zabihullah Mujahid, the Taliban's main spokesman, said 16 civilians were killed.", "16", "Taliban"),
    ("Sixteen civilians were killed, Taliban spokesman Zabihullah Mujahid said on Twitter.", "Sixteen", "Taliban"),
    ("General Ahmad Zarif, the provincial police chief, told a news conference that 16 civilians were killed.", "16", "Zarif"),
    ("Speaking at a news conference in Kabul, the provincial police chief said 16 civilians were killed.", "16", "police chief"),
    ("At a news conference in Kabul, the provincial police chief, General Ahmad Zarif, said 16 civilians were killed.", "16", "Zarif"),
    ("In its daily bulletin, the ministry reported 16 deaths.", "16", "ministry"),
    ("The ministry's daily update put the number of dead at 16.", "16", "ministry"),
    ("The hospital's morgue registered 16 dead, its director said.", "16", "director"),
    ("The governor put the toll at 16.", "16", "governor"),
    ("An official toll issued by the ministry stood at 16 dead.", "16", "ministry"),
    ("Sixteen people were killed. That figure was given by the governor of Idlib.", "Sixteen", "governor of Idlib"),
    ("Sixteen people were killed. The figures could not be independently verified.", "Sixteen", ""),
    ("The mayor visited the site. \"Sixteen people were killed,\" he said.", "Sixteen", "mayor"),
    ("Governor Serhiy Lysko visited the site on Monday. He told reporters 16 people had been killed.", "16", "Lysko"),
    (
        "\"It was hell,\" said Amal Rizk, a nurse at the clinic. \"We had 16 dead and 30 wounded in one hour. I have "
        "never seen anything like it.\"",
        "16", "Amal Rizk",
    ),
    ("Sixteen people were killed, 11 of them children, the White Helmets rescue service said.", "Sixteen", "White Helmets"),
    ("The White Helmets, a volunteer rescue group, said on social media that 16 people were killed.", "16", "White Helmets"),
    ("The rescue service known as the White Helmets said 16 people were killed.", "16", "White Helmets"),
    ("The Palestinian Red Crescent said its crews had transferred 16 dead and 30 wounded to hospital.", "16", "Red Crescent"),
    ("A spokesperson for the International Committee of the Red Cross said 16 people were killed.", "16", "Red Cross"),
    ("The African Union mission said 16 peacekeepers were killed.", "16", "African Union"),
    ("Al-Shabab claimed it had killed 57 soldiers.", "57", "Al-Shabab"),
    ("The militant group said its fighters killed 57 soldiers, a claim the army rejected.", "57", "militant group"),
    (
        "At least 19 civilians were killed on Wednesday when an air strike hit a house, according to residents, medics "
        "and a local official.",
        "At least 19", "residents, medics and a local official",
    ),
    ("At least seven civilians were killed in the village, according to a witness and BBC Burmese.", "At least seven", "a witness and BBC"),
    (
        "Seventy people were killed, according to reports from local and international organizations.",
        "Seventy", "local and international organizations",
    ),
    (
        "Fifteen people were killed in the market, according to a relief worker and a local group on Wednesday.",
        "Fifteen", "relief worker and a local group",
    ),
    ("Fifteen people were killed in the market, said the governor and the police.", "Fifteen", "the governor and the police"),
    ("Fifteen people were killed, according to the army, and two brothers were missing.", "Fifteen", "the army"),
    ("Fifteen people were killed according to the army and rebels killed nobody.", "Fifteen", "army"),
    (
        "At least 30 children were among the dead, said an emergency worker at the scene and an official of the shadow government.",
        "At least 30", "emergency worker",
    ),
    ("Unconfirmed reports say four were killed.", "four", ""),
    (
        "A United Nations security report seen by this agency confirmed the strike, saying one fisherman was killed.",
        "one", "United Nations",
    ),
    ("Houthi-run Al-Masirah TV said more than 10 civilians had been killed.", "more than 10", "Masirah"),
    ("The Houthi-run al-Masirah channel quoted the health ministry as saying six civilians had been killed.", "six", "health ministry"),
    ("The governor of Idlib, where a raid hit a market on Monday, said 12 people were injured.", "12", "governor of Idlib"),
    (
        "Feb 9 (Reuters) - The number of people killed by an air strike on the northern town has risen to 13, the "
        "rebel group in control there said on Sunday.",
        "13", "rebel group",
    ),
    ("KYIV, March 20 (Reuters) - A bomb killed four people in the town on Thursday, the regional governor said.", "four", "governor"),
    ("The governor had earlier given a toll of seven dead.", "seven", "governor"),
    ("The region's governor had earlier spoken of six dead.", "six", "governor"),
    ("The police had given a figure of 11 dead on Monday and have not revised it.", "11", "police"),
    ("Two residents of Yewula, reached separately, put the death toll at 15.", "15", "residents of Yewula"),
    (
        "The attackers stormed Kwapit, in the Mangu area, and killed 28 people, said Bala Dakwak, the chairman of the council.",
        "28", "Dakwak",
    ),
    (
        "\"We have buried 22 of our people,\" the community leader, Mr. Dung Pwajok, told our correspondent by the mass grave.",
        "22", "Pwajok",
    ),
    ("At least 13 people died, a hospital administrator and a resident said.", "At least 13", "a hospital administrator and a resident"),
    ("The Observatory, which follows the war from England, spoke of 21 dead civilians.", "21", "Observatory"),
    (
        "\"Our assessment is that 14 fighters were killed,\" said Colonel Brent Halloway, the coalition's spokesman in Baghdad.",
        "14", "Halloway",
    ),
    ("Local news outlet Salween Eye, citing rescue workers, said on Saturday that nine people had been killed.", "nine", "rescue workers"),
    ("Local media quoted council officials as saying that as many as 28 people lost their lives.", "as many as 28", "council officials"),
    (
        "Not less than 46 people were killed in the first days of April, going by the National Emergency Management Agency's count.",
        "Not less than 46", "National Emergency Management Agency",
    ),
]


@pytest.mark.parametrize(("text", "figure", "origin"), PHRASINGS)
def test_who_is_credited(text: str, figure: str, origin: str) -> None:
    assert is_origin(origin, text, figure, "en")
