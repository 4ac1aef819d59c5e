// Builds the look of the house: house.css, house.js, map.js (with map.css and its worker), pictures and letters for paper.
// Names stay the same; Django adds the hash of the content when it collects static files.
import { defineConfig } from "vite";
import { paperFonts } from "./paper_fonts.js";

const here = (path) => new URL(path, import.meta.url).pathname;

export default defineConfig({
  root: here("."),
  base: "./",
  publicDir: here("../pictures"),
  plugins: [paperFonts(here)],
  worker: { format: "es", rollupOptions: { output: { entryFileNames: "[name].js" } } },
  build: {
    outDir: here("../static/vuurtoren"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: fonts, styles or scripts
    cssCodeSplit: true,
    modulePreload: false,
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: { house: here("house.js"), map: here("map.js") },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
