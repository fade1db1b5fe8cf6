// @ts-check
// `npm run bench -- [--json FILE] [--document] [--quick] [--only PART,PART]`: measures on services of its own, first on the disk as it
// is, then with 1 ms added to each fsync of Postgres. `--document` puts the figures into docs/performance.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout, defaultFolder } from './src/folders.mjs';
import { endWith, SetupFailure } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';
import { compileSlowFsync } from './src/slow-fsync.mjs';

const program = join(checkout, 'test/bench/dist/main.js');
/** Milliseconds after which the program is ended, whatever it does: two columns stay under twelve minutes. */
const longest = 345_000;

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

let wanted = true;
let stopNow = () => undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    wanted = false;
    stopNow();
  });
}

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: 'string' }, document: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } } }).values;
  } catch (error) {
    throw new SetupFailure(`the arguments are not understood: ${/** @type {Error} */ (error).message}`, 'npm run bench -- [--json FILE] [--document] [--quick] [--only PART,PART]');
  }
}

/**
 * Runs the benchmark's program in a process group of its own, so that nothing it started can outlive it.
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<boolean>} whether it ended well
 */
async function run(args, environment = {}) {
  const child = spawn(process.execPath, [program, ...args], { cwd: checkout, detached: true, stdio: 'inherit', env: { ...process.env, ...environment } });
  const endGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing of it is there any more.
    }
    return undefined;
  };
  stopNow = endGroup;
  const overrun = setTimeout(endGroup, longest);
  try {
    return await new Promise((answer, refuse) => {
      child.once('error', refuse);
      child.once('exit', (code) => answer(code === 0));
    });
  } finally {
    clearTimeout(overrun);
    endGroup();
  }
}

/**
 * One column: services in a folder of their own, databases for this run, and the program.
 * @param {{ name: string, delayUs: number, out: string, preload: import('./src/slow-fsync.mjs').Preload | null, passed: string[] }} column
 */
async function measure({ name, delayUs, out, preload, passed }) {
  if (!wanted) return false;
  const { down, up } = await import('./src/bring-up.mjs');
  const { playEnvironment } = await import('./src/environment.mjs');
  say(`Measuring with ${delayUs === 0 ? 'the disk as it is' : `${delayUs} us added to each fsync`}`);
  const folder = join(defaultFolder, `bench-${name}`);
  await down({ folder }); // One that a killed run left behind would keep its own environment.
  const services = await up({ folder, log: say, environment: {}, ...(preload === null ? {} : { postgresEnvironment: preload.environment(delayUs) }) });
  try {
    const databases = await services.freshDatabases('bench');
    try {
      const counted = preload === null ? [] : ['--counter', preload.counter];
      return await run(['measure', '--out', out, '--delay', String(delayUs), ...counted, ...passed], await playEnvironment({ ...services, ...databases }));
    } finally {
      await databases.drop();
    }
  } finally {
    await services.stop();
    // Tens of thousands, kept until nothing is measured any more: making a file costs more where many have just been deleted.
    if (services.places.mail !== null) rmSync(services.places.mail, { recursive: true, force: true });
  }
}

async function bench() {
  const { json, document, quick, only } = readArguments();
  await setUp({ log: say });
  if (!existsSync(program)) throw new SetupFailure('the benchmark is not built', 'npm run build');
  const scratch = mkdtempSync(join(tmpdir(), 'lateral-bench-'));
  try {
    const preload = compileSlowFsync(scratch);
    if (preload === null) say('There is no C compiler: only the disk as it is can be measured; mend it with: apt-get install gcc libc6-dev');
    const passed = [...(quick ? ['--quick'] : []), ...(only === undefined ? [] : ['--only', only])];
    const [asIs, slow] = [join(scratch, 'as-is.json'), join(scratch, 'slow.json')];
    const measured = [await measure({ name: 'as-is', delayUs: 0, out: asIs, preload, passed })];
    if (preload !== null) measured.push(await measure({ name: 'slow', delayUs: 1_000, out: slow, preload, passed }));
    if (!existsSync(asIs)) return false; // What was measured is shown even when somebody ended the run.
    const kept = [...(json === undefined ? [] : ['--json', resolve(json)]), ...(document && wanted ? ['--document'] : []), ...(quick ? ['--quick'] : [])];
    const reported = await run(['report', '--as-is', asIs, ...(existsSync(slow) ? ['--slow', slow] : []), ...kept]);
    return wanted && reported && measured.every(Boolean);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await bench()) ? 0 : 1;
} catch (failure) {
  endWith(failure);
}
