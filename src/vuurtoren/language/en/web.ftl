no-web-form_without_key = This page was too old. Open it again; nothing is lost.
no-web-too_often = That was often in a short time. Wait a few minutes and try again.
no-people-nobody_with_mail = Nobody in this neighbourhood has an account with this mail address.
no-care-nothing_to_undo = There is no round of today to take back.

mail-code-subject = Your code for Vuurtoren
mail-code-body =
    Hello,

    Your code is: { $code }

    Fill it in on the page that is still open. The code works for ten minutes.
    Did you not ask for this? Then you need not do anything.

    Greetings from the neighbourhood
mail-known-subject = Signing in to Vuurtoren
mail-known-body =
    Hello,

    Somebody wanted to sign up with this mail address. It is known here already.
    Was that you? Then choose ‘Sign in’ on the page. You get a code.
    Did you not ask for this? Then there is nothing to do.

    Greetings from the neighbourhood
mail-unknown-subject = Signing in to Vuurtoren
mail-unknown-body =
    Hello,

    Somebody wanted to sign in with this mail address, but it is not known here yet.
    Was that you? Then choose ‘I am new’ on the page.

    Greetings from the neighbourhood

nav-today = Today
nav-map = Map
nav-streets = Streets
nav-plan = Effort plan
nav-who = Who we are
nav-light = The lighthouse
nav-journal = Journal
nav-help = Help
nav-me = My page
nav-city = How is it going?
nav-agreements = Hand-overs

form-required = We still need this.
form-invalid = This does not work yet. Please look again.
form-choose = Choose one of the options.
form-too-small = This number is too small.
form-too-large = This number is too large.
form-join-part = Which part?
form-join-rhythm = How often, about?
form-join-people = With how many people?
form-join-people-hint = Alone is fine too.
form-round-minutes = How many minutes?
form-round-bags = How many bags?
form-round-grade = What does the street look like now?
form-look-grade = Which picture looks most like the street?
form-look-pieces = Or count the large litter
form-look-pieces-hint = Pieces of 10 centimetres or more, on the dirtiest part of 10 by 10 metres.
form-look-one-of-two = Choose a picture or fill in a number.
form-agreement-to_step = What do we agree?
form-agreement-stop_grade = How clean should the street be at least?
form-agreement-stop_steps = After how many days does the city help?
form-agreement-after_stop = How does the city help then?
form-agreement-overlap_days = How many days do we do it together first?
form-agreement-answer_by = Until when can residents answer?
form-agreement-answer_by-held = No answer is no yes. It then stays in the hands of the neighbours.
form-agreement-answer_by-hint = No answer is not a yes. Then the city goes on doing it.
form-me-called = What may we call you?
form-me-language = Language
form-street-hint = Write the name of the street.
form-street-unknown = We find no street called { $name }. The list of streets shows how its name is written.
form-me-home = My street
form-me-home-hint = Then Today shows at once how your street is doing. Nobody else sees this.
form-me-home-none = I would rather not say
form-enter-called = The name we call this neighbour
form-enter-called-hint = Only the name. Write nothing else about somebody.
form-enter-language = Language
form-enter-how = How did this neighbour say yes?
form-enter-given_on = On which day?
form-enter-until = Until when does it hold?
form-enter-until-hint = A year at most. After that you ask again.
form-light-line = In one sentence: how do we want to live together?
form-light-story = The whole story
form-reason-reason = Why?
form-puton-place = Which street?
form-puton-crew = Which crew?
form-puton-reason = Why?
form-role-mail = Mail address of this person
form-role-role = Which role?

grade-none = I'd rather not say
grade-Aplus = A+ · very clean
grade-A = A · clean
grade-B = B · fairly clean
grade-C = C · dirty
grade-D = D · very dirty
step-1 = The city does it
step-2 = The city does it, neighbours help now and then
step-3 = Together: neighbours and the city
step-4 = Neighbours do it, with the city behind them
step-5 = Neighbours do it, in room of their own
step-1-who = the city
step-2-who = the city, with neighbours
step-3-who = neighbours and the city together
step-4-who = neighbours, with the city behind them
step-5-who = neighbours, in room of their own
rhythm-weekly = Every week
rhythm-now_and_then = Now and then
part-whole = The whole street
part-north = The northern part
part-south = The southern part
part-east = The eastern part
part-west = The western part
after-stop-ask = First ask the neighbours if they want help
after-stop-comes = Come and help right away
consent-paper = On paper
consent-phone = By phone
consent-in_person = In a conversation

