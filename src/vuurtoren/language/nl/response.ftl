no-response-area = Op hoeveel m² keek je? Vul { $least } tot { $most } in.
no-response-already_done = Deze straat is al klaar gemeld.
no-response-already_on_plan = Deze straat staat al op het plan.
no-response-grade_unknown = Kies een van de vijf plaatjes.
no-response-choice_unknown = Deze keuze kennen we niet. Kies er een uit de lijst.
no-response-crew_elsewhere = Deze ploeg werkt niet in deze wijk.
no-response-crew_name = Geef de ploeg een naam van hooguit { $most } tekens.
no-response-floor_above_goal = De grens voor te vuil ({ $floor }) kan niet beter zijn dan het gemiddelde ({ $goal }).
no-response-floor_steps = Kies een aantal dagen van { $least } tot { $most }.
no-response-horizon_steps = Kijk { $least } tot { $most } dagen vooruit.
no-response-minutes = Hoe lang duurde het? Vul { $least } tot { $most } minuten in.
no-response-not_done_yet = Deze straat is nog niet klaar gemeld.
no-response-not_on_earth = Deze plek staat niet op de kaart. Kies een begin in de wijk.
no-response-not_on_plan = Deze straat staat niet meer op het plan.
no-response-nothing_seen = Kies hoe schoon het is, of vul in hoeveel stuks je telde.
no-response-pieces = Hoeveel stuks telde je? Vul { $least } tot { $most } in.
no-response-place_elsewhere = Deze straat ligt in een andere wijk.
no-response-place_gone = Deze straat staat niet meer op de kaart. Kies een andere straat in de buurt.
no-response-reason_missing = Schrijf er in een paar woorden bij waarom.
no-response-reason_too_long = Zeg het korter: hooguit { $most } tekens.
no-response-scale = De schaal heeft { $count } getallen, van klein naar groot.
no-response-shift = Een dienst duurt { $least } tot { $most } minuten.
no-response-street_unknown = Regel { $row }: de straat ‘{ $street }’ kennen we hier niet. Er is niets veranderd.

moment-response-proposed = Een bestuurslid deed een voorstel. Een tweede moet nog ja zeggen
moment-response-standard_agreed = Er is afgesproken hoe schoon het hier moet zijn
moment-response-crew_added = Een ploeg van de stad werkt hier, op afgesproken tijden
moment-response-observed = Iemand keek hoe schoon het is
moment-response-imported = Er is ingelezen hoe anderen straten eerder zagen
moment-response-estimated = De nacht rekende uit hoe het er overal bij ligt
moment-response-planned = De stad maakte een plan voor de dag
moment-response-put_on = De stad zette een straat met de hand op het plan
moment-response-entered_unasked = De stad kwam ongevraagd in de ruimte van bewoners, vanwege nood
moment-response-taken_off = De stad haalde een straat met de hand van het plan
moment-response-moved = De stad veranderde een ronde met de hand
moment-response-done = Een ploeg van de stad was hier
moment-response-done_undone = Een straat was toch nog niet klaar
moment-response-found = Een ploeg zei hoe schoon het was toen zij kwam
moment-response-seen_elsewhere = Anderen keken eerder hoe schoon het hier is

why-who-1 = niemand prikt hier
why-who-2 = af en toe prikt hier een buur
why-who-3 = buren prikken hier mee
why-who-4 = bewoners dragen deze straat
why-who-5 = bewoners dragen deze straat in eigen ruimte
why-litter = { $pieces ->
    [0] naar schatting geen zwerfvuil
    [one] naar schatting één stuk per 100 m²
   *[other] naar schatting { $pieces } stuks per 100 m²
}
why-floor = { $who }; { $litter }; { $steps ->
    [0] vandaag te vuil
    [one] één stap achter (al één dag te vuil)
   *[other] { $steps } stappen achter (al { $steps } dagen te vuil)
}
why-average = { $who }; { $litter }; een minuut werk doet hier meer dan in de meeste straten
why-given_back = bewoners gaven deze straat terug; { $litter }; de stad is er binnen twee dagen weer
why-asked = { $who } en vroegen de stad te komen; { $litter }
why-agreed = { $who }; { $litter }; het is slechter dan afgesproken, dus de stad helpt
why-hand = { $who }; { $litter }; met de hand op het plan gezet
why-emergency = { $who }; { $litter }; ongevraagd op het plan gezet, vanwege nood

city-next-planned = De stad wil hier op { $day } komen. Er is nog geen ploeg voor.
city-next-planned_crew = De stad komt hier op { $day }. { $crew } doet het.
city-next-was_here = De stad was hier op { $day }. Elke nacht kijkt de stad of het weer nodig is.
city-next-asked = De bewoners vroegen de stad om te helpen. De stad komt binnen twee dagen.
city-next-held = Bewoners dragen deze straat. De stad komt als zij dat vragen.
city-next-held_comes = Bewoners dragen deze straat. Wordt het slechter dan afgesproken, dan komt de stad helpen.
city-next-looks = Elke nacht kijkt de stad hoe het hier is. Is het hier te vuil, dan komt de stad vanzelf.
city-next-no_plan = De stad gaat door met haar eigen rondes. Het eerste plan wordt vannacht gemaakt.

