no-cli-no_neighbourhood_yet = There are no streets yet. Begin with: vuurtoren places import FILE --neighbourhood NAME
no-cli-which_neighbourhood = Which neighbourhood? Give --neighbourhood with one of these names: { $names }
no-cli-no_such_neighbourhood = There is no neighbourhood called “{ $name }”.
no-cli-no_such_institution = No institution here is called { $name }.
no-cli-no_such_person = Nobody has an account with { $mail }. Begin with vuurtoren serve, choose I am new, fill in the code that comes in this window, and say what you are called.
no-cli-no_such_day = “{ $day }” is not a day; write a day as 2026-11-24.
no-cli-no_such_street = No street here is called “{ $name }”.
no-cli-no_plan_yet = There is no plan for { $day } yet. Make it with: vuurtoren response night --date { $day }
no-cli-older_tables = The database is of an older version. Make a copy and then run: vuurtoren prepare
no-cli-database = The database cannot do this now: { $why }
no-cli-file = { $file }: { $why }
no-cli-option_out_of_range = { $option } is a number from { $least } to { $most }.
no-cli-too_many_streets = { $file } has { $count } streets; a backtest takes { $most } at most.
no-cli-no_such_crew = No crew here is called “{ $name }”. There are: { $names }.
no-cli-no_such_choice = { $option } cannot be “{ $value }”. Choose one of: { $choices }.
no-cli-option_at_least = { $option } is a whole number, { $least } or more.
no-cli-option_number = { $option } is a number, such as 240.
no-cli-option_wrong = What was given with { $option } is not right. See: --help
no-cli-no_such_option = The option { $option } is not known here. There are: { $options }.
no-cli-missing = { $what } is missing. See: { $command } --help
no-cli-needs_value = A value must follow { $option }.
no-cli-takes_no_value = No value can follow { $option }.
no-cli-no_such_command = This command is not known. After “{ $command }” comes one of: { $commands }.
no-cli-word_too_many = There are too many words here. Put a name of more than one word between quotes, or see: { $command } --help
no-cli-not_understood = This was not understood: { $why }
no-cli-no_file = { $file }: there is no such file.
no-cli-folder = { $file }: this is a folder, not a file.
no-cli-closed_file = { $file }: this file may not be read here.
no-cli-which_street = More than one street has “{ $name }” in its name: { $names }. Write the whole name.
no-cli-no_crew_at_all = No crew works here yet. Add one with: vuurtoren response crew NAME --street STREET --minutes 240

