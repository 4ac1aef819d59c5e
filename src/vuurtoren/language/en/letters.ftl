letter-title = This week's letter
letter-dear = Dear { $called },
letter-week = The letter from { $name } of the week of { $day }
letter-happened = What happened
letter-happened-none = Nothing to count yet. It begins with coffee.
letter-near = What is near
letter-near-none = There is no coffee table this week. Feel free to set one.
letter-waits = What waits for you
letter-waits-none = Nothing. Lovely.
letter-light = What it is about: ‘{ $line }’
letter-rounds = Neighbours did { $rounds } rounds last week and picked up { $bags } bags of litter. Thank you.
letter-met = Last week neighbours sat together at a table { $count } times.
letter-ties = { $count } times two neighbours know each other.
letter-average = The neighbourhood is { $grade } on average. In seven days the city worked here for { $minutes } minutes.
letter-coffee = Coffee on { $day } at { $time }: { $place }
letter-learning = Learning table on { $day } at { $time }: { $place }
letter-coffee-moved = Coffee on { $day } at { $time } (this time instead of { $usual }): { $place }
letter-coffee-off = On { $day } there is no coffee this time: { $place }
letter-learning-moved = Learning table on { $day } at { $time } (this time instead of { $usual }): { $place }
letter-learning-off = On { $day } there is no learning table this time: { $place }
letter-city = The city in { $street }: { $next }
letter-waits-met = { $count ->
    [one] Somebody asks whether it may be remembered that you sat at a table.
   *[other] { $count } times somebody asks whether it may be remembered that you sat at a table.
}
letter-waits-ties = { $count ->
    [one] Somebody asks whether it may be remembered that you know each other.
   *[other] { $count } people ask whether it may be remembered that you know each other.
}
letter-waits-look_again = { $count ->
    [one] A learning table of yours looks again.
   *[other] { $count } learning tables of yours look again.
}
letter-waits-care = { $count ->
    [one] The city asks you something about a street that you carry.
   *[other] The city asks you { $count } things about streets that you carry.
}
letter-end = See you at the table.
letter-mail = By mail
letter-mail-yes = You get this letter by mail every week. We send no other mail.
letter-mail-no = You do not get this letter by mail. You can read it here.
letter-mail-stop = No letter by mail
letter-mail-start = Send the letter by mail
letter-yes-said = You get the letter by mail every week.
letter-no-said = You get no more letters by mail.
letter-paper = Letters on paper
letter-paper-intro = For those without an account whom you wrote down. Print them and bring them: that is a visit as well.
letter-paper-none-title = Nobody on paper yet
letter-paper-none = Under Us, write down somebody without a phone, with a yes on paper.
letter-subject = The letter of the week from { $name }
letter-answer = Answer here: { $address }
letter-stop = No more letters? Choose that here: { $address }
moment-reflection-letters_went = The letters of the week were sent
moment-reflection-chose_letter = Somebody chose whether the letter comes by mail
letter-waits-slides = On Today there is something that only you read. One tap is enough, and every answer is fine.
letter-waits-nudges = On Today there is something about your nudges. Only you read it, and every answer is fine.
