# A challenge with all that belongs to it: what by-laws ask, in plain words.
no-care-not_your_street = Only who lives in this street or carries it writes on this, and whom they let in. Do you want to join in? You can at once.
no-care-no_dossier = There is no challenge ready here. Begin one at the street.
no-care-dossier_moved_on = This challenge is no longer here: it was sent or put away meanwhile. Keep your words somewhere else and open the page again.
no-care-dossier_not_ready = { $count ->
    [one] One answer is still missing. Fill it in first.
   *[other] { $count } answers are still missing. Fill them in first.
}
no-care-too_few_ask = A challenge is asked with at least { $count } neighbours. Ask somebody to ask with you.
no-care-room_lasts = Choose a last day after three months and within ten years.
no-care-conditions_missing = Write down under which conditions it is a yes.
no-care-say_why_not = A no comes with why, and with whom the neighbours can talk on. Use the full answer.
no-care-words_too_long = That is too long: { $most } characters at most.
no-care-no_conditions = There are no conditions to say yes to.
moment-care-dossier_written = Neighbours wrote on a challenge
moment-care-dossier_joined = A neighbour joined a challenge
moment-care-dossier_left = A neighbour took back a voice from a challenge
moment-care-answered_if = The city said yes under conditions. The neighbours choose now

dossier-title = Challenging the city
dossier-intro = You ask the city to take over this task, with the money that belongs to it. This is what the by-law asks of you. Write what you know, in your own words and without names. Your neighbours can write along at the same time. The city answers within { $weeks } weeks.
dossier-excluded = What you cannot take over
dossier-not-enforcement = Fines and enforcing: by law only the government may.
dossier-not-trees = Pruning or felling trees.
dossier-not-play = Inspecting and mending play equipment.
dossier-not-cables = Cables, pipes and the sewer.
dossier-not-ice = Gritting through roads.
dossier-who = Who asks this?
dossier-askers = { $count ->
    [0] Nobody asks this yet. At least three neighbours are needed.
    [one] One neighbour asks this. At least three neighbours are needed.
    [2] Two neighbours ask this. One more is needed.
   *[other] At least three neighbours ask this.
}
dossier-supporters = { $count } others support it.
dossier-mine-asks = You ask this too.
dossier-mine-supports = You support this.
dossier-ask-too = I ask this too
dossier-support = I support this
dossier-neither = Rather not
dossier-joined = Thank you, that is written down.
dossier-left = Fine, your voice is gone.
dossier-save = Save
dossier-saved = Saved. Your neighbours can write on here.
dossier-theirs = This was written meanwhile too
dossier-theirs-empty = (nothing)
dossier-choose = Which text do you keep together?
dossier-choose-hint = Both texts are saved. Not choosing yet? Then both stay. Only you see your own text.
dossier-choose-mine = The text in the box above
dossier-choose-theirs = My neighbour's text
dossier-both-kept = Saved. Somebody else wrote meanwhile. Both texts are below: choose which one you keep together.
dossier-keeps = What you write is saved by itself.
dossier-kept = Saved at { $time }.
dossier-kept-both = Saved at { $time }. There are two texts to one question: choose there which one you keep together.
dossier-not-kept = Not saved yet: { $why }
dossier-not-kept-away = Not saved yet: there is no connection. Your words are still here. We try again in a moment.
dossier-not-kept-wrong = Not saved yet: it did not work by itself. Press Save.
dossier-earlier = What stood here before
dossier-earlier-since = Written on { $day } at { $time }
dossier-send-waiting = { $count ->
    [one] One question still has two texts. Look at them together first.
   *[other] { $count } questions still have two texts. Look at them together first.
}
dossier-send = Send to the city
dossier-send-button = Send to the city
dossier-send-intro = Everything is filled in. The city gets this with your question, and everybody can read it. The clock begins.
dossier-send-missing = { $count ->
    [one] One answer that is needed is still missing.
   *[other] { $count } answers that are needed are still missing.
}
dossier-send-few = At least three neighbours who ask this are needed.
dossier-part = What the neighbours ask
dossier-until = How long
dossier-conditions = Conditions of the city
dossier-conditions-ask = So the city says yes. Do you say yes too? Until then nothing changes.
dossier-conditions-yes = Yes, let us do so
dossier-reasons = Why not
dossier-talk-to = You can talk on with { $who }. The door is open.
dossier-answer = Answer to the challenge
dossier-answer-why = Yes, yes if, together or no. With a no you write why, and with whom the neighbours can talk on.
dossier-answer-intro = Say yes, yes if, together or no. At yes if and at together the neighbours still say yes. A no comes with why, and with whom they can talk on.
dossier-answer-button = Give the answer
dossier-answered = The answer is written down.
dossier-paper = Agreement on paper (PDF)
dossier-begin = Challenge the city: take over task and budget