response-no-crew = Nog geen ploeg
response-yes = ja
response-no = nee
response-csv-date = datum
response-csv-crew = ploeg
response-csv-order = volgorde
response-csv-name = straat
response-csv-grade = verwachte schoonheid
response-csv-pieces = stuks per 100 m²
response-csv-minutes = minuten
response-csv-why = waarom
response-csv-reason = reden
response-csv-done = klaar
response-night-time = De kalender bijwerken
response-night-read = Lezen wat er gedaan en gezien is
response-night-estimate = Schatten hoe schoon het is
response-night-ask = Dragers vragen of de stad zal helpen
response-night-plan = Het plan maken
response-night-write = Het plan bewaren
response-night-ready = Het plan is klaar
response-night-same = Er is niets nieuws; het plan blijft zoals het was

no-response-agreed_already = Zo is het nu al. Er hoeft niets te veranderen.
no-response-proposal_over = Dit voorstel is er niet meer. Iemand nam het terug, of er is al ja gezegd.
no-response-proposer_left = Wie dit voorstelde, zit niet meer in het bestuur. Stel het opnieuw voor.
no-response-crew_ended = Deze ploeg is hier al gestopt.
no-response-crew_name_taken = Er is al een ploeg die { $name } heet. Kies een andere naam.
no-response-scale_source = Schrijf erbij waar deze getallen vandaan komen, in hooguit { $most } tekens.
no-response-csv_empty = { $file }: hier staan geen rijen in. Er is niets veranderd.
no-response-csv_too_large = { $file }: dit bestand is te groot; hooguit { $most } MB. Er is niets veranderd.
no-response-csv_too_many = { $file }: hier staan te veel rijen in; hooguit { $most }. Er is niets veranderd.
no-response-csv_no_text = { $file }: dit is geen tekst in UTF-8. Bewaar het als CSV. Er is niets veranderd.
no-response-csv_heads = { $file }: in de eerste rij staan de koppen straat, datum, en kwaliteit of stuks, elk één keer. Er is niets veranderd.
no-response-row_shape = Regel { $row }: deze rij is niet goed te lezen. Er is niets veranderd.
no-response-row_street = Regel { $row }: hier ontbreekt de straat. Er is niets veranderd.
no-response-row_day = Regel { $row }: ‘{ $day }’ is geen dag die voorbij is; schrijf 2026-11-24 of 24-11-2026, met of zonder tijd. Er is niets veranderd.
no-response-row_nothing = Regel { $row }: hier staat geen kwaliteit en geen aantal. Er is niets veranderd.
no-response-row_grade = Regel { $row }: de kwaliteit is A+, A, B, C of D. Er is niets veranderd.
no-response-row_pieces = Regel { $row }: het aantal stuks is een heel getal van 0 tot { $most }. Er is niets veranderd.
no-response-grade_and_count = Regel { $row }: kwaliteit { $grade } past niet bij het aantal stuks, dat bij { $counted } hoort. Laat weg wat niet klopt. Er is niets veranderd.
no-response-row_area = Regel { $row }: het oppervlak is een getal van 1 tot { $most } m². Er is niets veranderd.
moment-response-proposal_withdrawn = Een bestuurslid nam een voorstel terug
moment-response-proposal_declined = Een bestuurslid zei nee tegen een voorstel. Alles blijft zoals het was
moment-response-crew_renamed = Een ploeg kreeg een andere naam
moment-response-crew_ended = Een ploeg stopt hier
crew-called = Ploeg { $name }

why-unseen = { $who }; hier keek nog niemand; zulke straten hebben meestal { $pieces ->
    [0] bijna geen zwerfvuil
    [one] ongeveer één stuk per 100 m²
   *[other] ongeveer { $pieces } stuks per 100 m²
}
city-next-comes = De stad denkt hier op { $day } te komen. Elke nacht kijkt ze opnieuw waar ze het meest nodig is.
plan-of-shift = de ploeg heeft { $minutes } minuten
plan-waits = { $count ->
    [one] Eén straat is te vuil en komt later aan de beurt
   *[other] { $count } straten zijn te vuil en komen later aan de beurt
}
plan-waits-words = Vandaag is daar geen ploeg: de minuten zijn op, of een andere dag is beter. Past het eerder, dan komt de stad eerder.
plan-waits-due = uiterlijk { $day }.
plan-waits-late = de stad haalt het niet op tijd, het had uiterlijk { $day } gemoeten.
plan-waits-comes = De stad denkt te komen op { $day }.
plan-waits-more = { $count ->
    [one] En nog één straat.
   *[other] En nog { $count } straten.
}
city-average-how = Grote straten tellen zwaarder mee.
city-average-seen = { $seen ->
    [one] In één van de { $streets } straten is gekeken of gewerkt; de andere zijn geschat.
   *[other] { $streets ->
        [one] In de enige straat is gekeken of gewerkt.
       *[other] In { $seen } van de { $streets } straten is gekeken of gewerkt; andere zijn geschat.
    }
}
no-response-not_that_day_yet = Dit is het plan van een dag die nog komt. Meld de straat klaar op de dag zelf.
why-part = een deel van de straat, de hele straat kost { $whole } minuten; begin waar het meest ligt
plan-waits-unknown = Wanneer de stad komt, is nog niet te zeggen.
city-average-seen-all = In alle straten is gekeken of gewerkt.
