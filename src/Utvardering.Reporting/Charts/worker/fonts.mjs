// Widths of text from the font files themselves: Vega's own guess is badly off, and a canvas would be a second native library.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import * as vega from 'vega';

const file = name => fileURLToPath(new URL(`fonts/SourceSans3-${name}.ttf`, import.meta.url));
const names = { '400': 'Regular', '400i': 'It', '600': 'Semibold', '700': 'Bold' };

export const fontFiles = Object.values(names).map(file);

const faces = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, fontkit.create(fs.readFileSync(file(name)))]));
const advances = new Map();
const mostAdvances = 20000;

const weightOf = weight => weight === 'bold' ? 700 : weight == null || weight === 'normal' ? 400 : Number(weight);

function faceKey(weight, style) {
  const number = weightOf(weight);
  if (number >= 650) return '700';
  if (number >= 550) return '600';
  return style === 'italic' ? '400i' : '400';
}

/** Width of a text in pixels at a size in pixels, with kerning and ligatures as the rasteriser sets them. */
export function textWidth(text, size, weight, style) {
  const key = faceKey(weight, style);
  const face = faces[key];
  let advance = advances.get(key + text);
  if (advance === undefined) {
    for (const letter of text) {
      if (!face.hasGlyphForCodePoint(letter.codePointAt(0))) {
        const code = letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
        throw new Error(`the font has no letter U+${code}, which stands in the text "${text}"`);
      }
    }
    advance = face.layout(text).advanceWidth;
    if (advances.size >= mostAdvances) advances.clear();
    advances.set(key + text, advance);
  }
  return advance * size / face.unitsPerEm;
}

/** Makes Vega measure with these fonts. */
export function installFonts() {
  vega.textMetrics.width = (item, text) => {
    const size = item.fontSize == null ? 11 : Number(item.fontSize) || 0;
    const string = text == null ? '' : String(text);
    return size <= 0 || string === '' ? 0 : textWidth(string, size, item.fontWeight, item.fontStyle);
  };
}
