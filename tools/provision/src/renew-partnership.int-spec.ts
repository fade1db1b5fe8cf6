import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipRegistration } from '@lateral/contracts';
import { encryptionEpoch, memberAt, verifyPartnership, verifyRoster, type TrustedPartnership } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { readRegistration } from './client-files.js';
import { keyLogKey, ledgerKey } from './ledger-key.js';
import { loadClient, loadClientByRole } from './load-client.js';
import type { AgencyPlan } from './make-agency.js';
import { provisionPartnership, type Provisioned } from './provision-partnership.js';
import { renewPartnership } from './renew-partnership.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const NEXT = new Date('2026-12-03T09:00:00.500Z');
const AFTER = new Date('2026-12-04T09:00:00.000Z');
const plan = (id: string): AgencyPlan => ({ id, type: 'POLICE', nation: 'E', name: { en: id, cy: id }, publicAuthority: true, mailbox: `desk@${id}.example.org`, language: 'en' });

describe('renewing a partnership', () => {
  let folder: string;
  let made: Provisioned;
  beforeEach(async () => {
    const random = new SystemRandom();
    folder = await mkdtemp(join(tmpdir(), 'lateral-renewal-'));
    made = await provisionPartnership({ agencies: [plan('county-police'), plan('mid-trust')], at: AT, mode: 'test', logVerifierKey: (await ledgerKey(folder, random)).verifierKey, keyLogVerifierKey: (await keyLogKey(folder, random)).verifierKey, folder });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('follows the version before, and turns the one team key it was asked to turn', async () => {
    const renewed = await renewPartnership({ folder, at: NEXT, rotate: ['county-police'] });
    const before = await trusted(made.registration, AT);
    const after = await trusted(renewed, AFTER, { version: 1, digest: before.digest });
    expect(after.document).toMatchObject({ version: 2, previous: digestOf('partnership', before.document) });
    const epochs = async ({ agencies }: TrustedPartnership, at: Date): Promise<(string | null)[]> => Promise.all([...agencies.values()].map(({ key }) => encryptionEpoch(key, at)));
    const [[police, trust], [policeAfter, trustAfter]] = [await epochs(before, AT), await epochs(after, AFTER)];
    expect(trustAfter).toBe(trust);
    expect(policeAfter).not.toBe(police);
    const rosters = await Promise.all(renewed.rosters.map(async (signed, i) => {
      const agency = after.agencies.get(signed.document.agency)!;
      const first = await verifyRoster(made.registration.rosters[i]!, before.agencies.get(agency.id)!);
      if (!first.ok) throw new Error(first.code);
      // By its custodians, as someone judges it who has the one before, and by the root's word.
      return [await verifyRoster(signed, { ...agency, rosterFrom: null }, { before: first.roster }), await verifyRoster(signed, agency)];
    }));
    expect(rosters.map((both) => both.map((read) => read.ok && read.roster.document.version))).toEqual([[2, 2], [1, 1]]);
    expect(await readRegistration(folder)).toEqual(renewed);
  });

  it('closes what comes next to a leaver and opens it to those who stay', async () => {
    const leaver = await loadClientByRole(folder, 'county-police', 'responder');
    const renewed = await renewPartnership({ folder, at: NEXT, rotate: [], leavers: [{ agency: 'county-police', member: leaver.member }] });
    const { agencies } = await trusted(renewed, AFTER);
    const agency = agencies.get('county-police')!;
    const read = await verifyRoster(renewed.rosters[0]!, agency);
    if (!read.ok) throw new Error(read.code);
    expect(memberAt(read.roster, leaver.fingerprint, AFTER)).toBeNull();
    expect(memberAt(read.roster, leaver.fingerprint, new Date('2026-12-01T00:00:00.000Z'))?.member).toBe(leaver.member);
    const ofPolice = renewed.copies.filter((copy) => copy.agency === 'county-police');
    expect(ofPolice.map(({ member }) => member)).not.toContain(leaver.member);
    expect(ofPolice).toHaveLength(3);
    for (const wrapped of ofPolice) {
      const opened = await (await loadClient(folder, 'county-police', wrapped.member)).openTeamCopy(wrapped, { agency, roster: read.roster, at: AFTER });
      // Both epochs: what was sent before is still theirs to read.
      expect(opened.ok && opened.copy.subkeys).toHaveLength(2);
      expect(wrapped.epoch).toBe(await encryptionEpoch(agency.key, AFTER));
    }
  });

  it('needs two custodians who stay', async () => {
    const custodian = await loadClientByRole(folder, 'county-police', 'custodian');
    await expect(renewPartnership({ folder, at: NEXT, rotate: [], leavers: [{ agency: 'county-police', member: custodian.member }] })).rejects.toThrow('fewer than two custodians');
    expect(await readRegistration(folder)).toEqual(made.registration);
  });

  async function trusted(registration: PartnershipRegistration, now: Date, previous?: { version: number; digest: string }): Promise<TrustedPartnership> {
    const read = await verifyPartnership(registration.partnership, { rootFingerprint: made.rootFingerprint, now, previous });
    if (!read.ok) throw new Error(read.code);
    return read.partnership;
  }
});
