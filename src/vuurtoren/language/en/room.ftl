# Room: who decides, advises, does and pays. Sentences a child understands.
room-all-institution = The city decides, does it and pays.
room-all-residents = Neighbours decide, do it and pay themselves.
room-all-together = Neighbours and the city decide, do it and pay together.
room-acts-residents-residents = Neighbours decide and do it.
room-acts-residents-institution = Neighbours decide. The city does it.
room-acts-residents-together = Neighbours decide. Neighbours and the city do it together.
room-acts-institution-residents = The city decides. Neighbours do it.
room-acts-institution-institution = The city decides and does it.
room-acts-institution-together = The city decides. Neighbours and the city do it together.
room-acts-together-residents = Neighbours and the city decide together. Neighbours do it.
room-acts-together-institution = Neighbours and the city decide together. The city does it.
room-acts-together-together = Neighbours and the city decide and do it together.
room-pays-institution-material = The city pays for what is needed.
room-pays-institution-work = The city pays.
room-pays-residents-material = Neighbours pay for what is needed.
room-pays-residents-work = Neighbours pay.
room-pays-together-material = Neighbours and the city pay together.
room-pays-together-work = Neighbours and the city pay together.
room-since = Since { $day }.
room-until = Up to and with { $day }.

room-title = Room
room-intro = Here you see what neighbours hold themselves, by place and by task. Who decides, who does it, who pays, and since when. It changes only by a hand-over, with a yes from both sides. Giving back is always fine.
room-now = Held by neighbours now
room-ended = What is over
room-show = What do you want to see?
room-search = Find a street
room-search-button = Search
room-none = No street is held by neighbours yet
room-none-words = Who carries a street may ask the city for it. Until then the city decides and pays.
room-none-ended = Nothing is over yet
room-none-found = No street by this name
room-none-held = Of what you searched, nothing.
room-beside = Not in neighbours' hands yet
room-none-found-words = Maybe this street has a slightly different name.
room-advises-residents = Neighbours think along.
room-advises-institution = The city thinks along when neighbours ask.
room-advises-together = Neighbours and the city think together.
room-handed-by = Handed over by { $name }.
room-ended-given_back = Given back on { $day }. Thanks for what was done.
room-ended-changed = Agreed in another way on { $day }.
room-ended-together = Together with the city since { $day }.
room-years = Ten years of room
room-years-words = So many streets neighbours held, at the end of each year. The last year counts up to today.
room-years-told = { $streets ->
    [0] Now neighbours hold no street here yet.
    [one] Now neighbours hold one street here, { $metres } metres.
   *[other] Now neighbours hold { $streets } streets here, { $metres } metres together.
}
room-years-before = { $streets ->
    [0] At the end of { $year } there was none.
    [one] At the end of { $year } there was one.
   *[other] At the end of { $year } there were { $streets }.
}
room-year = Year
room-streets = Streets
room-metres = Metres
room-begun = Begun
room-over = Ended
room-file = The whole register as a table (CSV)
room-see = Room: who decides where
room-csv-street = street
room-csv-task = task
room-csv-decides = decides
room-csv-advises = thinks along
room-csv-does = does it
room-csv-pays = pays
room-csv-since = since
room-csv-until = up to and with
room-csv-handed_by = handed over by
room-csv-ended = ended on
room-csv-why = why it ended
room-who-residents = neighbours
room-who-institution = city
room-who-together = together
room-why-given_back = given back
room-why-changed = agreed in another way
room-why-together = together with the city
room-file-name = room

moment-power-room_made = Neighbours now hold room here
moment-power-room_ended = The room of neighbours here is over or agreed otherwise

no-room-residents_hold_it = Neighbours hold this. The city does not come here unasked. There are three ways: ask the neighbours first, leave it, or report an emergency with a reason and a last day.
no-room-may_come_anyway = No emergency is needed here. The city may come already. Just put the street on the plan.
no-room-emergency_kind = Choose what is going on.
no-room-emergency_ends = An emergency ends on a day that you name: today or at most { $days } days later. After that you ask the neighbours.
no-room-emergency_too_short = The emergency is over before the crew comes. Choose a later last day.
moment-power-emergency_declared = The city reported an emergency in a street of neighbours, with a last day. They were not asked
room-ways = Neighbours hold { $street }
room-way-ask = Ask the neighbours
room-way-ask-words = The neighbours are asked: shall the city help this week? If they say yes you can put the street on the plan.
room-way-leave = Leave it
room-way-leave-words = Nothing changes. The neighbours look after this street.
room-way-emergency = Report an emergency
room-way-emergency-words = Only if it cannot wait. You name a reason and a last day. Everybody can read it at the street and in the journal.
room-asked-said = The neighbours have the question. You see their answer at the street.
room-emergency-title = An emergency in { $street }
room-emergency-intro = Neighbours hold this street and were not asked. So this emergency stands at the street and in the journal. It ends by itself on the day you name.
room-emergency-button = Report it and put the street on the plan
room-emergency-said = The emergency is reported and the street is on the plan.
room-emergency-now = Emergency
room-emergency-now-words = { $why } The city may come here without asking up to and with { $day }. After that what was agreed holds again: neighbours decide.
form-emergency-kind = What is going on?
form-emergency-kind-danger = There is danger, such as glass, needles or fire
form-emergency-kind-health = There is danger to health, such as rats or poison
form-emergency-kind-storm = Storm, water or ice
form-emergency-kind-damage = Something is broken that must be closed at once
form-emergency-reason = Why can it not wait?
form-emergency-until = Up to and with which day?
form-emergency-until-hint = At most a week. Then it ends by itself.
form-emergency-crew = Which crew?
room-emergency-why = Why it could not wait:
room-emergency-danger = There is danger.
room-emergency-health = There is danger to health.
room-emergency-storm = There is storm, water or ice.
room-emergency-damage = Something is broken.
