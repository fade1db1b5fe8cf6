// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './folders.mjs';

/**
 * A gate is a check of the whole checkout that is not a test of a file. Each counts as one test.
 * @typedef {{ name: string, program: string, args: string[], mend: string }} Gate
 */

const bin = join(checkout, 'node_modules');

/** @type {Gate} */
export const build = { name: 'build', program: join(checkout, 'tools/services/build.mjs'), args: [], mend: 'npm run build' };

/** @type {Gate[]} */
export const gates = [
  { name: 'lint', program: join(bin, 'eslint/bin/eslint.js'), args: ['.'], mend: 'npx eslint . --fix' },
  { name: 'types of sources and specs', program: join(bin, '@typescript/native/bin/tsc'), args: ['-p', 'tsconfig.specs.json'], mend: 'npx tsc -p tsconfig.specs.json' },
  { name: 'dead code', program: join(bin, 'knip/bin/knip.js'), args: ['--no-progress'], mend: 'npx knip' },
  { name: 'lock and pins', program: join(checkout, 'tools/services/lock-check.mjs'), args: [], mend: 'npm install, then node tools/services/lock-check.mjs' },
];

/**
 * @param {Gate} gate
 * @param {AbortSignal} signal
 * @returns {Promise<{ gate: Gate, passed: boolean, output: string, seconds: number }>}
 */
export function runGate(gate, signal) {
  return new Promise((answer) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [gate.program, ...gate.args], { cwd: checkout, signal, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    const done = (/** @type {boolean} */ passed) => answer({ gate, passed, output: output.trim(), seconds: (performance.now() - begun) / 1_000 });
    child.on('error', (error) => {
      output += error.message;
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}
