stay-days = Mijn dagen
stay-days-intro = Wat je hier deed, in je eigen woorden. Alleen jij leest dit. Waar je was, wordt nergens bijgehouden.
stay-today = Vandaag
stay-today-words = Tik aan wat je deed. Meer hoeft niet.
stay-kind-walked = Rondje gelopen
stay-kind-coffee = Koffie gedronken
stay-kind-table = Aan tafel gezeten
stay-kind-visited = Op bezoek geweest
stay-kind-worked = Meegewerkt
stay-kind-off = { $kind }: haal weg
stay-kind-off-hint = Verkeerd getikt? Tik nog een keer, dan gaat het weg.
stay-day-said = Opgeschreven.
stay-day-off-said = Weggehaald.
stay-write-intro = Wat je opschrijft, lees jij alleen. Schrijf geen namen van bewoners op. Laat alles leeg om de dag weg te halen.
stay-write-button = Bewaar
stay-write-said = Bewaard.
stay-write-today = In je eigen woorden
stay-write-yesterday = Wat deed je gisteren?
stay-write-again = Iets vergeten of verkeerd? Tik op de dag om hem te veranderen.
stay-earlier = { $count ->
    [one] Eén dag eerder
   *[other] { $count } dagen eerder
}
stay-other-days = Andere dagen
stay-day-before = De dag ervoor
stay-day-after = De dag erna
stay-lately = De laatste dagen
stay-lately-none = Nog niets opgeschreven.
stay-here = Hier zijn
stay-span = { $years ->
    [0] { $months ->
        [0] nog geen maand
        [one] één maand
       *[other] { $months } maanden
    }
    [one] een jaar{ $months ->
        [0] {""}
        [one] {" "}en een maand
       *[other] {" "}en { $months } maanden
    }
   *[other] { $years } jaar{ $months ->
        [0] {""}
        [one] {" "}en een maand
       *[other] {" "}en { $months } maanden
    }
}
stay-here-since = Je werkt hier sinds { $when }: { $long }.
stay-here-not = Je werkt hier niet als professional.
stay-known = { $count ->
    [0] Er is nog niemand met wie je aan tafel zat en die dat liet onthouden.
    [one] Je kent hier één mens van de koffietafel.
   *[other] Je kent hier { $count } mensen van de koffietafel.
}
stay-known-how = Geteld zijn mensen met wie je aan tafel zat, en die net als jij zeiden dat het onthouden mag worden.
stay-sharing = Delen met bewoners
stay-sharing-off = Niemand anders ziet je dagen.
stay-sharing-on = Tot en met { $until } zien bewoners die zijn ingelogd dit:
stay-sharing-ends = Daarna stopt het vanzelf. Eerder stoppen kan altijd.
stay-shared = Hoe vaak ze hier waren
stay-shared-words = { $length ->
    [28] in de afgelopen vier weken
    [91] in de afgelopen drie maanden
    [365] in het afgelopen jaar
   *[other] in de afgelopen { $length } dagen
} { $days ->
    [0] geen dag hier
    [one] één dag hier
   *[other] { $days } dagen hier
}
stay-share = Delen met bewoners
stay-share-intro = Bewoners die zijn ingelogd, zien dan hoe vaak je er was. Niet waar, niet wanneer, en niet je eigen woorden. Het loopt mee met de dagen, en stopt op de dag die jij kiest.
stay-share-button = Bewaar
stay-share-said = Bewaard.
form-day-kinds = Wat deed je?
form-day-own = In je eigen woorden
form-day-own-hint = Eén zin. Alleen jij leest dit.
form-share-days-period = Wat mogen bewoners zien?
form-share-days-period-nobody = Niets, het blijft van mij
form-share-days-period-weeks = Hoe vaak, de afgelopen vier weken
form-share-days-period-season = Hoe vaak, de afgelopen drie maanden
form-share-days-period-year = Hoe vaak, het afgelopen jaar
form-share-days-until = Tot en met welke dag?
form-share-days-until-hint = Hooguit een jaar. Daarna ziet niemand het meer, tot je het weer zegt.
no-stay-kind_unknown = Kies wat je deed uit de lijst.
no-stay-not_yet = Deze dag moet nog komen.
no-stay-too_long_ago = Dat is langer dan { $days } dagen geleden.
no-stay-day_too_long = Zeg het in hooguit { $most } tekens.
no-stay-share_unknown = Kies uit de lijst wat bewoners mogen zien.
no-stay-share_until = Kies tot en met welke dag: een dag die nog komt, binnen een jaar.
no-stay-there_already = Dit stond er al.
no-stay-not_there = Dit stond er niet.
moment-stay-day_written = Een professional schreef een eigen dag op
moment-stay-days_shared = Een professional koos wat bewoners van de eigen dagen zien
promises-title = Toezeggingen
promises-intro = Wat instellingen hier toezegden, en sinds wanneer het wacht. Wie het toezegde en aan wie, weten de mensen om wie het gaat.
promises-mine = Wat jij toezegde
promises-mine-none = Je hebt nu geen toezegging open.
promises-fell = Van wie hier niet meer werkt
promises-with-me = Waar jij bij bent
promises-open = Nog open
promises-open-too = Ook nog open in de wijk
promises-none-too = Verder staat er niets open.
promises-over = Sinds kort klaar
promises-none-title = Er staat niets open
promises-none = Alles wat hier is toegezegd en opgeschreven, is gedaan of eerlijk beëindigd.
promises-all = Alle toezeggingen
promise-title = Toezegging
promise-to-all = Aan de hele wijk
promise-to-me = Aan jou
promise-to-resident = Aan een bewoner
promise-to-somebody = Aan iemand in de wijk
promise-of = { $institution }, opgeschreven op { $since }
promise-by = Van
promise-to = Aan
promise-where = Waar
promise-since = Opgeschreven op
promise-due = Beloofd voor { $when }
promise-late-late = Beloofd voor { $when }, { $days ->
    [one] een dag geleden
   *[other] { $days } dagen geleden
}
promise-late-long = Beloofd voor { $when }, al { $days } dagen geleden
promise-asked-since = { $days ->
    [0] Vandaag gevraagd: is dit toegezegd?
    [one] Sinds een dag gevraagd: is dit toegezegd? Nog geen antwoord
   *[other] Sinds { $days } dagen gevraagd: is dit toegezegd? Nog geen antwoord
}
promise-state-kept = Gedaan, op { $when }
promise-state-wont = Gaat niet door, verteld op { $when }
promise-state-denied = Niet zo toegezegd, zegt de professional
promise-words-theirs = Wat er precies is toegezegd, lezen alleen de mensen om wie het gaat.
promise-why = Waarom:
promise-asked-of = Gevraagd om het over te nemen: { $called }
promise-asked-by = { $called } vraagt of jij dit overneemt
promise-question-asked = Heb jij dit toegezegd?
promise-question-open = Neem jij dit over?
promise-question-lead = Heeft iemand van jouw team dit toegezegd?
promise-fell = Deze toezegging wacht op jou
promise-fell-words = Wie dit toezegde, werkt hier niet meer of kan hier niet meer in. Vraag een collega, neem het zelf over, of zeg eerlijk dat het niet gaat.
promise-question-words = { $called } schreef op dat jij dit toezegde. Ja: dan is het jouw toezegging. Nee: dan ziet alleen { $called } dat jij nee zei.
promise-yes-asked = Ja, dat heb ik toegezegd
promise-no-asked = Nee, zo niet
promise-yes-open = Ja, ik neem het over
promise-no-open = Nee, dat lukt mij niet
promise-yes-lead = Ja, dat is toegezegd
promise-no-lead = Nee, zo niet
promise-yes-said = Dank je wel. De toezegging staat.
promise-no-said = Je antwoord is bewaard.
promise-kept = Het is gedaan
promise-kept-said = Fijn dat het gedaan is.
promise-reopen = Nog niet
promise-reopen-words = Is het nog niet gedaan? Zeg het, dan staat de toezegging weer open.
promise-reopened-said = De toezegging staat weer open.
promise-reopen-mine = Te vroeg getikt? Tot en met { $day } kun je zeggen dat het toch nog niet gedaan is.
promise-not-yet = Toch nog niet
promise-after-all-words = Kan het toch? Tot en met { $day } kun je dat zeggen. De uitleg gaat dan weg, en de toezegging staat weer open.
promise-after-all = Het gaat toch gebeuren
promise-take-back = Haal weg wat ik opschreef
promise-taken-back = Weggehaald.
promise-make = Zeg iets toe
promise-make-intro = Wat je toezegt, is ook van je instelling. Het blijft staan tot het gedaan is, of tot je eerlijk zegt dat het niet gaat.
promise-make-button = Zeg toe
promise-make-done = Opgeschreven.
promise-said = Mij is iets toegezegd
promise-said-sign-in = Log in en schrijf op wat jou is toegezegd
promise-said-intro = Wie je kiest, ziet je naam en wat je schrijft, en zegt ja of nee. Anderen zien alleen dat er iets gevraagd is.
promise-said-button = Schrijf op
promise-said-done = Opgeschreven. Het is gevraagd.
promise-pass = Vraag een collega
promise-pass-intro = Het blijft jouw toezegging tot je collega ja zegt.
promise-pass-button = Vraag het
promise-pass-done = Gevraagd.
promise-pass-back = Vraag het toch niet
promise-pass-back-said = Teruggenomen. Je collega ziet de vraag niet meer.
promise-pass-none = Er werkt hier nu geen collega van dezelfde instelling.
promise-wont = Dit gaat niet gebeuren
promise-wont-intro = Dat mag, als het maar eerlijk gezegd wordt. Schrijf in gewone woorden waarom. Wie het toegezegd kreeg, leest het.
promise-wont-tell-them = Dat mag, als het maar eerlijk gezegd wordt. Deze toezegging deed je aan iemand die hier niet meeleest. Vertel het dus eerst zelf. Schrijf daarna in gewone woorden waarom.
promise-wont-button = Zeg het eerlijk
promise-wont-done = Het is gezegd.
form-promise-what = Wat zeg je toe?
form-promise-what-hint = In een paar woorden. Schrijf geen naam van iemand op.
form-promise-to = Aan wie?
form-promise-to-all = Aan de hele wijk: iedereen leest het
form-promise-to-somebody = Aan iemand: ik weet zelf wie. Alleen ik lees het, en wie het later van mij overneemt
form-promise-due = Voor welke dag?
form-promise-place = Bij welke plek?
form-promise-place-hint = Iedereen ziet deze plek.
form-promise-place-none = Nergens in het bijzonder
form-said-who = Wie zei het toe?
form-said-who-none = Kies iemand
form-said-what = Wat is er toegezegd?
form-said-what-hint = In een paar woorden.
form-said-due = Voor welke dag?
form-said-due-hint = Weet je het niet meer? Kies een dag die jij redelijk vindt.
form-said-place = Bij welke plek?
form-said-place-hint = Iedereen ziet deze plek.
form-pass-who = Wie neemt het over?
form-wont-reason = Waarom niet?
form-wont-told = Ik heb het zelf verteld aan wie het toegezegd kreeg (dat moet)
no-stay-promise_empty = Wat is er toegezegd? Schrijf het in een paar woorden.
no-stay-promise_too_long = Zeg het in hooguit { $most } tekens.
no-stay-due_wrong = Kies een dag die nog komt, binnen twee jaar.
no-stay-reason_missing = Schrijf erbij waarom niet. Dat is wel zo eerlijk.
no-stay-reason_too_long = Zeg het in hooguit { $most } tekens.
no-stay-tell_them_first = Vertel het eerst zelf aan wie het toegezegd kreeg, en kruis dat aan. Die leest hier niet mee.
no-stay-no_work = Je werkt hier nu niet voor een instelling. Vraag aan wie de computer beheert om dat op te schrijven.
no-stay-not_here = Deze persoon werkt hier nu niet.
no-stay-no_colleague = Kies een collega van dezelfde instelling die hier nu werkt.
no-stay-to_oneself = Dit ben je zelf.
no-stay-many_asked = Je hebt al { $most } vragen open. Bespreek het eens aan tafel.
no-stay-nothing_asked = Hier is niets meer gevraagd.
no-stay-said_yes_already = Er is al ja op gezegd. Zeg zelf wanneer het gedaan is.
no-stay-moved_on = Deze toezegging is al verder. Bekijk haar opnieuw.
no-stay-undo_too_late = Dit is langer dan { $days } dagen geleden gezegd. Schrijf een nieuwe toezegging op.
no-stay-has_it_already = Dit is al de toezegging van deze collega.
no-stay-promise_gone = Deze toezegging is er niet meer.
no-stay-place_gone = Deze plek staat niet (meer) op de kaart. Kies een andere plek in de wijk.
moment-stay-promised = Een professional zegde iets toe
moment-stay-said_promised = Een bewoner schreef op wat toegezegd is
moment-stay-promise_answered = Een professional zei of iets toegezegd is
moment-stay-promise_taken_back = Een bewoner haalde weg wat opgeschreven was
moment-stay-kept = Een toezegging is gedaan
moment-stay-not_kept_yet = Een toezegging is nog niet gedaan, en staat weer open
moment-stay-asked_over = Een collega is gevraagd een toezegging over te nemen
moment-stay-asked_no_more = Een collega hoeft een toezegging toch niet over te nemen
moment-stay-passed_on = Een toezegging kreeg een nieuwe eigenaar, die ja zei
moment-stay-not_taken_over = Een collega kon een toezegging niet overnemen
moment-stay-wont_happen = Eerlijk gezegd: een toezegging gaat niet door
moment-stay-happens_after_all = Een toezegging gaat toch gebeuren, en staat weer open
moment-stay-leads = Opgeschreven is wie een team leidt
leave-title = Ik ga hier weg
leave-them = Wanneer gaat { $called } hier weg?
leave-intro = Zeg op welke dag je voor het laatst hier werkt. Daarna geef je door wat er loopt: wat je toezegde, wie je voorstelt, een wandeling met wie na jou komt. Alleen je teamleider en wie na jou komt, zien het.
leave-them-intro = Denk eraan: met { $called } gaan ook de banden weg die hier gegroeid zijn. Praat er samen over, voordat je een dag kiest.
leave-them-ties = { $called } kent hier { $count } mensen van de koffietafel. Die banden gaan mee weg. Praat er samen over, voordat je een dag kiest.
leave-button = Bewaar de dag
leave-said = Bewaard. Geef nu door wat er loopt.
leave-them-said = Bewaard. Je collega leest het op Vandaag en zegt of het klopt.
form-leave-last_day = Wat is de laatste dag?
leaving-title = Goed doorgeven
leaving-intro = Wie goed doorgeeft, laat niets vallen: toezeggingen, mensen, de weg door de wijk.
leaving-line-leaves = Jouw laatste dag hier is { $day }
leaving-line-leads = De laatste dag van { $called } is { $day }
leaving-line-follows = Jij komt na { $called }, die tot { $day } blijft
leaving-early = Weg voordat de wijk { $called } goed kent
leaving-early-words = Na { $long } gaat iemand weg die de wijk net leert kennen; dat duurt anderhalf jaar. Dat zegt iets over de instelling, niet over deze persoon. Kan het anders? Zo niet, zorg dat wie volgt op tijd begint.
leaving-early-team = { $called } gaat weg binnen anderhalf jaar. Zo lang duurt het om de wijk te leren kennen. Dat zegt iets over de instelling, niet over { $called }.
leaving-change-day = Kies een andere laatste dag
leaving-asked-title = Klopt deze laatste dag?
leaving-asked = Wie jouw team leidt, schreef op dat { $day } jouw laatste dag hier is. Klopt dat niet? Zeg het: dan geldt de dag niet, en praten jullie er samen over. Zeg je niets, dan geldt de dag.
leaving-asked-yes = Ja, dat klopt
leaving-asked-no = Nee, dat klopt niet
leaving-asked-yes-said = Bewaard. Geef nu door wat er loopt.
leaving-asked-no-said = Bewaard. De dag geldt niet. Wie jouw team leidt, leest dat.
leaving-asked-waits = { $called } heeft nog niet gezegd of dit klopt.
leaving-not-so = { $called } zegt dat deze laatste dag niet klopt
leaving-not-so-words = Daarom geldt { $day } niet. Praat er samen over. Daarna kun je een andere dag opschrijven, of dit weghalen.
leaving-take-away = Haal dit weg
leaving-promises = Wat nog openstaat
leaving-open = { $count ->
    [0] Er staat geen toezegging meer open.
    [one] Er staat nog één toezegging open.
   *[other] Er staan nog { $count } toezeggingen open.
}
leaving-open-how = Elke toezegging krijgt een nieuwe eigenaar die ja zegt, is gedaan, of er wordt eerlijk gezegd dat het niet gaat gebeuren.
leaving-over = Wie erna komt
leaving-successor = Wie komt erna?
leaving-successor-none = Nog niet bekend
leaving-successor-leaves = { $called } is er dan misschien niet. Overleg met wie jouw team leidt.
leaving-successor-until = { $called } werkt hier zelf maar tot en met { $day }. Kies samen iemand anders.
leaving-successor-gone = { $called } werkt hier niet meer. Kies samen iemand anders.
leaving-walk = Samen door de wijk
leaving-walk-on = Afgesproken op { $day }
leaving-walk-done = Gelopen, op { $day }
leaving-walk-none = Nog niet afgesproken
leaving-introduced = Voorgesteld
leaving-introduced-of = { $introduced } van de { $people } mensen
leaving-no-names = Alleen getallen. Wie het zijn, houdt wie weggaat op een eigen briefje.
leaving-errands = Nog koffie te drinken
leaving-errands-leaves = Ga er nog heen, of kies ‘Toch niet’: dan kan een collega gaan. Na je laatste dag is de straat vanzelf vrij.
leaving-errands-leads = { $called } zou hierheen gaan. Na de laatste dag kan een collega het overnemen.
leaving-errands-follows = { $called } zou hierheen gaan. Na de laatste dag kun jij het overnemen.
leaving-plan = Schrijf op wie erna komt
leaving-plan-intro = Kies wie erna komt, en een dag om samen te lopen: als de één er al is, en de ander nog.
leaving-plan-button = Bewaar
leaving-plan-said = Bewaard.
leaving-walked-ask = Hebben jullie samen gelopen?
leaving-walked = Ja, we hebben samen gelopen
leaving-walked-said = Fijn. Zo leert de wijk je kennen.
leaving-complete-title = Klaar?
leaving-complete-words = Afronden kan als elke toezegging een nieuwe eigenaar heeft, gedaan is, of een eerlijk woord kreeg. Tot en met de laatste dag kun je alles nog aanpassen.
leaving-not-yet = { $count ->
    [one] Nog niet: één toezegging wacht op een eigenaar of een eerlijk woord.
   *[other] Nog niet: { $count } toezeggingen wachten op een eigenaar of een eerlijk woord.
}
leaving-complete = Rond het doorgeven af
leaving-close-left = Elke toezegging heeft een eigenaar of kreeg een eerlijk woord. Dit is nog niet gedaan:
leaving-close-all = Elke toezegging heeft een eigenaar of kreeg een eerlijk woord, iedereen is voorgesteld, en jullie liepen samen.
leaving-close-button = Rond af
form-close-known = Ik weet dat dit niet gedaan is, en rond toch af (kruis dit aan)
leaving-left-follows = Wie erna komt, is nog niet bekend.
leaving-left-walk = Dat er samen gelopen is, heeft wie erna komt nog niet gezegd.
leaving-left-people = { $count ->
    [one] Eén mens is nog niet voorgesteld.
   *[other] { $count } mensen zijn nog niet voorgesteld.
}
leaving-left-now = Nog niet gedaan:
leaving-done-title = Het doorgeven is afgerond
leaving-done-words = Afgerond op { $day }: elke toezegging is gedaan, heeft een nieuwe eigenaar, of kreeg een eerlijk woord. Dank je wel.
leaving-done-until = Komt er een toezegging bij, dan staat het vanzelf weer open. Tot en met de laatste dag kun je alles nog aanpassen.
leaving-done-said = Het doorgeven is afgerond. Dank je wel.
leaving-stay-leaves = Ik blijf toch
leaving-stay-leads = { $called } blijft toch
leaving-stay-ask-leaves = Blijf je toch?
leaving-stay-ask-leads = Blijft { $called } toch?
leaving-stay-words-leaves = De laatste dag wordt weggehaald, en wat er staat over wie erna komt ook. De toezeggingen blijven staan.
leaving-stay-words-leads = Je haalt hiermee het vertrek van een ander weg: de laatste dag, en wat er staat over wie erna komt. Praat er eerst samen over.
leaving-stay-yes-leaves = Ja, ik blijf
leaving-stay-yes-leads = Ja, { $called } blijft
leaving-stays-said = Bewaard. De laatste dag is weggehaald.
ask-keep = Nee, laat het zo
form-over-successor = Wie komt erna?
form-over-successor-none = Nog niet bekend
form-over-walk_on = Op welke dag samen door de wijk?
form-over-people = Hoeveel mensen worden voorgesteld?
form-over-people-hint = Een getal. De namen staan nergens.
form-over-introduced = Hoeveel zijn er al voorgesteld?
team-title = Mijn team
today-here = Jouw werk hier
today-team-late = { $count ->
    [one] Eén toezegging van jouw team is later dan beloofd.
   *[other] { $count } toezeggingen van jouw team zijn later dan beloofd.
}
team-intro = Wie hier werkt, sinds wanneer, en wat er openstaat. Wat iemand per dag doet, is van hen zelf en staat hier niet.
team-none-title = Je leidt hier geen team
team-none = Deze bladzijde is voor wie een team leidt.
team-since = Hier sinds { $when }: { $long }
team-ties = Kent { $count } mensen van de koffietafel
team-ties-few = Hoeveel mensen { $called } van de koffietafel kent, staat hier vanaf vijf.
team-promises = { $count ->
    [0] Geen toezegging open.
    [one] Eén toezegging open.
   *[other] { $count } toezeggingen open.
}
team-late = { $count ->
    [one] Eén is later dan beloofd.
   *[other] { $count } zijn later dan beloofd.
}
team-leave = Zeg wanneer { $called } weggaat
team-away = { $called } kan hier nu niets meer doen: de rol is afgelopen. Wat { $called } toezegde, wacht op jou. Werkt { $called } hier nog? Vraag het bestuur om nog een jaar. Zo niet, zeg dan wat de laatste dag is.
team-role-ends = De rol van { $called } loopt tot en met { $day }. Vraag het bestuur om nog een jaar, of zeg wanneer { $called } weggaat.
today-fell = { $count ->
    [one] Eén toezegging wacht op jou
   *[other] { $count } toezeggingen wachten op jou
}
team-left = { $called } is weg, en nog niet alles is doorgegeven
no-stay-last_day_wrong = Kies een dag die nog komt, binnen twee jaar.
no-stay-left_already = Dit is al afgesloten.
no-stay-leaving_gone = Deze laatste dag staat er niet meer.
no-stay-left_unsaid = Kruis aan dat je weet wat nog niet gedaan is. Afronden mag, als het maar eerlijk gezegd is.
no-stay-said_not_so = Deze laatste dag klopt niet, zegt wie het aangaat. Praat er eerst samen over.
no-stay-walk_with_whom = Kies eerst wie erna komt.
no-stay-walk_needs_both = Kies een dag waarop ze er allebei zijn.
no-stay-introductions = Voorgesteld zijn er hooguit zoveel als er voor te stellen zijn, en niet meer dan { $most }.
no-stay-no_walk = Er is nu geen wandeling om af te vinken.
no-stay-promises_open = Er staan nog toezeggingen open: { $count }. Elke toezegging krijgt een nieuwe eigenaar, of een eerlijk ‘dit gaat niet gebeuren’.
moment-stay-leaves = Een professional zei wanneer de laatste dag hier is
moment-stay-leaving_answered = Een professional zei of de laatste dag klopt
moment-stay-stays_on = Een professional blijft toch
moment-stay-hand_over_planned = Een professional schreef op wie erna komt
moment-stay-walked = Twee professionals liepen samen door de wijk
moment-stay-left_well = Een professional gaf door wat er liep, en elke toezegging heeft een eigenaar of een eerlijk woord
