// Draws charts for the program: one JSON request a line on stdin, one JSON answer a line on stdout, in the order asked.
//   {"language":"sv","title":"…","description":"…","spec":{…},"scale":2}   scale only when a PNG is wanted
//   {"svg":"…","png":"base64…","memory":123456789}   or   {"error":"…","memory":123456789}
// Ends when stdin ends, so that it never outlives the program that started it.
import readline from 'node:readline';
import { toPng, toSvg } from './render.mjs';

const answer = message => new Promise(done => process.stdout.write(JSON.stringify(message) + '\n', done));

async function draw(line) {
  const drawn = {};
  try {
    const request = JSON.parse(line);
    drawn.svg = await toSvg(request);
    if (request.scale) drawn.png = toPng(drawn.svg, request.scale).toString('base64');
  } catch (error) {
    return { error: String(error?.message ?? error), memory: process.memoryUsage().rss };
  }
  return { ...drawn, memory: process.memoryUsage().rss };
}

// A reader that is gone means that the program is gone.
process.stdout.on('error', () => process.exit(0));

await answer({ ready: true });
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  await answer(await draw(line));
}
