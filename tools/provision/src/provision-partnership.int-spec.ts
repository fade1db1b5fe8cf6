import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url, type PartnershipFile, type PartnershipRegistration } from '@lateral/contracts';
import { fingerprintOf, holdsSecretKey, membersAt, unwrapCustody, verifyAgencyStatement, verifyPartnership, verifyRoster, type PrivateKey, type TrustedPartnership, type TrustedRoster } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { keyLogKey, ledgerKey } from './ledger-key.js';
import { listMembers, loadWitness, readRegistration } from './client-files.js';
import { loadClient, loadClientByRole, loadOfficer } from './load-client.js';
import type { AgencyPlan } from './make-agency.js';
import { provisionPartnership, type Provisioned } from './provision-partnership.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const LATER = new Date('2026-11-20T09:00:00.000Z');
const plan = (id: string, type: AgencyPlan['type']): AgencyPlan => ({ id, type, nation: 'E', name: { en: `Agency ${id}`, cy: `Asiantaeth ${id}` }, publicAuthority: true, mailbox: `desk@${id}.example.org`, language: 'en' });
const AGENCIES = [plan('county-social-care', 'LA_CSC'), plan('county-police', 'POLICE'), plan('mid-trust', 'NHST'), plan('hub-school', 'SCHOOL'), plan('county-housing', 'LA_HOUS'), plan('probation-east', 'PROB')];

describe('a provisioned partnership', () => {
  let folder: string;
  let made: Provisioned;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-partnership-'));
    const random = new SystemRandom();
    const [log, keyLog] = [await ledgerKey(folder, random), await keyLogKey(folder, random)];
    made = await provisionPartnership({ agencies: AGENCIES, at: AT, mode: 'demo', logVerifierKey: log.verifierKey, keyLogVerifierKey: keyLog.verifierKey, folder, provider: { issuerOf: (agency) => `http://localhost:4000/demo/${agency}` } });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has five members in each of six agencies', () => {
    expect(made.members).toHaveLength(30);
  });

  it('verifies under the pinned root, agency by agency', async () => {
    const { partnership, rosters } = await trusted(made);
    expect([...partnership.agencies.keys()]).toEqual(AGENCIES.map(({ id }) => id));
    for (const roster of rosters) {
      for (const role of ['practitioner', 'responder', 'data_protection_officer'] as const) expect(membersAt(roster, LATER, role)).toHaveLength(1);
      expect(membersAt(roster, LATER, 'custodian')).toHaveLength(2);
    }
    for (const statement of made.registration.statements) {
      expect((await verifyAgencyStatement(statement, { rootFingerprint: made.rootFingerprint, now: LATER })).ok).toBe(true);
    }
    expect(await verifyPartnership(made.registration.partnership, { rootFingerprint: 'A'.repeat(40), now: LATER })).toEqual({ ok: false, code: 'unpinned-root' });
  });

  it('gives the team key to everyone who reads content and to nobody else', async () => {
    const { partnership, rosters } = await trusted(made);
    for (const { agency: id, member, roles } of made.members) {
      const wrapped = made.registration.copies.find((copy) => copy.agency === id && copy.member === member);
      expect(wrapped !== undefined).toBe(!roles.includes('data_protection_officer'));
      if (wrapped === undefined) continue;
      const client = await loadClient(folder, id, member);
      const opened = await client.openTeamCopy(wrapped, { agency: partnership.agencies.get(id)!, roster: rosters.find(({ document }) => document.agency === id)!, at: LATER });
      expect(opened.ok && opened.copy.getFingerprint().toUpperCase()).toBe(partnership.agencies.get(id)!.primary);
      expect(client.primary !== null).toBe(roles.includes('custodian'));
      expect(client.rootFingerprint).toBe(made.rootFingerprint);
    }
  });

  it('gives the whole agency key to its two custodians, each copy to be opened by that one alone', async () => {
    const { partnership, rosters } = await trusted(made);
    for (const { agency: id, member, roles } of made.members) {
      const copies = made.registration.custody.filter((copy) => copy.agency === id);
      expect(copies.some((copy) => copy.member === member)).toBe(roles.includes('custodian'));
      const { personal } = await loadClient(folder, id, member);
      const trust = { agency: partnership.agencies.get(id)!, roster: rosters.find(({ document }) => document.agency === id)!, memberKey: personal, at: LATER };
      for (const copy of copies) {
        const opened = await unwrapCustody(copy, trust);
        expect(opened.ok ? fingerprintOf(opened.agencyKey) : opened.code).toBe(copy.member === member ? trust.agency.primary : 'not-authentic');
      }
    }
  });

  it('says whose account is whose at the agency\'s own provider, and an account is not a pseudonym', () => {
    const { people } = made.registration;
    expect(people.map(({ agency, member }) => `${agency} ${member}`)).toEqual(made.members.map(({ agency, member }) => `${agency} ${member}`));
    expect(new Set(people.map(({ subject }) => subject)).size).toBe(30);
    for (const { agency, issuer, subject, member } of people) {
      expect(issuer).toBe(`http://localhost:4000/demo/${agency}`);
      expect(subject).not.toContain(member.slice(2));
    }
  });

  it('refuses a copy made for somebody else, or one of another agency', async () => {
    const { partnership, rosters } = await trusted(made);
    const [ours, theirs] = ['county-police', 'mid-trust'] as const;
    const trust = { agency: partnership.agencies.get(ours)!, roster: rosters.find(({ document }) => document.agency === ours)!, at: LATER };
    const client = await loadClientByRole(folder, ours, 'responder');
    const copyOf = (agency: string, other: string): PartnershipRegistration['copies'][number] => made.registration.copies.find((copy) => copy.agency === agency && (copy.member === client.member) === (other === 'own'))!;
    expect(await client.openTeamCopy(copyOf(theirs, 'other'), trust)).toEqual({ ok: false, code: 'other-agency' });
    expect(await client.openTeamCopy(copyOf(ours, 'other'), trust)).toEqual({ ok: false, code: 'not-authentic' });
    expect(await client.openTeamCopy({ ...copyOf(ours, 'own'), epoch: 'B'.repeat(40) }, trust)).toEqual({ ok: false, code: 'not-authentic' });
  });

  it('registers with the hub nothing that opens or signs anything', async () => {
    const bytes = await readFile(join(folder, 'registration.json'), 'utf8');
    const blobs = textsIn(JSON.parse(bytes)).filter((text) => /^[A-Za-z0-9_-]{60,}$/.test(text)).map(fromBase64Url);
    expect(blobs.length).toBeGreaterThan(70);
    for (const blob of blobs) expect(holdsSecretKey(blob)).toBe(false);
    const secrets = await everySecret(folder);
    expect(secrets.length).toBe(6 * (5 * 3 + 2 * 2 + 1) + 2);
    for (const secret of secrets) {
      for (const written of [toBase64Url(secret), Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')]) expect(bytes.includes(written)).toBe(false);
      for (const blob of blobs) expect(Buffer.from(blob).includes(Buffer.from(secret))).toBe(false);
    }
  });

  it('would notice a secret key in the registration', async () => {
    const client = await loadClient(folder, made.members[0]!.agency, made.members[0]!.member);
    expect(holdsSecretKey(client.personal.write())).toBe(true);
  });

  it('knows people by pseudonym only', async () => {
    for (const { member } of made.members) expect(member).toMatch(/^u-[0-9a-f]{16}$/);
    const { rosters } = await trusted(made);
    for (const roster of rosters) for (const { key, member, agency } of roster.members.values()) expect(key.getUserIDs()).toEqual([`${member}@${agency}`]);
    const named = provisionPartnership({ agencies: [{ ...AGENCIES[0]!, members: [{ member: 'bernadette-crowe', roles: ['practitioner'] }] }], at: AT, mode: 'demo', ...keysOf(made.registration.partnership.document), folder: join(folder, 'named') });
    await expect(named).rejects.toThrow('pseudonym');
    expect(await readRegistration(join(folder, 'named'))).toBeNull();
  });

  it('bears the demo mark, keeps keys to their owner, and is never made over an existing one', async () => {
    const { document } = made.registration.partnership;
    expect(document.mode).toBe('demo');
    const root = (await trusted(made)).root;
    expect(root).toEqual(['Lateral demo partnership root']);
    for (const path of await readdir(folder, { recursive: true })) {
      const entry = await stat(join(folder, path));
      expect(entry.mode & 0o077).toBe(0);
    }
    await expect(provisionPartnership({ agencies: AGENCIES, at: AT, mode: 'demo', ...keysOf(document), folder })).rejects.toThrow('already');
  });

  it('has an officer for each agency whose client reads narratives only', async () => {
    for (const { id } of AGENCIES) expect((await loadOfficer(folder, id)).roles).toEqual(['data_protection_officer']);
  });
});

