# Andere taken dan prikken: groen, plein, speelplek, buurthuis, kindermiddag, bardienst, en wat een buurt zelf toevoegt.
no-care-kind_not_here = Deze taak past niet bij deze plek. Kies een andere plek of een andere taak.
no-care-excluded = Deze taak mogen buren volgens de wet niet overnemen. Meehelpen mag wel.
no-care-stop_of_kind = Bij deze taak telt geen cijfer. Zeg na hoeveel gemiste rondes de stad helpt.
no-care-amount = Hoeveel was het? Vul { $least } tot { $most } in.
no-care-kinds_no_list = In het bestand staat geen lijst van taken. Het is een JSON-lijst met 1 tot { $most } taken.
no-care-kinds_no_json = Dit bestand is geen JSON: { $why }.
no-care-kinds_twice = De taak { $kind } staat er twee keer in.
no-care-kind_no_code = Taak nummer { $number } heeft geen code.
no-care-kind_code = { $kind }: een code is kort en bestaat uit kleine letters, cijfers en streepjes, zoals kindermiddag.
no-care-kind_misses = { $kind }: hier mist { $field }.
no-care-kind_unknown = { $kind }: { $field } kennen we niet.
no-care-kind_value = { $kind }: wat bij { $field } staat, kan niet.
no-care-kind_languages = { $kind }: bij { $field } horen woorden in elke taal, en in geen andere: { $languages }.
no-care-kind_words = { $kind }: schrijf bij { $field } op één regel, met 1 tot { $most } tekens.
no-care-kind_choices = { $kind }: kies bij { $field } uit { $choices }.
no-care-kind_number = { $kind }: vul bij { $field } een heel getal in van { $least } tot { $most }.
no-care-kind_season = { $kind }: een seizoen is twee maanden, van en tot en met, zoals [4, 10].
moment-care-kinds_put = Er zijn taken bij gekomen of veranderd
moment-care-joined-task = Iemand doet hier mee
moment-care-round_logged-task = Er is een ronde gedaan
moment-care-challenged-task = Bewoners vragen deze taak
moment-care-offered-task = De stad vraagt bewoners of zij deze taak willen dragen
moment-of-task = { $task }: { $said }

