quiet-title = Drink coffee here first
quiet-intro = In these streets we know of no table, no gift and nobody who carries yet. That says nothing about the street: nobody has been there. Sit down, drink coffee, and ask what matters to people.
quiet-goes = { $called } goes there on { $day }
quiet-mine = Drinking coffee in { $street }: { $day }
quiet-goes-mine = You go there on { $day }
quiet-other-day = Another day
quiet-set = Set a coffee table there
quiet-set-words = Whoever works here for an institution goes there. Do you know somebody there, or do you want to sit there yourself? Set a coffee table there: then the street is off the list.
quiet-go = I go there
quiet-go-title = Drinking coffee in { $street }
quiet-go-intro = Without an agenda and with time. Choose a day; another day can be chosen later.
quiet-go-button = Put it on the list
quiet-go-said = Written down. Enjoy it.
quiet-done = I was there
quiet-done-said = Written down. What you heard stays there.
quiet-drop = Not after all
quiet-drop-said = Taken off. A colleague can go now.
quiet-none-title = There is somebody everywhere
quiet-none = In every street we know of a table, a gift or somebody who carries.
form-errand-on = On which day?
letter-waits-errand = { $count ->
    [one] You were going to drink coffee in a street where we know nobody yet, and that day has come. Were you there?
   *[other] You were going to drink coffee in { $count } streets where we know nobody yet, and those days have come. Were you there?
}
letter-waits-gifts = { $count ->
    [one] There is a question about a gift.
   *[other] There are { $count } questions about gifts.
}
no-reflection-errand_when = Choose a day to come, within { $days } days.
no-reflection-errand_taken = A colleague goes there already.
no-reflection-errand_gone = This is not on the list any more.
no-reflection-errand_street_gone = This street is not on the map any more.
moment-reflection-errand_taken = Somebody of an institution goes to drink coffee in a street
moment-reflection-errand_done = Somebody of an institution drank coffee in a street
moment-reflection-errand_dropped = Somebody of an institution does not go to a street after all
