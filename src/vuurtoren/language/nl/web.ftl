no-web-form_without_key = Deze bladzijde was te oud. Open haar opnieuw, je bent niets kwijt.
no-web-too_often = Dit ging vaak achter elkaar. Wacht een paar minuten en probeer het dan opnieuw.
no-people-nobody_with_mail = Niemand in deze wijk heeft een account met dit e-mailadres.
no-care-nothing_to_undo = Er is geen ronde van vandaag om terug te draaien.

mail-code-subject = Je code voor Vuurtoren
mail-code-body =
    Hallo,

    Je code is: { $code }

    Vul hem in op de bladzijde die nog openstaat. De code werkt tien minuten.
    Heb je hier niet om gevraagd? Dan hoef je niets te doen.

    Groet van de buurt
mail-known-subject = Inloggen bij Vuurtoren
mail-known-body =
    Hallo,

    Iemand wilde zich aanmelden met dit e-mailadres. Het is hier al bekend.
    Was jij dat? Kies dan op de bladzijde ‘Inloggen’. Je krijgt een code.
    Heb je hier niet om gevraagd? Dan hoef je niets te doen.

    Groet van de buurt
mail-unknown-subject = Inloggen bij Vuurtoren
mail-unknown-body =
    Hallo,

    Iemand wilde inloggen met dit e-mailadres, maar het is hier nog niet bekend.
    Was jij dat? Kies dan op de bladzijde ‘Ik ben nieuw’.

    Groet van de buurt

nav-today = Vandaag
nav-map = Kaart
nav-streets = Straten
nav-plan = Inzetplan
nav-who = Wie zijn wij
nav-light = De vuurtoren
nav-journal = Dagboek
nav-help = Hulp
nav-me = Mijn bladzijde
nav-city = Hoe gaat het?
nav-agreements = Overdrachten

form-required = Dit hebben we nog nodig.
form-invalid = Dit lukt zo niet. Kijk het nog eens na.
form-choose = Kies een van de mogelijkheden.
form-too-small = Dit getal is te klein.
form-too-large = Dit getal is te groot.
form-join-part = Welk stuk?
form-join-rhythm = Hoe vaak ongeveer?
form-join-people = Met hoeveel mensen?
form-join-people-hint = Alleen is ook goed.
form-round-minutes = Hoeveel minuten?
form-round-bags = Hoeveel zakken?
form-round-grade = Hoe ziet de straat er nu uit?
form-look-grade = Welk plaatje lijkt het meest op de straat?
form-look-pieces = Of tel het grote afval
form-look-pieces-hint = Stukken van 10 centimeter of groter, op het vieste stuk van 10 bij 10 meter.
form-look-one-of-two = Kies een plaatje of vul een aantal in.
form-agreement-to_step = Wat spreken we af?
form-agreement-stop_grade = Hoe schoon moet de straat minstens zijn?
form-agreement-stop_steps = Na hoeveel dagen helpt de stad?
form-agreement-after_stop = Hoe helpt de stad dan?
form-agreement-overlap_days = Hoeveel dagen doen we het eerst samen?
form-agreement-answer_by = Tot wanneer kunnen bewoners antwoorden?
form-agreement-answer_by-held = Geen antwoord is geen ja. Dan blijft het in handen van de buren.
form-agreement-answer_by-hint = Geen antwoord is geen ja. Dan verandert er niets.
form-me-called = Hoe mogen we je noemen?
form-me-language = Taal
form-street-hint = Schrijf de naam van de straat.
form-street-unknown = We vinden geen straat die { $name } heet. Kijk in de lijst van straten hoe de naam geschreven is.
form-me-home = Mijn straat
form-me-home-hint = Dan zie je op Vandaag meteen hoe het er bij jou bij staat. Niemand anders ziet dit.
form-me-home-none = Zeg ik liever niet
form-enter-called = Naam waarmee we deze buur noemen
form-enter-called-hint = Alleen de naam. Schrijf niets anders over iemand op.
form-enter-language = Taal
form-enter-how = Hoe zei deze buur ja?
form-enter-given_on = Op welke dag?
form-enter-until = Tot wanneer geldt het?
form-enter-until-hint = Hooguit een jaar. Daarna vraag je het opnieuw.
form-light-line = In één zin: hoe willen we samen leven?
form-light-story = Het hele verhaal
form-reason-reason = Waarom?
form-puton-place = Welke straat?
form-puton-crew = Welke ploeg?
form-puton-reason = Waarom?
form-role-mail = E-mailadres van deze persoon
form-role-role = Welke rol?

grade-none = Zeg ik niet
grade-Aplus = A+ · heel schoon
grade-A = A · schoon
grade-B = B · redelijk schoon
grade-C = C · vuil
grade-D = D · heel vuil
step-1 = De stad doet het
step-2 = De stad doet het, buren helpen af en toe
step-3 = Samen: buren en de stad
step-4 = Buren doen het, de stad staat erachter
step-5 = Buren doen het, met eigen ruimte
step-1-who = de stad
step-2-who = de stad, met buren
step-3-who = buren en de stad samen
step-4-who = buren, met de stad erachter
step-5-who = buren, met eigen ruimte
rhythm-weekly = Elke week
rhythm-now_and_then = Af en toe
part-whole = De hele straat
part-north = Het noordelijke stuk
part-south = Het zuidelijke stuk
part-east = Het oostelijke stuk
part-west = Het westelijke stuk
after-stop-ask = Eerst de buren vragen of ze hulp willen
after-stop-comes = Meteen komen helpen
consent-paper = Op papier
consent-phone = Door de telefoon
consent-in_person = In een gesprek