welcome-title = Welcome
welcome-intro = Good to have you here. Two more things, then you can begin.
welcome-called = What may we call you?
welcome-called-hint = Your first name is enough.
welcome-neighbourhood = Which neighbourhood do you live in?
welcome-language = Which language do you like to read?
welcome-button = Here I am
welcome-said = Welcome! Have a look around.

sign-in-title = Sign in
sign-in-intro = Fill in your mail address. You get a code. No password needed.
sign-in-mail = Mail address
sign-in-button = Send me a code
sign-in-new = I am new
sign-in-code-title = Fill in the code
sign-in-code-intro = We sent a code to { $mail }. Look among unwanted mail too.
sign-in-code = Code
sign-in-code-button = Come in
sign-in-again = Send me a new code
sign-up-title = I am new
sign-up-intro = Fill in your mail address. You get a code, so that we know it is yours. Nobody gets to see your address.
sign-out-title = Sign out
sign-out-intro = See you soon! Sign out on this device?
sign-out-button = Sign out
link-title = Come in
link-intro = With this link you come in without a password. It works once, for ten minutes.
link-button = Come in

front-title = Who carries what in our streets?
front-intro = Neighbours pick up what they love to do. The city follows and comes where nobody carries. Together we choose the direction, and it stays in sight on every page.
front-choose = Choose your neighbourhood
front-none = There is no neighbourhood here yet. Whoever keeps this computer can begin one with: vuurtoren places import
front-how = How does it work?
front-meet = Meet
front-meet-words = It begins with drinking coffee together.
front-carry = Carry
front-carry-words = Neighbours do what they like or find important. Saying no is always fine.
front-follow = Follow
front-follow-words = The city does the rest, one or two days later, and says why.

today-title = Today in { $name }
today-home = My street
today-home-choose = Choose my street
today-home-none = Which street is yours? Then you see here how it is doing.
today-mine = What I carry
today-mine-none = You carry nothing now, and that is fine. Feel like picking some litter? Choose a street.
today-mine-last = Last round: { $when }
today-mine-no-round = No round written down yet
today-mine-log = I picked litter
today-more = { $count ->
    [one] One more
   *[other] { $count } more
}
today-questions = The city asks you something
today-help-question = { $street }: there is more litter here than agreed. Shall the city help this week?
today-yes-please = Yes, please
today-no-thanks = No, we will do it
today-city = The next step of the city
today-city-plan = On { $day } the city goes to { $count ->
    [one] one street
   *[other] { $count } streets
}: { $minutes } minutes of work.
today-city-none = There is no plan for the coming days yet. The city does its usual rounds.
today-city-see = See the effort plan and why
today-vacant = Room here for whoever feels like it
today-vacant-none = Nobody gave a street back now. You can join in in any street.
today-thanks = Last week
today-thanks-words = { $rounds ->
    [one] There was one round
   *[other] There were { $rounds } rounds
} in the neighbourhood, with { $bags ->
    [one] one bag
   *[other] { $bags } bags
} of litter. Thank you all!
today-thanks-none = Last week there were too few rounds to count together. A single round helps too.
today-how = How is the neighbourhood doing?
today-all-streets = All streets
today-sign-in = Do you live here? Sign in and join, or just look around.

