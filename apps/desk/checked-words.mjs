// @ts-check
import { join } from 'node:path';
import { runnerImport } from 'vite';

/**
 * Stops the build where a word lacks its translation, a plural one of its forms, or a sentence stands in Welsh as it is in English.
 * @returns {import('vite').Plugin}
 */
export function checkedWords() {
  let root = '';
  return {
    name: 'lateral-checked-words',
    apply: 'build',
    configResolved: (config) => { root = config.root; },
    async buildStart() {
      const { module } = await runnerImport(join(root, 'src/words/check-words.ts'), { configFile: false, logLevel: 'error' });
      const faults = /** @type {{ checkWords: () => string[] }} */ (module).checkWords();
      if (faults.length > 0) this.error(`the words of the desk:\n${faults.join('\n')}`);
    },
  };
}
