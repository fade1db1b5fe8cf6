// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const NAME = 'virtual:lateral-given';
const root = join(import.meta.dirname, '../../..');
const ASKED = ['heddlu', 'bwrdd', 'addysg', 'tai', 'prawf'];
const PURPOSES = ['s47_enquiry', 'decide_threshold', 'immediate_protection'];

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
      const conditions = ['@lateral/source', 'node', 'import', 'default'];
      const { module } = await runnerImport(join(root, 'test/world/shipped-law.ts'), { configFile: false, logLevel: 'error', resolve: { conditions, externalConditions: conditions }, ssr: { noExternal: [/^@lateral\//u], resolve: { conditions, externalConditions: conditions } } });
      const { catalogue, packs, agreements, deadlines } = await /** @type {typeof import('../../../test/world/shipped-law.ts')} */ (module).shippedLaw('W', ['council', ...ASKED], /** @type {import('@lateral/domain').Purpose[]} */ (PURPOSES));
      const demo = JSON.parse(readFileSync(join(root, 'config/demo/case.json'), 'utf8'));
      return `export const law = ${JSON.stringify({ catalogue: catalogue.document, packs, agreements, deadlines })};\nexport const demo = ${JSON.stringify(demo)};`;
    },
  };
}