streets-search = Find a street
streets-search-button = Find
streets-none = No street was found with “{ $words }”. Try a part of the name.
streets-empty = Whoever keeps this computer reads them in with: vuurtoren places import. Until then: have coffee together and ask how you want to live here.
streets-name = Street
streets-grade = Now
streets-carried = Who carries
streets-length = Length
streets-metres = { $metres } m
streets-on-map = See everything on the map
street-kind-street = street
street-kind-square = square
street-kind-park = park
street-kind-quay = quay
street-kind-building = building
street-certainty-low = The name of this street is not certain.
street-certainty-medium = The name of this street is probably right.
street-now = How is it here?
street-now-words = { $pieces ->
    [0] Probably no large litter
    [one] About 1 piece of large litter
   *[other] About { $pieces } pieces of large litter
} on 10 by 10 metres.
street-now-range = { $low ->
    [0] There could also be none, or { $high }.
   *[other] It could also be { $low } or { $high }.
}
street-now-or = { $other ->
    [0] There could also be none.
   *[other] It could also be { $other }.
}
street-now-observed = This comes from what people saw and did in this street.
street-now-kind = Nobody has looked in this street yet. This is what is usual in streets like it.
street-now-none = We do not know yet how it is here. Will you have a look?
street-who = Who carries this street?
street-who-nobody = No neighbour picks litter here now. The city does it.
street-who-some = Neighbours pick litter here.
street-who-me = You join in here.
street-who-with = Together with: { $names }
street-join = I join in
street-join-intro = You pick up litter with a grabber. You may always do that in your street. Nobody has to say yes, and you can stop at any moment.
street-join-button = I join in
street-joined = Great that you join in!
street-next = What now?
street-next-when = When
street-next-when-words = Whenever you like. A round of twenty minutes is a lot already.
street-next-what = With what
street-next-who = With whom
street-next-who-alone = You are the first one here. Ask a neighbour along, that is more fun.
street-next-team = The team of the city
street-next-team-words = Questions, full bags, something large or dangerous? Call { $name }:
street-next-no-team = There is no team of the city in this neighbourhood yet.
street-round = I picked litter
street-round-button = Write it down
street-round-thanks = Written down. Thank you!
street-round-more = Also say what the street looks like (not needed)
street-round-undo = That was a slip, remove my last round
street-round-undone = Your last round was removed.
street-look = How clean is it here?
street-look-button = This is how it is
street-looked = Thank you for looking. The city reckons with it tonight.
street-give-back = I give it back
street-give-back-intro = You can always stop. You need not say why. The city takes over; within two days the street is in the plan if that is needed.
street-give-back-button = Yes, I give it back
street-give-back-keep = I keep joining in after all
street-given-back = Given back. Thank you for all you did!
street-help-yes = Good. The city comes to help this week.
street-help-no = Good. You do it yourselves.
street-agreement-open = There is an open question about this street
street-agreement-see = See the agreement
street-agreement-ask = We want to carry this street ourselves
street-agreement-offer = Ask residents if they want to carry this street
street-city = The next step of the city
street-history = How it went
street-moments = What happened here
street-no-moments = Nothing has been written down here yet.
street-recent = In the last 30 days: { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
}, { $minutes } minutes.

