no-response-area = On how many m² did you look? Enter { $least } to { $most }.
no-response-already_done = This street has been marked as done already.
no-response-already_on_plan = This street is on the plan already.
no-response-grade_unknown = Pick one of the five pictures.
no-response-choice_unknown = We do not know this choice. Pick one from the list.
no-response-crew_elsewhere = This crew does not work in this neighbourhood.
no-response-crew_name = Give the crew a name of at most { $most } characters.
no-response-floor_above_goal = The line for too dirty ({ $floor }) cannot be better than the average ({ $goal }).
no-response-floor_steps = Choose a number of days from { $least } to { $most }.
no-response-horizon_steps = Look { $least } to { $most } days ahead.
no-response-minutes = How long did it take? Enter { $least } to { $most } minutes.
no-response-not_done_yet = This street has not been marked as done yet.
no-response-not_on_earth = This spot is not on the map. Choose a start in the neighbourhood.
no-response-not_on_plan = This street is not on the plan any more.
no-response-nothing_seen = Choose how clean it is, or enter how many pieces you counted.
no-response-pieces = How many pieces did you count? Enter { $least } to { $most }.
no-response-place_elsewhere = This street lies in another neighbourhood.
no-response-place_gone = This street is not on the map any more. Pick another street nearby.
no-response-reason_missing = Add in a few words why.
no-response-reason_too_long = Say it shorter: at most { $most } characters.
no-response-scale = The scale has { $count } numbers, from small to large.
no-response-shift = A shift lasts { $least } to { $most } minutes.
no-response-street_unknown = Row { $row }: we do not know the street ‘{ $street }’ here. Nothing has changed.

moment-response-proposed = A board member made a proposal. A second one still has to say yes
moment-response-standard_agreed = It has been agreed how clean it should be here
moment-response-crew_added = A crew of the city works here, at agreed hours
moment-response-observed = Somebody looked how clean it is
moment-response-imported = What others saw in streets before was read in
moment-response-estimated = The night worked out how it is everywhere
moment-response-planned = The city made a plan for the day
moment-response-put_on = The city put a street on the plan by hand
moment-response-entered_unasked = The city came into the residents’ room unasked, because of an emergency
moment-response-taken_off = The city took a street off the plan by hand
moment-response-moved = The city changed a round by hand
moment-response-done = A crew of the city was here
moment-response-done_undone = A street was not done yet after all
moment-response-found = A crew said how clean it was when they came
moment-response-seen_elsewhere = Others looked earlier how clean it is here

why-who-1 = nobody picks litter here
why-who-2 = now and then a neighbour picks litter here
why-who-3 = neighbours pick litter here too
why-who-4 = residents carry this street
why-who-5 = residents carry this street in their own room
why-litter = { $pieces ->
    [0] an estimated no litter
    [one] an estimated one piece per 100 m²
   *[other] an estimated { $pieces } pieces per 100 m²
}
why-floor = { $who }; { $litter }; { $steps ->
    [0] too dirty today
    [one] one step behind (too dirty for one day now)
   *[other] { $steps } steps behind (too dirty for { $steps } days now)
}
why-average = { $who }; { $litter }; a minute of work does more here than in most streets
why-given_back = residents gave this street back; { $litter }; the city is here again within two days
why-asked = { $who } and asked the city to come; { $litter }
why-agreed = { $who }; { $litter }; it is worse than agreed, so the city helps
why-hand = { $who }; { $litter }; put on the plan by hand
why-emergency = { $who }; { $litter }; put on the plan unasked, because of an emergency

city-next-planned = The city wants to come here on { $day }. There is no crew for it yet.
city-next-planned_crew = The city comes here on { $day }. { $crew } does it.
city-next-was_here = The city was here on { $day }. Each night it looks whether it should come again.
city-next-asked = The residents asked the city to help. The city comes within two days.
city-next-held = Residents carry this street. The city comes when they ask.
city-next-held_comes = Residents carry this street. Should it get worse than agreed, the city comes to help.
city-next-looks = Each night the city looks how it is here. If it is too dirty here, the city comes by itself.
city-next-no_plan = The city goes on with its own rounds. The first plan is made tonight.

