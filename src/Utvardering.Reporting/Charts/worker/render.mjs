// A Vega-Lite specification to SVG and PNG. The same request gives the same bytes, whatever was drawn before it.
import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { fontFiles, installFonts } from './fonts.mjs';
import { languages, theme } from './theme.mjs';

installFonts();

const escapeXml = text => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** A logger that keeps complaints instead of printing them: Vega draws an empty chart and warns where the picture would be wrong. */
function listener(complaints) {
  const note = (...parts) => { complaints.push(parts.map(part => part?.message ?? String(part)).join(' ')); return logger; };
  const silent = () => logger;
  const logger = { level: () => logger, error: note, warn: note, info: silent, debug: silent };
  return logger;
}

/** A loader that loads nothing: the data stands in the specification. */
function refuser(complaints) {
  const refuse = address => {
    const message = `the specification asks to load ${address}; data must stand in the specification itself`;
    complaints.push(message);
    return Promise.reject(new Error(message));
  };
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

function check(complaints) {
  if (complaints.length > 0) throw new Error([...new Set(complaints)].join('; '));
}

async function draw(spec, language) {
  const complaints = [];
  const logger = listener(complaints);
  vegaLite.resetIdCounter();
  const compiled = vegaLite.compile(spec, { config: theme(language), logger }).spec;
  check(complaints);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: refuser(complaints), logger });
  try {
    const svg = await view.toSVG();
    check(complaints);
    return svg;
  } finally {
    view.finalize();
  }
}

/** Gives every id a name of this picture's own: several pictures may stand in one HTML page, and Vega counts on from picture to picture. */
function renameIds(svg, prefix) {
  const names = new Map();
  for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) names.set(id, `${prefix}-${names.size + 1}`);
  return svg
    .replace(/(\sid=")([^"]+)"/g, (_, start, id) => `${start}${names.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${names.get(id)})`)
    .replace(/(href="#)([^"]+)"/g, (_, start, id) => `${start}${names.get(id)}"`);
}

/** Vega still says in English what the root group is; see theme.mjs on why nothing inside is named. */
const unname = svg => svg.replace(/<g [^>]*>/g, tag => tag.replace(/ (?:role|aria-roledescription|aria-label)="[^"]*"/g, ''));

/** Draws one request {spec, language, title, description} to SVG text. */
export async function toSvg({ spec, language, title, description }) {
  if (!languages.includes(language)) throw new Error(`the language is ${JSON.stringify(language)}; it must be one of ${languages.join(', ')}`);
  if (!title || !description) throw new Error('a chart needs a title and a description');
  const digest = createHash('sha256').update(JSON.stringify([spec, language, title, description])).digest('hex');
  const prefix = `chart-${digest.slice(0, 12)}`;
  const svg = renameIds(unname(await draw(spec, language)), prefix);
  return svg.replace(/^<svg ([^>]*)>/, (_, attributes) =>
    `<svg role="img" lang="${language}" xml:lang="${language}" aria-labelledby="${prefix}-title ${prefix}-desc" ${attributes}>`
    + `<title id="${prefix}-title">${escapeXml(title)}</title><desc id="${prefix}-desc">${escapeXml(description)}</desc>`);
}

/** The PNG bytes of an SVG at a scale (2 gives two pixels a CSS pixel). */
export function toPng(svg, scale) {
  const options = { fitTo: { mode: 'zoom', value: scale }, font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' } };
  return new Resvg(svg, options).render().asPng();
}
