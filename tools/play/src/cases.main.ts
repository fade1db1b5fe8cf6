// Plays one lane of a folder of cases (`--lane N`), or says how many lanes it has (no `--lane`). Started by `npm run cases`.
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { loadSettings } from '@lateral/platform';
import { Lane } from './library/lane.js';
import { lanesOf, readLibrary, type LibraryCase } from './library/library.js';
import { failedLine, heading, lineOf } from './library/table.js';
import { PlaySettings } from './play.settings.js';
import { Story } from './round/story.js';

const { values } = parseArgs({ options: { folder: { type: 'string' }, lane: { type: 'string' } } });

const library = await readLibrary(values.folder ?? '.');
// What cannot be played is told with the first lane: where nothing else is there, that lane has no cases.
const lanes = library.cases.length === 0 ? [[]] : lanesOf(library.cases);
if (library.cases.length + library.unplayable.length === 0) {
  process.stderr.write('The folder holds no case.\n');
  process.exitCode = 1;
} else if (values.lane === undefined) process.stdout.write(`${lanes.length}\n`);
else await playLane(lanes[Number(values.lane)] ?? [], Number(values.lane) === 0);

async function playLane(cases: readonly LibraryCase[], isFirst: boolean): Promise<void> {
  if (isFirst) {
    say(heading());
    for (const { name, failure } of library.unplayable) tellFailure(name, failure);
  }
  if (cases.length === 0) return;
  const settings = loadSettings(PlaySettings);
  const folder = join(settings.LATERAL_SERVICES_FOLDER, `cases-${randomUUID()}`);
  const lane = await Lane.begin(cases, { settings, folder, story: new Story(nowhere(), []) }).catch((failure: unknown) => {
    for (const { name } of cases) tellFailure(name, failure);
    return null;
  });
  if (lane === null) return rm(folder, { recursive: true, force: true });
  const stop = (): void => { void lane.end().then(() => process.exit(130)); };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
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
    tellFailure(each.name, failure);
  }
}

function tellFailure(name: string, failure: unknown): void {
  say(failedLine(name, failure));
  process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The table alone is told. */
function nowhere(): NodeJS.WriteStream {
  return new Writable({ write: (_chunk, _encoding, done) => { done(); } }) as unknown as NodeJS.WriteStream;
}