task-other = Een andere taak
task-others = Andere taken hier
task-others-none = Buren doen hier nog geen andere taak.
task-others-free = Wat hier ook kan
task-others-free-words = Heb je hier zin in? Beginnen mag meteen. Niemand hoeft ja te zeggen.
task-nobody-yet = Nu doet niemand dit hier. Jij kunt de eerste zijn.
task-neighbours = Buren doen dit hier zelf.
task-who = Wie draagt deze taak?
task-who-nobody = Nu doet geen buur dit hier. Heb jij er zin in?
task-who-some = Hier doen buren dit.
task-join-intro = Meedoen mag meteen. Niemand hoeft ja te zeggen, en stoppen mag op elk moment.
task-round = Ik heb het gedaan
task-round-thanks = Opgeschreven. Dank je wel!
task-my-round = Jij deed dit { $when }: { $minutes } minuten, { $amount } { $unit }. Dank je wel!
task-give-back-intro = Stoppen mag altijd. Je hoeft niet te zeggen waarom. Wat de stad hier zelf doet, blijft zij doen.
task-give-back-intro-none = Stoppen mag altijd. Je hoeft niet te zeggen waarom. De stad doet dit niet zelf: het gebeurt als buren het doen, en overslaan mag.
task-next-when-words = Wanneer jij wilt. Een klein stukje is al veel.
task-next-when-day = Een goed moment voor de volgende keer: { $when }.
task-arrange-intro = Minder vaak of juist vaker, alleen of met meer: zeg hoe het voor jou past.
task-next-what = Wat je nodig hebt, vraag je aan { $team }.
task-agreement-ask = Wij willen deze taak zelf dragen
task-agreement-back = Vraag bewoners of de stad hier weer mee mag doen
task-agreement-more = Wij willen meer eigen ruimte, of langer
task-agreement-other = Wij willen iets anders afspreken, of langer
task-agreement-offer = Vraag bewoners of zij deze taak willen dragen
task-agreement-draft-intro-residents = Jullie vragen de stad om deze taak hier zelf te mogen dragen. De stad stopt dan met haar eigen rondes, als beide kanten ja zeggen. Teruggeven mag altijd.
task-agreement-draft-intro-residents-none = Jullie vragen de stad of zij achter jullie staat als jullie dit hier zelf dragen. De stad doet dit nu niet zelf. Teruggeven mag altijd.
task-agreement-draft-intro-worker = Je vraagt bewoners of zij deze taak hier willen dragen. Zeggen ze niets, dan blijft de stad doen wat zij deed. Nee zeggen kost niets.
task-excluded = Volgens de wet kunnen buren deze taak niet overnemen. Meehelpen mag wel.
task-missed = { $rounds ->
    [one] Er is één ronde overgeslagen. Dat mag.
   *[other] Er zijn { $rounds } rondes achter elkaar overgeslagen. Dat mag.
} Hulp van de stad vragen mag ook.
task-ask-first = Vraag de buren of de stad deze week mag helpen
task-no-moments = Hier is nog niets opgeschreven.
task-city-days = { $days ->
    [1] De stad doet dit hier zelf, elke dag.
    [7] De stad doet dit hier zelf, ten minste elke week.
    [14] De stad doet dit hier zelf, ten minste elke twee weken.
    [28] De stad doet dit hier zelf, ten minste elke vier weken.
   *[other] De stad doet dit hier zelf, ten minste elke { $days } dagen.
} Dat blijft zo, of er nu buren meedoen of niet.
task-city-none = De stad doet dit niet zelf. Het gebeurt als buren het doen, en overslaan mag.
task-city-held = Buren hebben dit in handen. De stad komt als zij dat vragen. Geven zij terug, dan doet de stad meteen weer wat zij deed.
task-city-stops = De stad zei dat zij dit hier niet meer doet. Zolang niemand het overneemt, blijft het haar taak. Jij hoeft niets.
task-city-less = De stad zei dat zij dit hier minder doet. Zolang niemand het overneemt, blijft het haar taak. Jij hoeft niets.
task-city-comes = Buren hebben dit in handen. De stad komt deze week helpen, zoals gevraagd of afgesproken is.
today-help-question-task = { $street }, { $task }: hier zijn meer rondes overgeslagen dan afgesproken. Dat mag. Zal de stad deze week helpen?
agreement-stop-missed = Zijn er { $rounds ->
    [one] één ronde
   *[other] { $rounds } rondes
} achter elkaar overgeslagen? { $then }.
form-agreement-missed = Na hoeveel overgeslagen rondes helpt de stad?
form-agreement-missed-hint = Overslaan mag. Dit zegt alleen wanneer de stad iets vraagt.
form-round-amount = Hoeveel { $unit }?
rhythm-two_weeks = Elke twee weken
rhythm-monthly = Elke maand
rhythm-in_season = In het seizoen, elke twee weken
cli-kinds = { $added ->
    [0] Er is geen taak bij gekomen
    [one] Er is één taak bij gekomen
   *[other] Er zijn { $added } taken bij gekomen
}, { $changed ->
    [0] en er is niets veranderd.
    [one] en één taak is veranderd.
   *[other] en { $changed } taken zijn veranderd.
}
cli-help-care-kinds = Zet soorten taken klaar uit een bestand; een nieuwe soort werkt meteen op elke bladzijde.
cli-help-care-kinds-file = Een JSON-bestand met een lijst van taken; docs/neighbours zegt wat erin staat.

# De dag waarop de stad zelf komt, bij een andere taak dan prikken.
coming-title = Zeg wanneer de stad komt
coming-intro = Noem de dag waarop de stad dit hier zelf doet. Iedereen leest die dag bij deze taak. Een andere dag kiezen mag later ook.
coming-button = Zet de dag erop
coming-said = De dag staat bij deze taak. Iedereen kan hem lezen.
coming-came = De stad was er
coming-came-said = Opgeschreven. Dank je wel.
coming-other-day = Een andere dag
coming-not = De stad komt toch niet
coming-not-said = De dag is weg. Wat de stad hier altijd doet, blijft zij doen.
coming-way-ask-words = De buren krijgen de vraag: zal de stad deze week helpen? Zeggen ze ja, dan kun je een dag in die week noemen.
coming-way-leave-words = Er verandert niets. De buren zorgen hiervoor.
coming-emergency-button = Meld het en zet de dag erop
form-coming-on = Op welke dag?
form-coming-kind = Wat is er aan de hand?
form-coming-until = Tot en met welke dag?
form-coming-until-hint = Hooguit een week. Daarna is het vanzelf voorbij.
task-city-on = De stad komt op { $day }.
task-city-late = De stad zou op { $day } komen. Zij zei nog niet of zij er was.
task-city-came = De stad was hier het laatst op { $day }.
no-care-coming_too_far = Kies een dag van vandaag tot drie maanden vooruit.
no-care-not_that_day_yet = Die dag komt nog. Kwam de stad eerder? Kies dan eerst vandaag als dag.
no-care-coming_over = Er staat hier geen dag meer.
no-care-litter_has_a_plan = Voor zwerfvuil maakt de stad elke nacht een plan. Zet de straat op dat plan.
moment-care-comes = De stad zei op welke dag zij zelf komt
moment-care-came = De stad was er zelf
moment-care-comes_not = De stad komt toch niet op de dag die zij noemde