agreement-draft = Ask for a hand-over
agreement-draft-intro-residents = You ask the city to carry this street yourselves. The city then stops its own rounds, if both sides say yes. Giving back is always possible.
agreement-draft-intro-worker = You ask residents if they want to carry this street. If they say nothing, the city goes on doing it. Saying no costs nothing.
agreement-draft-intro-stopped = You ask residents if they want to carry this here. The city said that it stops here or does less. If residents say no or nothing, it stays its task. Saying no costs nothing.
agreement-draft-intro-held = Neighbours hold this here. You ask whether the city may join in again, or for more or less room. If they say nothing, all stays as it is. Saying no costs nothing.
agreement-draft-intro-more = You hold this here. You ask the city for other room, or for another term. As long as the city says nothing, all stays as it is.
agreement-draft-button = Ask it
agreement-asked = The question is with the city. Until there is an answer everything stays as it is.
agreement-offered = The offer is with the residents. Until there is a yes nothing changes.
agreement-now = What holds now
agreement-now-words = There is an agreement here already. If both sides say yes, the new agreement takes its place. Until then this one holds.
agreement-now-see = See the agreement of now
agreement-goes-on = This goes on in the new agreement:
agreement-goes-on-other = Another term or another amount, such as going on longer? You can say so in the questions here. Do you want other conditions? Then begin a new challenge.
agreement-ends = Will it be together again? Then the city decides again, and the term, the money a year and the conditions end too.
agreement-title = Hand-over of { $street }
agreement-side-residents = Residents ask this of the city
agreement-side-institution = The city asks this of residents
agreement-state-asked = Waits for an answer
agreement-state-yes_if = The city said yes, if … Now the neighbours
agreement-state-overlap = Both sides said yes; we do it together now
agreement-state-carried = Agreed: neighbours carry
agreement-state-declined = No, thank you. Everything stays as it was
agreement-state-lapsed = No answer came. The city goes on doing it
agreement-state-withdrawn = Taken back
agreement-state-lapsed-neighbours = No answer came. All stays as it was
agreement-state-lapsed-back = No answer came. Neighbours go on doing it
agreement-state-overlap-back = Both sides said yes: soon neighbours and the city do it together again
agreement-state-back = Agreed: neighbours and the city do it together again
agreement-state-replaced = Agreed otherwise
agreement-state-ended-neighbours = Stopped. Neighbours gave it back
agreement-others = What else was agreed here
agreement-asked-on = Asked on { $day }
agreement-state-ended = Ended. The city does it again
agreement-what = What
agreement-stop = When the city helps
agreement-stop-words = Is it worse than { $grade } for { $steps ->
    [one] one day
   *[other] { $steps } days
} in a row? { $then }.
agreement-until = Together up to and including
agreement-answer-by = Answer before
agreement-late = { $days ->
    [one] One day
   *[other] { $days } days
} late. The city still owes an answer here.
agreement-yes-residents = Residents said yes
agreement-yes-institution = The city said yes
agreement-yes-if-on = yes, if … on { $day }
agreement-not-yet = not yet
agreement-answer = Your answer
agreement-yes = Yes, we will
agreement-no = No, thank you
agreement-no-costs = Saying no costs nothing. The city goes on doing what it did.
agreement-no-costs-stopped = Saying no costs nothing. The city said that it stops here or does less; as long as nobody takes it over it stays its task.
agreement-withdraw = Take the question back
agreement-yes-said = Your yes is written down.
agreement-no-undo = Not a no after all
agreement-no-undo-words = This became a no. A no costs nothing. Was it a slip? Then the offer is there again with one tap.
agreement-no-undone-said = Fine. The offer is there again.
agreement-yes-see = See what a yes means
agreement-means = What does a yes mean?
agreement-means-carry = Neighbours then do this here themselves. The city stops its own rounds here.
agreement-means-together = Neighbours and the city then do it together again. The city then decides again. The agreement that holds now ends.
agreement-no-costs-back = Saying no costs nothing. This then stays in the hands of the neighbours.
agreement-no-year-back = After 'no' the city does not ask this for a year. Neighbours go on doing it.
agreement-means-you = You then join in.
agreement-means-overlap = { $days ->
    [one] First the neighbours and the city do it together for one day.
   *[other] First the neighbours and the city do it together for { $days } days.
}
agreement-means-all = Your yes holds for all neighbours who join in here. They read it on Today. As long as it goes together, each of them can say: rather not.
agreement-means-back = You may give it back at any time, without a reason. The city then does it again.
agreement-rather-not = Rather not?
agreement-rather-not-words = On { $day } it really begins. Until that day each neighbour who joins in can stop it. Stopping yourself alone is fine too, now and later.
agreement-rather-not-all = Rather not: all stays as it was
agreement-rather-not-me = I do not join in any more
today-agreed-words = A neighbour said yes. From { $day } on it holds. Is it fine with you? Then you need not do anything. Who joins in and rather not wants it says so before that day.
today-agreed-see = See what was agreed
agreement-no-said = Good. Everything stays as it was.
agreement-withdrawn-said = The question was taken back.
agreement-none = Whoever carries a street can ask for a hand-over on the page of that street.
agreement-print = Print

plan-title = Effort plan for { $day }
plan-none = There is no plan for { $day } yet. It is made at night.
plan-intro = This is where the city goes that day, and each street says why: where a minute of work does most, and in time where it is too dirty. Where neighbours pick litter that is less often by itself.
plan-minutes = { $minutes } minutes
plan-streets = { $count ->
    [one] one street
   *[other] { $count } streets
}
plan-gap = With these minutes it could be at most { $gap } better.
plan-no-crew = No crew yet
plan-crew-line = { $count ->
    [one] one street
   *[other] { $count } streets
}, { $minutes } minutes, { $way } of them on the way
plan-done = Done
plan-done-button = Done
plan-undo = Not done after all
plan-done-said = Marked as done.
plan-undone-said = Back on the list.
plan-found = How was it when you came?
plan-found-said = Thank you, that counts for the next plan.
plan-put-on = Add a street
plan-put-on-button = Add
plan-put-on-said = The street is on the plan.
plan-take-off = Take off the plan
plan-taken-off-said = The street was taken off the plan.
plan-by-hand = By hand: { $reason }
plan-before = Day before
plan-after = Day after
plan-export = Take along
plan-print = Print on paper
plan-csv = For a spreadsheet (CSV)
plan-geojson = For a map (GeoJSON)
plan-gpx = For navigation (GPX)
plan-empty = Today the city need not go anywhere: by estimate it is clean enough everywhere, or neighbours carry.
plan-expect = expected: { $grade }

