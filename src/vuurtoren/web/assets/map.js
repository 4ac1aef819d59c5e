import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
