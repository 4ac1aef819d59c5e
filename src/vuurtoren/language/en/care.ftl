no-care-place_gone = This street is no longer on the map. Choose another street nearby.
no-care-already_yours = You carry this street already. Thank you!
no-care-not_carried_by_you = You do not carry this street now. Would you like to join in? You can, right away.
no-care-carry_it_first = Join in here first. Then you can ask for this street.
no-care-round_undone = This round was taken out already.
no-care-round_too_old = A round can be taken out until a day later.
no-care-minutes = How long did it take? Fill in { $least } to { $most } minutes.
no-care-bags = How many bags? Fill in { $least } to { $most }.
no-care-pieces = How many pieces did you find? Fill in { $least } to { $most }.
no-care-people = With how many people do you do it? Fill in { $least } to { $most }.
no-care-choice_unknown = We do not know this choice. Pick one from the list.
no-care-stop_grade = Choose a line from { $best } to { $worst }.
no-care-stop_steps = Choose a number of days from { $least } to { $most }.
no-care-overlap = Doing it side by side lasts { $least } to { $most } days.
no-care-already_so = This is how it is already. Nothing needs to change.
no-care-not_a_hand_over = This needs no hand-over. You can join in and give back at any time, without anybody's yes.
no-care-already_asked = There is a question for this street already. Please wait for that one.
no-care-answer_too_soon = Give residents at least { $days } days to think about it.
no-care-answer_too_late = An offer stands for { $days } days at most.
no-care-offer_over = The time for this offer is over. You can always ask for the street yourself.
no-care-hand_over_moved_on = This question has moved on meanwhile. Have a look at how it stands now.
no-care-other_side_answers = This question is for the other side to answer.
no-care-not_your_side = Only the other side can do this.
no-care-nothing_asked = There is no open question now. Would you like help from the city? You can always ask for it yourself.
no-care-not_handed_over = The city comes by here as usual. There is no need to ask.
no-care-help_asked_lately = This was asked this week already.

moment-care-joined = Somebody joined in here
moment-care-arranged = Somebody carries along in another way
moment-care-gave_back = Somebody gave back. Thanks for what was done
moment-care-round_logged = Litter was picked
moment-care-round_undone = A round was taken out
moment-care-challenged = Residents ask for this street
moment-care-offered = The city offers to share this street in another way
moment-care-agreed = Both sides said yes. For a while they do it side by side
moment-care-declined = A question was answered with no. Everything stays as it was
moment-care-withdrawn = A question was taken back. Everything stays as it was
moment-care-lapsed = An offer lapsed. The city goes on carrying
moment-care-carried = A hand-over has begun
moment-care-help_asked = The city asked: shall we help this week?
moment-care-help_called = The carriers asked the city to come
moment-care-help_answered = The carriers answered the question of the city

care-step-1 = the city
care-step-2 = the city, with residents
care-step-3 = together
care-step-4 = residents, with the city behind them
care-step-5 = residents, in room of their own
care-carried-nobody = Nobody carries along here yet. The city does it.
care-carried-some = Neighbours carry along here.
care-part-whole = the whole street
care-part-a = one half
care-part-b = the other half
care-rhythm-weekly = every week
care-rhythm-now_and_then = now and then
care-people = { $people ->
    [one] alone
   *[other] with { $people } people
}
care-side-residents = residents
care-side-institution = the city
care-hand-over-residents = challenge
care-hand-over-institution = offer
care-state-asked = asked
care-state-overlap = both sides said yes; side by side for now
care-state-carried = handed over
care-state-declined = no, thank you
care-state-lapsed = lapsed
care-state-withdrawn = taken back
care-state-ended = over
care-after-ask = the city first asks whether it shall help
care-after-comes = the city comes to help
care-stop-line = { $steps ->
    [one] Is it worse than { $grade } for one day?
   *[other] Is it worse than { $grade } for { $steps } days in a row?
}
care-days-open = { $days ->
    [0] asked today
    [one] waiting one day for an answer
   *[other] waiting { $days } days for an answer
}
care-help-question = Shall the city help this week?
care-help-yes = Yes, please
care-help-no = No, thank you
care-next-round = A good moment for the next round: { $day }
care-next-free = Go whenever it suits you.
care-thanks = { $rounds ->
    [one] One round
   *[other] { $rounds } rounds
} and { $bags ->
    [one] one bag
   *[other] { $bags } bags
} in one week. Thank you all!
no-care-tools_too_long = That is too long: a house number has at most { $number } characters, the words beside it at most { $note }.
moment-care-tools_put = Somebody wrote down where grabbers and bags lie
