no-care-place_gone = Deze straat staat niet meer op de kaart. Kies een andere straat in de buurt.
no-care-already_yours = Jij draagt deze straat al. Dank je wel!
no-care-not_carried_by_you = Jij draagt deze straat nu niet. Wil je meedoen? Dat kan meteen.
no-care-carry_it_first = Doe eerst mee in deze straat. Daarna kun je hem vragen.
no-care-round_undone = Deze ronde is al teruggedraaid.
no-care-round_too_old = Een ronde terugdraaien kan tot een dag later.
no-care-minutes = Hoe lang was je bezig? Vul { $least } tot { $most } minuten in.
no-care-bags = Hoeveel zakken had je? Vul { $least } tot { $most } in.
no-care-pieces = Hoeveel stuks vond je? Vul { $least } tot { $most } in.
no-care-people = Met hoeveel mensen doe je het? Vul { $least } tot { $most } in.
no-care-choice_unknown = Deze keuze kennen we niet. Kies er een uit de lijst.
no-care-stop_grade = Kies een grens van { $best } tot en met { $worst }.
no-care-stop_steps = Kies een aantal dagen van { $least } tot { $most }.
no-care-overlap = Samen overlappen duurt { $least } tot { $most } dagen.
no-care-already_so = Zo is het nu al geregeld. Er hoeft niets te veranderen.
no-care-not_a_hand_over = Hier is geen overdracht voor nodig. Meedoen en teruggeven kan altijd, zonder dat iemand ja hoeft te zeggen.
no-care-already_asked = Voor deze straat ligt er al een vraag. Wacht daar even op.
no-care-answer_too_soon = Geef bewoners ten minste { $days } dagen om na te denken.
no-care-answer_too_late = Een aanbod staat hooguit { $days } dagen open.
no-care-offer_over = De tijd voor dit aanbod is voorbij. Je kunt de straat altijd nog vragen.
no-care-hand_over_moved_on = Deze vraag is intussen al verder. Bekijk hoe het nu staat.
no-care-other_side_answers = Op deze vraag geeft de andere kant antwoord.
no-care-not_your_side = Dit kan alleen de andere kant doen.
no-care-nothing_asked = Er staat nu geen vraag open. Wil je hulp van de stad? Die kun je altijd zelf vragen.
no-care-not_handed_over = De stad komt hier gewoon langs. Je hoeft niets te vragen.
no-care-help_asked_lately = Deze week is het al gevraagd.

moment-care-joined = Iemand doet mee in deze straat
moment-care-arranged = Iemand draagt op een andere manier mee
moment-care-gave_back = Iemand gaf terug. Dank voor wat er gedaan is
moment-care-round_logged = Er is geprikt
moment-care-round_undone = Een ronde is teruggedraaid
moment-care-challenged = Bewoners vragen deze straat
moment-care-offered = De stad biedt aan om deze straat anders te verdelen
moment-care-agreed = Beide kanten zeiden ja. Een tijdje doen ze het samen
moment-care-declined = Een vraag kreeg nee als antwoord. Alles blijft zoals het was
moment-care-withdrawn = Een vraag is teruggenomen. Alles blijft zoals het was
moment-care-lapsed = Een aanbod is vervallen. De stad blijft dragen
moment-care-carried = Een overdracht is ingegaan
moment-care-help_asked = De stad vroeg: zullen we deze week helpen?
moment-care-help_called = De dragers vroegen de stad om te komen
moment-care-help_answered = De dragers gaven antwoord op de vraag van de stad

care-step-1 = de stad
care-step-2 = de stad, met bewoners
care-step-3 = samen
care-step-4 = bewoners, met de stad achter zich
care-step-5 = bewoners, in eigen ruimte
care-carried-nobody = Hier draagt nog niemand mee. De stad doet het.
care-carried-some = Hier dragen buren mee.
care-part-whole = de hele straat
care-part-a = de ene helft
care-part-b = de andere helft
care-rhythm-weekly = elke week
care-rhythm-now_and_then = af en toe
care-people = { $people ->
    [one] alleen
   *[other] met { $people } mensen
}
care-side-residents = bewoners
care-side-institution = de stad
care-hand-over-residents = uitdaging
care-hand-over-institution = aanbod
care-state-asked = gevraagd
care-state-overlap = beide kanten zeiden ja; nu even samen
care-state-carried = overgedragen
care-state-declined = nee, dank je
care-state-lapsed = vervallen
care-state-withdrawn = teruggenomen
care-state-ended = voorbij
care-after-ask = de stad vraagt eerst of ze zal helpen
care-after-comes = de stad komt helpen
care-stop-line = { $steps ->
    [one] Is het één dag slechter dan { $grade }?
   *[other] Is het { $steps } dagen achter elkaar slechter dan { $grade }?
}
care-days-open = { $days ->
    [0] vandaag gevraagd
    [one] wacht één dag op antwoord
   *[other] wacht { $days } dagen op antwoord
}
care-help-question = Zal de stad deze week helpen?
care-help-yes = Ja, graag
care-help-no = Nee, dank je
care-next-round = Een goed moment voor de volgende ronde: { $day }
care-next-free = Ga wanneer het jou uitkomt.
care-thanks = { $rounds ->
    [one] Eén ronde
   *[other] { $rounds } rondes
} en { $bags ->
    [one] één zak
   *[other] { $bags } zakken
} in één week. Dank jullie wel!
no-care-tools_too_long = Dat is te lang: een huisnummer heeft hooguit { $number } tekens, de woorden erbij hooguit { $note }.
moment-care-tools_put = Er is opgeschreven waar grijpers en zakken liggen