city-by-street = By street, on the map
city-title = How is { $name } doing?
city-average = Average
city-average-words = The neighbourhood is at { $grade } on average now. Agreed is { $goal }.
city-floor = Streets that are too dirty
city-floor-words = As far as anybody looked, { $share } of the streets is too dirty now: worse than { $floor }.
city-lag = How soon does the city come?
city-lag-words = When a street is too dirty, the city mostly comes { $median ->
    [0] the same day
    [one] within one day
   *[other] within { $median } days
}. Streets that still wait are counted in.
city-lag-p95 = Nearly always (95 times in 100) { $days ->
    [0] the same day
    [one] within one day
   *[other] within { $days } days
}.
city-lag-open = { $count ->
    [one] One street still waits
   *[other] { $count } streets still wait
} for the city{ $longest ->
    [0] , since today
    [one] , { $count ->
        [one] for one day now
       *[other] the longest for one day now
    }
   *[other] , { $count ->
        [one] for { $longest } days now
       *[other] the longest for { $longest } days now
    }
}.
city-minutes = Minutes of the city
city-minutes-words = In the last 7 days the city worked { $minutes } minutes in the neighbourhood.
city-standard = What was agreed
city-standard-words = On average { $goal }. No street worse than { $floor } for more than { $steps ->
    [one] one day
   *[other] { $steps } days
}.
city-none = Once somebody looked how clean a street is, they stand here the next morning: how clean it is, how long streets wait and how much the city works.
city-day = Day
city-value = Value

map-title = Map of { $name }
map-list = Looking for a street? See the list

who-title = Who we are
who-intro = In this neighbourhood neighbours, the cooperative and the municipality learn to live and work together. The neighbourhood leads, the institutions follow.
who-counts = How many
who-few = Of each of these roles there are fewer than five people, so we give no number: { $roles }.
who-professionals = Who works here
who-since = since { $when }
who-no-professionals = No professionals are written down yet.
who-institutions = How to reach them
who-waiting = Waits for a second yes
who-confirm = I say yes too
role-give = Give a role
role-give-button = Propose
role-offered-said = Proposed. A second board member has to say yes too.
role-confirmed-said = The role was given.
role-ended-said = You put the role down.
role-put-down = Put the role down
role-put-down-ask = Put this role down: { $role }?
role-put-down-words = You may always put it down, and nobody asks why. What belongs to the role you cannot do any more from then on. If you want it back later, you ask the board.
role-put-down-yes = Yes, I put the role down
role-work-title = This role goes with your work
role-work-words = You work here for { $institution }. As long as you do, you keep this role.
role-work-how = Do you want to stop? Say which day is your last. It may be today. You pass on what you promised, and the role ends by itself after that day.
role-work-ends = After that the role ends by itself.
role-work-keep = I am not stopping yet
enter-title = Neighbour without an account
enter-intro = Write down a neighbour who takes part without phone or mail. Only with a yes, and only as long as that yes holds.
enter-button = Write down
enter-said = Written down. At Gifts write down what this neighbour can do. There you also print a slip with which they can take it all away themselves.
enter-gifts = Gifts and slip of paper
enter-mine = Neighbours you wrote down
enter-none = You have not written anybody down yet.
enter-until = yes until { $when }
enter-withdraw = The yes was taken back, forget this neighbour
enter-withdraw-ask = Forget { $called }?
enter-withdraw-words = Everything that is here of { $called } goes at once: name, gifts, ties and who sat at a table. This cannot be undone.
enter-withdraw-yes = Yes, forget this neighbour
enter-withdrawn-said = This neighbour was forgotten.
me-title = My page
me-saved = Saved.
me-story = My story
me-story-none = What you did will stand here. It begins with one round.
me-story-words = { $rounds ->
    [one] One round
   *[other] { $rounds } rounds
}, { $minutes } minutes, { $bags ->
    [one] one bag
   *[other] { $bags } bags
}
me-month = Month
me-roles = My roles
me-export = Everything kept about me here (file)
me-forget = Forget me
me-forget-intro = We remove your name, mail address, roles and street. What you carried goes back to the city. This cannot be undone. In the journal a number remains that is nobody's any more.
me-forget-gifts = Your gifts, your ties and that you sat at a table somewhere go too. A table that you set stays, without your name. The rounds you walked stay counted with the street.
me-forget-promises = What was promised to you goes. Did you promise something yourself as a professional? That stays a promise of your institution, without your name.
me-forget-promised = { $count ->
    [one] You still have one promise open
   *[other] You still have { $count } promises open
}
me-forget-promised-words = You may always be forgotten. Whoever leads your team then reads what is open and picks it up. Would you rather pass it on yourself first?
me-forget-promised-see = See what is open
me-forget-button = Yes, forget me
me-forget-keep = No, I stay
me-forgotten = You are forgotten here and signed out: everything about you is gone. Thank you for what you did. You are always welcome again.

