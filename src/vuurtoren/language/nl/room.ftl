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
room-intro = Hier staat welke straten buren zelf in handen hebben. Wie beslist, wie doet het, wie betaalt, en sinds wanneer. Dit verandert alleen door een overdracht, met twee keer ja. Teruggeven mag altijd.
room-now = Nu in handen van buren
room-ended = Wat voorbij is
room-show = Wat wil je zien?
room-search = Zoek een straat
room-search-button = Zoek
room-none = Nog geen straat in handen van buren
room-none-words = Wie een straat draagt, kan hem aan de stad vragen. Tot die tijd beslist en betaalt de stad.
room-none-ended = Er is nog niets voorbij
room-none-found = Geen straat met deze naam
room-none-found-words = Misschien is deze straat nog van de stad, of heet hij net anders.
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
    [0] Tien jaar terug was dat er geen.
    [one] Tien jaar terug was dat er één.
   *[other] Tien jaar terug waren dat er { $streets }.
}
room-year = Jaar
room-streets = Straten
room-metres = Meter
room-begun = Erbij
room-over = Eraf
room-file = Het hele register als tabel (CSV)
room-print = Afdrukken
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

moment-power-room_made = Buren hebben deze straat nu in handen
moment-power-room_ended = De ruimte van buren in deze straat is voorbij of anders afgesproken
