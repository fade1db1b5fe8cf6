// @ts-check
// The state page: the real pages over a hub, a worker and an authenticator that only play. A build of its own, for looking and for tests;
// nothing of it is in the desk's.
import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import react from '@vitejs/plugin-react';
import desk from '../vite.config.mjs';
import { staticPages } from '../pages-static/static-pages.mjs';
import { given } from './given.mjs';

const { resolve, css } = desk;

export default mergeConfig({ resolve, css }, defineConfig({
  root: import.meta.dirname,
  base: '/',
  logLevel: 'warn',
  plugins: [given(), react(), staticPages()],
  build: { outDir: join(import.meta.dirname, '../../../.services/desk-states'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false, minify: false, rolldownOptions: { checks: { pluginTimings: false } } },
}));
