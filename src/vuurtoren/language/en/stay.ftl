stay-days = My days
stay-days-intro = What you did here, in your own words. Only you read this. Where you were is kept nowhere.
stay-today = Today
stay-today-words = Tap what you did. That is enough.
stay-kind-walked = Walked round
stay-kind-coffee = Drank coffee
stay-kind-table = Sat at a table
stay-kind-visited = Visited somebody
stay-kind-worked = Worked along
stay-kind-off = { $kind }: take away
stay-kind-off-hint = Tapped by mistake? Tap again, and it goes.
stay-day-said = Written down.
stay-day-off-said = Taken away.
stay-write-intro = Only you read what you write here. Write no names of residents. Leave all of it empty to take the day away.
stay-write-button = Keep
stay-write-said = Kept.
stay-write-today = In your own words
stay-write-yesterday = What did you do yesterday?
stay-write-again = Forgot something, or is it wrong? Tap the day to change it.
stay-earlier = { $count ->
    [one] One earlier day
   *[other] { $count } earlier days
}
stay-other-days = Other days
stay-day-before = The day before
stay-day-after = The day after
stay-lately = The last days
stay-lately-none = Nothing written yet.
stay-here = Being here
stay-span = { $years ->
    [0] { $months ->
        [0] less than a month
        [one] one month
       *[other] { $months } months
    }
    [one] a year{ $months ->
        [0] {""}
        [one] {" "}and a month
       *[other] {" "}and { $months } months
    }
   *[other] { $years } years{ $months ->
        [0] {""}
        [one] {" "}and a month
       *[other] {" "}and { $months } months
    }
}
stay-here-since = You have worked here since { $when }: { $long }.
stay-here-not = You do not work here as a professional.
stay-known = { $count ->
    [0] There is nobody yet with whom you sat at a table and who let that be remembered.
    [one] You know one person here from the coffee table.
   *[other] You know { $count } people here from the coffee table.
}
stay-known-how = Counted are people with whom you sat at a table and who said, as you did, that it may be remembered.
stay-sharing = Sharing with residents
stay-sharing-off = Nobody else sees your days.
stay-sharing-on = Until { $until } neighbours who are signed in see this:
stay-sharing-ends = After that it stops by itself. You can always stop sooner.
stay-shared = How often they were here
stay-shared-words = { $length ->
    [28] in the last four weeks
    [91] in the last three months
    [365] in the last year
   *[other] in the last { $length } days
} { $days ->
    [0] no day here
    [one] one day here
   *[other] { $days } days here
}
stay-share = Share with residents
stay-share-intro = Neighbours who are signed in then see how often you were here. Not where, not when, and not your own words. It moves along with the days, and stops on the day that you choose.
stay-share-button = Keep
stay-share-said = Kept.
form-day-kinds = What did you do?
form-day-own = In your own words
form-day-own-hint = One sentence. Only you read this.
form-share-days-period = What may residents see?
form-share-days-period-nobody = Nothing, it stays mine
form-share-days-period-weeks = How often, the past four weeks
form-share-days-period-season = How often, the past three months
form-share-days-period-year = How often, the past year
form-share-days-until = Until which day?
form-share-days-until-hint = A year at most. After that nobody sees it, until you say so again.
no-stay-kind_unknown = Choose what you did from the list.
no-stay-not_yet = This day has yet to come.
no-stay-too_long_ago = That is more than { $days } days ago.
no-stay-day_too_long = Say it in at most { $most } characters.
no-stay-share_unknown = Choose from the list what neighbours may see.
no-stay-share_until = Choose until which day: a day to come, within a year.
no-stay-there_already = This was there already.
no-stay-not_there = This was not there.
moment-stay-day_written = A professional wrote down a day of their own
moment-stay-days_shared = A professional chose what residents see of their days
promises-title = Promises
promises-intro = What institutions promised here, and since when it waits. Who promised it, and to whom, is known to the people it is about.
promises-mine = What you promised
promises-mine-none = You have no promise open now.
promises-fell = Of who does not work here any more
promises-with-me = Where you are part of it
promises-open = Still open
promises-open-too = Also still open in the neighbourhood
promises-none-too = Nothing else is open.
promises-over = Done lately
promises-none-title = Nothing is open
promises-none = Everything that was promised here and written down is done, or was honestly ended.
promises-all = All promises
promise-title = Promise
promise-to-all = To the whole neighbourhood
promise-to-me = To you
promise-to-resident = To a resident
promise-to-somebody = To somebody in the neighbourhood
promise-of = { $institution }, written down on { $since }
promise-by = By
promise-to = To
promise-where = Where
promise-since = Written down on
promise-due = Promised for { $when }
promise-late-late = Promised for { $when }, { $days ->
    [one] a day ago
   *[other] { $days } days ago
}
promise-late-long = Promised for { $when }, already { $days } days ago
promise-asked-since = { $days ->
    [0] Asked today: was this promised?
    [one] Asked for a day: was this promised? No answer yet
   *[other] Asked for { $days } days: was this promised? No answer yet
}
promise-state-kept = Done, on { $when }
promise-state-wont = Will not happen, said on { $when }
promise-state-denied = Not promised like this, the professional says
promise-words-theirs = What exactly was promised is read by the people it is about only.
promise-why = Why:
promise-asked-of = Asked to take it over: { $called }
promise-asked-by = { $called } asks whether you take this over
promise-question-asked = Did you promise this?
promise-question-open = Do you take this over?
promise-question-lead = Did somebody of your team promise this?
promise-fell = This promise waits for you
promise-fell-words = Whoever promised this does not work here any more or cannot come in here. Ask a colleague, take it over yourself, or say honestly that it will not happen.
promise-question-words = { $called } wrote down that you promised this. Yes: then it is your promise. No: then only { $called } sees that you said no.
promise-yes-asked = Yes, I promised that
promise-no-asked = No, not like this
promise-yes-open = Yes, I take it over
promise-no-open = No, I cannot do that
promise-yes-lead = Yes, that was promised
promise-no-lead = No, not like this
promise-yes-said = Thank you. The promise stands.
promise-no-said = Your answer is kept.
promise-kept = It is done
promise-kept-said = Good that it is done.
promise-reopen = Not yet
promise-reopen-words = Is it not done yet? Say so, and the promise is open again.
promise-reopened-said = The promise is open again.
promise-reopen-mine = Tapped too soon? Until { $day } you can say that it is not done yet after all.
promise-not-yet = Not yet after all
promise-after-all-words = Is it possible after all? Until { $day } you can say so. The explanation then goes, and the promise is open again.
promise-after-all = It will happen after all
promise-take-back = Take away what I wrote down
promise-taken-back = Taken away.
promise-make = Promise something
promise-make-intro = What you promise is your institution's promise too. It stays until it is done, or until you say honestly that it will not be.
promise-make-button = Promise
promise-make-done = Written down.
promise-said = Something was promised to me
promise-said-sign-in = Sign in and write down what was promised to you
promise-said-intro = Whoever you choose sees your name and what you write, and says yes or no. Others only see that something was asked.
promise-said-button = Write down
promise-said-done = Written down. It has been asked.
promise-pass = Ask a colleague
promise-pass-intro = It stays your promise until your colleague says yes.
promise-pass-button = Ask
promise-pass-done = Asked.
promise-pass-back = Do not ask after all
promise-pass-back-said = Taken back. Your colleague does not see the question any more.
promise-pass-none = No colleague of the same institution works here now.
promise-wont = This will not happen
promise-wont-intro = That may be, as long as it is said honestly. Write in plain words why. Whoever it was promised to reads it.
promise-wont-tell-them = That may be, as long as it is said honestly. You promised this to somebody who does not read along here. So tell them yourself first. Then write in plain words why.
promise-wont-button = Say it honestly
promise-wont-done = It has been said.
form-promise-what = What do you promise?
form-promise-what-hint = In a few words. Write nobody's name.
form-promise-to = To whom?
form-promise-to-all = To the whole neighbourhood: everybody reads it
form-promise-to-somebody = To somebody: I know who. Only I read it, and whoever takes it over from me later
form-promise-due = By which day?
form-promise-place = At which place?
form-promise-place-hint = Everybody sees this place.
form-promise-place-none = Nowhere in particular
form-said-who = Who promised it?
form-said-who-none = Choose somebody
form-said-what = What was promised?
form-said-what-hint = In a few words.
form-said-due = By which day?
form-said-due-hint = You do not remember? Choose a day that seems fair to you.
form-said-place = At which place?
form-said-place-hint = Everybody sees this place.
form-pass-who = Who takes it over?
form-wont-reason = Why not?
form-wont-told = I told it myself to whom I promised it (needed)
no-stay-promise_empty = What was promised? Write it in a few words.
no-stay-promise_too_long = Say it in at most { $most } characters.
no-stay-due_wrong = Choose a day to come, within two years.
no-stay-reason_missing = Write why not. That is only fair.
no-stay-reason_too_long = Say it in at most { $most } characters.
no-stay-tell_them_first = First tell it yourself to whom it was promised, and tick that. They do not read along here.
no-stay-no_work = You do not work here for an institution now. Ask whoever keeps the machine to write that down.
no-stay-not_here = This person does not work here now.
no-stay-no_colleague = Choose a colleague of the same institution who works here now.
no-stay-to_oneself = This is you.
no-stay-many_asked = You have { $most } questions open already. Talk about it at a table.
no-stay-nothing_asked = Nothing is asked here any more.
no-stay-said_yes_already = Somebody said yes to it already. Say yourself when it is done.
no-stay-moved_on = This promise has moved on already. Look at it again.
no-stay-undo_too_late = This was said more than { $days } days ago. Write down a new promise.
no-stay-has_it_already = This is this colleague's promise already.
no-stay-promise_gone = This promise is not there any more.
no-stay-place_gone = This place is not on the map (any more). Choose another place in the neighbourhood.
moment-stay-promised = A professional promised something
moment-stay-said_promised = A resident wrote down what was promised
moment-stay-promise_answered = A professional said whether something was promised
moment-stay-promise_taken_back = A resident took away what was written down
moment-stay-kept = A promise was kept
moment-stay-not_kept_yet = A promise was not kept yet, and is open again
moment-stay-asked_over = A colleague was asked to take a promise over
moment-stay-asked_no_more = A colleague is not asked to take a promise over any more
moment-stay-passed_on = A promise has a new owner, who said yes
moment-stay-not_taken_over = A colleague could not take a promise over
moment-stay-wont_happen = Honestly said: a promise will not be kept
moment-stay-happens_after_all = A promise will happen after all, and is open again
moment-stay-leads = It was written down who leads a team
leave-title = I am leaving here
leave-them = When is { $called } leaving here?
leave-intro = Say on which day you work here last. Then pass on what you do here: what you promised, whom you introduce, a walk with who comes after you. Only who leads your team and who comes after you see it.
leave-them-intro = Mind: with { $called } the ties go that grew here. Talk about it together before you choose a day.
leave-them-ties = { $called } knows { $count } people here from the coffee table. Those ties go along. Talk about it together before you choose a day.
leave-button = Keep the day
leave-said = Kept. Now pass on what you do here.
leave-them-said = Kept. Your colleague reads it on Today and says whether it is so.
form-leave-last_day = What is the last day?
leaving-title = Passing it on well
leaving-intro = Who passes on well drops nothing: promises, people, the way through the neighbourhood.
leaving-line-leaves = Your last day here is { $day }
leaving-line-leads = The last day of { $called } is { $day }
leaving-line-follows = You come after { $called }, who stays until { $day }
leaving-early = Gone before the neighbourhood knows { $called } well
leaving-early-words = After { $long } somebody leaves who is just getting to know the neighbourhood; that takes a year and a half. That says something about the institution, not about this person. Can it be otherwise? If not, see that who follows begins in time.
leaving-early-team = { $called } leaves within a year and a half. It takes that long to get to know the neighbourhood. That says something about the institution, not about { $called }.
leaving-change-day = Choose another last day
leaving-asked-title = Is this last day right?
leaving-asked = Whoever leads your team wrote down that { $day } is your last day here. Is that not so? Say it: then the day does not hold, and you talk about it together. If you say nothing, the day holds.
leaving-asked-yes = Yes, that is right
leaving-asked-no = No, that is not so
leaving-asked-yes-said = Kept. Now pass on what you do here.
leaving-asked-no-said = Kept. The day does not hold. Whoever leads your team reads so.
leaving-asked-waits = { $called } did not say yet whether this is so.
leaving-not-so = { $called } says that this last day is not right
leaving-not-so-words = So { $day } does not hold. Talk about it together. Then you can write down another day, or take this away.
leaving-take-away = Take this away
leaving-promises = What is still open
leaving-open = { $count ->
    [0] No promise is open any more.
    [one] One promise is still open.
   *[other] { $count } promises are still open.
}
leaving-open-how = Each promise has a new owner who says yes, is done, or it is said honestly that it will not happen.
leaving-over = Who comes after
leaving-successor = Who comes after?
leaving-successor-none = Not known yet
leaving-successor-leaves = { $called } may not be here then. Talk with whoever leads your team.
leaving-successor-until = { $called } works here only until { $day }. Choose somebody else together.
leaving-successor-gone = { $called } does not work here any more. Choose somebody else together.
leaving-walk = Through the neighbourhood together
leaving-walk-on = Agreed on { $day }
leaving-walk-done = Walked, on { $day }
leaving-walk-none = Not agreed yet
leaving-introduced = Introduced
leaving-introduced-of = { $introduced } of { $people } people
leaving-no-names = Numbers only. Who they are, whoever leaves keeps on a slip of paper.
leaving-errands = Coffee still to drink
leaving-errands-leaves = Go there still, or choose ‘Not after all’: then a colleague can go. After your last day the street is free by itself.
leaving-errands-leads = { $called } was going here. After the last day a colleague can take it over.
leaving-errands-follows = { $called } was going here. After the last day you can take it over.
leaving-plan = Write down who comes after
leaving-plan-intro = Choose who comes after, and a day to walk together: when one is here already, and the other still is.
leaving-plan-button = Keep
leaving-plan-said = Kept.
leaving-walked-ask = Did you walk together?
leaving-walked = Yes, we walked together
leaving-walked-said = Good. So the neighbourhood gets to know you.
leaving-complete-title = Done?
leaving-complete-words = You can close once each promise has a new owner, is done, or was given an honest word. Until the last day you can still change everything.
leaving-not-yet = { $count ->
    [one] Not yet: one promise waits for an owner or an honest word.
   *[other] Not yet: { $count } promises wait for an owner or an honest word.
}
leaving-complete = Close the passing on
leaving-close-left = Each promise has an owner or was given an honest word. This is not done yet:
leaving-close-all = Each promise has an owner or was given an honest word, everybody was introduced, and you walked together.
leaving-close-button = Close
form-close-known = I know that this is not done, and close all the same (tick this)
leaving-left-follows = Who comes after is not known yet.
leaving-left-walk = That you walked together, who comes after did not say yet.
leaving-left-people = { $count ->
    [one] One person was not introduced yet.
   *[other] { $count } people were not introduced yet.
}
leaving-left-now = Not done yet:
leaving-done-title = The passing on is closed
leaving-done-words = Closed on { $day }: each promise is done, has a new owner, or was given an honest word. Thank you.
leaving-done-until = If a promise comes up, it opens again by itself. Until the last day you can still change everything.
leaving-done-said = The passing on is closed. Thank you.
leaving-stay-leaves = I am staying after all
leaving-stay-leads = { $called } stays after all
leaving-stay-ask-leaves = Are you staying after all?
leaving-stay-ask-leads = Is { $called } staying after all?
leaving-stay-words-leaves = The last day is taken away, and so is what stands about who comes after. The promises stay.
leaving-stay-words-leads = With this you take somebody else's leaving away: the last day, and what stands about who comes after. Talk about it together first.
leaving-stay-yes-leaves = Yes, I am staying
leaving-stay-yes-leads = Yes, { $called } is staying
leaving-stays-said = Kept. The last day was taken away.
ask-keep = No, leave it as it is
form-over-successor = Who comes after?
form-over-successor-none = Not known yet
form-over-walk_on = On which day through the neighbourhood together?
form-over-people = How many people are introduced?
form-over-people-hint = A number. The names stand nowhere.
form-over-introduced = How many were introduced already?
team-title = My team
today-here = Your work here
today-team-late = { $count ->
    [one] One promise of your team is later than promised.
   *[other] { $count } promises of your team are later than promised.
}
team-intro = Who works here, since when, and what is open. What somebody does by the day is their own and does not stand here.
team-none-title = You lead no team here
team-none = This page is for who leads a team.
team-since = Here since { $when }: { $long }
team-ties = Knows { $count } people from the coffee table
team-ties-few = How many people { $called } knows from the coffee table stands here from five up.
team-promises = { $count ->
    [0] No promise open.
    [one] One promise open.
   *[other] { $count } promises open.
}
team-late = { $count ->
    [one] One is later than promised.
   *[other] { $count } are later than promised.
}
team-leave = Say when { $called } leaves
team-away = { $called } cannot do anything here now: the role has ended. What { $called } promised waits for you. Does { $called } still work here? Ask the board for another year. If not, say which day was the last.
team-role-ends = The role of { $called } lasts until { $day }. Ask the board for another year, or say when { $called } leaves.
today-fell = { $count ->
    [one] One promise waits for you
   *[other] { $count } promises wait for you
}
team-left = { $called } is gone, and not everything was passed on yet
no-stay-last_day_wrong = Choose a day to come, within two years.
no-stay-left_already = This is closed already.
no-stay-leaving_gone = This last day is not there any more.
no-stay-left_unsaid = Tick that you know what is not done yet. You may close, as long as it is said honestly.
no-stay-said_not_so = This last day is not right, says whom it is about. Talk about it together first.
no-stay-walk_with_whom = First choose who comes after.
no-stay-walk_needs_both = Choose a day on which both are here.
no-stay-introductions = At most as many are introduced as there are to introduce, and no more than { $most }.
no-stay-no_walk = There is no walk to tick off now.
no-stay-promises_open = Promises are still open: { $count }. Each has a new owner, or an honest ‘this will not happen’.
moment-stay-leaves = A professional said when the last day here is
moment-stay-leaving_answered = A professional said whether the last day is right
moment-stay-stays_on = A professional stays after all
moment-stay-hand_over_planned = A professional wrote down who comes after
moment-stay-walked = Two professionals walked through the neighbourhood together
moment-stay-left_well = A professional passed on what they did, and each promise has an owner or an honest word