cli-first-time = First time here: making the tables …
cli-stage = { $share } { $stage }
cli-asking = Asking { $host } …
cli-imported = { $neighbourhood }: { $segments ->
    [one] one piece of street was read
   *[other] { $segments } pieces of street were read
}. That makes { $streets ->
    [one] one street
   *[other] { $streets } streets
} with a name and { $unnamed ->
    [one] one
   *[other] { $unnamed }
} without, { $km } km together. { $changed ->
    [0] Nothing changed.
    [one] One of them is new or changed.
   *[other] { $changed } of them are new or changed.
}
cli-agreed = { $neighbourhood }: this is agreed. The average is { $goal }. No street stays worse than { $floor } for more than { $steps ->
    [one] one day
   *[other] { $steps } days
}. { $aim ->
    [least] The crews reach that average with as few minutes as possible.
   *[best] The crews make it as clean as their minutes allow.
} The plan looks { $horizon } days ahead. It holds from the next night.
cli-crew = { $neighbourhood }: from the next night on { $crew } works { $minutes } minutes a day here, { $mode ->
    [cart] with a cart
   *[walk] on foot
}, beginning at { $street }.
cli-crew-ended = { $neighbourhood }: { $crew } stops here from the next night.
cli-crew-renamed = { $crew } is called { $to } from now on.
cli-observed = { $file }: { $rows ->
    [one] one row was read
   *[other] { $rows } rows were read
}, { $new ->
    [0] and none of it is new
    [one] of which one is new
   *[other] of which { $new } are new
}.
cli-night-done = { $day }: { $places ->
    [one] one street was estimated
   *[other] { $places } streets were estimated
}.
cli-night-plan = { $streets ->
    [0] No street is
    [one] One street is
   *[other] { $streets } streets are
} on the plan, for { $crews ->
    [one] one crew
   *[other] { $crews } crews
}: { $minutes } of { $shift_minutes } minutes.
cli-night-plan-no-crew = { $streets ->
    [0] No street is
    [one] One street is
   *[other] { $streets } streets are
} on the plan, { $minutes } minutes of work, and there is no crew yet.
cli-night-waiting = { $count ->
    [one] One street of these waits
   *[other] { $count } streets of these wait
} for a crew that has time.
cli-night-later = { $count ->
    [one] One street is too dirty and has its turn later.
   *[other] { $count } streets are too dirty and have their turn later.
}
cli-gap = The best plan there can be is at most { $gap } better.
cli-nothing-agreed = Nothing was agreed yet, so the night reckons with an average of { $goal }, and with too dirty when it is worse than { $floor }. Agree it with: vuurtoren response agree --goal { $goal } --floor { $floor }
cli-no-crew = No crew works here yet, so nobody has these rounds. Add one with: vuurtoren response crew NAME --street STREET --minutes 240
cli-plan-title = { $neighbourhood }: the plan of { $day }
cli-plan-total = { $count ->
    [one] One street
   *[other] { $count } streets
}, { $minutes } minutes.
cli-plan-crew = { $crew }: { $streets ->
    [one] one street
   *[other] { $streets } streets
}, { $minutes } of { $shift_minutes } minutes, of which { $way } on the way
cli-plan-crew-free = { $crew }: no streets, 0 of { $shift_minutes } minutes
cli-plan-no-crew = No crew yet: { $count ->
    [one] one street
   *[other] { $count } streets
}, { $minutes } minutes
cli-plan-line = { $minutes } min, expected grade { $grade }
cli-initiatives-none = { $neighbourhood }: nothing yet.
cli-debt = { $institution }: { $waiting } waiting, { $late } past their date, { $days } days together
cli-debt-none = { $neighbourhood }: no question waits.
cli-tools = { $neighbourhood }: grabbers and bags lie at { $address }. It shows after somebody took up a street.
cli-link = With this link { $name } comes into { $neighbourhood }, once, within ten minutes:
cli-work = { $mail } works here for { $institution }.
cli-term = From now on { $institution } answers a challenge within { $weeks } weeks.
cli-work-leads = { $mail } works here for { $institution } and leads the team.
cli-role = { $mail } is { $role } in { $neighbourhood } from now on, for a year.
cli-journal-whole = { $neighbourhood }: { $moments ->
    [one] one moment
   *[other] { $moments } moments
}, and the chain is whole.
cli-journal-broken = { $neighbourhood }: row { $row } is broken; { $whole ->
    [one] the one row
   *[other] the { $whole } rows
} before it { $whole ->
    [one] is
   *[other] are
} whole.
cli-journal-none = There is no journal yet.
cli-prepared = The tables and the files of the pages are up to date.
cli-serving = Vuurtoren is at { $address } (Ctrl+C stops it).
cli-come-in = Come in as (each link works once, for ten minutes):
cli-come-in-as = { "  " }{ $name } ({ $roles }): { $link }
cli-new-link = A new link: .venv/bin/vuurtoren people link MAIL
cli-demo-there = The demo neighbourhood is there already.
cli-demo-streets = { $name }: { $count } streets and other places.
cli-demo-people = { $count } invented people; now { $days } days of life …
cli-demo-week = { "  " }week { $week } of { $weeks }
cli-demo-done = The demo neighbourhood is filled. See it with: vuurtoren serve --links
cli-trying = { $way }, seed { $seed }: { $share }
cli-way-fixed = Fixed rounds
cli-way-complaints = Going where people complain
cli-way-all_or_nothing = Everything, then nothing
cli-way-responsive = Following what residents carry
cli-way-all_known = If nothing were hidden
cli-way-equal_quality = Minutes for an equal average
cli-tried-grades = Grades are told as 5 = A+ to 1 = D.
cli-tried = { $way }: { $minutes } minutes a day, mean grade { $mean }, worst tenth of the streets { $worst }; too dirty { $below } of the time.
cli-tried-ratio = For the mean grade of fixed rounds the city that follows needs { $share } of their minutes.
cli-tried-more = For the mean grade of fixed rounds the city that follows needs more than twice their minutes.
cli-bench-compiling = Compiling the loops …
cli-bench-night = Estimate and plan of { $streets } streets …
cli-bench-no-rival = OR-tools is not here, so nothing stands beside it. This brings it: script/setup bench
cli-bench-rival = GLOP on { $visits } visits …
cli-bench-rounds = Rounds along { $stops } stops …
cli-bench-longer = PyVRP’s own settings, for { $seconds } seconds …
cli-bench-done = { $streets } streets: estimate { $estimate } s, plan { $plan } s, at most { $mb } MB of memory; the best plan there can be is at most { $gap } better.
cli-bench-beside = One budget of minutes: { $own } s here, { $seconds } s with { $name }; that is { $times } times as fast.
cli-bench-routes = Rounds along { $stops } stops: { $seconds } s, and { $more } more minutes on the way than PyVRP finds in ten times the time.
cli-weave-town = { $people } invented residents get a proposal for coffee …
cli-weave-round = { $way }, round { $round } …
cli-weave-way-woven = Weaving
cli-weave-way-raffle = A draw among all
cli-weave-way-random = Chance among who share something
cli-weave-way-nearest = Who lives nearest
cli-weave-done = { $people } residents asked for coffee: { $seconds } s, at most { $mb } MB of memory. { $twos } twos and { $threes } threes; { $left ->
    [0] nobody was left over
    [one] one resident was left over
   *[other] { $left } residents were left over
  }.
cli-weave-rounds = How four ways do in { $rounds } rounds:
cli-weave-way = { $way }: { $bridges } bridges between streets; of the new pairs { $sharing } share something. Over: { $left } times somebody; twice in a row: { $twice }, of which while there was somebody for them: { $somebody }. Pairs that had a tie or a proposal already or share no language: { $needless }.
cli-slides-looked = { $neighbourhood }: it was looked in the journal what slides. Whom it is about reads it on their own pages; it does not stand here.
cli-slides-tried = { $done } of { $of } invented neighbourhoods looked at …
cli-slides-done = { $histories } invented neighbourhoods of thirty months, looked at every month: { $seconds } s.
cli-slides-way-ours = Looking at what changes
cli-slides-way-limit = A fixed limit
cli-slides-way = { $way }: of the signals { $precision } are right; of what slid { $recall } was seen, half of it within { $days } days.
cli-slides-kind-takes = another decides more and more
cli-slides-kind-same = the same person decides
cli-slides-kind-unasked = nobody is asked any more
cli-slides-kind-habit = emergencies become a habit
cli-slides-kind-silence = answers stay away
cli-slides-kind = { "  " }{ $kind }: right { $precision }, seen { $recall }
no-cli-port_taken = Something runs on port { $port } already. Choose another one with PORT=, or stop what runs there.
cli-letters-on = { $count } letters …
cli-letters = Letters of the week of { $week }: { $sent } sent, { $before } before.{ $unsure ->
    [0] {""}
   *[other] {" "}Of { $unsure } it is not certain that they arrived, since the machine stopped then; they do not go again.
}
