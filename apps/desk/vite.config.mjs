// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { integrity } from './integrity.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** The worker is one classic script: it is given a policy of its own, under which it may fetch nothing, its own parts included. */
const worker = { format: /** @type {const} */ ('iife'), rolldownOptions: { output: { entryFileNames: 'assets/worker-[hash].js' } } };

export default defineConfig({
  root: here,
  logLevel: 'warn',
  plugins: [react(), integrity()],
  resolve: { conditions: ['@lateral/source', 'browser', 'module', 'import', 'default'] },
  worker,
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [join(here, '../../node_modules')] } } },
  build: {
    outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, cssMinify: 'esbuild', modulePreload: { polyfill: false }, reportCompressedSize: false,
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' } },
  },
});
