// @ts-check
// `npm test`: sets up, brings the services up, and runs every gate and every test. Its last line is `N passed, N failed`
// (`, N skipped`), and its exit code says the same.
//   npm test -- --only integration,attacks          some kinds of test (or `gates`)
//   npm test -- --only unit --files tlog            and some of their files
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sentenceOf, SetupFailure } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

const projects = ['unit', 'screens', 'vectors', 'attacks', 'architecture', 'integration', 'journeys', 'browser', 'drills'];

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

const interrupted = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => interrupted.abort());

function readArguments() {
  try {
    return parseArgs({ options: { only: { type: 'string' }, files: { type: 'string', multiple: true } }, allowPositionals: true });
  } catch (error) {
    throw new SetupFailure(`the arguments are not understood: ${/** @type {Error} */ (error).message}`, 'npm test -- [--only unit,integration] [--files PATTERN...]');
  }
}

/** @returns {{ chosen: string[], withGates: boolean, patterns: string[] }} */
function whatToRun() {
  const { values, positionals } = readArguments();
  const wanted = values.only?.split(',') ?? ['gates', ...projects];
  const unknown = wanted.filter((name) => name !== 'gates' && !projects.includes(name));
  if (unknown.length > 0) throw new SetupFailure(`there is no kind of test named ${unknown.join(', ')}`, `npm test -- --only ${projects.join(',')}`);
  const patterns = [...(values.files ?? []), ...positionals];
  return { chosen: projects.filter((name) => wanted.includes(name)), withGates: wanted.includes('gates') && patterns.length === 0, patterns };
}

/**
 * The build comes first, for journeys run what it makes; tests run from sources, so they go on when it fails.
 * @param {boolean} all every gate, or the build alone
 * @returns {Promise<import('./src/test-run.mjs').Tally>}
 */
async function checkGates(all) {
  const { build, gates, runGate } = await import('./src/gates.mjs');
  /** @type {import('./src/test-run.mjs').Tally} */
  const tally = { passed: 0, failed: 0, failures: [], skipped: [] };
  const first = await runGate(build, interrupted.signal);
  const rest = all ? await Promise.all(gates.map((each) => runGate(each, interrupted.signal))) : [];
  for (const { gate, passed, output, seconds } of [first, ...rest]) {
    say(`${passed ? 'PASS' : 'FAIL'} ${gate.name} (${seconds.toFixed(1)} s)`);
    if (passed) tally.passed += 1;
    else {
      say(`${output}\n`);
      tally.failed += 1;
      tally.failures.push(`${gate.name}; look with: ${gate.mend}`);
    }
  }
  return tally;
}

/**
 * @param {string[]} chosen
 * @param {string[]} patterns
 */
async function testWithServices(chosen, patterns) {
  const { up } = await import('./src/bring-up.mjs');
  const { testEnvironment } = await import('./src/environment.mjs');
  const { runTests } = await import('./src/test-run.mjs');
  const services = await up({ log: say });
  try {
    const results = join(services.folder, 'test-results.json');
    return await runTests({ projects: chosen, patterns, environment: testEnvironment(services), results, signal: interrupted.signal });
  } finally {
    await services.stop();
  }
}

/** @param {import('./src/test-run.mjs').Tally[]} tallies */
async function report(tallies) {
  const { mendFor } = await import('./src/mends.mjs');
  const failures = tallies.flatMap((tally) => tally.failures);
  const skipped = tallies.flatMap((tally) => tally.skipped);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0) + (interrupted.signal.aborted ? 1 : 0);
  if (interrupted.signal.aborted) failures.push('interrupted before the end');
  if (skipped.length > 0) say(`\nSkipped:\n${skipped.map((name) => `  ${name}\n    ${mendFor(name)}`).join('\n')}`);
  if (failures.length > 0) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  say(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  return failed === 0 && passed > 0;
}

try {
  const { chosen, withGates, patterns } = whatToRun();
  await setUp({ log: say, build: false });
  const tallies = [await checkGates(withGates)];
  if (chosen.length > 0 && !interrupted.signal.aborted) tallies.push(await testWithServices(chosen, patterns));
  process.exitCode = (await report(tallies)) ? 0 : 1;
} catch (failure) {
  say(sentenceOf(failure));
  say('\n0 passed, 1 failed');
  process.exitCode = 1;
}