response-no-crew = No crew yet
response-yes = yes
response-no = no
response-csv-date = date
response-csv-crew = crew
response-csv-order = order
response-csv-name = street
response-csv-grade = expected grade
response-csv-pieces = pieces per 100 m²
response-csv-minutes = minutes
response-csv-why = why
response-csv-reason = reason
response-csv-done = done
response-night-time = Bringing the calendar up to date
response-night-read = Reading what was done and seen
response-night-estimate = Estimating how clean it is
response-night-ask = Asking carriers whether the city shall help
response-night-plan = Making the plan
response-night-write = Keeping the plan
response-night-ready = The plan is ready
response-night-same = Nothing is new; the plan stays as it was

no-response-agreed_already = It is so already. Nothing needs to change.
no-response-proposal_over = This proposal is gone. Somebody took it back, or it already got its yes.
no-response-proposer_left = Whoever proposed this is no longer on the board. Propose it again.
no-response-crew_ended = This crew has stopped here already.
no-response-crew_name_taken = There is a crew called { $name } already. Choose another name.
no-response-scale_source = Say where these numbers come from, in { $most } characters at most.
no-response-csv_empty = { $file }: there are no rows in it. Nothing was changed.
no-response-csv_too_large = { $file }: this file is too large; { $most } MB at most. Nothing was changed.
no-response-csv_too_many = { $file }: there are too many rows in it; { $most } at most. Nothing was changed.
no-response-csv_no_text = { $file }: this is not text in UTF-8. Save it as CSV. Nothing was changed.
no-response-csv_heads = { $file }: the first row has the heads street, date, and grade or pieces, each once. Nothing was changed.
no-response-row_shape = Row { $row }: this row cannot be read. Nothing was changed.
no-response-row_street = Row { $row }: the street is missing. Nothing was changed.
no-response-row_day = Row { $row }: ‘{ $day }’ is not a day that has passed; write 2026-11-24 or 24-11-2026, with or without a time. Nothing was changed.
no-response-row_nothing = Row { $row }: there is no grade and no number of pieces. Nothing was changed.
no-response-row_grade = Row { $row }: the grade is A+, A, B, C or D. Nothing was changed.
no-response-row_pieces = Row { $row }: the number of pieces is a whole number from 0 to { $most }. Nothing was changed.
no-response-grade_and_count = Row { $row }: grade { $grade } does not fit the number of pieces, which belongs to { $counted }. Leave out what is wrong. Nothing was changed.
no-response-row_area = Row { $row }: the area is a number from 1 to { $most } m². Nothing was changed.
moment-response-proposal_withdrawn = A board member took a proposal back
moment-response-proposal_declined = A board member said no to a proposal. All stays as it was
moment-response-crew_renamed = A crew got another name
moment-response-crew_ended = A crew stops here
crew-called = Crew { $name }

why-unseen = { $who }; nobody looked here yet; streets like this mostly have { $pieces ->
    [0] hardly any litter
    [one] about one piece per 100 m²
   *[other] about { $pieces } pieces per 100 m²
}
city-next-comes = The city thinks it will come here on { $day }. Every night it looks again where it is needed most.
plan-of-shift = the crew has { $minutes } minutes
plan-waits = { $count ->
    [one] One street is too dirty and has its turn later
   *[other] { $count } streets are too dirty and have their turn later
}
plan-waits-words = No crew goes there today: the minutes are used up, or another day is better. Where it fits, the city comes sooner.
plan-waits-due = { $day } at the latest.
plan-waits-late = the city will not make it in time, it should have been { $day } at the latest.
plan-waits-comes = The city thinks it will come on { $day }.
plan-waits-more = { $count ->
    [one] And one more street.
   *[other] And { $count } more streets.
}
city-average-how = Large streets count for more.
city-average-seen = { $seen ->
    [one] In one of the { $streets } streets somebody looked or worked; the others are estimated.
   *[other] { $streets ->
        [one] In the only street somebody looked or worked.
       *[other] In { $seen } of the { $streets } streets somebody looked or worked; others are estimated.
    }
}
no-response-not_that_day_yet = This is the plan of a day that is still to come. Say that the street is done on the day itself.
why-part = a part of the street, the whole takes { $whole } minutes; begin where most of it lies
plan-waits-unknown = When the city comes cannot be told yet.
city-average-seen-all = Somebody looked or worked in every street.