welcome-title = Welkom
welcome-intro = Fijn dat je er bent. Nog twee dingen, dan kun je beginnen.
welcome-called = Hoe mogen we je noemen?
welcome-called-hint = Je voornaam is genoeg.
welcome-neighbourhood = In welke wijk woon je?
welcome-language = Welke taal lees je het liefst?
welcome-button = Ik ben er
welcome-said = Welkom! Kijk rustig rond.

sign-in-title = Inloggen
sign-in-intro = Vul je e-mailadres in. Je krijgt een code. Een wachtwoord is niet nodig.
sign-in-mail = E-mailadres
sign-in-button = Stuur mij een code
sign-in-new = Ik ben nieuw
sign-in-code-title = Vul de code in
sign-in-code-intro = We hebben een code gestuurd naar { $mail }. Kijk ook bij ongewenste mail.
sign-in-code = Code
sign-in-code-button = Naar binnen
sign-in-again = Stuur mij een nieuwe code
sign-up-title = Ik ben nieuw
sign-up-intro = Vul je e-mailadres in. Je krijgt een code, zodat we weten dat het van jou is. Je adres is voor niemand te zien.
sign-out-title = Uitloggen
sign-out-intro = Tot gauw! Wil je op dit apparaat uitloggen?
sign-out-button = Uitloggen
link-title = Naar binnen
link-intro = Met deze link kom je zonder wachtwoord binnen. Hij werkt één keer, tien minuten lang.
link-button = Ga naar binnen

front-title = Wie draagt wat in onze straten?
front-intro = Buren pakken op wat ze graag doen. De stad volgt en komt waar niemand draagt. Samen kiezen we de richting, en die blijft op elke bladzijde in zicht.
front-choose = Kies je wijk
front-none = Er is hier nog geen wijk. Wie deze computer beheert, kan er een beginnen met: vuurtoren places import
front-how = Hoe werkt het?
front-meet = Ontmoeten
front-meet-words = Het begint met samen koffie drinken.
front-carry = Dragen
front-carry-words = Buren doen wat ze leuk vinden of belangrijk vinden. Nee zeggen mag altijd.
front-follow = Volgen
front-follow-words = De stad doet de rest, één of twee dagen later, en zegt waarom.

today-title = Vandaag in { $name }
today-home = Mijn straat
today-home-choose = Kies mijn straat
today-home-none = Welke straat is van jou? Dan zie je hier hoe het ermee gaat.
today-mine = Wat ik draag
today-mine-none = Je draagt nu niets, en dat is goed. Heb je zin in een rondje prikken? Kies een straat.
today-mine-last = Laatste ronde: { $when }
today-mine-no-round = Nog geen ronde opgeschreven
today-mine-log = Ik heb geprikt
today-more = { $count ->
    [one] Nog één
   *[other] Nog { $count }
}
today-questions = De stad vraagt je iets
today-help-question = { $street }: hier ligt meer dan afgesproken. Zal de stad deze week helpen?
today-yes-please = Ja, graag
today-no-thanks = Nee, wij doen het
today-city = De volgende stap van de stad
today-city-plan = Op { $day } gaat de stad naar { $count ->
    [one] één straat
   *[other] { $count } straten
}: { $minutes } minuten werk.
today-city-none = Er is nog geen plan voor de komende dagen. De stad doet haar gewone rondes.
today-city-see = Bekijk het inzetplan en waarom
today-vacant = Hier is plek voor wie zin heeft
today-vacant-none = Nu gaf niemand een straat terug. Meedoen mag in elke straat.
today-thanks = Vorige week
today-thanks-words = { $rounds ->
    [one] Er was één ronde
   *[other] Er waren { $rounds } rondes
} in de wijk, met { $bags ->
    [one] één zak
   *[other] { $bags } zakken
} afval. Dank jullie wel!
today-thanks-none = Vorige week waren er te weinig rondes om samen te tellen. Ook één rondje helpt.
today-how = Hoe gaat het in de wijk?
today-all-streets = Alle straten
today-sign-in = Woon je hier? Log in en doe mee, of kijk gewoon rond.