light-tend = Renew the words
light-tended = The lighthouse has new words.
light-none = The lighthouse has no words yet. Drink coffee together and ask: how do we want to live together?

journal-title = Journal of the neighbourhood
journal-intro = Everything that happens here goes into this journal. Without names and without stories. Nobody can take anything out of it; you can check that yourself.
journal-verify = Check it
journal-whole = The journal is whole: { $moments } moments, from the first to the last.
journal-broken = Attention: row { $row } is not right any more. Tell the board.
journal-none = No moments yet.

help-title = How does it work?
help-tables = What is a coffee table?
help-tables-words = A place and a time, nothing more. There is no agenda and you need not sign up: just join. Anybody may set a table. A learning table keeps coming back to one question: what do we try, what happened, what do we do differently? Who sat there is read only by whoever was there too, and only with their yes.
help-gifts = What is a gift?
help-gifts-words = Something you can do, have, know or love. You choose who sees it and until when: only you, who sat at a table with you, or the neighbourhood. Where your gift fits what a table looks for, a community builder can introduce you. That happens only once both of you say yes. You can always take it away, in one tap.
help-ties = What is a tie?
help-ties-words = Two neighbours who met, and who both say that it may be remembered. Only you see whom you know. The neighbourhood sees only numbers, and a picture with streets.
help-promises = What is a promise?
help-promises-words = Something a professional promised here. Everybody sees that it is open and since when. It is a debt of the institution, not of that person.
help-letter = What is the weekly letter?
help-letter-words = One letter a week: what happened, what is coming, and what waits for you. If you do not want it by mail, switch that off on the page of the letter. You get no other mail, except the code to sign in.
help-carry = Joining in and carrying
help-carry-words = You pick up litter with a grabber. Whoever does that in a street, carries that street. Go to your street and choose ‘I join in’. That counts at once. After a round you choose ‘I picked litter’. You may stop at any time, without a reason.
help-city = What does the city do?
help-city-words = Each night Vuurtoren looks at what was really done and seen. That gives the effort plan: the city goes to streets where no neighbour picks litter and where it is too dirty. Each street says why. So the city follows the neighbourhood, one or two steps behind. A step is a day.
help-grades = What do A+ to D mean?
help-grades-words = It is the scale with which municipalities in the Netherlands look at how clean a street is. A+ is very clean, D is very dirty.
help-hand-over = What is a hand-over?
help-hand-over-words = A hand-over is an agreement: neighbours carry a street or another task all by themselves, and the city stops its own rounds there. When neighbours ask the city for it, it is called a challenge. When the city asks neighbours, it is called an offer. It holds only when both sides say yes. You also agree when the city comes to help. Giving back is always possible.
help-privacy = What do others see of me?
help-privacy-words = Other people do not see that it is you. Only whoever carries the same street with you sees your name. You can take everything along, and you can ask us to forget you.
help-without = Without a phone or computer
help-without-words = Ask somebody at the coffee table to write you down. On paper, by phone or in a conversation.

refused-title = That did not work
refused-back = Back
busy-title = It is busy just now
busy-words = A lot is being written down at this moment. Go back in a minute and send it once more. Nothing is lost, and it is never written down twice.
full-title = Nothing more fits just now
full-words = The disk on which this house keeps everything is full or failing. What was there is still there; what you just filled in is not yet. Tell whoever looks after the machine, and send it once more later.
too-much-title = This is too much
too-much-words = So much does not fit in one form. Make it shorter and send it once more.
unread-title = We could not read this
unread-words = We did not understand what your browser sent. Nothing has changed. Open the page again and try once more.
missing-title = This page is not here
missing-words = Perhaps the street moved, or the address is not right.
broken-title = Something went wrong on our side
broken-words = It is not your fault. Nothing was kept by halves. Please try again later.

