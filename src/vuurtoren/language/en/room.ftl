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
room-intro = Here you see which streets neighbours hold themselves. Who decides, who does it, who pays, and since when. It changes only by a hand-over, with a yes from both sides. Giving back is always fine.
room-now = Held by neighbours now
room-ended = What is over
room-show = What do you want to see?
room-search = Find a street
room-search-button = Search
room-none = No street is held by neighbours yet
room-none-words = Who carries a street may ask the city for it. Until then the city decides and pays.
room-none-ended = Nothing is over yet
room-none-found = No street by this name
room-none-found-words = Maybe this street is still the city's, or it has a slightly different name.
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
    [0] Ten years ago there was none.
    [one] Ten years ago there was one.
   *[other] Ten years ago there were { $streets }.
}
room-year = Year
room-streets = Streets
room-metres = Metres
room-begun = Begun
room-over = Ended
room-file = The whole register as a table (CSV)
room-print = Print
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

moment-power-room_made = Neighbours hold this street now
moment-power-room_ended = Neighbours' room in this street is over, or agreed in another way
