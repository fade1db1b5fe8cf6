// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** @param {Buffer | string} content */
const sri = (content) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/**
 * Writes into the page what every script and style must be: what is named in it by an attribute, what is loaded later by an import map.
 * The page's policy names the map's own hash, and lets no script in that has none. The worker and its parts are asked for by no page that
 * could say what they must be: no browser knows a way to say it.
 * @returns {import('vite').Plugin}
 */
export function integrity() {
  let folder = '';
  return {
    name: 'lateral-integrity',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir); },
    writeBundle() {
      const page = join(folder, 'index.html');
      const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js') && !name.startsWith('worker-')).sort();
      const map = { integrity: Object.fromEntries(scripts.map((name) => [`/assets/${name}`, sri(readFileSync(join(folder, 'assets', name)))])) };
      const marked = readFileSync(page, 'utf8')
        .replace(/<(script|link)\b([^>]*?) (src|href)="(\/assets\/[^"]+\.(?:js|css))"([^>]*)>/gu, (_, tag, before, attribute, path, after) =>
          `<${tag}${before} ${attribute}="${path}" integrity="${sri(readFileSync(join(folder, path)))}"${after}>`);
      writeFileSync(page, marked.replace('<meta name="viewport"', `<script type="importmap">${JSON.stringify(map)}</script>\n<meta name="viewport"`));
    },
  };
}
