import { rename } from 'node:fs/promises';
import { fingerprintOf, publicKeyText, withRevocation, type PrivateKey, type RevocationReason } from '@lateral/envelope/keys';
import type { LockedRoot } from '../documents.js';
import { isThere, writeNewJson } from '../files.js';
import { newestSigned, nextRootPath, readDraft, retiredRootPath, revokedRootPath, rootPath } from '../folder.js';
import { issueVersion } from '../issue/issue-version.js';
import { hasChanges } from '../issue/show-changes.js';
import { Refusal } from '../refusal.js';
import { sayFingerprint } from '../say-fingerprint.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import { readLockedRoot, unlockRoot } from './unlock-root.js';

export interface Rotating { dir: string; /** Of the next root. */ shares: readonly string[]; days: number; /** Whether the old root is revoked as well, which takes two of its own shares. */ oldRoot?: RevocationReason | undefined; oldShares: readonly string[] }

/**
 * The announced root takes over: it certifies every agency and signs the very next version, which is how a reader who pins the old one comes to the
 * new. May be called again where it was interrupted.
 */
export async function rotateRoot({ dir, shares, days, oldRoot, oldShares }: Rotating, world: World): Promise<void> {
  const draft = await readDraft(dir);
  const [old, next] = [await readLockedRoot(rootPath(dir)), await readLockedRoot(nextRootPath(dir))];
  const before = await newestSigned(dir, draft.partnership, [old.fingerprint, next.fingerprint]);
  if (before === null) throw new Refusal('nothing-signed');
  const isSigned = before.document.root === next.fingerprint;
  if (!isSigned && before.document.nextRoot !== next.fingerprint) throw new Refusal('next-root-not-announced', { file: nextRootPath(dir) });
  if (!isSigned && hasChanges(before.document, draft)) throw new Refusal('draft-has-changes');
  // Asked for first: with shares that do not fit nothing is begun.
  const oldKey = oldRoot === undefined ? null : await unlockRoot(rootPath(dir), oldShares, world);
  if (!isSigned) {
    const rootKey = await unlockRoot(nextRootPath(dir), shares, world);
    await issueVersion(dir, { draft: { ...draft, nextRoot: null }, before, rootKey, parts: [], days, afresh: true }, world);
  }
  if (oldKey !== null && oldRoot !== undefined) await revokeOld(dir, oldKey, oldRoot, world);
  await takeOver(dir, old);
  world.terminal.out(say(DONE.rotated, world.language));
  await sayFingerprint(draft.partnership, next.fingerprint, world);
}

/** A second after the takeover, so that a root which only retires is good up to its last word. */
async function revokeOld(dir: string, key: PrivateKey, reason: RevocationReason, { now, terminal, language }: World): Promise<void> {
  const file = revokedRootPath(dir, fingerprintOf(key));
  if (await isThere(file)) return;
  const at = new Date((Math.floor(now().getTime() / 1_000) + 1) * 1_000);
  await writeNewJson(file, { v: 1, type: 'revoked-root', fingerprint: fingerprintOf(key), reason, at: at.toISOString(), key: publicKeyText(await withRevocation(key, { reason, at })) });
  terminal.out(say(DONE['old-root-revoked'], language, { file }));
}

async function takeOver(dir: string, old: LockedRoot): Promise<void> {
  const retired = retiredRootPath(dir, old.fingerprint);
  if (!(await isThere(retired))) await writeNewJson(retired, old);
  await rename(nextRootPath(dir), rootPath(dir));
}
