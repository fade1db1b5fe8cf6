import type { PartnershipAgency, PartnershipFile, PartnershipRegistration, SignedDocument } from '@lateral/contracts';
import { certifyAgency, checkCertification, fingerprintOf, following, publicKeyFrom, publicKeyText, signAgencyStatements, signPartnership, type PrivateKey } from '@lateral/envelope/keys';
import type { Draft } from '../documents.js';
import { writeNewJson } from '../files.js';
import { registrationPath, replaceDraft, signedPath } from '../folder.js';
import { Refusal } from '../refusal.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import type { Part } from './read-part.js';

/** The longest that a file stands: what verifies it refuses more. */
export const MOST_DAYS = 400;
export const USUAL_DAYS = 365;
const DAY_MS = 86_400_000;

export interface Issue {
  draft: Draft;
  before: SignedDocument<PartnershipFile> | null;
  rootKey: PrivateKey;
  parts: readonly Part[];
  days: number;
  /** Whether every agency is certified afresh, or only those whose certification would lapse before the file does. */
  afresh: boolean;
}

/**
 * Signs the next version and writes what the operator of the hub registers: the file, the root's word about each agency, and what agencies brought
 * this time. What they did not bring the hub has already. Nothing that was signed is ever overwritten.
 */
export async function issueVersion(folder: string, { draft, before, rootKey, parts, days, afresh }: Issue, { now, terminal, language }: World): Promise<void> {
  const { log, keyLog, partnership, mode, nextRoot } = draft;
  if (log === null || keyLog === null) throw new Refusal('logs-missing');
  // Keys and certifications say their times in whole seconds.
  const issued = new Date(Math.floor(now().getTime() / 1_000) * 1_000);
  const expires = new Date(issued.getTime() + days * DAY_MS);
  const agencies = await Promise.all(draft.agencies.map((entry) => certified(entry, rootKey, { issued, expires, afresh })));
  const document: PartnershipFile = {
    v: 1, type: 'partnership', partnership, ...following(before?.document ?? null), issued: issued.toISOString(), expires: expires.toISOString(),
    root: fingerprintOf(rootKey), nextRoot, rootKey: publicKeyText(rootKey), agencies, log, keyLog, mode,
  };
  const registration: PartnershipRegistration = {
    partnership: await signPartnership(document, rootKey),
    statements: await signAgencyStatements(document, rootKey),
    rosters: parts.flatMap(({ part }) => part.rosters), copies: parts.flatMap(({ part }) => part.copies), custody: parts.flatMap(({ part }) => part.custody), people: parts.flatMap(({ part }) => part.people),
    mailboxes: parts.map(({ part: { agency, mailbox } }) => ({ agency, ...mailbox })),
  };
  const file = registrationPath(folder, document.version);
  await writeNewJson(file, registration);
  // The commit point: from here on this version is the one that the next follows.
  await writeNewJson(signedPath(folder, document.version), registration.partnership);
  await replaceDraft(folder, { ...draft, agencies });
  terminal.out(say(DONE.signed, language, { version: document.version, until: document.expires.slice(0, 10), file }));
}

async function certified(entry: PartnershipAgency, rootKey: PrivateKey, { issued, expires, afresh }: { issued: Date; expires: Date; afresh: boolean }): Promise<PartnershipAgency> {
  const key = await publicKeyFrom(entry.key);
  if (key === null) throw new Refusal('not-a-key', { file: 'draft.json', field: `/agencies (${entry.id})` });
  const last = new Date(expires.getTime() - 1);
  const stands = !afresh && (await checkCertification(key, rootKey.toPublic(), { agency: entry.id, at: last }));
  return stands ? entry : { ...entry, key: publicKeyText(await certifyAgency(key, rootKey, { agency: entry.id, at: issued })) };
}