streets-search = Zoek een straat
streets-search-button = Zoek
streets-none = Er is geen straat gevonden met “{ $words }”. Probeer een stukje van de naam.
streets-empty = Wie deze computer beheert, leest ze in met: vuurtoren places import. Tot dan: drink koffie met elkaar en vraag hoe jullie hier willen samen leven.
streets-name = Straat
streets-grade = Nu
streets-carried = Wie draagt
streets-length = Lengte
streets-metres = { $metres } m
streets-on-map = Bekijk alles op de kaart
street-kind-street = straat
street-kind-square = plein
street-kind-park = park
street-kind-quay = kade
street-kind-building = gebouw
street-certainty-low = De naam van deze straat is niet zeker.
street-certainty-medium = De naam van deze straat is waarschijnlijk goed.
street-now = Hoe staat het erbij?
street-now-words = Naar schatting { $pieces ->
    [0] geen groot afval
    [one] 1 stuk groot afval
   *[other] { $pieces } stuks groot afval
} op 10 bij 10 meter.
street-now-range = { $low ->
    [0] Er kan ook niets liggen, of { $high }.
   *[other] Het kunnen er ook { $low } of { $high } zijn.
}
street-now-or = { $other ->
    [0] Er kan ook niets liggen.
    [one] Het kan er ook 1 zijn.
   *[other] Het kunnen er ook { $other } zijn.
}
street-now-observed = Dit komt uit wat mensen zagen en deden in deze straat.
street-now-kind = In deze straat heeft nog niemand gekeken. Dit is wat gewoon is in zulke straten.
street-now-none = We weten nog niet hoe het er hier bij staat. Kijk jij even?
street-who = Wie draagt deze straat?
street-who-nobody = Nu prikt hier geen buur. De stad doet het.
street-who-some = Hier prikken buren.
street-who-me = Jij doet hier mee.
street-who-with = Samen met: { $names }
street-join = Ik doe mee
street-join-intro = Prikken is zwerfvuil oprapen met een grijper. Dat mag altijd in je straat. Niemand hoeft ja te zeggen, en stoppen mag op elk moment.
street-join-button = Ik doe mee
street-joined = Fijn dat je meedoet!
street-next = Wat nu?
street-next-when = Wanneer
street-next-when-words = Wanneer jij wilt. Een rondje van twintig minuten is al veel.
street-next-what = Waarmee
street-next-who = Met wie
street-next-who-alone = Je bent hier de eerste. Vraag een buur mee, dat is gezelliger.
street-next-team = Het team van de stad
street-next-team-words = Vragen, volle zakken, iets groots of gevaarlijks? Bel { $name }:
street-next-no-team = Er staat nog geen team van de stad in deze wijk.
street-round = Ik heb geprikt
street-round-button = Opschrijven
street-round-thanks = Opgeschreven. Dank je wel!
street-round-more = Ook zeggen hoe de straat eruitziet (hoeft niet)
street-round-undo = Dat was een vergissing, haal mijn laatste ronde weg
street-round-undone = Je laatste ronde is weggehaald.
street-look = Hoe schoon is het hier?
street-look-button = Zo is het
street-looked = Dank je wel voor het kijken. De stad rekent er vannacht mee.
street-give-back = Ik geef het terug
street-give-back-intro = Stoppen mag altijd. Je hoeft niet te zeggen waarom. De stad neemt het over; binnen twee dagen staat de straat in het plan als dat nodig is.
street-give-back-button = Ja, ik geef het terug
street-give-back-keep = Ik blijf toch meedoen
street-given-back = Teruggegeven. Dank je wel voor alles wat je deed!
street-help-yes = Goed. De stad komt deze week helpen.
street-help-no = Goed. Jullie doen het zelf.
street-agreement-open = Er loopt een vraag over deze straat
street-agreement-see = Bekijk de afspraak
street-agreement-ask = Wij willen deze straat zelf dragen
street-agreement-offer = Vraag bewoners of zij deze straat willen dragen
street-city = De volgende stap van de stad
street-history = Hoe het ging
street-moments = Wat hier gebeurde
street-no-moments = Hier is nog niets opgeschreven.
street-recent = In de laatste 30 dagen: { $rounds ->
    [one] één ronde
   *[other] { $rounds } rondes
}, { $minutes } minuten.

