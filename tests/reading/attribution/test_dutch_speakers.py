"""Phrasings of Dutch reports: the figure, and who is credited with it ("" is the author's own voice)."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import is_origin, speakers_of

PHRASINGS = [
    # a noun of no list, before and after the verb
    ("Een imker uit het dorp zegt dat er 14 mensen zijn gedood.", "14", "imker"),
    ("De eigenaar van de bakkerij zegt dat negen mensen zijn gedood.", "negen", "eigenaar"),
    ("Er zijn negen mensen gedood, zegt de eigenaar van de bakkerij.", "negen", "eigenaar"),
    ("Er zijn negen mensen gedood, vertelt een marktkoopman.", "negen", "marktkoopman"),
    ("Marktkooplui spreken van negen doden.", "negen", "Marktkooplui"),
    ("Bij de aanval kwamen 31 mensen om, zeggen doodgravers in de havenstad.", "31", "doodgravers"),
    ("Personeel van het mortuarium zegt dat er 31 lichamen zijn binnengebracht.", "31", "Personeel"),
    ("Er vielen elf doden, zei een kampcoördinator telefonisch tegen persbureau AFP.", "elf", "kampcoördinator"),
    ("Er vielen elf doden, melden stamleiders in de provincie.", "elf", "stamleiders"),
    ("Er vielen elf doden, aldus de plaatselijke begrafenisondernemer.", "elf", "begrafenisondernemer"),
    ("Er vielen elf doden, aldus het door Turkije gesteunde bestuur in Afrin.", "elf", "bestuur"),
    ("Een Iraakse militieleider meldt dat twaalf van zijn mannen zijn gedood.", "twaalf", "militieleider"),
    ("Reddingsvrijwilliger Samir Haddad zegt dat er 16 mensen zijn gedood.", "16", "Samir Haddad"),
    ("Samir Haddad, vrijwilliger bij de reddingsploeg, zegt dat er 16 mensen zijn gedood.", "16", "Samir Haddad"),
    ("Samir Haddad, die de kliniek leidt, vertelt dat er 16 mensen zijn gedood.", "16", "Samir Haddad"),
    ("De beheerder van de kliniek, Samir Haddad, zei tegen Reuters dat er 16 mensen zijn gedood.", "16", "Samir Haddad"),
    ("Een comité van advocaten zegt in een verklaring dat er meer dan 20 mensen zijn gedood.", "20", "comité"),
    ("Meer dan 20 mensen zijn gedood toen granaten een markt troffen, meldde een comité van advocaten zondag.", "20", "comité"),
    ("Dat er 20 mensen zijn gedood, bevestigt de schooldirecteur.", "20", "schooldirecteur"),
    ("Zeker 20 mensen zijn gedood, heeft een ambtenaar van het districtsbureau gezegd.", "20", "ambtenaar"),
    ("Zeker 20 mensen zijn gedood. Dat zegt een kampbewoner.", "20", "kampbewoner"),
    ("Zeker 20 mensen zijn gedood. Dat heeft de provinciale raad bekendgemaakt.", "20", "provinciale raad"),
    # volgens, op gezag van, blijkt uit
    ("Volgens kampbewoners zijn er 18 mensen gedood.", "18", "kampbewoners"),
    ("Volgens twee mensen die de lichamen zagen, zijn er 18 mensen gedood.", "18", "twee mensen"),
    ("Bij de raid zijn volgens een begraafploeg 18 mensen gedood.", "18", "begraafploeg"),
    ("Daarbij zijn, volgens de lokale ziekenhuisstaf, 18 mensen gedood.", "18", "ziekenhuisstaf"),
    ("Reuters meldt op gezag van een ziekenhuisportier dat er 22 mensen zijn gedood.", "22", "ziekenhuisportier"),
    ("De staatstelevisie meldt 22 doden, onder verwijzing naar een veiligheidsfunctionaris.", "22", "veiligheidsfunctionaris"),
    ("Een ingewijde, aangehaald door SANA, houdt het op 22 doden.", "22", "ingewijde"),
    ("Volgens het artsennetwerk, aangehaald door Reuters, zijn er 16 mensen gedood.", "16", "artsennetwerk"),
    ("Zeven doden werden gemeld door het gezondheidsbureau van het district.", "Zeven", "gezondheidsbureau"),
    ("Uit cijfers van het gezondheidscluster blijkt dat sinds mei 140 mensen zijn gedood.", "140", "gezondheidscluster"),
    ("Een telling van een plaatselijke krant komt sinds mei op 140 doden.", "140", "plaatselijke krant"),
    ("Uit een rapport van de onderzoekscommissie blijkt dat er 140 mensen zijn gedood.", "140", "onderzoekscommissie"),
    ("Naar schatting van het dorpshoofd zijn er 19 mensen gedood.", "19", "dorpshoofd"),
    # other verbs of saying
    ("Ziekenhuispersoneel telde 13 lichamen.", "13", "Ziekenhuispersoneel"),
    ("Het mortuarium registreerde tot de middag 13 lichamen.", "13", "mortuarium"),
    ("De hulpclub becijfert dat er 13 mensen zijn gedood.", "13", "hulpclub"),
    ("Een verpleger appt dat er 17 mensen zijn gedood.", "17", "verpleger"),
    ("Dorpelingen herinneren zich dat er 17 mensen zijn gedood.", "17", "Dorpelingen"),
    ("De provinciale raad geeft een dodental van 17.", "17", "provinciale raad"),
    ("De Houthi's zeggen 17 strijders te hebben verloren.", "17", "Houthi"),
    ("Aan het front zijn 17 mensen gedood, liet de legerleiding zondag weten.", "17", "legerleiding"),
    ("Zeventien mensen zijn gedood, zo klinkt het bij de dorpsraad.", "Zeventien", "dorpsraad"),
    ("'Er zijn 17 mensen gedood', klinkt het bij de buurtwacht.", "17", "buurtwacht"),
    # headlines and notes
    ("Monitor: elf burgers gedood bij luchtaanval", "elf", "Monitor"),
    ("'Elf burgers gedood bij luchtaanval', zeggen activisten", "Elf", "activisten"),
    # a pronoun, a body told of before, a quotation that goes on
    ("Leraar Karim Nasser rende naar de school. Hij zegt dat er 15 leerlingen zijn gedood.", "15", "Karim Nasser"),
    ("Een verpleegster wijst naar de zaal. 'Hier zijn vijftien mensen gestorven', zegt ze.", "vijftien", "verpleegster"),
    ("'We hebben ze bij schemer begraven', zegt doodgraver Karim Nasser. 'Het waren 15 doden.'", "15", "Karim Nasser"),
    ("Het Syrisch Observatorium voor de Mensenrechten meldt bombardementen. Daarbij zijn 15 burgers gedood, voegt de organisatie toe.",
     "15",
     "Syrisch Observatorium"),
    ("Het Syrisch Observatorium voor de Mensenrechten meldt bombardementen. Volgens de waarnemers zijn 15 burgers gedood.", "15",
     "waarnemers"),
    ("Een ziekenhuisdirecteur zegt dat de zalen vol liggen. Er zijn vijftien mensen gedood, zegt hij.", "vijftien", "ziekenhuisdirecteur"),
    ("Er vielen vier doden toen een granaat insloeg op het plein, zegt de politiechef. Twee van hen waren kinderen.", "Twee",
     "politiechef"),
    ("Er vielen vier doden toen een granaat insloeg op het plein, zegt de politiechef. Zes mensen raakten gewond.", "Zes", "politiechef"),
    # where attribution stops
    ("De burgemeester zegt dat de doden vrijdag worden begraven. Op het schoolplein staan 15 kisten.", "15", ""),
    ("Het leger wil niet reageren. Bij de raid van dinsdag zijn vijftien mensen gedood.", "vijftien", ""),
    ("Het leger zwijgt. Een raket doodde 15 mensen.", "15", ""),
    ("De aanval waarbij 15 mensen zijn gedood, werd jarenlang bezongen.", "15", ""),
    ("De Verenigde Naties zeggen dat de hulp te laat is.\n\nBij een andere aanval zijn maandag in Homs 15 mensen gedood.", "15", ""),
    ("De burgemeester noemt het een vergissing, maar 15 mensen zijn dood.", "15", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "wanted"), PHRASINGS)
def test_who_is_credited_with_a_figure(text: str, figure: str, wanted: str) -> None:
    assert is_origin(wanted, text, figure, "nl"), [one.text for one in speakers_of(text, figure, "nl")]
