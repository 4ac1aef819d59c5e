no-cli-which_neighbourhood = Which neighbourhood? Give --neighbourhood with one of these names: { $names }
no-cli-no_such_neighbourhood = There is no neighbourhood called “{ $name }”.
no-cli-no_such_person = Nobody has an account with { $mail }.
no-cli-no_such_day = “{ $day }” is not a day; write a day as 2026-11-24.
no-cli-no_such_street = No street here is called “{ $name }”.
no-cli-no_plan_yet = There is no plan for { $day } yet. Make it with: vuurtoren response night --date { $day }
no-cli-database = The database cannot do this now: { $why }
no-cli-file = { $file }: { $why }
