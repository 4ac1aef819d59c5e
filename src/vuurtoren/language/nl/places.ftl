no-places-no_file = { $file }: dit bestand is er niet.
no-places-not_a_file = { $file }: dit is een map of iets anders, geen bestand.
no-places-web_page = { $file }: dit is een webpagina, geen bestand met straten.
no-places-not_utf8 = { $file }: dit bestand is niet in UTF-8 geschreven. Bewaar het eerst zo.
no-places-empty_file = { $file }: dit bestand is leeg.
no-places-file_too_large = { $file }: dit bestand is te groot; hooguit { $most } MB.
no-places-unknown_file = { $file }: dit is geen GeoJSON, Overpass-JSON, OSM-XML of PBF.
no-places-hostile_xml = { $file }: XML met een DOCTYPE, entiteiten of een andere codering dan UTF-8 lezen we niet.
no-places-no_boundary_file = { $file }: dit is geen grens. Geef GeoJSON met het vlak van de wijk met: --boundary BESTAND
no-places-no_boundary = { $file }: hier staat geen vlak in dat een grens kan zijn.
no-places-broken_json = { $file }: deze JSON is stuk.
no-places-broken_osm = { $file }: dit OSM-bestand is stuk.
no-places-too_many = { $file }: hier staat te veel in; hooguit { $most } stukken.
no-places-wrong_crs = { $file }: de coördinaten zijn geen lengte en breedte (WGS84). Misschien zijn het RD-coördinaten? Zet het bestand eerst om.
no-places-wrong_line = { $file }: { $number ->
    [0] een lijn klopt niet
   *[other] lijn { $number } klopt niet
 }. Een lijn heeft twee of meer punten, met getallen.
no-places-no_streets = { $file }: hier staan geen straten in.
no-places-too_wide = { $file }: dit gebied is te groot voor een wijk of stad.
no-places-not_a_name = “{ $name }” kan geen naam van een wijk zijn: hooguit { $most } tekens, met letters of cijfers.
no-places-neighbourhood_there = { $name }: deze wijk is er al.
no-places-no_internet = Er is geen verbinding met { $host }. Probeer het later, of lees een bestand met: vuurtoren places import
no-places-packed = { $file }: dit bestand is ingepakt. Pak het eerst uit.
no-places-bomb = { $file }: dit bestand zou bij het uitpakken veel te groot worden. We lezen het niet.
no-places-wrong_shape = { $file }: hier staan geen lijnen in, alleen { $shapes }.
no-places-not_here = { $file }: dit ligt niet in Nederland. Misschien zijn lengte en breedte verwisseld?
no-places-half_an_answer = { $file }: Overpass is halverwege gestopt. Vraag het nog een keer, of vraag een kleiner gebied.
no-places-nothing_inside = { $file }: binnen de grens ligt geen enkele van deze straten. Er is niets veranderd.
no-places-no_answer = { $host } geeft nu geen goed antwoord. Probeer het later, of lees een bestand met: vuurtoren places import
no-places-busy = { $host } heeft het nu te druk. Er is niets veranderd. Probeer het over een kwartier nog een keer.
no-places-too_slow = { $host } gaf binnen { $most } seconden geen heel antwoord. Er is niets veranderd. Probeer het later, of vraag een kleiner gebied.
no-places-not_found = { $host } kent geen wijk of buurt met de naam { $name }.
no-places-several_found = { $host } kent meer dan een { $name }: { $names }. Kies er een met: --area CODE
moment-places-neighbourhood_made = De wijk is begonnen
moment-places-imported = De straten zijn bijgewerkt
moment-places-backdrop_set = De achtergrond van de kaart is vernieuwd
place-between = { $what ->
    [path] Pad
    [cycle_path] Fietspad
    [steps] Trap
    [square] Plein
    [park] Groen
    [quay] Kade
   *[road] Weg
 } tussen { $first } en { $second }
place-by = { $what ->
    [path] Pad
    [cycle_path] Fietspad
    [steps] Trap
    [square] Plein
    [park] Groen
    [quay] Kade
   *[road] Weg
 } bij { $first }
place-nth = { $name } ({ $nth })
place-nameless = Weg zonder naam ({ $id })
places-left-out = { $file }: { $count ->
    [one] één plein of park is overgeslagen, omdat de rand niet heel is
   *[other] { $count } pleinen en parken zijn overgeslagen, omdat de rand niet heel is
 } ({ $keys }).
