import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { MemberRole, PartnershipFile, PartnershipRegistration } from '@lateral/contracts';
import { readIfThere, writePrivate, writePrivateJson } from './private-file.js';

/**
 * What one member's client holds on disk in the demo: `clients/<agency>/<member>.json`, mode 0600. Keys are binary OpenPGP in
 * base64url and not locked: locking them is the desk's work. The hub never sees any of it.
 */
export interface ClientFile {
  v: 1;
  type: 'client-keys';
  mode: PartnershipFile['mode'];
  partnership: string;
  /** The pinned fingerprint of the partnership root. */
  rootFingerprint: string;
  agency: string;
  member: string;
  roles: MemberRole[];
  personal: string;
  /** Ed25519 private key that signs this member's sign-in assertions. */
  signIn: JWK;
  /** The agency's primary key: custodians only, null for everyone else. */
  primary: string | null;
}

/** The offline root: `root/root.json`. Kept apart from every client and from the hub. */
export interface RootFile { v: 1; type: 'root-key'; mode: PartnershipFile['mode']; partnership: string; fingerprint: string; key: string }

/** Seed of an agency's witness: `clients/<agency>/witness.key`, 32 raw bytes, and the name it cosigns under. */
export interface WitnessKey { name: string; seed: Uint8Array }

const AGENCY_ID = /^[a-z0-9][a-z0-9-]{1,63}$/;
const MEMBER_ID = /^u-[0-9a-f]{8,32}$/;

/** An agency id is used as a folder's name, so it is a plain word. */
export function isAgencyId(text: string): boolean {
  return AGENCY_ID.test(text);
}

/** A member's pseudonym: `u-` and random hex. Anything else might be somebody's name. */
export function isPseudonym(text: string): boolean {
  return MEMBER_ID.test(text);
}

export const witnessName = (agency: string): string => `witness.lateral.example/${agency}`;

export async function writeClient(folder: string, client: ClientFile): Promise<void> {
  await writePrivateJson(clientPath(folder, client.agency, client.member), client);
}

export async function readClient(folder: string, agency: string, member: string): Promise<ClientFile> {
  return JSON.parse(await readFile(clientPath(folder, agency, member), 'utf8')) as ClientFile;
}

/** Pseudonyms of an agency's members whose files are here. */
export async function listMembers(folder: string, agency: string): Promise<string[]> {
  const names = await readdir(join(folder, 'clients', checkedAgency(agency)));
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).filter(isPseudonym).sort();
}

export async function writeRoot(folder: string, root: RootFile): Promise<void> {
  await writePrivateJson(join(folder, 'root', 'root.json'), root);
}

export async function readRoot(folder: string): Promise<RootFile> {
  return JSON.parse(await readFile(join(folder, 'root', 'root.json'), 'utf8')) as RootFile;
}

export async function writeWitness(folder: string, agency: string, seed: Uint8Array): Promise<void> {
  await writePrivate(witnessPath(folder, agency), seed);
}

/** The key with which an agency's witness cosigns checkpoints. */
export async function loadWitness(folder: string, agency: string): Promise<WitnessKey> {
  return { name: witnessName(agency), seed: new Uint8Array(await readFile(witnessPath(folder, agency))) };
}

/** Written last: a folder that has one is a partnership wholly made. */
export async function writeRegistration(folder: string, registration: PartnershipRegistration): Promise<void> {
  await writePrivateJson(join(folder, 'registration.json'), registration);
}

/** What the hub's operator registers, or null where the folder holds no finished partnership. */
export async function readRegistration(folder: string): Promise<PartnershipRegistration | null> {
  const bytes = await readIfThere(join(folder, 'registration.json'));
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as PartnershipRegistration);
}

function clientPath(folder: string, agency: string, member: string): string {
  if (!isPseudonym(member)) throw new RangeError('not a pseudonym');
  return join(folder, 'clients', checkedAgency(agency), `${member}.json`);
}

function witnessPath(folder: string, agency: string): string {
  return join(folder, 'clients', checkedAgency(agency), 'witness.key');
}

function checkedAgency(agency: string): string {
  if (!isAgencyId(agency)) throw new RangeError('not an agency id');
  return agency;
}
