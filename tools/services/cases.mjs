// @ts-check
// `npm run cases [-- FOLDER]`: plays every case of a folder, in lanes of cases that do not overlap, and prints what differs from what
// they expect. Without a folder: the library of cases where it lies beside the checkout, else those that travel with the project.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkout } from './src/folders.mjs';
import { hearSignals, runPlayer, whenAsked } from './src/player.mjs';
import { endWith, SetupFailure } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

const program = join(checkout, 'tools/play/dist/cases.main.js');
const library = join(checkout, '../shared/cases');

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);
hearSignals();

function folderOfCases() {
  const given = process.argv[2];
  const folder = given === undefined ? (existsSync(library) ? library : join(checkout, 'test/cases')) : resolve(given);
  if (!existsSync(folder)) throw new SetupFailure('the folder of cases is not there', 'npm run cases -- FOLDER');
  return folder;
}

/** @param {string} folder */
function lanesOf(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--folder', folder], { encoding: 'utf8' });
  if (status !== 0) throw new SetupFailure(stderr.trim(), 'npm run cases -- FOLDER');
  return Number(stdout);
}

/**
 * A lane plays on databases of its own.
 * @param {{ folder: string, lane: number }} what
 * @param {import('./src/bring-up.mjs').Services} services
 */
async function playLane({ folder, lane }, services) {
  const { playEnvironment } = await import('./src/environment.mjs');
  const databases = await services.freshDatabases('cases');
  try {
    return await runPlayer(program, ['--folder', folder, '--lane', String(lane)], await playEnvironment({ ...services, ...databases }));
  } finally {
    await databases.drop();
  }
}

try {
  const folder = folderOfCases();
  await setUp({ log: say });
  if (!existsSync(program)) throw new SetupFailure('the player is not built', 'npm run build');
  const lanes = lanesOf(folder);
  const { up } = await import('./src/bring-up.mjs');
  let wanted = true;
  whenAsked(() => (wanted = false));
  const services = await up({ log: say });
  try {
    for (let lane = 0; lane < lanes && wanted; lane += 1) {
      const { code, asked } = await playLane({ folder, lane }, services);
      wanted = !asked;
      if (code !== 0 || asked) process.exitCode = asked ? 130 : 1;
    }
  } finally {
    whenAsked(() => undefined);
    await services.stop();
  }
} catch (failure) {
  endWith(failure);
}