today-city-follows = The city goes where a minute of work does most, and in time where it is too dirty. Where neighbours pick litter that is less often by itself. Each street says why.
city-goes-on = The city goes on with its own rounds here, except where neighbours and city agreed otherwise together. What you do comes on top.

agreed-intro = Neighbourhood and city agreed this together. You may count on it. Two board members decide together: one proposes something, the other says yes.
agreed-two = You propose this. A second board member says yes, and from the next night on it holds. Until then all stays as it is.
agreed-waiting = Waits for a second yes
agreed-level = Another agreement on how clean
agreed-level-now = How clean
agreed-never = Nothing was agreed here yet. Until then the city reckons with what is usual:
agreed-since = Agreed on { $when }.
agreed-goal = On average
agreed-floor = Too dirty is
agreed-floor-words = Worse than { $floor }. No street stays like that for longer than { $steps ->
    [one] one day
   *[other] { $steps } days
}.
agreed-aim = What matters
agreed-horizon = Looking ahead
agreed-horizon-words = { $days } days
agreed-scale = The scale: what is clean?
agreed-scale-words = So many pieces of coarse litter (10 centimetres and up) lie on 100 m²:
agreed-pieces = { $most ->
    [0] nothing
    [one] one piece
   *[other] { $most } pieces
}
agreed-pieces-range = { $least } to { $most } pieces
agreed-pieces-more = { $least ->
    [one] more than one piece
   *[other] more than { $least } pieces
}
agreed-source = Source: { $source }
agreed-source-usual = CROW, older editions, by way of laland.nl/norm.htm: coarse litter (10 cm and up) per 100 m² of paving
agreed-crews = Crews of the city
agreed-no-crews = No crew works here regularly yet. The plan does say where the city is needed.
agreed-stopped = Stopped
agreed-shift-words = { $minutes } minutes a day, { $mode }.
agreed-start-words = Starts at: { $street }.
agreed-new-crew = Add a crew
agreed-shift = Another shift for { $name }
agreed-rename = Another name for { $name }
agreed-change = Change the shift
agreed-other-name = Another name
agreed-end = Let it stop
agreed-again = Let it begin again
agreed-propose = Propose this
agreed-proposed = Proposed. A second board member still has to say yes.
agreed-proposal-crew = { $name } is added
agreed-proposal-again = { $name } begins again
agreed-proposal-name = { $name } is called { $to } from now on
agreed-proposal-end = { $name } stops here
agreed-asked = A board member proposed this on { $when }.
agreed-asked-mine = You proposed this on { $when }. Another board member still has to say yes.
agreed-yes = Yes, let us do so
agreed-no = No, rather not
agreed-withdraw = Take the proposal back
agreed-said-yes = Agreed. It holds from the next night.
agreed-dropped = The proposal is gone. All stays as it was.
aim-best = As clean as possible with the minutes there are
aim-least = The agreed average with as few minutes as possible
mode-walk = on foot
mode-cart = with a cart
form-standard-goal_grade = How clean on average?
form-standard-floor_grade = When is a street too dirty?
form-standard-floor_grade-hint = When it is worse than what you choose here.
form-standard-floor_steps = For how many days may a street be too dirty?
form-standard-aim = What matters?
form-standard-horizon_steps = How many days does the plan look ahead?
form-standard-most_Aplus = A+ (very clean): so many pieces at most
form-standard-most_A = A (clean): so many pieces at most
form-standard-most_B = B (fairly clean): so many pieces at most
form-standard-most_C = C (dirty): so many pieces at most. More is D
form-standard-scale_source = Where do these numbers come from?
form-crew-name = What is the crew called?
form-crew-minutes = How many minutes a day?
form-crew-mode = How does the crew get about?
form-crew-start = In which street does its day start?
form-move-crew = Which crew?
form-move-order = Which place in the round?
form-move-reason = Why?
form-renew-until = Until when does the yes hold?
form-renew-until-hint = A year from today at most.
form-round-pieces = How many pieces did you count?
plan-move = Another crew or order
plan-move-button = Put it here
plan-moved-said = The round was changed.
renew-title = Yes again from { $called }
renew-button = Yes again, written down
renew-said = The new yes is written down.
street-arrange = Join in another way
street-arrange-intro = A part instead of the whole street, less often or more: say what suits you.
street-arranged = Good, so we do it.
street-call = Ask the city to come this week
street-next-when-day = A good moment for the next round: { $when }.
street-my-round = You picked litter here on { $when }: { $minutes } minutes, { $bags ->
    [0] no bag
    [one] one bag
   *[other] { $bags } bags
}. Thank you!
street-agreement-back = Ask residents whether the city may join in here again
street-agreement-more = We want more room of our own, or longer
street-agreement-other = We want to agree otherwise, or longer
today-hello = Hello { $called }
today-questions-worker = Neighbours ask you something
today-work = The work of the city
streets-show = Which streets?
streets-show-all = All streets
streets-show-free = Room to join
streets-show-carried = Neighbours carry here
streets-free-words = No neighbour carries here yet. The city comes here. Fancy a round? Choose a street; it counts at once.
streets-show-none-free = Neighbours carry in every street. You can always join in, also together.
streets-show-none-carried = No neighbour carries here yet. You can be the first.
journal-times = { $count } times
me-story-since = Since { $when }:
me-story-thanks = Thank you!
me-story-chart = Rounds a month
me-story-private = Only you see this.
me-about = About me
who-no-institutions = No institution is written down yet.
renew-button-short = Yes again
agreements-search = Search a street
agreements-intro = Streets that neighbours carry themselves, or want to. Both sides say yes. Giving back is always possible.
light-today = What can I do today?
city-standard-see = See what was agreed
today-vacant-all = All streets with room to join
plan-move-short = Move
plan-take-off-short = Take off
streets-empty-title = Your streets will stand here
streets-none-words = Try a part of the name.
plan-none-title = No plan yet
plan-empty-title = Nothing to do for the city
city-none-title = No figures yet
agreement-none-title = No hand-overs yet
light-begin = Write the first words
today-second-agreed = Another board member proposed something about what was agreed or about a crew. What do you think?
today-second-role = Another board member proposed a role. What do you think?
today-second-see = See the proposal
form-tools-place = In which street?
form-tools-place-none = Nowhere: take the address away
form-tools-place-hint = House number and words may be left out.
form-tools-number = House number
form-tools-note = In a few words: which building, and when is it open?
form-tools-note-hint = Everybody can read this. Do not write anybody's name.
tools-title = Grabbers and bags
tools-button = Write it down
tools-said = Thank you. That is how it stands now, also under What now?
tools-nowhere = Where to get a grabber and bags is not written here yet.
tools-change = Write down where they lie
street-next-what-at = You get a grabber and bags for free:
street-next-what-ask = Ask { $team }.
street-next-what-host = Ask a host or a community builder.
street-next-what-full = Full bags may stand beside the container; the city takes them along.
city-lag-never = In the last { $days } days no street was too dirty. So there is nothing to measure.
city-lag-some = How soon the city mostly comes cannot be told yet. This can: in the last { $days } days { $cases ->
    [one] one street was too dirty
   *[other] streets were too dirty { $cases } times
}, and the city { $came ->
    [0] has not been there yet
    [one] came once
   *[other] came { $came } times
}.
city-minutes-none = In the last { $days } days the city did not report any work in the neighbourhood yet.
form-agreement-stop_grade-hint = If it is worse, the city helps.
street-pick = You pick up litter with a grabber.
map-lead = Here you see at a glance how clean it is and where neighbours carry. Tap a street for more.
streets-lead = Find your street, or choose one where there is room.
street-helped = Shall the city help?
street-helped-open = On { $asked } the city asked the residents: shall the city help this week? There is no answer yet.
street-helped-yes = On { $asked } the city asked: shall the city help this week? On { $answered } the residents said: yes, please.
street-helped-no = On { $asked } the city asked: shall the city help this week? On { $answered } the residents said: no, we will do it.
street-helped-called = On { $answered } the residents themselves asked the city to come and help this week.
today-begin = This is how it begins here
today-begin-words = The streets are ready. Nobody has joined in yet. You can be the first.
today-begin-visitor = First say who you are. A first name and a mail address are enough.
today-begin-home = Choose your street. Then you see here every day how it is doing.
today-begin-look = Look how clean your street is. It takes one minute and counts tonight.
today-begin-join = Join in: pick up some litter with a grabber. Alone or with a neighbour.
today-begin-around = Have a look around: which streets are there, and how does it work?
today-begin-agree = For the board: agree with the city how clean it should be here.
today-begin-light = For the board: write down together how you want to live here.
today-begin-streets = Choose a street
