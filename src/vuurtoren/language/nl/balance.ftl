balance-title = Draagt de stad over, of schuift ze af?
balance-intro = Doet de stad minder omdat buren het overnamen, en blijft het schoon? Dan heet dat hier groeien door te krimpen. Doet zij minder waar niemand het overnam, of wordt het viezer? Dan heet het over de schutting gegooid.
balance-word-growth = Groeien door te krimpen
balance-word-dumping = Over de schutting gegooid
balance-word-holding = De stad doet wat zij deed
balance-word-unseen = De stad doet minder, en niemand keek
balance-word-too_early = Nog te vroeg om iets te zeggen
balance-from-to = van { $first } tot en met { $last }
balance-two = { $one } en { $two }
balance-worked = In { $then } werkte de stad hier { $before } minuten, in { $now } { $after }.
balance-says-growth = Zij deed minder waar buren het overnamen, en het bleef even schoon.
balance-says-dumping-stops = Zij deed minder, en zei van minstens één plek dat zij stopt terwijl niemand het overnam. Dat ligt aan wie stopt, niet aan wie iets niet overneemt.
balance-says-dumping-left = Zij deed minder op plekken die niemand overnam. Dat ligt aan wie wegging, niet aan wie iets niet overneemt.
balance-says-dumping-worse = Zij deed minder, en het werd er viezer van. Dat ligt aan wie wegging, niet aan wie iets niet overneemt.
balance-says-dumping-alone = Zij deed minder, terwijl buren niet meer overnamen dan eerst. Dat ligt aan wie wegging, niet aan wie iets niet overneemt.
balance-says-holding = Dat is niet veel minder, en van geen plek zei zij in die maanden dat zij stopt.
balance-says-unseen = Buren namen meer over, maar hoe schoon het was, weten we van sommige maanden niet.
balance-says-too_early = Daar zijn vier hele maanden voor nodig waarin de stad hier werkt.
balance-untaken = { $count ->
    [one] De stad stopt nu met één taak, of doet er minder van, en niemand nam die over.
   *[other] De stad stopt nu met { $count } taken, of doet er minder van, en niemand nam die over.
}
balance-untold = { $count ->
    [one] Van één plek bleef zij weg zonder het te zeggen.
   *[other] Van { $count } plekken bleef zij weg zonder het te zeggen.
}
balance-later = { $count ->
    [one] Eén daarvan begint na { $month } en telt nog niet mee in het woord hierboven.
   *[other] { $count } daarvan beginnen na { $month } en tellen nog niet mee in het woord hierboven.
}
balance-see-stops = Bekijk waar
balance-more-stops = { $count ->
    [one] Nog één plek
   *[other] Nog { $count } plekken
}
balance-tasks = Taken in handen van buren
balance-square-metres = Vierkante meters in handen van buren
balance-decisions = Besluiten door buren
balance-minutes = Minuten dat de stad werkte
balance-quality = Hoe schoon het is
balance-quality-none = Daarvoor keken er nog te weinig mensen.
balance-last = De laatste hele maand: { $month }
balance-months = Eerdere maanden
balance-figures = Meer cijfers
balance-month-room = In handen van buren: { $tasks } van de { $of } taken ({ $part }) en { $m2 } m² ({ $share }).
balance-month-decisions = Besluiten in het dagboek: { $residents } van buren, { $others } van anderen.
balance-month-going = Dingen die buren gaande houden: { $going }. Dat zijn taken, tafels en initiatieven.
balance-month-minutes = Werk van de stad: { $minutes } minuten.
balance-month-quality = Cijfer { $score } (5 is A+, 1 is D); { $below } van de straten te vies.
balance-month-unseen = Niemand zei hoe schoon het was.
balance-how = Elk deel is gerekend van het meeste dat hier ooit gedaan werd. Werk dat niemand meer doet, telt dus mee. Zo wordt geen cijfer beter doordat de stad stopt.
