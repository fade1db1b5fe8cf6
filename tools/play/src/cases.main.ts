// Plays one lane of a folder of cases (`--lane N`), or says how many lanes it has (no `--lane`). Started by `npm run cases`.
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { loadSettings } from '@lateral/platform';
import { UnplayableCase } from './case/read-case.js';
import { Lane } from './library/lane.js';
import { lanesOf, readLibrary, type LibraryCase } from './library/library.js';
import { failedLine, heading, lineOf } from './library/table.js';
import { PlaySettings } from './play.settings.js';
import { Story } from './round/story.js';

const { values } = parseArgs({ options: { folder: { type: 'string' }, lane: { type: 'string' } } });

try {
  const lanes = lanesOf(await readLibrary(values.folder ?? '.'));
  if (values.lane === undefined) process.stdout.write(`${lanes.length}\n`);
  else await playLane(lanes, Number(values.lane));
} catch (cause) {
  if (!(cause instanceof UnplayableCase)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}

async function playLane(lanes: readonly LibraryCase[][], number: number): Promise<void> {
  const cases = lanes[number] ?? [];
  const settings = loadSettings(PlaySettings);
  const folder = join(settings.LATERAL_SERVICES_FOLDER, `cases-${randomUUID()}`);
  const lane = await Lane.begin(cases, { settings, folder, story: new Story(nowhere(), []) });
  const stop = (): void => { void lane.end().then(() => process.exit(130)); };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    if (number === 0) say(heading());
    for (const each of cases) await playOne(lane, each);
  } finally {
    await lane.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One that fails is told, and the next is played. */
async function playOne(lane: Lane, each: LibraryCase): Promise<void> {
  try {
    const played = await lane.play(each);
    say(lineOf(each.name, played));
    if (!played.report.ok || played.differences.length > 0) process.exitCode = 1;
  } catch (failure) {
    say(failedLine(each.name, failure));
    process.exitCode = 1;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The table alone is told. */
function nowhere(): NodeJS.WriteStream {
  return new Writable({ write: (_chunk, _encoding, done) => { done(); } }) as unknown as NodeJS.WriteStream;
}
