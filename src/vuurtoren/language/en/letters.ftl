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
letter-waits-hosting = { $count ->
    [one] Somebody asks whether you will be the host of a table.
   *[other] { $count } times somebody asks whether you will be the host of a table.
}
letter-waits-claims = { $count ->
    [one] A neighbour says that they sat at your table too. Is that so?
   *[other] { $count } neighbours say that they sat at your table too. Is that so?
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
    [one] The city asks you something about a street where you live or that you carry.
   *[other] The city asks you { $count } things about streets where you live or that you carry.
}
letter-waits-city = { $count ->
    [one] Neighbours ask the city something.
   *[other] Neighbours ask the city { $count } things.
}
letter-waits-words = { $count ->
    [one] There are words of an institution that need a yes.
   *[other] { $count } times there are words of an institution that need a yes.
}
letter-waits-comes_back = { $count ->
    [one] Neighbours and the city look back on one agreement now.
   *[other] Neighbours and the city look back on { $count } agreements now.
}
letter-waits-write = { $count ->
    [one] A neighbour would like to write along on a challenge of yours.
   *[other] On { $count } challenges a neighbour would like to write along with you.
}
letter-waits-invited = { $count ->
    [one] A neighbour asks whether you come for coffee.
   *[other] { $count } times a neighbour asks whether you come for coffee.
}
letter-waits-to_ask = { $count ->
    [one] There is a question that you bring to somebody without an account.
   *[other] There are questions that you bring to { $count } people without an account.
}
letter-waits-on_paper = { $count ->
    [one] There is a question about a gift of yours. Whoever brings this letter tells you more.
   *[other] There are { $count } questions about gifts of yours. Whoever brings this letter tells you more.
}
letter-waits-lessons = { $count ->
    [one] May what you learned stand in public? Say yes or not yet.
   *[other] May what you learned stand in public? Say yes or not yet, { $count } times.
}
letter-waits-principles = { $count ->
    [one] There is a question about a principle of the neighbourhood.
   *[other] There are { $count } questions about principles of the neighbourhood.
}
letter-waits-agreed = { $count ->
    [one] A proposal about what the neighbourhood agreed waits for a second yes.
   *[other] { $count } proposals about what the neighbourhood agreed wait for a second yes.
}
letter-waits-roles = { $count ->
    [one] A role in the neighbourhood waits for a second yes.
   *[other] { $count } roles in the neighbourhood wait for a second yes.
}
letter-waits-questions = { $count ->
    [one] One question of an initiative waits for your answer.
   *[other] { $count } questions of initiatives wait for your answer.
}
letter-waits-last_day = Is your last day right? One tap is enough.
letter-waits-leavings = { $count ->
    [one] Somebody leaves. On Today it says what is still to be handed over.
   *[other] { $count } times somebody leaves. On Today it says what is still to be handed over.
}
letter-waits-promises = { $count ->
    [one] There is a question about a promise.
   *[other] There are { $count } questions about promises.
}
letter-waits-fell = { $count ->
    [one] One promise of your institution looks for a new owner.
   *[other] { $count } promises of your institution look for a new owner.
}
letter-waits-promised = { $count ->
    [one] One promise of yours is open.
   *[other] { $count } promises of yours are open.
}
letter-waits-late = { $count ->
    [one] The day of one promise of yours is past. Let them know how it stands.
   *[other] The day of { $count } promises of yours is past. Let them know how it stands.
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