agreement-draft = Een overdracht vragen
agreement-draft-intro-residents = Jullie vragen de stad om deze straat zelf te mogen dragen. De stad stopt dan met eigen rondes, als beide kanten ja zeggen. Teruggeven mag altijd.
agreement-draft-intro-worker = Je vraagt bewoners of zij deze straat willen dragen. Zeggen ze niets, dan blijft de stad het doen. Nee zeggen kost niets.
agreement-draft-intro-stopped = Je vraagt bewoners of zij dit hier willen dragen. De stad zei dat zij hier stopt of minder doet. Zeggen bewoners nee of niets, dan blijft het haar taak. Nee zeggen kost niets.
agreement-draft-intro-held = Buren hebben dit hier in handen. Je vraagt of de stad weer mee mag doen, of om meer of minder ruimte. Zeggen ze niets, dan blijft alles zoals het is. Nee zeggen kost niets.
agreement-draft-intro-more = Jullie hebben dit hier in handen. Jullie vragen de stad om andere ruimte, of om een andere looptijd. Zegt de stad nog niets, dan blijft alles zoals het is.
agreement-draft-button = Vraag het
agreement-asked = De vraag ligt bij de stad. Zolang er geen antwoord is, blijft alles zoals het is.
agreement-offered = Het aanbod ligt bij de bewoners. Zolang er geen ja is, verandert er niets.
agreement-now = Wat nu geldt
agreement-now-words = Er is hier al een afspraak. Zeggen beide kanten ja, dan komt de nieuwe afspraak in haar plaats. Tot die tijd blijft deze gelden.
agreement-now-see = Bekijk de afspraak van nu
agreement-goes-on = Dit gaat mee naar de nieuwe afspraak:
agreement-goes-on-other = Andere looptijd of een ander bedrag, zoals langer doorgaan? Dat kan bij de vragen hier. Willen jullie andere voorwaarden? Begin dan een nieuwe uitdaging.
agreement-ends = Wordt het weer samen? Dan beslist de stad weer, en eindigen ook de looptijd, het geld per jaar en de voorwaarden.
agreement-title = Overdracht van { $street }
agreement-side-residents = Bewoners vragen dit aan de stad
agreement-side-institution = De stad vraagt dit aan bewoners
agreement-state-asked = Wacht op antwoord
agreement-state-yes_if = De stad zei ja, als … Nu de buren
agreement-state-overlap = Beide kanten zeiden ja; we doen het nu samen
agreement-state-carried = Afgesproken: buren dragen
agreement-state-declined = Nee, dank je. Alles blijft zoals het was
agreement-state-lapsed = Geen antwoord gekomen. De stad blijft het doen
agreement-state-withdrawn = Teruggenomen
agreement-state-lapsed-neighbours = Geen antwoord gekomen. Alles blijft zoals het was
agreement-state-lapsed-back = Geen antwoord gekomen. Buren blijven het doen
agreement-state-overlap-back = Beide kanten zeiden ja: straks doen buren en de stad het weer samen
agreement-state-back = Afgesproken: buren en de stad doen het weer samen
agreement-state-replaced = Anders afgesproken
agreement-state-ended-neighbours = Gestopt. Buren gaven het terug
agreement-others = Wat hier nog meer is afgesproken
agreement-asked-on = Gevraagd op { $day }
agreement-state-ended = Gestopt. De stad doet het weer
agreement-what = Wat
agreement-stop = Wanneer de stad helpt
agreement-stop-words = Is het { $steps ->
    [one] één dag
   *[other] { $steps } dagen
} achter elkaar slechter dan { $grade }? { $then }.
agreement-until = Samen tot en met
agreement-answer-by = Antwoord vóór
agreement-late = { $days ->
    [one] Eén dag
   *[other] { $days } dagen
} te laat. De stad moet hier nog antwoord op geven.
agreement-yes-residents = Bewoners zeiden ja
agreement-yes-institution = De stad zei ja
agreement-not-yet = nog niet
agreement-yes-if-on = ja, als … op { $day }
agreement-answer = Jullie antwoord
agreement-yes = Ja, dat doen we
agreement-no = Nee, dank je
agreement-no-costs = Nee zeggen kost niets. De stad blijft dan doen wat ze deed.
agreement-no-costs-stopped = Nee zeggen kost niets. De stad zei dat zij hier stopt of minder doet; zolang niemand het overneemt, blijft het haar taak.
agreement-withdraw = Vraag terugnemen
agreement-yes-said = Ja is opgeschreven.
agreement-no-said = Goed. Alles blijft zoals het was. Was dit een vergissing? Dan kun je het hier tot morgen terugdraaien.
agreement-no-undo = Toch niet nee
agreement-no-undo-words = Dit werd een nee. Een nee kost niets. Was het een vergissing? Dan ligt het aanbod er met één tik weer.
agreement-no-undone-said = Goed. Het aanbod ligt er weer.
agreement-yes-see = Bekijk wat een ja betekent
agreement-means = Wat betekent een ja?
agreement-means-carry = Buren doen dit hier dan zelf. De stad stopt hier met eigen rondes.
agreement-means-together = Buren en de stad doen het dan weer samen. De stad beslist dan weer. De afspraak die nu geldt, eindigt.
agreement-no-costs-back = Nee zeggen kost niets. Dan blijft dit in handen van de buren.
agreement-no-year-back = Na 'nee' vraagt de stad dit een jaar niet meer. Buren blijven het doen.
agreement-means-you = Jij doet dan mee.
agreement-means-overlap = { $days ->
    [one] Eerst doen de buren en de stad het één dag samen.
   *[other] Eerst doen de buren en de stad het { $days } dagen samen.
}
agreement-means-all = Jouw ja geldt voor alle buren die hier meedoen. Zij lezen het op Vandaag. Zolang het samen gaat, kan ieder van hen zeggen: liever niet.
agreement-means-back = Teruggeven mag altijd, zonder reden. De stad doet het dan weer.
agreement-rather-not = Liever niet?
agreement-rather-not-words = Op { $day } gaat het echt in. Tot die dag kan iedere buur die meedoet het tegenhouden. Alleen zelf stoppen mag ook, nu en later.
agreement-rather-not-all = Liever niet: alles blijft zoals het was
agreement-rather-not-me = Ik doe zelf niet meer mee
today-agreed-words = Een buur zei ja. Vanaf { $day } geldt het. Vind jij het goed? Dan hoef je niets te doen. Wie meedoet en het liever niet wil, zegt dat voor die dag.
today-agreed-see = Bekijk wat er is afgesproken
agreement-withdrawn-said = De vraag is teruggenomen.
agreement-none = Wie een straat draagt, kan op de bladzijde van die straat een overdracht vragen.
agreement-print = Afdrukken

plan-title = Inzetplan voor { $day }
plan-none = Voor { $day } is er nog geen plan. Het wordt ’s nachts gemaakt.
plan-intro = Hier staat waar de stad die dag heen gaat, en bij elke straat waarom: waar een minuut werk het meest doet, en op tijd waar het te vuil is. Waar buren prikken is dat vanzelf minder vaak.
plan-minutes = { $minutes } minuten
plan-streets = { $count ->
    [one] één straat
   *[other] { $count } straten
}
plan-gap = Met deze minuten kan het hooguit { $gap } beter.
plan-no-crew = Nog geen ploeg
plan-crew-line = { $count ->
    [one] één straat
   *[other] { $count } straten
}, { $minutes } minuten, waarvan { $way } onderweg
plan-done = Klaar
plan-done-button = Klaar
plan-undo = Toch niet klaar
plan-done-said = Klaar gemeld.
plan-undone-said = Weer op de lijst.
plan-found = Hoe lag het erbij toen je kwam?
plan-found-said = Dank je, dat telt mee voor het volgende plan.
plan-put-on = Straat erbij zetten
plan-put-on-button = Zet erbij
plan-put-on-said = De straat staat op het plan.
plan-take-off = Van het plan halen
plan-taken-off-said = De straat is van het plan gehaald.
plan-by-hand = Met de hand: { $reason }
plan-before = Dag ervoor
plan-after = Dag erna
plan-export = Meenemen
plan-print = Afdrukken op papier
plan-csv = Voor een rekenblad (CSV)
plan-geojson = Voor een kaart (GeoJSON)
plan-gpx = Voor een navigatie (GPX)
plan-empty = Vandaag hoeft de stad nergens heen: naar schatting is het overal schoon genoeg, of dragen buren.
plan-expect = verwacht: { $grade }

