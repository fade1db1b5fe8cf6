// @ts-check
// The pages that work without any script, in both languages: words in en/ and cy/, what stands around them in layout.mjs. Where a page
// waits for something that only the hub knows, it says so in a comment: `<!--when X-->…<!--end-->` stays where X is so,
// `<!--each agency-->…<!--end-->` is repeated.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layout } from './layout.mjs';

/** @type {import('./layout.mjs').Language[]} */
const LANGUAGES = ['en', 'cy'];

/**
 * Writes them into `static/` of the build, with the style that the build made.
 * @returns {import('vite').Plugin}
 */
export function staticPages() {
  let folder = '';
  return {
    name: 'lateral-static-pages',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir); },
    writeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const links = linksOf(readFileSync(join(folder, 'index.html'), 'utf8'));
        for (const language of LANGUAGES) {
          mkdirSync(join(folder, 'static', language), { recursive: true });
          for (const name of namesIn(language)) {
            const main = readFileSync(join(import.meta.dirname, language, name), 'utf8');
            writeFileSync(join(folder, 'static', language, name), layout({ language, main, links }));
          }
        }
      },
    },
  };
}

/** @param {import('./layout.mjs').Language} language */
const namesIn = (language) => readdirSync(join(import.meta.dirname, language)).filter((name) => name.endsWith('.html'));

/** @param {string} page the desk's own */
function linksOf(page) {
  const links = [...page.matchAll(/<link rel="(?:stylesheet|icon)"[^>]*>/gu)].map(([link]) => link.replace(' crossorigin', ''));
  if (links.length < 2) throw new Error('the desk has no style or no icon');
  return links.join('\n');
}
