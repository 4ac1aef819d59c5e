# Ruimte: wie beslist, denkt mee, doet en betaalt. Zinnen die een kind begrijpt.
room-all-institution = De stad beslist, doet en betaalt.
room-all-residents = Buren beslissen, doen en betalen zelf.
room-all-together = Buren en de stad beslissen, doen en betalen samen.
room-acts-residents-residents = Buren beslissen en doen.
room-acts-residents-institution = Buren beslissen. De stad doet het.
room-acts-residents-together = Buren beslissen. Buren en de stad doen het samen.
room-acts-institution-residents = De stad beslist. Buren doen het.
room-acts-institution-institution = De stad beslist en doet.
room-acts-institution-together = De stad beslist. Buren en de stad doen het samen.
room-acts-together-residents = Buren en de stad beslissen samen. Buren doen het.
room-acts-together-institution = Buren en de stad beslissen samen. De stad doet het.
room-acts-together-together = Buren en de stad beslissen en doen samen.
room-pays-institution-material = De stad betaalt het materiaal.
room-pays-institution-work = De stad betaalt.
room-pays-residents-material = Buren betalen het materiaal.
room-pays-residents-work = Buren betalen.
room-pays-together-material = Buren en de stad betalen samen.
room-pays-together-work = Buren en de stad betalen samen.
room-since = Sinds { $day }.
room-until = Tot en met { $day }.

room-title = Ruimte
room-intro = Hier staat wat buren zelf in handen hebben, per plek en per taak. Wie beslist, wie doet het, wie betaalt, en sinds wanneer. Dit verandert alleen door een overdracht, met twee keer ja. Teruggeven mag altijd.
room-now = Nu in handen van buren
room-ended = Wat voorbij is
room-show = Wat wil je zien?
room-search = Zoek een straat
room-search-button = Zoek
room-none = Nog geen straat in handen van buren
room-none-words = Wie een straat draagt, kan hem aan de stad vragen. Tot die tijd beslist en betaalt de stad.
room-none-ended = Er is nog niets voorbij
room-none-found = Geen straat met deze naam
room-none-held = Van wat je zocht, niets.
room-beside = Nog niet in handen van buren
room-none-found-words = Misschien heet deze straat net anders.
room-advises-residents = Buren denken mee.
room-advises-institution = De stad denkt mee als buren dat vragen.
room-advises-together = Buren en de stad denken samen na.
room-handed-by = Overgedragen door { $name }.
room-ended-given_back = Teruggegeven op { $day }. Dank voor wat er gedaan is.
room-ended-changed = Op { $day } anders afgesproken.
room-ended-together = Sinds { $day } samen met de stad.
room-years = Tien jaar ruimte
room-years-words = Zo veel straten hadden buren in handen, aan het eind van elk jaar. Het laatste jaar telt tot vandaag.
room-years-told = { $streets ->
    [0] Nu hebben buren hier nog geen straat in handen.
    [one] Nu hebben buren hier één straat in handen, { $metres } meter.
   *[other] Nu hebben buren hier { $streets } straten in handen, samen { $metres } meter.
}
room-years-before = { $streets ->
    [0] Eind { $year } was dat er geen.
    [one] Eind { $year } was dat er één.
   *[other] Eind { $year } waren dat er { $streets }.
}
room-year = Jaar
room-streets = Straten
room-metres = Meter
room-begun = Erbij
room-over = Eraf
room-file = Het hele register als tabel (CSV)
room-see = Ruimte: wie beslist waar
room-csv-street = straat
room-csv-task = taak
room-csv-decides = beslist
room-csv-advises = denkt mee
room-csv-does = doet
room-csv-pays = betaalt
room-csv-since = sinds
room-csv-until = tot en met
room-csv-handed_by = overgedragen door
room-csv-ended = voorbij op
room-csv-why = waarom voorbij
room-who-residents = buren
room-who-institution = stad
room-who-together = samen
room-why-given_back = teruggegeven
room-why-changed = anders afgesproken
room-why-together = samen met de stad
room-file-name = ruimte

moment-power-room_made = Buren hebben hier nu ruimte in handen
moment-power-room_ended = De ruimte van buren is hier voorbij of anders afgesproken

no-room-residents_hold_it = Buren hebben dit in handen. De stad komt hier niet ongevraagd. Er zijn drie wegen: vraag het eerst aan de buren, zie ervan af, of meld een noodgeval met een reden en een einddag.
no-room-may_come_anyway = Hier hoef je geen noodgeval te melden. De stad mag hier al komen. Zet de straat gewoon op het plan.
no-room-emergency_kind = Kies wat er aan de hand is.
no-room-emergency_ends = Een noodgeval eindigt op een dag die je noemt: vandaag of hooguit { $days } dagen later. Daarna vraag je het de buren.
no-room-emergency_too_short = Het noodgeval is voorbij voordat de ploeg komt. Kies een latere einddag.
moment-power-emergency_declared = De stad meldde een noodgeval in een straat van buren, met een einddag. Dit is ongevraagd
room-ways = Buren hebben { $street } in handen
room-way-ask = Vraag het de buren
room-way-ask-words = De buren krijgen de vraag: zal de stad deze week helpen? Zeggen ze ja, dan kun je de straat op het plan zetten.
room-way-leave = Zie ervan af
room-way-leave-words = Er verandert niets. De buren zorgen voor deze straat.
room-way-emergency = Meld een noodgeval
room-way-emergency-words = Alleen als wachten niet kan. Je noemt een reden en een einddag. Iedereen kan het lezen bij de straat en in het dagboek.
room-asked-said = De vraag ligt bij de buren. Je ziet hun antwoord bij de straat.
room-emergency-title = Een noodgeval in { $street }
room-emergency-intro = Buren hebben deze straat in handen en zijn niet gevraagd. Daarom staat dit noodgeval bij de straat en in het dagboek. Het stopt vanzelf op de dag die je noemt.
room-emergency-button = Meld het en zet de straat op het plan
room-emergency-said = Het noodgeval is gemeld en de straat staat op het plan.
room-emergency-now = Noodgeval
room-emergency-now-words = { $why } De stad mag hier tot en met { $day } komen zonder het te vragen. Daarna geldt weer de afspraak: buren beslissen.
form-emergency-kind = Wat is er aan de hand?
form-emergency-kind-danger = Er is gevaar, zoals glas, naalden of brand
form-emergency-kind-health = Er is gevaar voor de gezondheid, zoals ratten of gif
form-emergency-kind-storm = Storm, water of ijs
form-emergency-kind-damage = Er is iets kapot dat meteen dicht moet
form-emergency-reason = Waarom kan het niet wachten?
form-emergency-until = Tot en met welke dag?
form-emergency-until-hint = Hooguit een week. Het stopt dan vanzelf.
form-emergency-crew = Welke ploeg?
room-emergency-why = Waarom het niet kon wachten:
room-emergency-danger = Er is gevaar.
room-emergency-health = Er is gevaar voor de gezondheid.
room-emergency-storm = Er is storm, water of ijs.
room-emergency-damage = Er is iets kapot.
