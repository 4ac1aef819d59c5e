# Other tasks than picking litter: green, square, playground, clubhouse, children's afternoon, bar rota, and what a neighbourhood adds.
no-care-kind_not_here = This task does not fit this place. Choose another place or another task.
no-care-excluded = By law neighbours cannot take over this task. Helping is fine.
no-care-stop_of_kind = This task has no grade. Say after how many missed rounds the city helps.
no-care-amount = How much was it? Fill in { $least } to { $most }.
no-care-kinds_no_list = There is no list of tasks in the file. It is a JSON list of 1 to { $most } tasks.
no-care-kinds_no_json = This file is no JSON: { $why }.
no-care-kinds_twice = The task { $kind } is in it twice.
no-care-kind_no_code = Task number { $number } has no code.
no-care-kind_code = { $kind }: a code is short and has small letters, digits and hyphens, such as childrens-afternoon.
no-care-kind_misses = { $kind }: { $field } is missing.
no-care-kind_unknown = { $kind }: we do not know { $field }.
no-care-kind_value = { $kind }: what is said at { $field } is not possible.
no-care-kind_languages = { $kind }: { $field } needs words in every language, and in no other: { $languages }.
no-care-kind_words = { $kind }: write { $field } on one line, with 1 to { $most } characters.
no-care-kind_choices = { $kind }: choose { $field } from { $choices }.
no-care-kind_number = { $kind }: fill in a whole number from { $least } to { $most } at { $field }.
no-care-kind_season = { $kind }: a season is two months, from and until, such as [4, 10].
moment-care-kinds_put = Tasks were added or changed
moment-care-joined-task = Somebody joined in here
moment-care-round_logged-task = A round was done
moment-care-challenged-task = Residents ask for this task
moment-care-offered-task = The city asks residents if they want to carry this task
moment-of-task = { $task }: { $said }

task-other = Another task
task-others = Other tasks here
task-others-none = Neighbours do no other task here yet.
task-others-free = What can be done here too
task-others-free-words = Do you feel like it? You can start at once. Nobody has to say yes.
task-nobody-yet = Nobody does this here now. You can be the first.
task-neighbours = Neighbours do this here themselves.
task-who = Who carries this task?
task-who-nobody = No neighbour does this here now. Do you feel like it?
task-who-some = Neighbours do this here.
task-join-intro = You can join in at once. Nobody has to say yes, and you can stop at any moment.
task-round = I did it
task-round-thanks = Written down. Thank you!
task-my-round = You did this { $when }: { $minutes } minutes, { $amount } { $unit }. Thank you!
task-give-back-intro = You can always stop. You need not say why. What the city does here itself, it goes on doing.
task-give-back-intro-none = You can always stop. You need not say why. The city does not do this itself: it happens when neighbours do it, and skipping is fine.
task-next-when-words = Whenever you like. A small part is a lot already.
task-next-when-day = A good moment for the next time: { $when }.
task-arrange-intro = Less often or more often, alone or with more: say how it suits you.
task-next-what = What you need, you ask { $team }.
task-agreement-ask = We want to carry this task ourselves
task-agreement-back = Ask residents whether the city may join in here again
task-agreement-more = We want more room of our own, or longer
task-agreement-other = We want to agree otherwise, or longer
task-agreement-offer = Ask residents if they want to carry this task
task-agreement-draft-intro-residents = You ask the city to carry this task here yourselves. The city then stops its own rounds, if both sides say yes. Giving back is always possible.
task-agreement-draft-intro-residents-none = You ask the city to stand behind you when you carry this here yourselves. The city does not do this itself now. You may always give it back.
task-agreement-draft-intro-worker = You ask residents if they want to carry this task here. If they say nothing, the city goes on doing what it did. Saying no costs nothing.
task-excluded = By law neighbours cannot take over this task. Helping is fine.
task-missed = { $rounds ->
    [one] One round was skipped. That is fine.
   *[other] { $rounds } rounds in a row were skipped. That is fine.
} You can also ask the city for help.
task-ask-first = Ask the neighbours if the city may help this week
task-no-moments = Nothing is written down here yet.
task-city-days = { $days ->
    [1] The city does this here itself, every day.
    [7] The city does this here itself, at least every week.
    [14] The city does this here itself, at least every two weeks.
    [28] The city does this here itself, at least every four weeks.
   *[other] The city does this here itself, at least every { $days } days.
} That stays so, whether neighbours join in or not.
task-city-none = The city does not do this itself. It happens when neighbours do it, and skipping is fine.
task-city-held = Neighbours hold this. The city comes when they ask. If they give it back, the city at once does again what it did.
task-city-stops = The city said that it does this here no more. As long as nobody takes it over, it stays its task. You do not have to do anything.
task-city-less = The city said that it does less of this here. As long as nobody takes it over, it stays its task. You do not have to do anything.
task-city-comes = Neighbours hold this. The city comes to help this week, as was asked or agreed.
today-help-question-task = { $street }, { $task }: more rounds were skipped than agreed. That is fine. Shall the city help this week?
agreement-stop-missed = Were { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
} in a row skipped? { $then }.
form-agreement-missed = After how many skipped rounds does the city help?
form-agreement-missed-hint = Skipping is fine. This only says when the city asks something.
form-round-amount = How many { $unit }?
rhythm-two_weeks = Every two weeks
rhythm-monthly = Every month
rhythm-in_season = In season, every two weeks
cli-kinds = { $added ->
    [0] No task was added
    [one] One task was added
   *[other] { $added } tasks were added
}, { $changed ->
    [0] and nothing was changed.
    [one] and one task was changed.
   *[other] and { $changed } tasks were changed.
}
cli-help-care-kinds = Put in kinds of task from a file; a new kind works on every page at once.
cli-help-care-kinds-file = A JSON file with a list of tasks; docs/neighbours says what is in it.

# The day on which the city comes itself, for another task than picking litter.
coming-title = Say when the city comes
coming-intro = Name the day on which the city does this here itself. Everybody reads that day at this task. Another day can be chosen later.
coming-button = Put the day there
coming-said = The day stands at this task. Everybody can read it.
coming-came = The city was there
coming-came-said = Written down. Thank you.
coming-other-day = Another day
coming-not = The city does not come after all
coming-not-said = The day is gone. What the city always does here, it goes on doing.
coming-way-ask-words = The neighbours get the question: shall the city help this week? If they say yes, you can name a day in that week.
coming-way-leave-words = Nothing changes. The neighbours look after it.
coming-emergency-button = Report it and put the day there
form-coming-on = On which day?
form-coming-kind = What is going on?
form-coming-until = Up to and with which day?
form-coming-until-hint = At most a week. Then it ends by itself.
task-city-on = The city comes on { $day }.
task-city-late = The city was to come on { $day }. It did not say yet whether it was there.
task-city-came = The city was here last on { $day }.
no-care-coming_too_far = Choose a day from today to three months ahead.
no-care-not_that_day_yet = That day is still to come. Did the city come earlier? Then choose today as the day first.
no-care-coming_over = There is no day here any more.
no-care-litter_has_a_plan = For litter the city makes a plan every night. Put the street on that plan.
moment-care-comes = The city said on which day it comes itself
moment-care-came = The city itself was there
moment-care-comes_not = The city does not come on the day it named after all
