import type { PartnershipAgency } from '@lateral/contracts';
import { CERTIFICATION_DAYS, certifyAgency as certify, publicKeyText } from '@lateral/envelope/keys';
import { REQUEST, type CertificationRequest } from '../documents.js';
import { readDocument } from '../files.js';
import { readDraft, replaceDraft, rootPath } from '../folder.js';
import { readLockedRoot, unlockRoot } from '../root/unlock-root.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import { checkRequest } from './check-request.js';

export interface Certifying { dir: string; request: string; /** What the agency read out over the telephone. */ fingerprint: string; replaceKey: boolean; shares: readonly string[] }

/** The root certifies an agency's key, and the draft lists the agency. Checked whole before anybody is asked for a share. */
export async function certifyAgency({ dir, request: file, fingerprint, replaceKey, shares }: Certifying, world: World): Promise<void> {
  const draft = await readDraft(dir);
  const request = await readDocument<CertificationRequest>(file, REQUEST);
  const { fingerprint: root } = await readLockedRoot(rootPath(dir));
  const at = new Date(Math.floor(world.now().getTime() / 1_000) * 1_000);
  const roots = draft.nextRoot === null ? [root] : [root, draft.nextRoot];
  const key = await checkRequest(request, file, { draft, roots, compared: fingerprint, replaceKey, at });
  const rootKey = await unlockRoot(rootPath(dir), shares, world);
  const { agency } = request;
  const known = draft.agencies.find(({ id }) => id === agency.id);
  // A new key is at the head of no chain yet: the root marks its roster when it signs.
  const entry: PartnershipAgency = { ...agency, key: publicKeyText(await certify(key, rootKey, { agency: agency.id, at })), rosterFrom: known?.primary === agency.primary ? known.rosterFrom : null };
  const agencies = known === undefined ? [...draft.agencies, entry] : draft.agencies.map((other) => (other.id === entry.id ? entry : other));
  await replaceDraft(dir, { ...draft, agencies });
  world.terminal.out(say(DONE.certified, world.language, { agency: agency.id, until: new Date(at.getTime() + CERTIFICATION_DAYS * 86_400_000).toISOString().slice(0, 10) }));
}
