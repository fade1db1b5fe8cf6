// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './folders.mjs';

/**
 * @typedef {{ passed: number, failed: number, failures: string[], skipped: string[] }} Tally
 * @typedef {{ projects: string[], patterns: string[], environment: Record<string, string>, results: string, signal: AbortSignal }} JestOptions
 */

// Jest writes its results and then ends. When it does not, a test left a connection or a timer open: that is a fault of the test,
// and ending Jest by force without saying so would hide it.
const patienceAfterResults = 20_000;

// Jest's five seconds a test are too few where two cores are shared; no test should lean on being slow to fail.
const patiencePerTest = 60_000;

/**
 * Runs Jest over some of its projects and counts.
 * @param {JestOptions} options
 * @returns {Promise<Tally>}
 */
export async function runJest(options) {
  rmSync(options.results, { force: true });
  const child = spawn(process.execPath, jestArguments(options), {
    cwd: checkout,
    signal: options.signal,
    killSignal: 'SIGTERM',
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.environment, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), NODE_OPTIONS: nodeOptions(), NODE_ENV: 'test' },
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
  if (!existsSync(options.results)) return { passed: 0, failed: 1, failures: ['Jest ended without results'], skipped: [] };
  const tally = count(JSON.parse(readFileSync(options.results, 'utf8')));
  if (!hung) return tally;
  return { ...tally, failed: tally.failed + 1, failures: [...tally.failures, 'Jest did not end: a test left a connection, a server or a timer open (npx jest --detectOpenHandles finds it)'] };
}

/** @param {JestOptions} options */
function jestArguments({ projects, patterns, results }) {
  const chosen = patterns.length === 0 ? [] : ['--testPathPatterns', ...patterns];
  return [join(checkout, 'node_modules/jest/bin/jest.js'), '--maxWorkers=2', `--testTimeout=${patiencePerTest}`, '--json', `--outputFile=${results}`, '--passWithNoTests', '--selectProjects', ...projects, ...chosen];
}

/** Jest runs ES modules through Node's VM modules; Node warns about that in every worker. */
const nodeOptions = () => [process.env['NODE_OPTIONS'] ?? '', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].join(' ').trim();

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
 * @param {{ testResults: Array<{ name: string, status: string, message: string, assertionResults: Array<{ fullName: string, status: string }> }> }} results
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
  return tally;
}
