// Puts the worker together in one folder that stands by itself, without node_modules:
//   node build.mjs OUTPUT_FOLDER   →   worker.mjs, resvg.node, fonts/SourceSans3-*.ttf, fonts/LICENSE.md
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2]);
const sourceSans = path.join(here, 'node_modules', 'source-sans');

await build({
  entryPoints: [path.join(here, 'worker.mjs')],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'esm',
  // Not minified: Node prints the source line of an error.
  legalComments: 'eof',
  logLevel: 'error',
  // Only this platform's native library is installed, so the one file can bear a fixed name.
  loader: { '.node': 'copy' },
  assetNames: 'resvg',
  // Vega asks for a canvas if there is one; there is none.
  external: ['canvas'],
  // Libraries written for CommonJS call require and read __dirname, which an ES module lacks.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
      + " const __dirname = require('node:url').fileURLToPath(new URL('.', import.meta.url));",
  },
});

fs.mkdirSync(path.join(out, 'fonts'), { recursive: true });
for (const name of ['Regular', 'It', 'Semibold', 'Bold']) {
  const file = `SourceSans3-${name}.ttf`;
  fs.copyFileSync(path.join(sourceSans, 'TTF', file), path.join(out, 'fonts', file));
}
fs.copyFileSync(path.join(sourceSans, 'LICENSE.md'), path.join(out, 'fonts', 'LICENSE.md'));
