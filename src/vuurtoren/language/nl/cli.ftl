no-cli-which_neighbourhood = Welke wijk? Geef --neighbourhood met een van deze namen: { $names }
no-cli-no_such_neighbourhood = Er is geen wijk die “{ $name }” heet.
no-cli-no_such_person = Niemand heeft een account met { $mail }.
no-cli-no_such_day = “{ $day }” is geen dag; schrijf een dag als 2026-11-24.
no-cli-no_such_street = Geen straat hier heet “{ $name }”.
no-cli-no_plan_yet = Voor { $day } is er nog geen plan. Maak het met: vuurtoren response night --date { $day }
no-cli-database = De database kan dit nu niet: { $why }
no-cli-file = { $file }: { $why }
