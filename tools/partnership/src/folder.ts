import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { isPartnershipFile, verifyPartnership } from '@lateral/envelope/keys';
import { DRAFT, SIGNED, type Draft } from './documents.js';
import { readDocument, replaceJson } from './files.js';
import { Refusal } from './refusal.js';

/** Where things lie in the folder of a partnership on the offline laptop. */
export const rootPath = (folder: string): string => join(folder, 'root.json');
export const nextRootPath = (folder: string): string => join(folder, 'next-root.json');
export const draftPath = (folder: string): string => join(folder, 'draft.json');
export const signedPath = (folder: string, version: number): string => join(folder, 'signed', `partnership-${version}.json`);
export const registrationPath = (folder: string, version: number): string => join(folder, 'registrations', `registration-${version}.json`);
export const retiredRootPath = (folder: string, fingerprint: string): string => join(folder, 'retired', `root-${fingerprint}.json`);
export const revokedRootPath = (folder: string, fingerprint: string): string => join(folder, 'retired', `revoked-root-${fingerprint}.json`);

export async function readDraft(folder: string): Promise<Draft> {
  return readDocument<Draft>(draftPath(folder), DRAFT);
}

export async function replaceDraft(folder: string, draft: Draft): Promise<void> {
  await replaceJson(draftPath(folder), draft);
}

/**
 * The newest version that was signed here, or null. It is believed only as far as its own signature, by one of the roots given, goes: what follows
 * it names it by its digest. Its age does not count, because a lapsed file is renewed too.
 */
export async function newestSigned(folder: string, partnership: string, roots: readonly string[]): Promise<SignedDocument<PartnershipFile> | null> {
  const names = await readdir(join(folder, 'signed')).catch(() => []);
  const version = Math.max(0, ...names.map((name) => Number(/^partnership-(\d{1,9})\.json$/.exec(name)?.[1] ?? 0)));
  if (version === 0) return null;
  const file = signedPath(folder, version);
  const signed = await readDocument<SignedDocument<PartnershipFile>>(file, SIGNED);
  const { document } = signed;
  if (!isPartnershipFile(document) || document.version !== version || document.partnership !== partnership) throw new Refusal('wrong-field', { file, field: '/document' });
  const read = roots.includes(document.root) ? await verifyPartnership(signed, { rootFingerprint: document.root, now: new Date(document.issued) }) : { ok: false, code: 'unpinned-root' } as const;
  if (!read.ok) throw new Refusal('not-signed-by-root', { file, about: read.code });
  return signed;
}
