# Een uitdaging met alles erbij: wat verordeningen vragen, in gewone woorden.
no-care-not_your_street = Alleen wie in deze straat woont of hem draagt, schrijft hieraan mee, en wie de schrijvers erbij vroegen. Wil je meedoen? Dat kan meteen.
no-care-no_dossier = Hier ligt geen uitdaging klaar. Begin er een bij de straat.
no-care-dossier_moved_on = Deze uitdaging ligt hier niet meer: zij is intussen verstuurd of weggelegd. Bewaar jouw woorden ergens anders en open de bladzij opnieuw.
no-care-dossier_not_ready = { $count ->
    [one] Er mist nog één antwoord. Vul het eerst in.
   *[other] Er missen nog { $count } antwoorden. Vul ze eerst in.
}
no-care-too_few_ask = Een uitdaging vraag je met ten minste { $count } buren. Vraag iemand om mee te vragen.
no-care-room_lasts = Kies een einddag na drie maanden en binnen tien jaar.
no-care-conditions_missing = Schrijf op onder welke voorwaarden het ja is.
no-care-say_why_not = Bij een nee hoort waarom, en met wie de buren verder kunnen praten. Gebruik het uitgebreide antwoord.
no-care-words_too_long = Dat is te lang: hooguit { $most } tekens.
no-care-no_conditions = Er liggen geen voorwaarden om ja op te zeggen.
moment-care-dossier_written = Buren schreven aan een uitdaging
moment-care-dossier_joined = Een buur sloot zich aan bij een uitdaging
moment-care-dossier_left = Een buur trok een stem onder een uitdaging terug
moment-care-answered_if = De stad zei ja onder voorwaarden. De buren kiezen nu

dossier-title = De stad uitdagen
dossier-intro = Jullie vragen de stad om deze taak over te nemen, met het geld dat erbij hoort. Dit vraagt de verordening van jullie. Schrijf wat je weet, in je eigen woorden en zonder namen. Je buren kunnen tegelijk meeschrijven. De stad geeft binnen { $weeks } weken antwoord.
dossier-excluded = Wat je niet kunt overnemen
dossier-not-enforcement = Boetes geven en handhaven: dat mag volgens de wet alleen de overheid.
dossier-not-trees = Bomen snoeien of kappen.
dossier-not-play = Speeltoestellen keuren en maken.
dossier-not-cables = Kabels, leidingen en het riool.
dossier-not-ice = Strooien van doorgaande wegen.
dossier-who = Wie vraagt dit?
dossier-askers = { $count ->
    [0] Nog niemand vraagt dit. Er zijn ten minste drie buren nodig.
    [one] Eén buur vraagt dit. Er zijn ten minste drie buren nodig.
    [2] Twee buren vragen dit. Er is er nog één nodig.
   *[other] Ten minste drie buren vragen dit.
}
dossier-supporters = { $count } anderen steunen het.
dossier-mine-asks = Jij vraagt dit mee.
dossier-mine-supports = Jij steunt dit.
dossier-ask-too = Ik vraag dit mee
dossier-support = Ik steun dit
dossier-neither = Toch niet
dossier-joined = Dank je, dat is opgeschreven.
dossier-left = Goed, jouw stem is weg.
dossier-save = Bewaar
dossier-saved = Bewaard. Je buren kunnen hier verder schrijven.
dossier-theirs = Dit werd intussen ook geschreven
dossier-theirs-empty = (niets)
dossier-choose = Welke tekst houden jullie?
dossier-choose-hint = Allebei de teksten zijn bewaard. Kies je nog niet? Dan blijven ze allebei staan. Jouw tekst ziet alleen jij.
dossier-choose-mine = De tekst in het vak hierboven
dossier-choose-theirs = De tekst van mijn buur
dossier-both-kept = Bewaard. Iemand schreef intussen ook. Allebei de teksten staan hieronder: kies welke jullie houden.
dossier-keeps = Wat je schrijft, wordt vanzelf bewaard.
dossier-kept = Bewaard om { $time }.
dossier-kept-both = Bewaard om { $time }. Er liggen twee teksten bij een vraag: kies daar welke jullie houden.
dossier-not-kept = Nog niet bewaard: { $why }
dossier-not-kept-away = Nog niet bewaard: er is geen verbinding. Je woorden staan hier nog. We proberen het zo weer.
dossier-not-kept-wrong = Nog niet bewaard: het lukte niet vanzelf. Druk op Bewaar.
dossier-earlier = Wat hier eerder stond
dossier-earlier-since = Geschreven op { $day } om { $time }
dossier-send-waiting = { $count ->
    [one] Bij één vraag liggen nog twee teksten. Kijk daar eerst samen naar.
   *[other] Bij { $count } vragen liggen nog twee teksten. Kijk daar eerst samen naar.
}
dossier-send = Naar de stad sturen
dossier-send-button = Stuur naar de stad
dossier-send-intro = Alles is ingevuld. De stad krijgt dit met jullie vraag, en iedereen kan het lezen. De klok gaat lopen.
dossier-send-missing = { $count ->
    [one] Er mist nog één antwoord dat nodig is.
   *[other] Er missen nog { $count } antwoorden die nodig zijn.
}
dossier-send-few = Er zijn ten minste drie buren nodig die dit vragen.
dossier-part = Wat de buren vragen
dossier-until = Hoe lang
dossier-conditions = Voorwaarden van de stad
dossier-conditions-ask = Zo zegt de stad ja. Zeggen jullie ook ja? Tot die tijd verandert er niets.
dossier-conditions-yes = Ja, zo doen we het
dossier-reasons = Waarom niet
dossier-talk-to = Verder praten kan met { $who }. De deur staat open.
dossier-answer = Antwoord op de uitdaging
dossier-answer-why = Ja, ja als, samen of nee. Bij een nee schrijven jullie waarom, en met wie de buren verder kunnen praten.
dossier-answer-intro = Zeg ja, ja als, samen of nee. Bij ja als en bij samen zeggen de buren daarna nog ja. Bij nee hoort waarom, en met wie zij verder kunnen praten.
dossier-answer-button = Geef antwoord
dossier-answered = Het antwoord is opgeschreven.
dossier-paper = Afspraak op papier (PDF)
dossier-begin = De stad uitdagen: taak en budget overnemen

