import { join } from 'node:path';
import type { RecoveryKit, Roster, SignedDocument } from '@lateral/contracts';
import { addEpoch, fingerprintOf, makeAgencyKey, openRecoveryKit, publicKeyText, type PrivateKey } from '@lateral/envelope/keys';
import { SIGNATURE_TYPES, parseVerifierKey } from '@lateral/tlog';
import { AGENCY_ID, DETAILS, SIGNED, type AgencyDetails, type AgencyPart, type CertificationRequest } from '../documents.js';
import { anything } from '../fields.js';
import { isThere, readDocument, writeNewJson } from '../files.js';
import { Refusal } from '../refusal.js';
import { askShares } from '../root/ask-shares.js';
import { sayFingerprint } from '../say-fingerprint.js';
import { assertApart, codeSheet, handOut, shareSheet } from '../sheets.js';
import { DONE } from '../words/done.js';
import { say } from '../words/language.js';
import type { World } from '../world.js';
import { askPassphrase } from './ask-passphrase.js';
import { makeAgencyKeys, type MadeAgencyKeys, type NewCustodian } from './make-agency.js';

export interface CreatingAgency {
  id: string; details: string; out: string; sheets?: string | undefined;
  /** The signed roster in force, where an agency begins again. */
  after?: string | undefined;
  /** Its recovery kit and two of the kit's sheets, where its key is whole and its custodians are gone. */
  kit?: string | undefined;
  shares: readonly string[];
}

/**
 * The agency's side, carried out by its first two custodians in one room: makes the agency's key and theirs, and writes a request for the root and
 * the agency's part of the registration. What is secret leaves locked or on paper.
 */
export async function createAgency(given: CreatingAgency, world: World): Promise<void> {
  const { id, out } = given;
  if (!AGENCY_ID.test(id)) throw new Refusal('usage', { about: 'ID' });
  const details = await readDetails(given.details);
  if (await isThere(out)) throw new Refusal('exists', { file: out });
  await assertApart(given.sheets, out, [1, 2, 3].map((index) => `kit-share-${index}`));
  const after = given.after === undefined ? null : await readRoster(given.after, id);
  const at = new Date(Math.floor(world.now().getTime() / 1_000) * 1_000);
  const agencyKey = given.kit === undefined ? await makeAgencyKey({ agency: id, at }) : await fromKit(given.kit, id, { shares: given.shares, at }, world);
  const people: NewCustodian[] = [];
  for (const { roles } of details.custodians) {
    const member = `u-${Buffer.from(world.random.bytes(8)).toString('hex')}`;
    people.push({ member, roles, passphrase: await askPassphrase({ nth: people.length + 1, member }, world) });
  }
  const made = await makeAgencyKeys({ agency: id, agencyKey, people, after, at, random: world.random });
  await writeAll(given, { details, agencyKey, made, at }, world);
}

async function writeAll({ id, out, sheets }: CreatingAgency, { details, agencyKey, made, at }: { details: AgencyDetails; agencyKey: PrivateKey; made: MadeAgencyKeys; at: Date }, world: World): Promise<void> {
  const { terminal, language } = world;
  const [request, part, kit] = ['certification-request', 'agency-part', 'recovery-kit'].map((name) => join(out, `${name}.json`));
  const primary = fingerprintOf(agencyKey);
  await writeNewJson(kit!, made.kit);
  for (const { member, locked } of made.custodians) await writeNewJson(custodianPath(out, member), locked);
  await writeNewJson(part!, partOf(id, details, made));
  await writeNewJson(request!, { v: 1, type: 'certification-request', made: at.toISOString(), agency: { ...details.agency, id, primary, key: publicKeyText(agencyKey) } } satisfies CertificationRequest);
  const papers = [...made.custodians.map(({ member, code }) => codeSheet(code, { agency: id, member })), ...made.shares.map((share, index) => shareSheet(share, { kind: 'kit', of: id, index: index + 1 }))];
  await handOut(papers, sheets, world);
  if (sheets !== undefined) terminal.out(say(DONE['sheets-in'], language, { folder: sheets }));
  for (const [index, { member }] of made.custodians.entries()) terminal.out(say(DONE.custodian, language, { nth: index + 1, member, file: custodianPath(out, member) }));
  terminal.out(say(DONE.send, language, { request: request!, part: part!, kit: kit! }));
  terminal.out(say(DONE['agency-made'], language, { agency: id }));
  await sayFingerprint(id, primary, world);
}

const custodianPath = (out: string, member: string): string => join(out, 'custodians', `${member}.json`);

function partOf(agency: string, { mailbox, custodians }: AgencyDetails, made: MadeAgencyKeys): AgencyPart {
  const people = made.custodians.map(({ member }, index) => ({ agency, member, issuer: custodians[index]!.issuer, subject: custodians[index]!.subject }));
  return { v: 1, type: 'agency-part', agency, mailbox, rosters: [made.roster], copies: made.copies, custody: made.custody, people };
}

async function readDetails(file: string): Promise<AgencyDetails> {
  const details = await readDocument<AgencyDetails>(file, DETAILS);
  const without = details.custodians.findIndex(({ roles }) => !roles.includes('custodian'));
  if (without >= 0) throw new Refusal('wrong-field', { file, field: `/custodians/${without}/roles` });
  const [one, two] = details.custodians;
  if (one?.issuer === two?.issuer && one?.subject === two?.subject) throw new Refusal('two-accounts', { file, field: '/custodians/1/subject' });
  const witness = details.agency.witnesses.findIndex((key) => parseVerifierKey(key)?.type !== SIGNATURE_TYPES.cosignature);
  if (witness >= 0) throw new Refusal('verifier-key', { file, field: `/agency/witnesses/${witness}` });
  return details;
}

/** The roster in force, as the hub or a colleague has it. Its signatures are for those to judge who know the key that made them. */
async function readRoster(file: string, agency: string): Promise<Roster> {
  const { document } = await readDocument<SignedDocument<Roster>>(file, SIGNED);
  if (document.type !== 'roster' || document.agency !== agency || !Array.isArray(document.members)) throw new Refusal('wrong-field', { file, field: '/document' });
  return document;
}

async function fromKit(file: string, agency: string, { shares, at }: { shares: readonly string[]; at: Date }, world: World): Promise<PrivateKey> {
  const kit = await readDocument<RecoveryKit>(file, anything);
  if (kit.agency !== agency) throw new Refusal('wrong-field', { file, field: '/agency' });
  const opened = await openRecoveryKit(kit, await askShares('kit', shares, world));
  if (!opened.ok) throw new Refusal(opened.code, { file });
  // The kit's own epochs may have lapsed, and somebody who is gone may hold them.
  return addEpoch(opened.agencyKey, { at });
}
