no-response-nothing_seen = Kies een plaatje of vul een aantal in.
no-response-grade_unknown = Kies een van de vijf plaatjes.
no-response-pieces = Dit aantal kan niet; hooguit { $most }.
moment-response-observed = Iemand keek hoe schoon het was
moment-response-estimated = De nacht rekende uit hoe het er overal bij ligt
