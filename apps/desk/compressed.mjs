// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WORTH = /(?:\.js|\.css|\.svg|index\.html)$/u;
/** Below this a packet goes out anyway. */
const WORTH_BYTES = 1000;

/**
 * Puts beside each file what goes over the wire for it: the best that brotli and gzip make of it, once, when nobody waits.
 * @returns {import('vite').Plugin}
 */
export function compressed() {
  let folder = '';
  return {
    name: 'lateral-compressed',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir); },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const names = ['index.html', ...readdirSync(join(folder, 'assets')).map((name) => join('assets', name))];
        await Promise.all(names.filter((name) => WORTH.test(name)).map((name) => compress(join(folder, name))));
      },
    },
  };
}

/** @param {string} file */
async function compress(file) {
  const content = readFileSync(file);
  if (content.length < WORTH_BYTES) return;
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }), promisify(gzip)(content, { level: 9 }),
  ]);
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, zipped);
}
