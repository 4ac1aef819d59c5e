quiet-title = Drink hier eerst koffie
quiet-intro = In deze straten kennen we nog geen tafel, geen kracht en niemand die draagt. Dat zegt niets over de straat: er is nog niemand langs geweest. Ga er zitten, drink koffie, en vraag wat voor mensen belangrijk is.
quiet-goes = { $called } gaat er { $day } heen
quiet-mine = Koffie drinken in { $street }: { $day }
quiet-goes-mine = Jij gaat er { $day } heen
quiet-other-day = Andere dag
quiet-set = Zet er een koffietafel neer
quiet-set-words = Wie hier voor een instelling werkt, gaat erheen. Ken jij er iemand, of wil je er zelf zitten? Zet er een koffietafel neer: dan is de straat van de lijst.
quiet-go = Ik ga erheen
quiet-go-title = Koffie drinken in { $street }
quiet-go-intro = Zonder agenda en met tijd. Kies een dag; een andere dag kiezen kan later ook.
quiet-go-button = Zet in de lijst
quiet-go-said = Opgeschreven. Veel plezier.
quiet-done = Ik ben er geweest
quiet-done-said = Opgeschreven. Wat je hoorde, blijft daar.
quiet-drop = Toch niet
quiet-drop-said = Weggehaald. Een collega kan nu gaan.
quiet-none-title = Overal is er iemand
quiet-none = In elke straat kennen we een tafel, een kracht of iemand die draagt.
form-errand-on = Op welke dag?
letter-waits-errand = { $count ->
    [one] Je ging koffie drinken in een straat waar we nog niemand kennen, en die dag is er. Was je er?
   *[other] Je ging koffie drinken in { $count } straten waar we nog niemand kennen, en die dagen zijn er. Was je er?
}
letter-waits-gifts = { $count ->
    [one] Er is een vraag over een kracht.
   *[other] Er zijn { $count } vragen over krachten.
}
no-reflection-errand_when = Kies een dag die nog komt, binnen { $days } dagen.
no-reflection-errand_taken = Een collega gaat hier al heen.
no-reflection-errand_gone = Dit staat niet meer in de lijst.
no-reflection-errand_street_gone = Deze straat staat niet meer op de kaart.
moment-reflection-errand_taken = Iemand van een instelling gaat koffie drinken in een straat
moment-reflection-errand_done = Iemand van een instelling dronk koffie in een straat
moment-reflection-errand_dropped = Iemand van een instelling gaat toch niet naar een straat
