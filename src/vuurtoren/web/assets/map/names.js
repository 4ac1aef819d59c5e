// One name for each street, where there is room for it: beside the straightest piece of its longest whole part.
//
// The map writes along a line only as far as the line goes, and measures a line anew in every tile. So each name gets
// straight lines of its own, as long as it needs at some zoom: a street that is a little too short has its name too.

const METRES = 111320; // a degree of latitude
const SMALL = 78271.517; // metres in a pixel at zoom 0 on the equator, in tiles of 512 pixels
const LETTER = 13; // pixels that are kept free for a letter; the map reckons with its largest size at any zoom
const OVER = 3.6; // so many times its street may a name be long
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]; // where along the street it may stand, the middle first
const REACH = 0.15; // so far to both sides of that it is looked how straight the street is
const STRAIGHT = 0.99;
const LAST = 20; // zooms beyond the map's own
const BAND = 2; // zooms that one line serves

// Lines with `words`, to be shown from zoom `from` to before `to`; the lowest `rank` goes first.
export function namesOf(features, rank = 0) {
  return features.flatMap(({ geometry, properties }) => {
    const line = properties.name ? longest(partsOf(geometry)) : undefined;
    return line ? named(line, properties, rank) : [];
  });
}

function named(line, { name, order }, rank) {
  const words = order ? `${order}. ${name}` : name;
  const whole = lengthOf(line);
  const ring = same(line[0], line.at(-1));
  const { at, way } = ring ? { at: centre(line), way: [1, 0] } : straightest(line, whole);
  const metres = SMALL * Math.cos(radians(at[1])) * words.length * LETTER; // at zoom 0
  const first = Math.max(0, Math.floor(Math.log2(metres / (Math.max(whole, 1) * OVER))));
  const bands = [];
  for (let from = first; from < LAST; from += BAND) {
    const coordinates = across(at, way, metres / 2 ** from);
    bands.push({ type: "Feature", geometry: { type: "LineString", coordinates }, properties: { words, ring, from, to: from + BAND, rank: rank - whole } });
  }
  return bands;
}

// A straight line of so many metres through a point, `way` to the east and north.
function across([x, y], [east, north], metres) {
  const half = metres / 2 / METRES;
  return [-half, half].map((reach) => [x + (reach * east) / Math.cos(radians(y)), y + reach * north]);
}

function partsOf(geometry) {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  return geometry?.type === "MultiLineString" ? geometry.coordinates : [];
}

// Parts that meet end to end become one line; of all such lines the longest.
function longest(parts) {
  const left = parts.filter((part) => part.length > 1).map((part) => [...part]);
  const lines = [];
  while (left.length) {
    let line = left.pop();
    for (let at = meeting(left, line); at >= 0; at = meeting(left, line)) line = joined(line, left.splice(at, 1)[0]);
    lines.push(line);
  }
  return lines.sort((one, other) => lengthOf(other) - lengthOf(one))[0];
}

const same = (one, other) => one[0] === other[0] && one[1] === other[1];
const ends = (line) => [line[0], line.at(-1)];
const meeting = (parts, line) => parts.findIndex((part) => ends(part).some((end) => ends(line).some((other) => same(end, other))));

function joined(line, part) {
  if (same(part[0], line.at(-1))) return [...line, ...part.slice(1)];
  if (same(part.at(-1), line.at(-1))) return [...line, ...part.toReversed().slice(1)];
  if (same(part.at(-1), line[0])) return [...part, ...line.slice(1)];
  return [...part.toReversed(), ...line.slice(1)];
}

const radians = (degrees) => (degrees * Math.PI) / 180;
const apart = ([x, y], [u, v]) => Math.hypot((u - x) * Math.cos(radians(y)), v - y) * METRES;
const lengthOf = (line) => line.slice(1).reduce((sum, point, at) => sum + apart(line[at], point), 0);

function straightest(line, whole) {
  const tried = SHARES.map((share) => {
    const [before, at, after] = [share - REACH, share, share + REACH].map((part) => along(line, part * whole));
    return { at, way: towards(before, after), straight: apart(before, after) / (2 * REACH * whole || 1) };
  });
  return tried.find(({ straight }) => straight > STRAIGHT) ?? tried.sort((one, other) => other.straight - one.straight)[0];
}

function along(line, metres) {
  for (let at = 1, left = metres; at < line.length; at += 1) {
    const step = apart(line[at - 1], line[at]);
    if (step && left <= step) return [0, 1].map((axis) => line[at - 1][axis] + ((line[at][axis] - line[at - 1][axis]) * left) / step);
    left -= step;
  }
  return line.at(-1);
}

function towards([x, y], [u, v]) {
  const [east, north] = [(u - x) * Math.cos(radians(y)), v - y];
  const long = Math.hypot(east, north) || 1;
  return [east / long, north / long];
}

function centre(line) {
  return [0, 1].map((axis) => {
    const values = line.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
}
