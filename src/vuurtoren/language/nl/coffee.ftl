coffee-title = Koffie met iemand nieuw
coffee-intro = Wil je een buur leren kennen? Zeg waar je van houdt. Eens per week zoekt de wijk twee of drie mensen bij elkaar die van hetzelfde houden en elkaar nog niet kennen. Jullie beslissen zelf.
coffee-wish = Waar houd je van?
coffee-wish-button = Zoek iemand voor mij
coffee-wish-again = Bewaar
coffee-wish-said = Opgeschreven. Zodra er iemand is, staat het op Vandaag.
coffee-soon = Er is nog niemand. Eens per week wordt er opnieuw gezocht, en wie wachtte gaat voor.
coffee-no-more = Zoek niemand meer voor mij
coffee-no-more-words = Wat je al hebt afgesproken, blijft: wie samen met jou ja zei, ziet nog hoe je te bereiken bent, zolang die koffie hier staat (een half jaar).
coffee-no-more-said = Er wordt niemand meer voor je gezocht.
coffee-with = { $people ->
    [one] Koffie met een buur?
   *[other] Koffie met { $people } buren?
}
coffee-why = { $people ->
    [one] Een buur houdt net als jij van { $love }.
   *[other] { $people } buren houden net als jij van { $love }.
}
coffee-across = { $people ->
    [one] Die woont in een andere straat.
   *[other] Jullie wonen niet allemaal in dezelfde straat.
}
coffee-yes = Ja, leuk
coffee-no = Liever niet
coffee-yes-said = Fijn. Zodra iedereen ja zegt, zie je wie het is.
coffee-no-said = Goed. De ander hoort niet dat jij het was.
coffee-waits = Jij zei ja. De ander heeft nog niet geantwoord.
coffee-together = Jullie zeiden allemaal ja. Spreek samen iets af:
love-cooking = Koken
love-baking = Bakken
love-gardening = Tuinieren
love-cycling = Fietsen
love-walking = Wandelen
love-music = Muziek
love-singing = Zingen
love-sewing = Naaien en handwerken
love-making = Iets maken of repareren
love-reading = Lezen
love-languages = Talen
love-children = Iets doen met kinderen
love-animals = Dieren
love-football = Voetbal
love-games = Spelletjes
love-history = Verhalen van vroeger
love-faith = Geloof en zingeving
love-neighbourhood = Iets doen voor de wijk
form-wish-loves = Kies er één tot zes
form-wish-reach = Hoe kan de ander je bereiken?
form-wish-reach-hint = Een telefoonnummer, of waar je vaak bent. Alleen met wie je koffie drinkt ziet het, en pas als iedereen ja zei.
letter-waits-coffee = { $count ->
    [one] Er is een buur gevonden om koffie mee te drinken.
   *[other] Er zijn { $count } voorstellen om koffie te drinken.
}
no-tables-love_unknown = Kies uit de lijst waar je van houdt.
no-tables-loves_count = Kies er minstens één en hooguit { $most }.
no-tables-reach_missing = Zeg hoe de ander je kan bereiken.
no-tables-reach_too_long = Zeg het korter: hooguit { $most } tekens.
no-tables-no_wish = Er werd al niemand voor je gezocht.
moment-tables-wished_coffee = Iemand wil koffie drinken met iemand nieuw
moment-tables-wishes_no_more = Iemand wacht niet meer op koffie met iemand nieuw
moment-tables-woven = De wijk zocht mensen bij elkaar voor koffie
moment-tables-coffee_answered = Iemand gaf antwoord over koffie met iemand nieuw
moment-tables-coffees_ended = Voorstellen voor koffie zonder antwoord zijn voorbij
