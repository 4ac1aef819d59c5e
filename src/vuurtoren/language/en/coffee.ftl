coffee-title = Coffee with somebody new
coffee-intro = Would you like to get to know a neighbour? Say what you love. Once a week the neighbourhood finds two or three people who love the same and do not know each other yet. You decide yourselves.
coffee-wish = What do you love?
coffee-wish-button = Find somebody for me
coffee-wish-again = Keep
coffee-wish-said = Written down. As soon as there is somebody it is on Today.
coffee-soon = There is nobody yet. Once a week we look again, and whoever waited goes first.
coffee-no-more = Find nobody for me any more
coffee-no-more-words = What you agreed already stays: who said yes together with you still sees how to reach you, for as long as that coffee is here (half a year).
coffee-no-more-said = Nobody is looked for any more.
coffee-with = { $people ->
    [one] Coffee with a neighbour?
   *[other] Coffee with { $people } neighbours?
}
coffee-why = { $people ->
    [one] Like you, a neighbour loves this: { $love }.
   *[other] Like you, { $people } neighbours love this: { $love }.
}
coffee-across = { $people ->
    [one] They live in another street.
   *[other] You do not all live in the same street.
}
coffee-yes = Yes, lovely
coffee-no = Rather not
coffee-yes-said = Good. As soon as everybody says yes you see who it is.
coffee-no-said = All right. The other does not hear that it was you.
coffee-waits = You said yes. The other has not answered yet.
coffee-together = You all said yes. Arrange something together:
love-cooking = Cooking
love-baking = Baking
love-gardening = Gardening
love-cycling = Cycling
love-walking = Walking
love-music = Music
love-singing = Singing
love-sewing = Sewing and handicraft
love-making = Making or mending things
love-reading = Reading
love-languages = Languages
love-children = Doing things with children
love-animals = Animals
love-football = Football
love-games = Games
love-history = Stories from the past
love-faith = Faith and meaning
love-neighbourhood = Doing something for the neighbourhood
form-wish-loves = Choose one to six
form-wish-reach = How can the other reach you?
form-wish-reach-hint = A phone number, or where you often are. Only those you have coffee with see it, and only when everybody said yes.
letter-waits-coffee = { $count ->
    [one] A neighbour was found to have coffee with.
   *[other] There are { $count } proposals to have coffee.
}
no-tables-love_unknown = Choose from the list what you love.
no-tables-loves_count = Choose at least one and at most { $most }.
no-tables-reach_missing = Say how the other can reach you.
no-tables-reach_too_long = Say it shorter: at most { $most } characters.
no-tables-no_wish = Nobody was looked for as it is.
moment-tables-wished_coffee = Somebody would like coffee with somebody new
moment-tables-wishes_no_more = Somebody no longer waits for coffee with somebody new
moment-tables-woven = The neighbourhood found people to have coffee together
moment-tables-coffee_answered = Somebody answered about coffee with somebody new
moment-tables-coffees_ended = Proposals for coffee without an answer are over
