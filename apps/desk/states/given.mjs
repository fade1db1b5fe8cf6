// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const NAME = 'virtual:lateral-given';
const root = join(import.meta.dirname, '../../..');

/**
 * What the state page shows comes from what is shipped: the law of config/ with an agreement among the agencies that it plays, and the
 * family of config/demo.
 * @returns {import('vite').Plugin}
 */
export function given() {
  return {
    name: 'lateral-given',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const { module } = await runnerImport(join(root, 'test/world/state-law.ts'), { configFile: false, logLevel: 'error', environments: { inline: { resolve: { conditions: ['@lateral/source'], noExternal: [/^@lateral\//u] } } } });
      const { stateLaw } = /** @type {{ stateLaw: string }} */ (module);
      return `export const law = ${stateLaw};\nexport const demo = ${readFileSync(join(root, 'config/demo/case.json'), 'utf8')};`;
    },
  };
}
