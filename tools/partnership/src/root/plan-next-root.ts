import { isThere, writeNewJson } from '../files.js';
import { nextRootPath, readDraft, replaceDraft } from '../folder.js';
import { Refusal } from '../refusal.js';
import { sayFingerprint } from '../say-fingerprint.js';
import { assertApart, handOut, shareSheet } from '../sheets.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import { makeLockedRoot } from './locked-root.js';

/** Makes the root that will follow, with sheets of its own, and puts its fingerprint into the draft. The root in force announces it by signing. */
export async function planNextRoot({ dir, sheets }: { dir: string; sheets?: string | undefined }, world: World): Promise<void> {
  const draft = await readDraft(dir);
  if (await isThere(nextRootPath(dir))) throw new Refusal('exists', { file: nextRootPath(dir) });
  await assertApart(sheets, dir, [1, 2, 3].map((index) => `root-share-${index}`));
  const { locked, shares } = await makeLockedRoot({ partnership: draft.partnership, mode: draft.mode, at: world.now(), random: world.random });
  await writeNewJson(nextRootPath(dir), locked);
  await handOut(shares.map((share, at) => shareSheet(share, { kind: 'root', of: draft.partnership, index: at + 1 })), sheets, world);
  // Announced last: a next root whose sheets nobody holds must never be.
  await replaceDraft(dir, { ...draft, nextRoot: locked.fingerprint });
  if (sheets !== undefined) world.terminal.out(say(DONE['sheets-in'], world.language, { folder: sheets }));
  world.terminal.out(say(DONE['next-root-made'], world.language, { partnership: draft.partnership }));
  await sayFingerprint(draft.partnership, locked.fingerprint, world);
}
