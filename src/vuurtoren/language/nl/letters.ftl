letter-title = De brief van deze week
letter-dear = Dag { $called },
letter-week = De brief uit { $name } van de week van { $day }
letter-happened = Wat er gebeurde
letter-happened-none = Nog niets om te tellen. Het begint met koffie.
letter-near = Wat er in de buurt is
letter-near-none = Er staat deze week geen koffietafel. Zet er gerust een neer.
letter-waits = Wat op jou wacht
letter-waits-none = Niets. Fijn.
letter-light = Waar het om gaat: ‘{ $line }’
letter-rounds = Buren deden vorige week { $rounds } rondes en raapten { $bags } zakken afval op. Dank jullie wel.
letter-met = Vorige week zaten buren { $count } keer samen aan tafel.
letter-ties = { $count } keer kennen twee buren elkaar.
letter-average = De wijk is gemiddeld { $grade }. De stad werkte hier in zeven dagen { $minutes } minuten.
letter-coffee = Koffie op { $day } om { $time }: { $place }
letter-learning = Leertafel op { $day } om { $time }: { $place }
letter-coffee-moved = Koffie op { $day } om { $time } (deze keer in plaats van { $usual }): { $place }
letter-coffee-off = Op { $day } is er deze keer geen koffie: { $place }
letter-learning-moved = Leertafel op { $day } om { $time } (deze keer in plaats van { $usual }): { $place }
letter-learning-off = Op { $day } is er deze keer geen leertafel: { $place }
letter-city = De stad in { $street }: { $next }
letter-waits-met = { $count ->
    [one] Iemand vraagt of onthouden mag worden dat je aan tafel zat.
   *[other] { $count } keer vraagt iemand of onthouden mag worden dat je aan tafel zat.
}
letter-waits-hosting = { $count ->
    [one] Iemand vraagt of jij gastvrouw of gastheer van een tafel wordt.
   *[other] { $count } keer vraagt iemand of jij gastvrouw of gastheer van een tafel wordt.
}
letter-waits-claims = { $count ->
    [one] Een buur zegt ook aan jouw tafel te hebben gezeten. Klopt dat?
   *[other] { $count } buren zeggen ook aan jouw tafel te hebben gezeten. Klopt dat?
}
letter-waits-ties = { $count ->
    [one] Iemand vraagt of onthouden mag worden dat jullie elkaar kennen.
   *[other] { $count } mensen vragen of onthouden mag worden dat jullie elkaar kennen.
}
letter-waits-look_again = { $count ->
    [one] Een leertafel van jou kijkt opnieuw.
   *[other] { $count } leertafels van jou kijken opnieuw.
}
letter-waits-care = { $count ->
    [one] De stad vraagt je iets over een straat waar je woont of die je draagt.
   *[other] De stad vraagt je { $count } dingen over straten waar je woont of die je draagt.
}
letter-waits-city = { $count ->
    [one] Buren vragen de stad iets.
   *[other] Buren vragen de stad { $count } dingen.
}
letter-waits-words = { $count ->
    [one] Er zijn woorden van een instelling waar een ja bij hoort.
   *[other] Er zijn { $count } keer woorden van een instelling waar een ja bij hoort.
}
letter-waits-comes_back = { $count ->
    [one] Op één afspraak kijken buren en de stad nu samen terug.
   *[other] Op { $count } afspraken kijken buren en de stad nu samen terug.
}
letter-waits-write = { $count ->
    [one] Een buur wil meeschrijven aan een uitdaging van jullie.
   *[other] Bij { $count } uitdagingen wil een buur met jullie meeschrijven.
}
letter-waits-invited = { $count ->
    [one] Een buur vraagt of je koffie komt drinken.
   *[other] { $count } keer vraagt een buur of je koffie komt drinken.
}
letter-waits-to_ask = { $count ->
    [one] Er is een vraag die jij langsbrengt bij iemand zonder account.
   *[other] Er zijn vragen die jij langsbrengt bij { $count } mensen zonder account.
}
letter-waits-on_paper = { $count ->
    [one] Er is een vraag over een kracht van jou. Wie deze brief brengt, vertelt meer.
   *[other] Er zijn { $count } vragen over krachten van jou. Wie deze brief brengt, vertelt meer.
}
letter-waits-lessons = { $count ->
    [one] Mag openbaar staan wat jij ergens van leerde? Zeg ja of nog niet.
   *[other] Mag openbaar staan wat jij ergens van leerde? Zeg { $count } keer ja of nog niet.
}
letter-waits-principles = { $count ->
    [one] Er is een vraag over een principe van de wijk.
   *[other] Er zijn { $count } vragen over principes van de wijk.
}
letter-waits-agreed = { $count ->
    [one] Een voorstel over wat de wijk afsprak wacht op een tweede ja.
   *[other] { $count } voorstellen over wat de wijk afsprak wachten op een tweede ja.
}
letter-waits-roles = { $count ->
    [one] Een rol in de wijk wacht op een tweede ja.
   *[other] { $count } rollen in de wijk wachten op een tweede ja.
}
letter-waits-questions = { $count ->
    [one] Eén vraag van een initiatief wacht op jullie antwoord.
   *[other] { $count } vragen van initiatieven wachten op jullie antwoord.
}
letter-waits-last_day = Klopt jouw laatste dag? Eén tik is genoeg.
letter-waits-leavings = { $count ->
    [one] Iemand gaat weg. Bij Vandaag staat wat er nog over te dragen is.
   *[other] { $count } keer gaat iemand weg. Bij Vandaag staat wat er nog over te dragen is.
}
letter-waits-promises = { $count ->
    [one] Er is een vraag over een toezegging.
   *[other] Er zijn { $count } vragen over toezeggingen.
}
letter-waits-fell = { $count ->
    [one] Eén toezegging van jouw instelling zoekt een nieuwe eigenaar.
   *[other] { $count } toezeggingen van jouw instelling zoeken een nieuwe eigenaar.
}
letter-waits-promised = { $count ->
    [one] Eén toezegging van jou staat open.
   *[other] { $count } toezeggingen van jou staan open.
}
letter-waits-late = { $count ->
    [one] Van één toezegging van jou is de dag voorbij. Laat weten hoe het staat.
   *[other] Van { $count } toezeggingen van jou is de dag voorbij. Laat weten hoe het staat.
}
letter-end = Tot aan tafel.
letter-mail = Per mail
letter-mail-yes = Je krijgt deze brief elke week per mail. Andere mail sturen we niet.
letter-mail-no = Je krijgt deze brief niet per mail. Hier lees je hem wel.
letter-mail-stop = Geen brief per mail
letter-mail-start = Stuur de brief per mail
letter-yes-said = Je krijgt de brief elke week per mail.
letter-no-said = Je krijgt geen brief meer per mail.
letter-paper = Brieven op papier
letter-paper-intro = Voor wie geen account heeft en door jou is opgeschreven. Druk ze af en breng ze langs: dat is ook een bezoekje.
letter-paper-none-title = Nog niemand op papier
letter-paper-none = Schrijf bij Wij iemand zonder telefoon op, met een ja op papier.
letter-subject = De brief van de week uit { $name }
letter-answer = Antwoorden doe je hier: { $address }
letter-stop = Geen brief meer? Dat kies je hier: { $address }
moment-reflection-letters_went = De brieven van de week zijn verstuurd
moment-reflection-chose_letter = Iemand koos of de brief per mail komt
letter-waits-slides = Bij Vandaag staat iets dat alleen jij leest. Eén tik is genoeg, en elk antwoord is goed.
letter-waits-nudges = Bij Vandaag staat iets over jouw zetjes. Dat lees alleen jij, en elk antwoord is goed.