form-dossier-now = Wat doet de stad hier nu, en wat kost dat?
form-dossier-now-hint = Nodig. Weet je de kosten niet? Schrijf dan op wat je ziet. De stad moet het je kunnen vertellen.
form-dossier-better = Waarom kunnen jullie het beter, en voor wie?
form-dossier-better-hint = Nodig.
form-dossier-result = Wat is er straks anders in de straat?
form-dossier-result-hint = Nodig. Waaraan zie je dat het lukt?
form-dossier-know = Wat weten en kunnen jullie al?
form-dossier-know-hint = Mag leeg blijven.
form-dossier-budget = Hoeveel geld is er nodig, en waarvoor?
form-dossier-budget-hint = Nodig. Schrijf nul als er geen geld nodig is.
form-dossier-own = Wat brengen jullie zelf mee?
form-dossier-own-hint = Mag leeg blijven. Handen, gereedschap, een schuur.
form-dossier-help = Waarbij moet de stad helpen?
form-dossier-help-hint = Mag leeg blijven.
form-dossier-quality = Hoe blijft het goed, ook als iemand ziek is of weggaat?
form-dossier-quality-hint = Nodig.
form-dossier-safety = Hoe blijft het veilig?
form-dossier-safety-hint = Mag leeg blijven.
form-dossier-look_back = Wanneer kijken we samen terug?
form-dossier-look_back-hint = Nodig. Ten minste één keer per jaar.
form-dossier-stops = Wat gebeurt er als jullie stoppen?
form-dossier-stops-hint = Nodig.
form-said-said = Wat zegt de stad?
form-said-said-yes = Ja
form-said-said-yes_if = Ja, als
form-said-said-no = Nee
form-said-conditions = Ja als: onder welke voorwaarden? Samen: hoe doen jullie het samen?
form-said-conditions-hint = Nodig bij ja als en bij samen.
form-said-reasons = Waarom niet?
form-said-reasons-hint = Nodig bij nee.
form-said-talk_to = Met wie kunnen de buren verder praten?
form-said-talk_to-hint = Nodig bij nee. De naam van een team en een telefoonnummer.
form-agreement-until = Tot en met welke dag?
form-agreement-until-hint = Daarna kijken jullie samen of het zo doorgaat.
dossier-nobody = Hier schrijft nog niemand
dossier-nobody-words = Wie hier woont of deze taak draagt, kan een uitdaging beginnen. Anderen kunnen die daarna steunen. De stad ziet hem pas als hij verstuurd is.
terms-who-and-where = Wie en waar
terms-what-holds = Wat er geldt
terms-what-is-asked = Wat er is gevraagd
terms-parties = Tussen
terms-parties-words = buren van { $where }, en { $institution }
terms-ask = Wie dit vragen
terms-ask-named = { $names }, met andere buren. Samen ten minste drie.
terms-ask-neighbours = Ten minste drie buren.
terms-place = Waar
terms-place-street = { $name } in { $where }, de hele lengte: { $size } meter
terms-place-square = { $name } in { $where }, de hele plek: { $size } vierkante meter
terms-place-whole = { $name } in { $where }
terms-on-the-map = Bekijk de plek op de kaart
terms-team = Contact bij de stad
terms-body = Wie besloot
terms-the-city = de stad
terms-residents = Buren
terms-level = Hoe schoon
terms-city = Wat de stad doet
terms-city-stops-litter = De stad stopt hier met haar eigen rondes. Ze komt als buren het vragen, of als het afgesproken is.
terms-city-stops-days = De stad stopt hier met haar eigen rondes. Ze komt als buren het vragen, of als het afgesproken is.
terms-city-stops-none = De stad doet dit niet zelf. Ze staat achter de buren die het doen.
terms-city-goes-on-litter = De stad blijft zelf komen, naast de buren.
terms-city-goes-on-days = De stad blijft doen wat zij deed, naast de buren.
terms-city-goes-on-none = De stad helpt zoals is afgesproken.
terms-back = Als jullie stoppen
terms-back-litter = Teruggeven mag altijd, meteen en zonder reden. De stad doet het dan weer, binnen twee dagen.
terms-back-days = { $days ->
    [1] Teruggeven mag altijd, meteen en zonder reden. De stad doet dan weer wat zij deed, elke dag.
    [7] Teruggeven mag altijd, meteen en zonder reden. De stad doet dan weer wat zij deed, ten minste elke week.
    [14] Teruggeven mag altijd, meteen en zonder reden. De stad doet dan weer wat zij deed, ten minste elke twee weken.
    [28] Teruggeven mag altijd, meteen en zonder reden. De stad doet dan weer wat zij deed, ten minste elke vier weken.
   *[other] Teruggeven mag altijd, meteen en zonder reden. De stad doet dan weer wat zij deed, ten minste elke { $days } dagen.
}
terms-back-none = Teruggeven mag altijd, meteen en zonder reden. Dan staat hier dat iemand anders het kan oppakken.
terms-report = Verslag
terms-report-words = Rondes en afspraken staan bij deze plek. Meer hoeft niet, tenzij het hierboven staat.
terms-no-budget = geen bedrag gevraagd
terms-room-now = Wie beslist nu
terms-who-said-yes = Wie zei ja
terms-yes-on = Ja, op { $day }
terms-no-on = Nee, op { $day }
terms-objection = Ben je het niet eens met dit antwoord? Praat met { $whom }. Bezwaar maken kan ook: schrijf het vóór of op { $day } aan { $body }.
agreement-state-together = Afgesproken: buren en de stad doen het samen
form-dossier-materials = Wat hebben jullie nodig, en wie zorgt daarvoor?
form-dossier-materials-hint = Mag leeg blijven. Zakken, planten, verf, een sleutel.
form-dossier-insured = Wie is verzekerd, en wie betaalt als er iets stukgaat?
form-dossier-insured-hint = Mag leeg blijven. Vaak kan de stad vrijwilligers meeverzekeren.
form-dossier-contact = Hoe vindt de stad jullie?
form-dossier-contact-hint = Mag leeg blijven. Iedereen leest dit: liever een tafel of een buurthuis dan een nummer van iemand.
form-dossier-report = Hoe laten jullie zien hoe het gaat?
form-dossier-report-hint = Mag leeg blijven. Wat hier wordt opgeschreven, is vaak genoeg.
form-said-said-together = Samen: buren en de stad doen het allebei
form-said-decided_by = Wie besloot dit?
form-said-decided_by-hint = Mag leeg blijven. Bijvoorbeeld het college.
look-back-title = Samen terugkijken
look-back-next = Op { $day } kijken jullie samen terug op deze afspraak.
look-back-due = Vandaag kijken jullie samen terug. De dag was { $day }.
look-back-done = Wij keken samen terug
look-back-add = Schrijf onze zin erbij
look-back-sentence = Met een zin erbij
look-back-other-day = Volgend jaar weer? Of kies een andere dag
look-back-was = Teruggekeken op { $day }
look-back-city = De stad
look-back-said = Opgeschreven. Dank jullie wel.
form-look-back-sentence = Hoe ging het, in één zin?
form-look-back-sentence-hint = Mag leeg blijven. Iedereen kan het lezen.
form-look-back-again_on = Wanneer kijken jullie weer terug?
form-look-back-again_on-hint = Laat leeg voor over een jaar.
today-look = Vandaag kijken jullie terug op { $place }
today-look-words = Hoe ging het, wat doen jullie anders? Tot jullie iets anders afspreken, blijft het zoals het is.
today-over = De afgesproken tijd voor { $place } is voorbij
today-over-words = Praat samen. Tot die tijd blijft het zoals het is.
room-over = De afgesproken tijd is voorbij: praat samen. Tot die tijd blijft het zoals het is.
no-care-look_again_when = Kies een dag van { $least } tot en met { $most }.
no-care-no_look_back = Dit is al opgeschreven, of de dag is er nog niet.
moment-care-looked_back = Buren en de stad keken samen terug op hun afspraak
terms-look-back = Samen terugkijken
terms-look-back-words = Elk jaar. De volgende keer op { $day }.
terms-look-back-first = Elk jaar. De eerste keer een jaar na het ja van beide kanten.
challenge-term = Antwoord op een uitdaging: binnen { $weeks } weken.
challenge-way = Wil je een straat of een andere taak met je buren overnemen, met het geld dat erbij hoort?
challenge-way-see = Kies de plek
challenge-here = Wil je dit met je buren overnemen, met het geld dat erbij hoort?
help-challenge = Wat is het uitdaagrecht?
help-challenge-words = Doen jullie iets liever zelf dan de stad? Dan vraag je het met ten minste drie buren, met het geld dat erbij hoort. Doe mee op de plek en kies ‘De stad uitdagen’. De stad zegt ja, ja als, samen, of nee met waarom.
dossier-drafting = Buren schrijven hier aan een uitdaging. Wie deze plek draagt of er woont, schrijft mee. Anderen vraag je met een link.
dossier-join-first = Ik doe mee, dan begin ik er een
dossier-ask-too-words = Ik vraag dit mee: jij bent een van de vragers, en praat mee over het antwoord.
dossier-support-words = Ik steun dit: jij vindt het goed dat zij dit vragen, en hoeft niets te doen.
dossier-mine-named = Op de afspraak staat: { $name }.
dossier-named-keep = Zo wil ik erop staan
dossier-waiting-mine = jouw tekst staat naast die van je buur. Kies er een.
dossier-budget-wrote = Jullie schreven: { $words }
form-voice-named = Hoe wil je op de afspraak staan?
form-voice-named-hint = Mag leeg blijven. Dan sta je er zonder naam bij. Iedereen kan de afspraak lezen.
form-dossier-result-task = Wat is er straks anders op deze plek?
dossier-none-to-send = Hier ligt nog geen uitdaging klaar
