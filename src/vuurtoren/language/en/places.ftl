no-places-no_file = { $file }: there is no such file.
no-places-not_a_file = { $file }: this is a folder or something else, not a file.
no-places-web_page = { $file }: this is a web page, not a file of streets.
no-places-not_utf8 = { $file }: this file is not written in UTF-8. Save it so first.
no-places-empty_file = { $file }: this file is empty.
no-places-file_too_large = { $file }: this file is too large; at most { $most } MB.
no-places-unknown_file = { $file }: this is not GeoJSON, Overpass JSON, OSM XML or PBF.
no-places-hostile_xml = { $file }: XML with a DOCTYPE, entities or another encoding than UTF-8 is not read.
no-places-no_boundary_file = { $file }: this is no boundary. Give GeoJSON with the polygon of the neighbourhood with: --boundary FILE
no-places-no_boundary = { $file }: there is no polygon in it that can be a boundary.
no-places-broken_json = { $file }: this JSON is broken.
no-places-broken_osm = { $file }: this OSM file is broken.
no-places-too_many = { $file }: there is too much in it; at most { $most } pieces.
no-places-wrong_crs = { $file }: the coordinates are not longitude and latitude (WGS84). Are they RD coordinates? Convert the file first.
no-places-wrong_line = { $file }: { $number ->
    [0] a line is not right
   *[other] line { $number } is not right
 }. A line has two or more points, made of numbers.
no-places-no_streets = { $file }: there are no streets in it.
no-places-too_wide = { $file }: this area is too large for a neighbourhood or city.
no-places-not_a_name = “{ $name }” cannot be the name of a neighbourhood: at most { $most } characters, with letters or digits.
no-places-neighbourhood_there = { $name }: this neighbourhood is there already.
no-places-no_internet = There is no connection to { $host }. Try later, or read a file with: vuurtoren places import
no-places-packed = { $file }: this file is compressed. Unpack it first.
no-places-bomb = { $file }: unpacked, this file would be far too large. It is not read.
no-places-wrong_shape = { $file }: there are no lines in it, only { $shapes }.
no-places-not_here = { $file }: this does not lie in the Netherlands. Are latitude and longitude swapped?
no-places-half_an_answer = { $file }: Overpass stopped halfway. Ask again, or ask for a smaller area.
no-places-nothing_inside = { $file }: none of these streets lies within the boundary. Nothing was changed.
no-places-no_answer = { $host } gives no good answer now. Try later, or read a file with: vuurtoren places import
no-places-busy = { $host } is too busy now. Nothing was changed. Try again in a quarter of an hour.
no-places-too_slow = { $host } gave no whole answer within { $most } seconds. Nothing was changed. Try later, or ask for a smaller area.
no-places-not_found = { $host } knows no neighbourhood with the name { $name }.
no-places-several_found = { $host } knows more than one { $name }: { $names }. Choose one with: --area CODE
moment-places-neighbourhood_made = The neighbourhood began
moment-places-imported = The streets were brought up to date
moment-places-backdrop_set = The backdrop of the map was renewed
place-between = { $what ->
    [path] Path
    [cycle_path] Cycle path
    [steps] Steps
    [square] Square
    [park] Green
    [quay] Quay
   *[road] Road
 } between { $first } and { $second }
place-by = { $what ->
    [path] Path
    [cycle_path] Cycle path
    [steps] Steps
    [square] Square
    [park] Green
    [quay] Quay
   *[road] Road
 } near { $first }
place-nth = { $name } ({ $nth })
place-nameless = Way without a name ({ $id })
places-left-out = { $file }: { $count ->
    [one] one square or park was left out, because its edge is not whole
   *[other] { $count } squares and parks were left out, because their edge is not whole
 } ({ $keys }).
