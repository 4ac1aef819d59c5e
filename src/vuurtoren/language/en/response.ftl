no-response-nothing_seen = Choose a picture or fill in a number.
no-response-grade_unknown = Choose one of the five pictures.
no-response-pieces = This number cannot be; at most { $most }.
moment-response-observed = Somebody looked how clean it was
moment-response-estimated = The night reckoned how it is everywhere
