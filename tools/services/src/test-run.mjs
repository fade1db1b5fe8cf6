// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './folders.mjs';

/**
 * @typedef {{ passed: number, failed: number, failures: string[], skipped: string[] }} Tally
 * @typedef {{ projects: string[], patterns: string[], environment: Record<string, string>, results: string, signal: AbortSignal }} TestOptions
 */

// Vitest writes its results and then ends. When it does not, a test left a connection or a timer open: that is a fault of the test,
// and ending Vitest by force without saying so would hide it.
const patienceAfterResults = 60_000;

/**
 * Runs Vitest over some of its projects and counts.
 * @param {TestOptions} options
 * @returns {Promise<Tally>}
 */
export async function runTests(options) {
  rmSync(options.results, { force: true });
  const child = spawn(process.execPath, vitestArguments(options), {
    cwd: checkout,
    signal: options.signal,
    killSignal: 'SIGTERM',
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.environment, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), NODE_ENV: 'test' },
  });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve('ended'));
    child.once('close', () => resolve('ended'));
  });
  const hung = await endedOrHung(ended, options.results);
  if (hung) {
    child.kill('SIGKILL');
    await ended;
  }
  if (!existsSync(options.results)) return { passed: 0, failed: 1, failures: ['Vitest ended without results'], skipped: [] };
  const tally = count(JSON.parse(readFileSync(options.results, 'utf8')));
  if (!hung) return tally;
  return { ...tally, failed: tally.failed + 1, failures: [...tally.failures, 'Vitest did not end: a test left a connection, a server or a timer open'] };
}

/** @param {TestOptions} options */
function vitestArguments({ projects, patterns, results }) {
  return [join(checkout, 'node_modules/vitest/vitest.mjs'), 'run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...projects.map((name) => `--project=${name}`), ...patterns];
}

/**
 * @param {Promise<unknown>} ended
 * @param {string} results
 */
async function endedOrHung(ended, results) {
  for (;;) {
    if ((await Promise.race([ended, pause(1_000, 'running')])) === 'ended') return false;
    if (!existsSync(results)) continue;
    return (await Promise.race([ended, pause(patienceAfterResults, 'running')])) !== 'ended';
  }
}

/**
 * A file that cannot be loaded holds no tests that could fail, so it counts as one failure itself.
 * What went wrong outside of any test, as a promise that nobody waited for, fails a run too: Vitest says it by `success` alone.
 * @param {{ success?: boolean, testResults: Array<{ name: string, status: string, message: string, assertionResults: Array<{ fullName: string, status: string }> }> }} results
 * @returns {Tally}
 */
export function count(results) {
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, failures: [], skipped: [] };
  for (const file of results.testResults) {
    const where = relative(checkout, file.name);
    let failedHere = 0;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status === 'failed') {
        failedHere += 1;
        tally.failures.push(`${where}: ${test.fullName}`);
      } else tally.skipped.push(`${where}: ${test.fullName}`);
    }
    if (file.status === 'failed' && failedHere === 0) {
      failedHere = 1;
      tally.failures.push(`${where}: could not be run (${file.message.split('\n').find((line) => line.trim() !== '')?.trim() ?? 'no reason given'})`);
    }
    tally.failed += failedHere;
  }
  if (tally.passed + tally.failed === 0) return { ...tally, failed: 1, failures: ['no test ran'] };
  if (results.success === false && tally.failed === 0) return { ...tally, failed: 1, failures: ['something failed outside of any test; it is printed above'] };
  return tally;
}