form-dossier-now = What does the city do here now, and what does it cost?
form-dossier-now-hint = Needed. You do not know the costs? Then write what you see. The city should be able to tell you.
form-dossier-better = Why can you do it better, and for whom?
form-dossier-better-hint = Needed.
form-dossier-result = What will be different in the street?
form-dossier-result-hint = Needed. By what do you see that it works?
form-dossier-know = What do you know and can you do already?
form-dossier-know-hint = May be left empty.
form-dossier-budget = How much money is needed, and for what?
form-dossier-budget-hint = Needed. Write nought if no money is needed.
form-dossier-own = What do you bring along yourselves?
form-dossier-own-hint = May be left empty. Hands, tools, a shed.
form-dossier-help = With what should the city help?
form-dossier-help-hint = May be left empty.
form-dossier-quality = How does it stay good, also when somebody is ill or leaves?
form-dossier-quality-hint = Needed.
form-dossier-safety = How does it stay safe?
form-dossier-safety-hint = May stay empty.
form-dossier-look_back = When do we look back together?
form-dossier-look_back-hint = Needed. At least once a year.
form-dossier-stops = What happens if you stop?
form-dossier-stops-hint = Needed.
form-said-said = What does the city say?
form-said-said-yes = Yes
form-said-said-yes_if = Yes, if
form-said-said-no = No
form-said-conditions = Yes if: under which conditions? Together: how do you do it together?
form-said-conditions-hint = Needed at yes if and at together.
form-said-reasons = Why not?
form-said-reasons-hint = Needed at no.
form-said-talk_to = With whom can the neighbours talk on?
form-said-talk_to-hint = Needed at no. The name of a team and a telephone number.
form-agreement-until = Up to and with which day?
form-agreement-until-hint = After that you look together whether it goes on like this.
dossier-nobody = Nobody writes here yet
dossier-nobody-words = Who lives here or carries this task can begin a challenge. Others can support it then. The city sees it only once it was sent.
terms-who-and-where = Who and where
terms-what-holds = What holds
terms-what-is-asked = What was asked
terms-parties = Between
terms-parties-words = neighbours of { $where }, and { $institution }
terms-ask = Who ask this
terms-ask-named = { $names }, with other neighbours. At least three together.
terms-ask-neighbours = At least three neighbours.
terms-place = Where
terms-place-street = { $name } in { $where }, its whole length: { $size } metres
terms-place-square = { $name } in { $where }, all of it: { $size } square metres
terms-place-whole = { $name } in { $where }
terms-on-the-map = See the place on the map
terms-team = Contact at the city
terms-body = Who decided
terms-the-city = the city
terms-residents = Neighbours
terms-level = How clean
terms-city = What the city does
terms-city-stops-litter = The city stops its own rounds here. It comes when neighbours ask, or when it was agreed.
terms-city-stops-days = The city stops its own rounds here. It comes when neighbours ask, or when it was agreed.
terms-city-stops-none = The city does not do this itself. It stands behind the neighbours who do.
terms-city-goes-on-litter = The city goes on coming itself, beside the neighbours.
terms-city-goes-on-days = The city goes on doing what it did, beside the neighbours.
terms-city-goes-on-none = The city helps as was agreed.
terms-back = If you stop
terms-back-litter = You may give back at any time, at once and without a reason. The city then does it again, within two days.
terms-back-days = { $days ->
    [1] You may give back at any time, at once and without a reason. The city then does again what it did, every day.
    [7] You may give back at any time, at once and without a reason. The city then does again what it did, at least every week.
    [14] You may give back at any time, at once and without a reason. The city then does again what it did, at least every two weeks.
    [28] You may give back at any time, at once and without a reason. The city then does again what it did, at least every four weeks.
   *[other] You may give back at any time, at once and without a reason. The city then does again what it did, at least every { $days } days.
}
terms-back-none = You may give back at any time, at once and without a reason. It then stands here that somebody else can take it up.
terms-report = Report
terms-report-words = Rounds and agreements stand with this place. More is not needed, unless it stands above.
terms-no-budget = no amount was asked
terms-room-now = Who decides now
terms-who-said-yes = Who said yes
terms-yes-on = Yes, on { $day }
terms-no-on = No, on { $day }
terms-objection = Do you disagree with this answer? Talk to { $whom }. You can also object: write it on or before { $day } to { $body }.
agreement-state-together = Agreed: neighbours and the city do it together
form-dossier-materials = What do you need, and who sees to it?
form-dossier-materials-hint = May stay empty. Bags, plants, paint, a key.
form-dossier-insured = Who is insured, and who pays when something breaks?
form-dossier-insured-hint = May stay empty. The city can often insure volunteers along.
form-dossier-contact = How does the city find you?
form-dossier-contact-hint = May stay empty. Everybody reads this: rather a table or a clubhouse than somebody's number.
form-dossier-report = How do you show how it goes?
form-dossier-report-hint = May stay empty. What is written down here is often enough.
form-said-said-together = Together: neighbours and the city both do it
form-said-decided_by = Who decided this?
form-said-decided_by-hint = May stay empty. For example the executive board.
look-back-title = Looking back together
look-back-next = On { $day } you look back on this agreement together.
look-back-due = Today you look back together. The day was { $day }.
look-back-done = We looked back together
look-back-add = Add our sentence
look-back-sentence = With a sentence
look-back-other-day = Again in a year? Or choose another day
look-back-was = Looked back on { $day }
look-back-city = The city
look-back-said = Written down. Thank you.
form-look-back-sentence = How did it go, in one sentence?
form-look-back-sentence-hint = May stay empty. Everybody can read it.
form-look-back-again_on = When do you look back again?
form-look-back-again_on-hint = Leave it empty for in a year.
today-look = Today you look back on { $place }
today-look-words = How did it go, what will you do differently? Until you agree on something else, it stays as it is.
today-over = The agreed time for { $place } is over
today-over-words = Talk together. Until then it stays as it is.
room-over = The agreed time is over: talk together. Until then it stays as it is.
no-care-look_again_when = Choose a day from { $least } up to { $most }.
no-care-no_look_back = This was written down already, or the day is still to come.
moment-care-looked_back = Neighbours and the city looked back on their agreement together
terms-look-back = Looking back together
terms-look-back-words = Every year. The next time on { $day }.
terms-look-back-first = Every year. The first time a year after the yes of both sides.
challenge-term = An answer to a challenge: within { $weeks } weeks.
challenge-way = Do you want to take over a street or another task with your neighbours, with the money that goes with it?
challenge-way-see = Choose the place
challenge-here = Do you want to take this over with your neighbours, with the money that goes with it?
help-challenge = What is the right to challenge?
help-challenge-words = Would you rather do something yourselves than let the city do it? Then you ask for it with at least three neighbours, with the money that goes with it. Join in at the place and choose ‘Challenge the city’. The city says yes, yes if, together, or no with why.
dossier-drafting = Neighbours write a challenge here. Who carries this place or lives there writes along. Others you ask with a link.
dossier-join-first = I join in, and then begin one
dossier-ask-too-words = I ask this too: you are one of those who ask, and talk along about the answer.
dossier-support-words = I support this: you agree that they ask it, and need not do anything.
dossier-mine-named = On the agreement stands: { $name }.
dossier-named-keep = So I want to stand there
dossier-waiting-mine = your text stands beside your neighbour's. Choose one.
dossier-budget-wrote = You wrote: { $words }
form-voice-named = How do you want to stand on the agreement?
form-voice-named-hint = May stay empty. Then you stand there without a name. Everybody can read the agreement.
form-dossier-result-task = What will be different at this place?
dossier-none-to-send = No challenge is ready here yet