city-by-street = Per straat, op de kaart
city-title = Hoe gaat het in { $name }?
city-average = Gemiddelde
city-average-words = De wijk scoort nu gemiddeld { $grade }. Afgesproken is { $goal }.
city-floor = Te vuile straten
city-floor-words = Voor zover iemand keek, is nu { $share } van de straten te vuil: slechter dan { $floor }.
city-lag = Hoe snel komt de stad?
city-lag-words = Is een straat te vuil, dan komt de stad meestal { $median ->
    [0] dezelfde dag
    [one] binnen één dag
   *[other] binnen { $median } dagen
}. Straten die nog wachten tellen mee.
city-lag-p95 = Bijna altijd (95 van de 100 keer) { $days ->
    [0] dezelfde dag
    [one] binnen één dag
   *[other] binnen { $days } dagen
}.
city-lag-open = { $count ->
    [one] Eén straat wacht
   *[other] { $count } straten wachten
} nu nog op de stad{ $longest ->
    [0] , sinds vandaag
    [one] , { $count ->
        [one] al één dag
       *[other] de langste al één dag
    }
   *[other] , { $count ->
        [one] al { $longest } dagen
       *[other] de langste al { $longest } dagen
    }
}.
city-minutes = Minuten van de stad
city-minutes-words = In de laatste 7 dagen werkte de stad { $minutes } minuten in de wijk.
city-standard = Wat is afgesproken
city-standard-words = Gemiddeld { $goal }. Geen straat langer dan { $steps ->
    [one] één dag
   *[other] { $steps } dagen
} slechter dan { $floor }.
city-none = Als iemand heeft gekeken hoe schoon een straat is, staan ze de ochtend erna hier: hoe schoon het is, hoe lang straten wachten en hoeveel de stad werkt.
city-day = Dag
city-value = Waarde

map-title = Kaart van { $name }
map-list = Zoek je een straat? Kijk in de lijst

who-title = Wie zijn wij
who-intro = In deze wijk leren buren, de coöperatie en de gemeente samen te leven en te werken. De wijk leidt, de instellingen volgen.
who-counts = Met hoeveel
who-few = Van elk van deze rollen zijn er minder dan vijf mensen, en dan noemen we geen aantal: { $roles }.
who-professionals = Wie werkt hier
who-since = sinds { $when }
who-no-professionals = Er staan nog geen professionals in.
who-institutions = Hoe je ze bereikt
who-waiting = Wacht op een tweede ja
who-confirm = Ik zeg ook ja
role-give = Een rol geven
role-give-button = Stel voor
role-offered-said = Voorgesteld. Een tweede bestuurslid moet ook ja zeggen.
role-confirmed-said = De rol is gegeven.
role-ended-said = Je hebt de rol neergelegd.
role-put-down = Rol neerleggen
role-put-down-ask = Leg je deze rol neer: { $role }?
role-put-down-words = Neerleggen mag altijd, en niemand vraagt waarom. Wat bij de rol hoort, kun je dan meteen niet meer. Wil je de rol later terug, dan vraag je dat aan het bestuur.
role-put-down-yes = Ja, ik leg de rol neer
role-work-title = Deze rol hoort bij je werk
role-work-words = Je werkt hier voor { $institution }. Zolang dat zo is, houd je deze rol.
role-work-how = Wil je stoppen? Zeg wat je laatste dag is. Dat mag vandaag zijn. Je geeft door wat je toezegde, en de rol stopt vanzelf na die dag.
role-work-ends = Daarna stopt de rol vanzelf.
role-work-keep = Ik stop nog niet
enter-title = Buur zonder account
enter-intro = Schrijf een buur op die meedoet zonder telefoon of e-mail. Alleen met een ja, en alleen zolang die ja geldt.
enter-button = Opschrijven
enter-said = Opgeschreven. Schrijf bij Krachten op wat deze buur kan. Daar druk je ook een briefje af waarmee die later zelf alles weghaalt.
enter-gifts = Krachten en briefje
enter-mine = Buren die jij opschreef
enter-none = Je schreef nog niemand op.
enter-until = ja tot { $when }
enter-withdraw = Ja is ingetrokken, vergeet deze buur
enter-withdraw-ask = { $called } vergeten?
enter-withdraw-words = Alles wat hier van { $called } staat, gaat meteen weg: naam, krachten, banden en wie er aan tafel zat. Dat kunnen we niet terugdraaien.
enter-withdraw-yes = Ja, vergeet deze buur
enter-withdrawn-said = Deze buur is vergeten.
me-title = Mijn bladzijde
me-saved = Bewaard.
me-story = Mijn verhaal
me-story-none = Hier komt te staan wat je deed. Het begint met één rondje.
me-story-words = { $rounds ->
    [one] Eén ronde
   *[other] { $rounds } rondes
}, { $minutes } minuten, { $bags ->
    [one] één zak
   *[other] { $bags } zakken
}
me-month = Maand
me-roles = Mijn rollen
me-export = Alles wat hier over mij staat (bestand)
me-forget = Vergeet mij
me-forget-intro = We halen je naam, e-mailadres, rollen en straat weg. Wat je droeg gaat terug naar de stad. Dit kunnen we niet terugdraaien. In het dagboek blijft een nummer staan dat van niemand meer is.
me-forget-gifts = Je krachten, je banden en dat jij ergens aan tafel zat, gaan ook weg. Een tafel die jij neerzette blijft, zonder jouw naam. De rondjes die je liep, blijven geteld bij de straat.
me-forget-promises = Wat jou is toegezegd, gaat weg. Zegde je zelf iets toe als professional? Dat blijft een toezegging van je instelling, zonder jouw naam.
me-forget-promised = { $count ->
    [one] Je hebt nog één toezegging open
   *[other] Je hebt nog { $count } toezeggingen open
}
me-forget-promised-words = Vergeten worden mag altijd. Wie jouw team leidt, leest dan wat er openstaat en pakt het op. Liever eerst zelf doorgeven?
me-forget-promised-see = Bekijk wat openstaat
me-forget-button = Ja, vergeet mij
me-forget-keep = Nee, ik blijf
me-forgotten = Je bent hier vergeten en uitgelogd: alles over jou is weg. Dank je wel voor wat je deed. Je bent altijd weer welkom.

