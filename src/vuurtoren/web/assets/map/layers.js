// What the map shows. A grade is told by colour, by width and by stripes; who carries by a second line around it.

export const FONT = "Atkinson Hyperlegible Next";
export const TOUCH = ["touch", "touch-around"];
const BESIDE = 0.95; // so far stands a name from its line, in its own height
const NAMES = [`${FONT} Semibold`]; // the rule in map.css that gives the weight this name

// Widths in pixels at zoom 16; they grow with the zoom.
const WIDTH = { Aplus: 4, A: 4.5, B: 6, C: 7, D: 8.5, none: 4 };
const STRIPES = { C: [2.2, 0.7], D: [0.7, 0.7] };
const GRADES = { Aplus: "A+", A: "A", B: "B", C: "C", D: "D", none: "" };

export function backdropLayers(colour) {
  const ground = { id: "ground", type: "background", paint: { "background-color": colour("ground") } };
  const kinds = ["block", "park", "square", "water"].map((kind) => ({
    id: kind,
    type: "fill",
    source: "backdrop",
    filter: ["==", ["get", "kind"], kind],
    paint: { "fill-color": colour(kind) },
  }));
  return [ground, ...kinds];
}

export function streetLayers(colour, mode) {
  const layers = mode === "plan" ? planLayers(colour) : gradeLayers(colour);
  return [...layers, names(colour), ...touch()];
}

function gradeLayers(colour) {
  const width = ["match", ["get", "grade"], ...Object.entries(GRADES).flatMap(([key, grade]) => [grade, WIDTH[key]]), WIDTH.none];
  return [
    line("carry", { filter: [">=", step(), 3], color: colour("carry"), width, wider: 8, opacity: 0.95 }),
    line("carry-now-and-then", { filter: ["==", step(), 2], color: colour("carry"), width, wider: 8, stripes: [0.5, 0.6] }),
    line("carry-gap", { filter: [">=", step(), 2], color: colour("ground"), width, wider: 4.5 }),
    line("case", { filter: ["!=", grade(), ""], color: colour("case"), width, wider: 2 }),
    ...Object.entries(GRADES).map(([key, value]) =>
      line(`grade-${key}`, { filter: ["==", grade(), value], color: colour(key), width: WIDTH[key], stripes: STRIPES[key] }),
    ),
  ];
}

function planLayers(colour) {
  const planned = ["to-boolean", ["get", "order"]];
  const done = ["to-boolean", ["get", "done"]];
  return [
    line("other", { source: "around", filter: ["!=", ["get", "name"], ""], color: colour("around"), width: 5 }),
    line("other-path", { source: "around", filter: ["==", ["get", "name"], ""], color: colour("around"), width: 2.5 }),
    line("case", { filter: planned, color: colour("case"), width: 6, wider: 2 }),
    line("visit", { filter: ["all", planned, ["!", done]], color: roundColour(colour), width: 6 }),
    line("done", { filter: ["all", planned, done], color: colour("carry"), width: 6, stripes: [1.4, 0.8] }),
  ];
}

// Each round has the colour of the mark beside its name in the list.
const roundColour = (colour) => ["match", ["get", "round"], ...[1, 2, 3].flatMap((one) => [one, colour(`round-${one}`)]), colour("round-0")];

const grade = () => ["coalesce", ["get", "grade"], ""];
const step = () => ["coalesce", ["get", "step"], 1];

function line(id, { source = "streets", filter, color, width, wider = 0, stripes, opacity = 1 }) {
  return {
    id,
    type: "line",
    source,
    filter,
    layout: { "line-cap": stripes ? "butt" : "round", "line-join": "round" },
    paint: {
      "line-color": color,
      "line-opacity": opacity,
      "line-width": grown(width, wider),
      ...(stripes && { "line-dasharray": stripes }),
    },
  };
}

const grown = (width, wider) => {
  const times = (factor) => ["+", ["*", width, factor], wider * Math.min(factor, 1.2)];
  return ["interpolate", ["exponential", 1.5], ["zoom"], 12, times(0.35), 14, times(0.65), 16, times(1), 19, times(2.4)];
};

// A name under its line, in the middle of a square. On the plan the names outside it are calmer.
function names(colour) {
  const outside = [">", ["get", "rank"], 0];
  return {
    id: "names",
    type: "symbol",
    source: "names",
    filter: ["all", [">=", ["zoom"], ["get", "from"]], ["<", ["zoom"], ["get", "to"]]],
    layout: {
      "symbol-placement": "line-center",
      "symbol-sort-key": ["get", "rank"],
      "text-field": ["get", "words"],
      "text-font": NAMES,
      "text-size": ["interpolate", ["linear"], ["zoom"], 13, 11.5, 16, 15, 19, 20],
      "text-padding": 3,
      "text-offset": ["case", ["get", "ring"], ["literal", [0, 0]], ["literal", [0, BESIDE]]],
    },
    paint: {
      "text-color": ["case", outside, colour("ink-soft"), colour("ink")],
      "text-halo-color": colour("ground"),
      "text-halo-width": 2,
    },
  };
}

// A wide line nobody sees, for a finger.
const touch = () =>
  ["streets", "around"].map((source, at) => ({
    id: TOUCH[at],
    type: "line",
    source,
    paint: { "line-width": 22, "line-opacity": 0 },
  }));
