no-cli-no_neighbourhood_yet = Er zijn nog geen straten. Begin met: vuurtoren places import BESTAND --neighbourhood NAAM
no-cli-which_neighbourhood = Welke wijk? Geef --neighbourhood met een van deze namen: { $names }
no-cli-no_such_neighbourhood = Er is geen wijk die “{ $name }” heet.
no-cli-no_such_institution = Geen instelling heet hier { $name }.
no-cli-no_such_person = Niemand heeft een account met { $mail }. Begin met vuurtoren serve, kies Ik ben nieuw, vul de code in die in dit venster komt, en zeg hoe je heet.
no-cli-no_such_day = “{ $day }” is geen dag; schrijf een dag als 2026-11-24.
no-cli-no_such_street = Geen straat hier heet “{ $name }”.
no-cli-no_plan_yet = Voor { $day } is er nog geen plan. Maak het met: vuurtoren response night --date { $day }
no-cli-older_tables = De database is van een oudere versie. Maak een kopie en draai daarna: vuurtoren prepare
no-cli-database = De database kan dit nu niet: { $why }
no-cli-file = { $file }: { $why }
no-cli-option_out_of_range = { $option } is een getal van { $least } tot { $most }.
no-cli-too_many_streets = { $file } heeft { $count } straten; een proef kan er hoogstens { $most } aan.
no-cli-no_such_crew = Hier werkt geen ploeg die “{ $name }” heet. Er zijn: { $names }.
no-cli-no_such_choice = { $option } kan niet “{ $value }” zijn. Kies een van deze: { $choices }.
no-cli-option_at_least = { $option } is een heel getal, { $least } of meer.
no-cli-option_number = { $option } is een getal, zoals 240.
no-cli-option_wrong = Wat bij { $option } staat, klopt niet. Zie: --help
no-cli-no_such_option = De optie { $option } kennen we hier niet. Er zijn: { $options }.
no-cli-missing = { $what } ontbreekt. Zie: { $command } --help
no-cli-needs_value = Achter { $option } moet een waarde staan.
no-cli-takes_no_value = Achter { $option } kan geen waarde staan.
no-cli-no_such_command = Deze opdracht kennen we niet. Na “{ $command }” komt een van deze: { $commands }.
no-cli-word_too_many = Hier staan te veel woorden. Zet een naam van meer dan één woord tussen aanhalingstekens, of zie: { $command } --help
no-cli-not_understood = Dit is niet te begrijpen: { $why }
no-cli-no_file = { $file }: dit bestand is er niet.
no-cli-folder = { $file }: dit is een map, geen bestand.
no-cli-closed_file = { $file }: dit bestand mag hier niet gelezen worden.
no-cli-which_street = Meer dan één straat heeft “{ $name }” in de naam: { $names }. Schrijf de hele naam.
no-cli-no_crew_at_all = Hier werkt nog geen ploeg. Voeg er een toe met: vuurtoren response crew NAAM --street STRAAT --minutes 240