light-tend = De woorden vernieuwen
light-tended = De vuurtoren heeft nieuwe woorden.
light-none = De vuurtoren heeft nog geen woorden. Drink koffie met elkaar en vraag: hoe willen we samen leven?

journal-title = Dagboek van de wijk
journal-intro = Alles wat hier gebeurt, komt in dit dagboek. Zonder namen en zonder verhalen. Niemand kan er iets uit halen; dat kun je zelf nagaan.
journal-verify = Ga het na
journal-whole = Het dagboek is heel: { $moments } momenten, van het eerste tot het laatste.
journal-broken = Let op: rij { $row } klopt niet meer. Vertel het aan het bestuur.
journal-none = Nog geen momenten.

help-title = Hoe werkt het?
help-tables = Wat is een koffietafel?
help-tables-words = Een plek en een tijd, meer niet. Er is geen agenda en je hoeft je niet aan te melden: schuif aan. Iedereen mag een tafel neerzetten. Een leertafel komt steeds terug bij één vraag: wat proberen we, wat gebeurde er, wat doen we anders? Wie er zat, lees je alleen als je er zelf bij was, en alleen met hun ja.
help-gifts = Wat is een kracht?
help-gifts-words = Iets wat je kunt, hebt, weet of graag doet. Jij kiest wie het ziet en tot wanneer: alleen jij, wie met jou aan tafel zat, of de wijk. Past jouw kracht bij wat een tafel zoekt, dan kan een buurtverbinder jullie voorstellen. Dat gebeurt pas als jullie allebei ja zeggen. Weghalen kan altijd, in één tik.
help-ties = Wat is een band?
help-ties-words = Twee buren die elkaar ontmoetten, en die allebei zeggen dat het onthouden mag worden. Alleen jij ziet wie jij kent. De wijk ziet alleen aantallen, en een plaatje met straten.
help-promises = Wat is een toezegging?
help-promises-words = Iets wat een professional hier beloofde. Iedereen ziet dat het openstaat en sinds wanneer. Het is een schuld van de instelling, niet van die mens.
help-letter = Wat is de weekbrief?
help-letter-words = Eén brief per week: wat er gebeurde, wat er komt, en wat op jou wacht. Wil je hem niet per mail, dan zet je dat uit op de bladzijde van de brief. Andere mail krijg je niet, behalve de code om in te loggen.
help-carry = Meedoen en dragen
help-carry-words = Prikken is zwerfvuil oprapen met een grijper. Wie dat in een straat doet, draagt die straat. Ga naar je straat en kies ‘Ik doe mee’. Dat telt meteen. Na een rondje kies je ‘Ik heb geprikt’. Stoppen mag altijd, zonder reden.
help-city = Wat doet de stad?
help-city-words = Elke nacht kijkt Vuurtoren wat er echt gedaan en gezien is. Daaruit komt het inzetplan: de stad gaat naar straten waar geen buur prikt en waar het te vuil is. Bij elke straat staat waarom. Zo loopt de stad één of twee stappen achter de buurt aan. Een stap is een dag.
help-grades = Wat betekenen A+ tot en met D?
help-grades-words = Het is de schaal waarmee gemeenten in Nederland kijken hoe schoon een straat is. A+ is heel schoon, D is heel vuil.
help-hand-over = Wat is een overdracht?
help-hand-over-words = Een overdracht is een afspraak: buren dragen een straat of een andere taak helemaal zelf, en de stad stopt daar met eigen rondes. Vragen buren dat aan de stad, dan heet het een uitdaging. Vraagt de stad het aan buren, dan heet het een aanbod. Het geldt pas als beide kanten ja zeggen. Jullie spreken ook af wanneer de stad komt helpen. Teruggeven mag altijd.
help-privacy = Wat zien anderen van mij?
help-privacy-words = Andere mensen zien niet dat jij het bent. Alleen wie met jou dezelfde straat draagt, ziet je naam. Je kunt alles meenemen, en je kunt ons vragen je te vergeten.
help-without = Zonder telefoon of computer
help-without-words = Vraag iemand van de koffietafel om je op te schrijven. Dat mag op papier, door de telefoon of in een gesprek.

refused-title = Dit ging niet
refused-back = Terug
busy-title = Het is even druk
busy-words = Er wordt op dit moment veel opgeschreven. Ga over een minuut terug en stuur het nog eens. Er is niets kwijt, en dubbel wordt het niet.
full-title = Er kan nu niets bij
full-words = De schijf waarop dit huis alles bewaart is vol of hapert. Wat er al stond, staat er nog; wat je net invulde nog niet. Vertel het aan wie de machine beheert, en stuur het later nog eens.
too-much-title = Dit is te veel
too-much-words = Zo veel past niet in één formulier. Maak het korter en stuur het nog eens.
unread-title = Dit konden we niet lezen
unread-words = Wat je browser stuurde, begrepen we niet. Er is niets veranderd. Open de bladzijde opnieuw en probeer het nog eens.
missing-title = Deze bladzijde is er niet
missing-words = Misschien is de straat verhuisd of klopt het adres niet.
broken-title = Er ging iets mis bij ons
broken-words = Het ligt niet aan jou. Er is niets half bewaard. Probeer het straks opnieuw.

