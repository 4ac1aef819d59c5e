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
letter-waits-ties = { $count ->
    [one] Iemand vraagt of onthouden mag worden dat jullie elkaar kennen.
   *[other] { $count } mensen vragen of onthouden mag worden dat jullie elkaar kennen.
}
letter-waits-look_again = { $count ->
    [one] Een leertafel van jou kijkt opnieuw.
   *[other] { $count } leertafels van jou kijken opnieuw.
}
letter-waits-care = { $count ->
    [one] De stad vraagt je iets over een straat die je draagt.
   *[other] De stad vraagt je { $count } dingen over straten die je draagt.
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