cli-first-time = De eerste keer hier: de tabellen worden gemaakt …
cli-stage = { $share } { $stage }
cli-asking = { $host } wordt gevraagd …
cli-imported = { $neighbourhood }: { $segments ->
    [one] één stuk straat gelezen
   *[other] { $segments } stukken straat gelezen
}. Dat zijn { $streets ->
    [one] één straat
   *[other] { $streets } straten
} met een naam en { $unnamed ->
    [one] één
   *[other] { $unnamed }
} zonder, samen { $km } km. { $changed ->
    [0] Er is niets veranderd.
    [one] Eén ervan is nieuw of veranderd.
   *[other] { $changed } ervan zijn nieuw of veranderd.
}
cli-agreed = { $neighbourhood }: dit is afgesproken. Het gemiddelde is { $goal }. Geen straat blijft langer dan { $steps ->
    [one] één dag
   *[other] { $steps } dagen
} slechter dan { $floor }. { $aim ->
    [least] De ploegen halen dat gemiddelde met zo weinig mogelijk minuten.
   *[best] De ploegen maken het zo schoon als hun minuten toelaten.
} Het plan kijkt { $horizon } dagen vooruit. Het geldt vanaf de volgende nacht.
cli-crew = { $neighbourhood }: vanaf de volgende nacht werkt { $crew } hier { $minutes } minuten per dag, { $mode ->
    [cart] met een karretje
   *[walk] te voet
}, en begint bij { $street }.
cli-crew-ended = { $neighbourhood }: { $crew } stopt hier vanaf de volgende nacht.
cli-crew-renamed = { $crew } heet voortaan { $to }.
cli-observed = { $file }: { $rows ->
    [one] één rij gelezen
   *[other] { $rows } rijen gelezen
}, { $new ->
    [0] en daarvan is niets nieuw
    [one] daarvan is er één nieuw
   *[other] daarvan zijn er { $new } nieuw
}.
cli-night-done = { $day }: { $places ->
    [one] één straat geschat
   *[other] { $places } straten geschat
}.
cli-night-plan = { $streets ->
    [0] Er staat geen straat
    [one] Er staat één straat
   *[other] Er staan { $streets } straten
} op het plan, voor { $crews ->
    [one] één ploeg
   *[other] { $crews } ploegen
}: { $minutes } van de { $shift_minutes } minuten.
cli-night-plan-no-crew = { $streets ->
    [0] Er staat geen straat
    [one] Er staat één straat
   *[other] Er staan { $streets } straten
} op het plan, { $minutes } minuten werk, en er is nog geen ploeg.
cli-night-waiting = { $count ->
    [one] Eén straat daarvan wacht
   *[other] { $count } straten daarvan wachten
} op een ploeg die tijd heeft.
cli-night-later = { $count ->
    [one] Eén straat is te vuil en komt later aan de beurt.
   *[other] { $count } straten zijn te vuil en komen later aan de beurt.
}
cli-gap = Het best mogelijke plan is hooguit { $gap } beter.
cli-nothing-agreed = Er is nog niets afgesproken, dus de nacht rekent met gemiddeld { $goal }, en met te vuil als het slechter is dan { $floor }. Spreek het af met: vuurtoren response agree --goal { $goal } --floor { $floor }
cli-no-crew = Hier werkt nog geen ploeg, dus niemand loopt deze rondes. Voeg er een toe met: vuurtoren response crew NAAM --street STRAAT --minutes 240
cli-plan-title = { $neighbourhood }: het plan van { $day }
cli-plan-total = { $count ->
    [one] Eén straat
   *[other] { $count } straten
}, { $minutes } minuten.
cli-plan-crew = { $crew }: { $streets ->
    [one] één straat
   *[other] { $streets } straten
}, { $minutes } van { $shift_minutes } minuten, waarvan { $way } onderweg
cli-plan-crew-free = { $crew }: geen straten, 0 van { $shift_minutes } minuten
cli-plan-no-crew = Nog geen ploeg: { $count ->
    [one] één straat
   *[other] { $count } straten
}, { $minutes } minuten
cli-plan-line = { $minutes } min, verwachte kwaliteit { $grade }
cli-initiatives-none = { $neighbourhood }: nog niets.
cli-debt = { $institution }: { $waiting } wacht, { $late } over de datum, samen { $days } dagen
cli-debt-none = { $neighbourhood }: er wacht geen vraag.
cli-tools = { $neighbourhood }: grijpers en zakken liggen op { $address }. Dat is te zien na het oppakken van een straat.
cli-link = Met deze link komt { $name } één keer binnen in { $neighbourhood }, binnen tien minuten:
cli-work = { $mail } werkt hier voor { $institution }.
cli-term = { $institution } geeft voortaan binnen { $weeks } weken antwoord op een uitdaging.
cli-work-leads = { $mail } werkt hier voor { $institution } en leidt het team.
cli-role = { $mail } is vanaf nu { $role } in { $neighbourhood }, voor een jaar.
cli-journal-whole = { $neighbourhood }: { $moments ->
    [one] één moment
   *[other] { $moments } momenten
}, en de keten is heel.
cli-journal-broken = { $neighbourhood }: rij { $row } is stuk; { $whole ->
    [one] de ene rij
   *[other] de { $whole } rijen
} ervoor { $whole ->
    [one] is
   *[other] zijn
} heel.
cli-journal-none = Er is nog geen dagboek.
cli-prepared = De tabellen en de bestanden van de bladzijden zijn bij.
cli-serving = Vuurtoren staat op { $address } (Ctrl+C stopt).
cli-come-in = Kom binnen als (elke link werkt één keer, tien minuten lang):
cli-come-in-as = { "  " }{ $name } ({ $roles }): { $link }
cli-new-link = Een nieuwe link: .venv/bin/vuurtoren people link MAIL
cli-demo-there = De voorbeeldwijk is er al.
cli-demo-streets = { $name }: { $count } straten en andere plekken.
cli-demo-people = { $count } bedachte mensen; nu { $days } dagen leven …
cli-demo-week = { "  " }week { $week } van { $weeks }
cli-demo-done = De voorbeeldwijk is gevuld. Bekijk haar met: vuurtoren serve --links
cli-trying = { $way }, zaad { $seed }: { $share }
cli-way-fixed = Vaste rondes
cli-way-complaints = Gaan waar mensen klagen
cli-way-all_or_nothing = Eerst alles, dan niets
cli-way-responsive = Volgen wat bewoners dragen
cli-way-all_known = Als niets verborgen was
cli-way-equal_quality = Minuten voor hetzelfde gemiddelde
cli-tried-grades = De kwaliteit staat als getal: 5 = A+ tot 1 = D.
cli-tried = { $way }: { $minutes } minuten per dag, gemiddeld { $mean }, slechtste tiende van de straten { $worst }; { $below } van de tijd te vuil.
cli-tried-ratio = Voor het gemiddelde van vaste rondes heeft de stad die volgt { $share } van hun minuten nodig.
cli-tried-more = Voor het gemiddelde van vaste rondes heeft de stad die volgt meer dan twee keer zo veel minuten nodig.
cli-bench-compiling = De lussen worden vertaald …
cli-bench-night = Schatting en plan van { $streets } straten …
cli-bench-no-rival = OR-tools is hier niet, dus er staat niets naast. Dit haalt het: script/setup bench
cli-bench-rival = GLOP op { $visits } bezoeken …
cli-bench-rounds = Rondes langs { $stops } plekken …
cli-bench-longer = PyVRP met zijn eigen instellingen, { $seconds } seconden lang …
cli-bench-done = { $streets } straten: schatten { $estimate } s, plannen { $plan } s, hooguit { $mb } MB geheugen; het best mogelijke plan is hooguit { $gap } beter.
cli-bench-beside = Eén potje minuten: hier { $own } s, met { $name } { $seconds } s; dat is { $times } keer zo snel.
cli-bench-routes = Rondes langs { $stops } plekken: { $seconds } s, en { $more } meer minuten onderweg dan PyVRP vindt in tien keer zo veel tijd.
cli-weave-town = { $people } bedachte bewoners krijgen een voorstel voor koffie …
cli-weave-round = { $way }, ronde { $round } …
cli-weave-way-woven = Weven
cli-weave-way-raffle = Loten onder iedereen
cli-weave-way-random = Toeval onder wie iets deelt
cli-weave-way-nearest = Wie het dichtst bij woont
cli-weave-done = { $people } bewoners vroegen om koffie: { $seconds } s, hooguit { $mb } MB geheugen. { $twos } tweetallen en { $threes } drietallen; { $left ->
    [0] er bleef niemand over
    [one] er bleef één bewoner over
   *[other] er bleven { $left } bewoners over
  }.
