// Puts a map into the element: its style, its buttons, what a tap on a street does.
import { AttributionControl, LngLatBounds, Map as GlMap, NavigationControl, Popup } from "maplibre-gl";
import { backdropLayers, FONT, streetLayers, TOUCH } from "./layers.js";
import { namesOf } from "./names.js";

const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");

const NOTHING = { type: "FeatureCollection", features: [] };
const CALMER = 1e6; // what lies around the plan is named after what is on it

// `later` is a promise of the streets around those of the plan; the map does not wait for it.
export async function drawMap(element, streets, backdrop, later) {
  const words = element.dataset;
  const bounds = boundsOf(streets.features.length ? streets : backdrop);
  await document.fonts.load(`600 16px "${FONT}"`).catch(() => {});
  element.replaceChildren();
  const shown = { streets, backdrop, around: NOTHING };
  const map = new GlMap({
    container: element,
    style: words.basemap || houseStyle(element, shown),
    bounds,
    fitBoundsOptions: { padding: 24 },
    maxBounds: widened(bounds),
    minZoom: 10,
    maxZoom: 19,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    attributionControl: false,
    fadeDuration: CALM.matches ? 0 : 200,
    locale: {
      "Map.Title": words.label,
      "NavigationControl.ZoomIn": words.in,
      "NavigationControl.ZoomOut": words.out,
      "NavigationControl.ResetBearing": words.north,
      "CooperativeGesturesHandler.WindowsHelpText": words.ctrl,
      "CooperativeGesturesHandler.MacHelpText": words.ctrl,
      "CooperativeGesturesHandler.MobileHelpText": words.fingers,
      "Popup.Close": words.close,
      "AttributionControl.ToggleAttribution": words.sources,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new FitControl(words.fit, bounds), "top-right");
  if (words.basemap) map.addControl(new AttributionControl({ compact: true }));
  if (words.basemap) map.once("load", () => addStreets(map, element, shown));
  else DARK.addEventListener("change", () => map.setStyle(houseStyle(element, shown)));
  answerTaps(map, words);
  map.once("idle", async () => {
    await addAround(map, shown, later);
    map.once("idle", () => element.setAttribute("data-ready", ""));
    map.triggerRepaint();
  });
  return map;
}

async function addAround(map, shown, later) {
  const all = await later?.catch(() => undefined);
  if (!all || !map.getSource("around")) return;
  const planned = new Set(shown.streets.features.map((one) => one.properties.href));
  shown.around = { ...all, features: all.features.filter((one) => !planned.has(one.properties.href)) };
  for (const [name, data] of Object.entries(sourcesOf(shown))) map.getSource(name).setData(data);
}

function sourcesOf({ streets, around }) {
  const names = [...namesOf(streets.features), ...namesOf(around.features, CALMER)];
  return { streets, around, names: { ...NOTHING, features: names } };
}

const asSources = (shown) => Object.fromEntries(Object.entries(sourcesOf(shown)).map(([name, data]) => [name, { type: "geojson", data, buffer: 512 }]));

function houseStyle(element, shown) {
  const colour = coloursOf(element);
  return {
    version: 8,
    sources: { backdrop: { type: "geojson", data: shown.backdrop }, ...asSources(shown) },
    layers: [...backdropLayers(colour), ...streetLayers(colour, element.dataset.mode)],
  };
}

function addStreets(map, element, shown) {
  for (const [name, source] of Object.entries(asSources(shown))) map.addSource(name, source);
  for (const layer of streetLayers(coloursOf(element), element.dataset.mode)) if (layer.type !== "symbol") map.addLayer(layer);
}

// Colours come from the theme, so that day and night are said in one place.
function coloursOf(element) {
  const theme = getComputedStyle(element);
  return (name) => theme.getPropertyValue(`--vt-${name}`).trim();
}

function answerTaps(map, words) {
  const popup = new Popup({ maxWidth: "18rem", focusAfterOpen: true });
  map.on("click", (event) => {
    const { x, y } = event.point;
    const around = [[x - 12, y - 12], [x + 12, y + 12]];
    const found = map.queryRenderedFeatures(around, { layers: TOUCH });
    const street = found.find((one) => one.properties.name) ?? found[0];
    if (!street) return;
    popup.setLngLat(event.lngLat).setDOMContent(card(street.properties, words)).addTo(map);
  });
  for (const layer of TOUCH) {
    map.on("mousemove", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}

function card({ name, grade, href, why, order, crew_said: crew, ...more }, words) {
  const byname = more[`name_${document.documentElement.lang}`];
  const box = document.createElement("div");
  box.className = "vt-map__card";
  const title = document.createElement(isOurs(href) ? "a" : "strong");
  title.className = "vt-map__name";
  title.textContent = (order ? `${order}. ` : "") + (name || byname || words.nameless);
  if (isOurs(href)) title.href = href;
  box.append(title);
  if (crew) {
    const line = document.createElement("p");
    line.textContent = crew;
    box.append(line);
  }
  const said = why || (grade && words[`grade${grade.replace("+", "plus")}`]);
  if (said) {
    const line = document.createElement("p");
    line.textContent = said;
    box.append(line);
  }
  return box;
}

// Only addresses of this house: a path, and not one that leads to another host.
const isOurs = (href) => typeof href === "string" && /^\/(?![/\\])/.test(href);

class FitControl {
  constructor(words, bounds) {
    this.words = words;
    this.bounds = bounds;
  }

  onAdd(map) {
    this.box = document.createElement("div");
    this.box.className = "maplibregl-ctrl maplibregl-ctrl-group";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "vt-map__fit";
    button.setAttribute("aria-label", this.words);
    button.title = this.words;
    button.addEventListener("click", () => map.fitBounds(this.bounds, { padding: 24, animate: !CALM.matches }));
    this.box.append(button);
    return this.box;
  }

  onRemove() {
    this.box.remove();
  }
}

function boundsOf(collection) {
  const bounds = new LngLatBounds();
  const walk = (part) => (typeof part[0] === "number" ? bounds.extend(part) : part.forEach(walk));
  for (const { geometry } of collection.features) if (geometry) walk(geometry.coordinates);
  return bounds.isEmpty() ? new LngLatBounds([3.3, 50.7], [7.3, 53.6]) : bounds; // the Netherlands
}

function widened(bounds) {
  const [west, south, east, north] = bounds.toArray().flat();
  const [dx, dy] = [Math.max(east - west, 0.005), Math.max(north - south, 0.005)];
  return [[west - dx, south - dy], [east + dx, north + dy]];
}
