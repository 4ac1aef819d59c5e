balance-title = Does the city hand over, or does it dump?
balance-intro = Does the city do less because neighbours took it over, and does it stay clean? Then that is called growth by shrinking here. Does it do less where nobody took it over, or does it get dirtier? Then it is called dumped over the fence.
balance-word-growth = Growth by shrinking
balance-word-dumping = Dumped over the fence
balance-word-holding = The city does what it did
balance-word-unseen = The city does less, and nobody looked
balance-word-too_early = Too early to say
balance-from-to = from { $first } up to { $last }
balance-two = { $one } and { $two }
balance-worked = In { $then } the city worked { $before } minutes here, in { $now } { $after }.
balance-says-growth = It did less where neighbours took over, and it stayed as clean.
balance-says-dumping-stops = It did less, and said of at least one place that it stops while nobody took that over. That is about who stops, not about who does not take something over.
balance-says-dumping-left = It did less at places that nobody took over. That is about who left, not about who does not take something over.
balance-says-dumping-worse = It did less, and it got dirtier. That is about who left, not about who does not take something over.
balance-says-dumping-alone = It did less, while neighbours took over no more than before. That is about who left, not about who does not take something over.
balance-says-holding = That is not much less, and of no place it said in those months that it stops.
balance-says-unseen = Neighbours took over more, but of some months we do not know how clean it was.
balance-says-too_early = That takes four whole months in which the city works here.
balance-untaken = { $count ->
    [one] The city now stops one task, or does less of it, and nobody took it over.
   *[other] The city now stops { $count } tasks, or does less of them, and nobody took them over.
}
balance-untold = { $count ->
    [one] From one place it stayed away without saying so.
   *[other] From { $count } places it stayed away without saying so.
}
balance-later = { $count ->
    [one] One of these begins after { $month } and does not count yet in the word above.
   *[other] { $count } of these begin after { $month } and do not count yet in the word above.
}
balance-see-stops = See where
balance-more-stops = { $count ->
    [one] One more place
   *[other] { $count } more places
}
balance-tasks = Tasks in neighbours’ hands
balance-square-metres = Square metres in neighbours’ hands
balance-decisions = Decisions by neighbours
balance-minutes = Minutes that the city worked
balance-quality = How clean it is
balance-quality-none = Too few people looked for that as yet.
balance-last = The last whole month: { $month }
balance-months = Earlier months
balance-figures = More figures
balance-month-room = In neighbours’ hands: { $tasks } of { $of } tasks ({ $part }) and { $m2 } m² ({ $share }).
balance-month-decisions = Decisions in the journal: { $residents } of neighbours, { $others } of others.
balance-month-going = Things that neighbours keep going: { $going }. These are tasks, tables and initiatives.
balance-month-minutes = Work of the city: { $minutes } minutes.
balance-month-quality = Grade { $score } (5 is A+, 1 is D); { $below } of the streets too dirty.
balance-month-unseen = Nobody said how clean it was.
balance-how = Each share is reckoned from the most that was ever done here, so work that nobody does any more counts. No figure gets better because the city stops.
