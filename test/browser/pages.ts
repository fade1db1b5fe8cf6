import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePages } from '../../tools/services/src/bundle-pages.mjs';

let made: Promise<string> | null = null;

/** The pages as the sources are now, in a folder that is only read: made once, for all specs of a worker share what is loaded. It goes with the worker. */
export function builtPages(): Promise<string> {
  made ??= build().catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}

async function build(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lateral-pages-'));
  const clear = (): void => { rmSync(folder, { recursive: true, force: true }); };
  process.once('exit', clear);
  // The runner ends its workers so: clearing up, a worker then ends as it was told to.
  process.once('SIGTERM', () => {
    clear();
    process.kill(process.pid, 'SIGTERM');
  });
  const pages = join(folder, 'pages');
  await bundlePages(pages);
  return pages;
}