today-city-follows = De stad gaat waar een minuut werk het meest doet, en op tijd waar het te vuil is. Waar buren prikken is dat vanzelf minder vaak. Bij elke straat staat waarom.
city-goes-on = De stad blijft hier haar eigen rondes doen, behalve waar buren en stad samen iets anders afspraken. Wat jij doet komt erbovenop.

agreed-intro = Dit spraken buurt en stad samen af. Hier mag je op rekenen. Twee bestuursleden beslissen samen: de een stelt iets voor, de ander zegt ja.
agreed-two = Jij stelt dit voor. Een tweede bestuurslid zegt ja, dan geldt het vanaf de volgende nacht. Tot die tijd blijft alles zoals het is.
agreed-waiting = Wacht op een tweede ja
agreed-level = Andere afspraak over hoe schoon
agreed-level-now = Hoe schoon
agreed-never = Hier is nog niets afgesproken. Tot dan rekent de stad met wat gewoon is:
agreed-since = Zo afgesproken op { $when }.
agreed-goal = Gemiddeld
agreed-floor = Te vuil is
agreed-floor-words = Slechter dan { $floor }. Geen straat blijft langer dan { $steps ->
    [one] één dag
   *[other] { $steps } dagen
} zo.
agreed-aim = Waar het om gaat
agreed-horizon = Vooruitkijken
agreed-horizon-words = { $days } dagen
agreed-scale = De schaal: wat is schoon?
agreed-scale-words = Zoveel stuks groot zwerfvuil (10 centimeter of groter) liggen er op 100 m²:
agreed-pieces = { $most ->
    [0] niets
    [one] één stuk
   *[other] { $most } stuks
}
agreed-pieces-range = { $least } tot en met { $most } stuks
agreed-pieces-more = { $least ->
    [one] meer dan één stuk
   *[other] meer dan { $least } stuks
}
agreed-source = Bron: { $source }
agreed-source-usual = CROW, oudere uitgaven, via laland.nl/norm.htm: grof zwerfvuil (vanaf 10 cm) per 100 m² verharding
agreed-crews = Ploegen van de stad
agreed-no-crews = Hier werkt nog geen vaste ploeg. Het plan zegt wel waar de stad nodig is.
agreed-stopped = Gestopt
agreed-shift-words = { $minutes } minuten per dag, { $mode }.
agreed-start-words = Begint bij: { $street }.
agreed-new-crew = Een ploeg erbij
agreed-shift = Andere werktijd voor { $name }
agreed-rename = Andere naam voor { $name }
agreed-change = Verander werktijd
agreed-other-name = Andere naam
agreed-end = Laat stoppen
agreed-again = Laat weer beginnen
agreed-propose = Stel dit voor
agreed-proposed = Voorgesteld. Een tweede bestuurslid moet nog ja zeggen.
agreed-proposal-crew = { $name } komt erbij
agreed-proposal-again = { $name } begint weer
agreed-proposal-name = { $name } heet voortaan { $to }
agreed-proposal-end = { $name } stopt hier
agreed-asked = Een bestuurslid stelde dit voor op { $when }.
agreed-asked-mine = Jij stelde dit voor op { $when }. Een ander bestuurslid moet nog ja zeggen.
agreed-yes = Ja, zo doen we het
agreed-no = Nee, liever niet
agreed-withdraw = Voorstel intrekken
agreed-said-yes = Afgesproken. Vanaf de volgende nacht geldt het.
agreed-dropped = Het voorstel is weg. Alles blijft zoals het was.
aim-best = Zo schoon mogelijk met de minuten die er zijn
aim-least = Het afgesproken gemiddelde met zo weinig mogelijk minuten
mode-walk = te voet
mode-cart = met een karretje
form-standard-goal_grade = Hoe schoon gemiddeld?
form-standard-floor_grade = Wanneer is een straat te vuil?
form-standard-floor_grade-hint = Als het slechter is dan wat je hier kiest.
form-standard-floor_steps = Hoeveel dagen mag een straat te vuil zijn?
form-standard-aim = Waar gaat het om?
form-standard-horizon_steps = Hoeveel dagen kijkt het plan vooruit?
form-standard-most_Aplus = A+ (heel schoon): hooguit zoveel stuks
form-standard-most_A = A (schoon): hooguit zoveel stuks
form-standard-most_B = B (redelijk schoon): hooguit zoveel stuks
form-standard-most_C = C (vuil): hooguit zoveel stuks. Meer is D
form-standard-scale_source = Waar komen deze getallen vandaan?
form-crew-name = Hoe heet de ploeg?
form-crew-minutes = Hoeveel minuten per dag?
form-crew-mode = Hoe gaat de ploeg op pad?
form-crew-start = In welke straat begint de dag?
form-move-crew = Welke ploeg?
form-move-order = De hoeveelste in de ronde?
form-move-reason = Waarom?
form-renew-until = Tot wanneer geldt de ja?
form-renew-until-hint = Hooguit een jaar vanaf vandaag.
form-round-pieces = Hoeveel stuks telde je?
plan-move = Andere ploeg of volgorde
plan-move-button = Zet hier neer
plan-moved-said = De ronde is veranderd.
renew-title = Opnieuw ja van { $called }
renew-button = Opnieuw ja opgeschreven
renew-said = De nieuwe ja is opgeschreven.
street-arrange = Anders meedoen
street-arrange-intro = Een stuk in plaats van de hele straat, minder vaak of juist vaker: zeg hoe het voor jou past.
street-arranged = Goed, zo doen we het.
street-call = Vraag de stad deze week te komen
street-next-when-day = Een goed moment voor het volgende rondje: { $when }.
street-my-round = Jij prikte hier { $when }: { $minutes } minuten, { $bags ->
    [0] geen zak
    [one] één zak
   *[other] { $bags } zakken
}. Dank je wel!
street-agreement-back = Vraag bewoners of de stad hier weer mee mag doen
street-agreement-more = Wij willen meer eigen ruimte, of langer
street-agreement-other = Wij willen iets anders afspreken, of langer
today-hello = Dag { $called }
today-questions-worker = Buren vragen je iets
today-work = Het werk van de stad
streets-show = Welke straten?
streets-show-all = Alle straten
streets-show-free = Hier is plek
streets-show-carried = Hier dragen buren mee
streets-free-words = Hier draagt nog geen buur mee. De stad komt hier. Zin in een rondje? Kies een straat; dat telt meteen.
streets-show-none-free = In elke straat draagt wel een buur mee. Meedoen mag altijd, ook samen.
streets-show-none-carried = Hier draagt nog geen buur mee. Jij kunt de eerste zijn.
journal-times = { $count } keer
me-story-since = Sinds { $when }:
me-story-thanks = Dank je wel!
me-story-chart = Rondes per maand
me-story-private = Dit zie jij alleen.
me-about = Over mij
who-no-institutions = Er staat nog geen instelling in.
renew-button-short = Opnieuw ja
agreements-search = Zoek een straat
agreements-intro = Straten die buren zelf dragen, of willen gaan dragen. Beide kanten zeggen ja. Teruggeven mag altijd.
light-today = Wat kan ik vandaag doen?
city-standard-see = Bekijk wat is afgesproken
today-vacant-all = Alle straten waar plek is
plan-move-short = Verplaats
plan-take-off-short = Eraf halen
streets-empty-title = Hier komen jullie straten
streets-none-words = Probeer een stukje van de naam.
plan-none-title = Nog geen plan
plan-empty-title = Niets te doen voor de stad
city-none-title = Nog geen cijfers
agreement-none-title = Nog geen overdrachten
light-begin = Schrijf de eerste woorden
today-second-agreed = Een ander bestuurslid stelde iets voor over wat is afgesproken of over een ploeg. Wat vind jij?
today-second-role = Een ander bestuurslid stelde een rol voor. Wat vind jij?
today-second-see = Bekijk het voorstel
form-tools-place = In welke straat?
form-tools-place-none = Nergens: haal het adres weg
form-tools-place-hint = Huisnummer en woorden mogen leeg blijven.
form-tools-number = Huisnummer
form-tools-note = In een paar woorden: welk gebouw, en wanneer is het open?
form-tools-note-hint = Iedereen kan dit lezen. Schrijf er geen naam van iemand bij.
tools-title = Grijpers en zakken
tools-button = Opschrijven
tools-said = Dank je. Het staat er nu zo, ook bij Wat nu?
tools-nowhere = Waar je een grijper en zakken haalt, staat hier nog niet.
tools-change = Schrijf op waar ze liggen
street-next-what-at = Een grijper en zakken haal je gratis:
street-next-what-ask = Vraag het aan { $team }.
street-next-what-host = Vraag het aan een gastheer, gastvrouw of buurtverbinder.
street-next-what-full = Volle zakken mag je naast de container zetten; de stad neemt ze mee.
city-lag-never = De laatste { $days } dagen was geen straat te vuil. Dan valt er niets te meten.
city-lag-some = Hoe snel de stad meestal komt, is nog niet te zeggen. Wel dit: in de laatste { $days } dagen { $cases ->
    [one] was één straat
   *[other] was het { $cases } keer
} te vuil, en { $came ->
    [0] daar is de stad nog niet geweest
    [one] één keer is de stad geweest
   *[other] { $came } keer is de stad geweest
}.
city-minutes-none = In de laatste { $days } dagen meldde de stad nog geen werk in de wijk.
form-agreement-stop_grade-hint = Is het slechter, dan helpt de stad.
street-pick = Prikken is zwerfvuil oprapen met een grijper.
map-lead = Hier zie je in één keer hoe schoon het is en waar buren dragen. Tik op een straat voor meer.
streets-lead = Zoek je straat, of kies een straat waar nog plek is.
street-helped = Zal de stad helpen?
street-helped-open = De stad vroeg op { $asked } aan de bewoners: zal de stad deze week helpen? Er is nog geen antwoord.
street-helped-yes = De stad vroeg op { $asked }: zal de stad deze week helpen? De bewoners zeiden op { $answered }: ja, graag.
street-helped-no = De stad vroeg op { $asked }: zal de stad deze week helpen? De bewoners zeiden op { $answered }: nee, wij doen het.
street-helped-called = De bewoners vroegen op { $answered } zelf of de stad deze week komt helpen.
today-begin = Zo begint het hier
today-begin-words = De straten staan klaar. Er doet nog niemand mee. Jij kunt de eerste zijn.
today-begin-visitor = Zeg eerst wie je bent. Een voornaam en een e‑mailadres zijn genoeg.
today-begin-home = Kies je straat. Dan zie je hier elke dag hoe het ermee gaat.
today-begin-look = Kijk hoe schoon je straat is. Dat kost één minuut en telt vannacht al mee.
today-begin-join = Doe mee: raap eens zwerfvuil op met een grijper. Dat heet prikken. Alleen of met een buur.
today-begin-around = Kijk rond: welke straten zijn er, en hoe werkt het?
today-begin-agree = Voor het bestuur: spreek met de stad af hoe schoon het hier moet zijn.
today-begin-light = Voor het bestuur: schrijf samen op hoe jullie hier willen leven.
today-begin-streets = Kies een straat
