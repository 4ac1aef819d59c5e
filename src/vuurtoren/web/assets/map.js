// The map of the neighbourhood. It only adds to the list on the same page; without it nothing is lost.
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { drawMap } from "./map/draw.js";

setWorkerUrl(workerUrl);

class NeighbourhoodMap extends HTMLElement {
  async connectedCallback() {
    if (this.map || this.starting) return;
    this.starting = true;
    try {
      const [streets, backdrop] = await Promise.all([read(this.dataset.src), read(this.dataset.backdrop)]);
      const later = this.dataset.around ? read(this.dataset.around) : undefined;
      if (this.isConnected) this.map = await drawMap(this, streets, backdrop, later);
    } catch (error) {
      console.warn(error);
      this.classList.add("vt-map--broken");
    }
    this.starting = false;
  }

  disconnectedCallback() {
    this.map?.remove();
    this.map = undefined;
  }
}

async function read(address) {
  if (!address) return { type: "FeatureCollection", features: [] };
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

customElements.define("vt-map", NeighbourhoodMap);
