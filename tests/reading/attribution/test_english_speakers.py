"""Phrasings of English reports: the figure, and who is credited with it ("" is the author's own voice)."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import is_origin, speakers_of

PHRASINGS = [
    # a noun of no list, before and after the verb
    ("A beekeeper in the village said 14 people were killed.", "14", "beekeeper"),
    ("The bakery's owner said nine people were killed in the queue.", "nine", "owner"),
    ("Nine people were killed in the queue, said the owner of the bakery.", "Nine", "owner"),
    ("Shoppers said at least nine people were killed.", "nine", "Shoppers"),
    ("Two taxi drivers told the paper that seven people were killed.", "seven", "drivers"),
    ("Morgue staff said they had received 31 bodies.", "31", "Morgue staff"),
    ("Morticians in the port city put the number of dead at 31.", "31", "Morticians"),
    ("Eleven people were killed, a camp coordinator told AFP by phone.", "Eleven", "coordinator"),
    ("Eleven people were killed, tribal leaders in the province said.", "Eleven", "tribal leaders"),
    ("Eleven people were killed, the town's undertaker said on Sunday.", "Eleven", "undertaker"),
    ("The Turkish-backed administration in Afrin said 11 civilians were killed.", "11", "administration"),
    ("An Iraqi paramilitary leader said 12 of his men were killed.", "12", "leader"),
    ("A rescue volunteer, Samir Haddad, said 16 people were killed.", "16", "Samir Haddad"),
    ("Samir Haddad, a rescue volunteer in the town, said 16 people were killed.", "16", "Samir Haddad"),
    ("Samir Haddad, who runs the clinic, said 16 people were killed.", "16", "Samir Haddad"),
    ("The clinic's manager, Samir Haddad, told Reuters that 16 people were killed.", "16", "Samir Haddad"),
    ("One survivor of the attack told the broadcaster that 40 people were killed.", "40", "survivor"),
    ("A committee of lawyers said in a statement that more than 20 people were killed.", "20", "committee of lawyers"),
    ("More than 20 people were killed on Sunday after shells hit a market, a committee of lawyers said in a statement.", "20", "committee"),
    ("A statement from the Darfur lawyers' committee said 20 people were killed.", "20", "committee"),
    # according to, per, by, citing
    ("According to the camp's residents, 18 people were killed.", "18", "residents"),
    ("According to two people who saw the bodies, 18 people were killed.", "18", "two people"),
    ("Eighteen people were killed, according to a burial team.", "Eighteen", "burial team"),
    ("At least 18 people were killed, per local hospital staff.", "18", "hospital staff"),
    ("The hospital took in 22 bodies, Reuters reported, citing a medic.", "22", "medic"),
    ("Reuters, citing a hospital porter, reported 22 deaths.", "22", "hospital porter"),
    ("State television, quoting a security source, said 22 people were killed.", "22", "security source"),
    ("An informed source quoted by SANA said 22 people were killed.", "22", "source"),
    ("Seven deaths were reported by the district's health office.", "Seven", "health office"),
    ("Figures from the health cluster show 140 people killed since May.", "140", "health cluster"),
    ("A tally kept by a local newspaper counts 140 people killed since May.", "140", "local newspaper"),
    ("Data compiled by the think tank show that 140 people were killed since May.", "140", "think tank"),
    ("A report by the inquiry commission lists 140 people killed.", "140", "inquiry commission"),
    ("By the village headman's count, 19 people were killed.", "19", "headman"),
    # other verbs of saying
    ("Hospital staff counted 13 bodies.", "13", "Hospital staff"),
    ("The morgue logged 13 bodies by noon.", "13", "morgue"),
    ("The relief agency tallied 13 people killed in the district.", "13", "relief agency"),
    ("Local activists blamed Russia for the raid, which they said killed eight people.", "eight", "activists"),
    ("The Houthis put their losses at 17 dead.", "17", "Houthis"),
    ("The provincial council gave a toll of 17 dead.", "17", "council"),
    ("A medic texted that 17 people were killed.", "17", "medic"),
    ("Villagers recalled that 17 people were killed in the mosque.", "17", "Villagers"),
    ("As the surgeon put it, 17 people were killed for nothing.", "17", "surgeon"),
    ("The warplanes killed 17 people, in the mayor's telling.", "17", "mayor"),
    ("Activists said the raid was heavy, with 17 people killed.", "17", "Activists"),
    # headlines and notes
    ("Air raid kills 11 civilians in northwest: monitor", "11", "monitor"),
    ("Air raid kills 11 civilians in northwest, activists say", "11", "activists"),
    ("Shelling kills 20 at market - doctors' union", "20", "doctors' union"),
    # a pronoun, a body told of before, a quotation that goes on
    ("Karim Nasser, a teacher, ran to the school. He said 15 pupils were killed.", "15", "Karim Nasser"),
    ("A nurse described the ward. “Fifteen people were killed here,” she said.", "Fifteen", "nurse"),
    ("“We buried them at dusk,” said Karim Nasser, a gravedigger. “There were 15 bodies.”", "15", "Karim Nasser"),
    ("The Syrian Observatory for Human Rights said the raids began at dawn. At least 15 civilians were killed, it added.", "15",
     "Syrian Observatory"),
    ("The Syrian Observatory for Human Rights said the raids began at dawn. The monitor said 15 civilians were killed.", "15",
     "Syrian Observatory"),
    ("A hospital director said the wards were full. Fifteen people were killed, he added.", "Fifteen", "hospital director"),
    ("The police chief said a shell had hit the square. Four people died and six were wounded.", "Four", "police chief"),
    ("Four people died when a shell hit the square, the police chief said. Two of the dead were children.", "Two", "police chief"),
    ("Four people died when a shell hit the square, the police chief said. Six were wounded.", "Six", "police chief"),
    # where attribution stops
    ("The mayor said the dead would be buried on Friday. Our reporter saw 15 coffins in the yard of the school.", "15", ""),
    ("The army declined to comment. Fifteen people were killed in the raid on Tuesday.", "Fifteen", ""),
    ("The army said nothing. A rocket killed 15 people.", "15", ""),
    ("The strike that killed 15 people was told in song for years.", "15", ""),
    ("Fifteen people were killed when the army shelled the town that the guide names.", "Fifteen", ""),
    ("The United Nations said aid was late.\n\nIn a separate attack on Monday, 15 people were killed in Homs.", "15", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "wanted"), PHRASINGS)
def test_who_is_credited_with_a_figure(text: str, figure: str, wanted: str) -> None:
    assert is_origin(wanted, text, figure, "en"), [one.text for one in speakers_of(text, figure, "en")]