async function trusted({ registration, rootFingerprint }: Provisioned): Promise<{ partnership: TrustedPartnership; rosters: TrustedRoster[]; root: string[] }> {
  const read = await verifyPartnership(registration.partnership, { rootFingerprint, now: LATER });
  if (!read.ok) throw new Error(read.code);
  const rosters = await Promise.all(registration.rosters.map(async (signed) => {
    const roster = await verifyRoster(signed, read.partnership.agencies.get(signed.document.agency)!);
    if (!roster.ok) throw new Error(roster.code);
    return roster.roster;
  }));
  return { partnership: read.partnership, rosters, root: read.partnership.root.getUserIDs() };
}

const keysOf = ({ log, keyLog }: PartnershipFile): { logVerifierKey: string; keyLogVerifierKey: string } => ({ logVerifierKey: log, keyLogVerifierKey: keyLog });

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>).flatMap(textsIn) : [];
}

/** Every private number on the client side: OpenPGP scalars and seeds, sign-in and witness seeds, the ledger's. */
async function everySecret(folder: string): Promise<Uint8Array[]> {
  const secrets: Uint8Array[] = await Promise.all(['ledger-signing.key', 'key-log-signing.key'].map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
  for (const { id } of AGENCIES) {
    secrets.push((await loadWitness(folder, id)).seed);
    for (const member of await listMembers(folder, id)) {
      const { personal, primary, signIn } = await loadClient(folder, id, member);
      secrets.push(...numbersOf(personal), ...(primary === null ? [] : numbersOf(primary)), fromBase64Url(signIn['d'] as string));
    }
  }
  return secrets;
}

function numbersOf(key: PrivateKey): Uint8Array[] {
  return [key.keyPacket, ...key.subkeys.map(({ keyPacket }) => keyPacket)].flatMap((packet) => ('privateParams' in packet ? Object.values((packet.privateParams ?? {}) as Record<string, unknown>) : [])).filter((value): value is Uint8Array => value instanceof Uint8Array && value.length >= 31);
}
