// The letters of the pages for paper too: what lays out a sheet reads TrueType, and the packages carry WOFF.
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

const FOLDER = "node_modules/@fontsource/atkinson-hyperlegible-next/files/";
const CUTS = ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"];
const HEAD = 12; // bytes before the list of tables in TrueType; each line of the list takes ENTRY
const ENTRY = 16;

// Two files with one name hide one another, so the further letters (ş, ğ, ł) get a name of the same length.
const named = (table, cut) => {
  if (!cut.startsWith("latin-ext")) return table;
  const swap = (from, to, coded) => (text) => text.replaceAll(coded(from), coded(to));
  const plain = swap("Next", "More", (each) => each);
  const wide = swap("Next", "More", (each) => [...each].map((sign) => `\0${sign}`).join(""));
  return Buffer.from(plain(wide(table.toString("latin1"))), "latin1");
};
const checksum = (table) => {
  const whole = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let i = 0; i < whole.length; i += 4) sum = (sum + whole.readUInt32BE(i)) >>> 0;
  return sum;
};

// A WOFF file as TrueType: the same tables, unsqueezed and each begun at four bytes (W3C WOFF 1.0, 5 and 7).
const trueType = (woff, cut) => {
  const count = woff.readUInt16BE(12);
  const out = [Buffer.alloc(HEAD + ENTRY * count)];
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(out[0], 0, 4, 8);
  [count, power * ENTRY, Math.log2(power), (count - power) * ENTRY].forEach((each, i) => out[0].writeUInt16BE(each, 4 + 2 * i));
  let at = out[0].length;
  for (let i = 0; i < count; i++) {
    const line = 44 + 20 * i;
    const [from, squeezed, long, told] = [4, 8, 12, 16].map((each) => woff.readUInt32BE(line + each));
    const raw = woff.subarray(from, from + squeezed);
    const isName = woff.toString("latin1", line, line + 4) === "name";
    const plain = squeezed < long ? inflateSync(raw) : raw;
    const table = isName ? named(plain, cut) : plain;
    const sum = isName ? checksum(table) : told;
    woff.copy(out[0], HEAD + ENTRY * i, line, line + 4);
    [sum, at, long].forEach((each, j) => out[0].writeUInt32BE(each, HEAD + ENTRY * i + 4 + 4 * j));
    out.push(table, Buffer.alloc((4 - (long % 4)) % 4));
    at += long + ((4 - (long % 4)) % 4);
  }
  return Buffer.concat(out);
};

export const paperFonts = (here) => ({
  name: "paper-fonts",
  generateBundle() {
    for (const cut of CUTS) {
      const woff = readFileSync(here(`${FOLDER}atkinson-hyperlegible-next-${cut}-normal.woff`));
      this.emitFile({ type: "asset", fileName: `paper/${cut}.ttf`, source: trueType(woff, cut) });
    }
  },
});
