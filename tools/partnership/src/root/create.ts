import type { PartnershipFile } from '@lateral/contracts';
import { PARTNERSHIP_NAME, type Draft } from '../documents.js';
import { isThere, writeNewJson } from '../files.js';
import { draftPath, rootPath } from '../folder.js';
import { Refusal } from '../refusal.js';
import { sayFingerprint } from '../say-fingerprint.js';
import { assertApart, handOut, shareSheet } from '../sheets.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import { makeLockedRoot } from './locked-root.js';

const SHEETS = [1, 2, 3] as const;

/** Makes a partnership: its root, locked, and an empty draft. The three shares are handed out and kept nowhere. */
export async function createPartnership({ name, mode, out, sheets }: { name: string; mode: PartnershipFile['mode']; out: string; sheets?: string | undefined }, world: World): Promise<void> {
  if (!PARTNERSHIP_NAME.test(name)) throw new Refusal('usage', { about: 'NAME' });
  for (const file of [rootPath(out), draftPath(out)]) if (await isThere(file)) throw new Refusal('exists', { file });
  await assertApart(sheets, out, SHEETS.map((index) => `root-share-${index}`));
  const { locked, shares } = await makeLockedRoot({ partnership: name, mode, at: world.now(), random: world.random });
  const draft: Draft = { v: 1, type: 'partnership-draft', partnership: name, mode, agencies: [], nextRoot: null, log: null, keyLog: null, revoked: [] };
  // The locked root first: sheets that open nothing are worse than a root that is made again.
  await writeNewJson(rootPath(out), locked);
  await writeNewJson(draftPath(out), draft);
  await handOut(shares.map((share, at) => shareSheet(share, { kind: 'root', of: name, index: at + 1 })), sheets, world);
  if (sheets !== undefined) world.terminal.out(say(DONE['sheets-in'], world.language, { folder: sheets }));
  world.terminal.out(say(DONE['root-made'], world.language, { partnership: name }));
  await sayFingerprint(name, locked.fingerprint, world);
}