cli-weave-rounds = Hoe vier manieren het doen in { $rounds } rondes:
cli-weave-way = { $way }: { $bridges } bruggen tussen straten; van de nieuwe paren deelt { $sharing } iets. Over: { $left } keer iemand; twee keer achter elkaar: { $twice }, waarvan terwijl er iemand voor hen was: { $somebody }. Paren die al een band of voorstel hadden of geen taal delen: { $needless }.
cli-slides-looked = { $neighbourhood }: in het dagboek is gekeken wat er verschuift. Wie het betreft leest het op de eigen bladzijden; hier staat het niet.
cli-slides-tried = { $done } van { $of } bedachte wijken bekeken …
cli-slides-done = { $histories } bedachte wijken van dertig maanden, elke maand bekeken: { $seconds } s.
cli-slides-way-ours = Kijken wat verandert
cli-slides-way-limit = Een vaste grens
cli-slides-way = { $way }: van de signalen klopt { $precision }; van wat er verschoof is { $recall } gezien, de helft binnen { $days } dagen.
cli-slides-kind-takes = een ander beslist steeds vaker
cli-slides-kind-same = steeds dezelfde beslist
cli-slides-kind-unasked = er wordt niet meer gevraagd
cli-slides-kind-habit = spoed wordt gewoonte
cli-slides-kind-silence = antwoord blijft uit
cli-slides-kind = { "  " }{ $kind }: klopt { $precision }, gezien { $recall }
no-cli-port_taken = Op poort { $port } draait al iets. Kies een andere met PORT=, of stop wat er draait.
cli-letters-on = { $count } brieven …
cli-letters = Brieven van de week van { $week }: { $sent } verstuurd, { $before } eerder al.{ $unsure ->
    [0] {""}
   *[other] {" "}Van { $unsure } is niet zeker of ze aankwamen, omdat de machine toen stopte; die gaan niet nog eens.
}
