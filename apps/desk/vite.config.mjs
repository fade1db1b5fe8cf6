// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.mjs';
import { checkedWords } from './checked-words.mjs';
import { integrity } from './integrity.mjs';
import { oneShell, SHELL } from './one-shell.mjs';
import { staticPages } from './pages-static/static-pages.mjs';
import { withoutMeanings } from './without-meanings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '../../node_modules');

/** Nothing in our libraries happens by being loaded: what nobody uses is left out. */
const treeshake = {
  moduleSideEffects: (/** @type {string} */ id) => !/\/libs\/[^/]+\/src\//u.test(id),
  propertyReadSideEffects: /** @type {const} */ (false),
  unknownGlobalSideEffects: false,
};

/** @type {Readonly<Record<string, string>>} */
const ARGON2 = {
  '\0argon2-on-demand': `export const argon2id = async (given) => (await import('\0argon2')).argon2id(given);`,
  '\0argon2': `export { argon2id } from 'hash-wasm';`,
};
/**
 * What the worker needs only now and then comes when it is asked for: Argon2 with a passphrase or words to compare, old ciphers and curves
 * with the keys that have them. Code and answers are those that Node has; only the time of loading is another.
 * @returns {import('vite').Plugin}
 */
function onDemand() {
  return {
    name: 'lateral-on-demand',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'openpgp') return join(packages, 'openpgp/dist/lightweight/openpgp.mjs');
      if (id === 'hash-wasm' && importer !== '\0argon2') return '\0argon2-on-demand';
      return id in ARGON2 ? id : null;
    },
    load: (id) => ARGON2[id] ?? null,
  };
}

/** @param {{ name: string, moduleIds: string[] }} chunk Words are named after their language, so that one can see what a language costs. */
const nameOf = ({ moduleIds, name }) => {
  const [, language, room] = /\/words\/(en|cy)\/(\w+)\.ts$/u.exec(moduleIds.at(-1) ?? '') ?? [];
  if (language === undefined) return 'assets/[name]-[hash].js';
  return name === 'start' ? `assets/${language}-[hash].js` : `assets/words-${language}-${room}-[hash].js`;
};

const shell = oneShell();

/** What many pages share comes as one file, and not as twenty requests before the first of them; the rules and wordings that weigh most stay by themselves. */
const OF_MANY = /\/apps\/desk\/src\/(?:components|frame)\/|\/apps\/desk\/src\/data\/(?:opened|law)\.ts$|\/apps\/desk\/src\/(?:words\/(?:called|urgency|urgency-tag)|check\/erased|board\/answer-words)\.tsx?$|\/libs\/domain\/src\/(?:board|deadlines|lifecycle|statement\/words)|\/@tanstack\//u;
/** What days are called is written with these, in either language. */
const OF_DAYS = /\/date-fns\/locale\/_lib\//u;

export default defineConfig({
  root: here,
  logLevel: 'warn',
  plugins: [checkedWords(), withoutMeanings(), shell.plugin, react(), integrity(), staticPages(), compressed()],
  resolve: {
    conditions: ['@lateral/source', 'browser', 'module', 'import', 'default'],
    // Its package names the build that warns developers, whatever is being built.
    alias: [{ find: /^react-router$/u, replacement: join(packages, 'react-router/dist/production/index.mjs') }],
  },
  worker: {
    format: 'es',
    plugins: () => [onDemand()],
    rolldownOptions: { treeshake, output: { entryFileNames: 'assets/worker-[hash].js', chunkFileNames: 'assets/worker-part-[hash].js', codeSplitting: { groups: [{ name: 'core', test: /\/crypto\/worker\.main\.ts$/u, priority: 2 }, { name: 'later', test: /\/crypto\/(?:attachments|drafts|open-message|seal-message)\.ts$/u, priority: 1 }] } } },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [packages] } } },
  build: {
    outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, cssMinify: 'esbuild', modulePreload: { polyfill: false }, reportCompressedSize: false,
    rolldownOptions: { treeshake, checks: { pluginTimings: false }, output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: nameOf, codeSplitting: { groups: [{ name: SHELL, test: (/** @type {string} */ id) => shell.isShell(id) || OF_DAYS.test(id), priority: 2 }, { name: 'pages', test: OF_MANY, minShareCount: 3, priority: 1 }, { name: 'board', test: /\/apps\/desk\/src\/board\//u }] }, assetFileNames: 'assets/[name]-[hash][extname]' } },
  },
});
