import { existsSync } from 'node:fs';
import { HubRefused } from '../refuse-to-start.js';
import { pagesBesideBundle, readPages, type PageFiles } from './page-files.js';

/** The pages that a hub serves, or null. Throws a HubRefused where a folder is named that holds none. */
export async function pagesOf(folder: string | null, rootFingerprint: string): Promise<PageFiles | null> {
  const beside = pagesBesideBundle();
  const from = folder ?? (beside !== null && existsSync(beside) ? beside : null);
  if (from === null) return null;
  return readPages(from, rootFingerprint).catch(() => { throw new HubRefused('pages-missing'); });
}
