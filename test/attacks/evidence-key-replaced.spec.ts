// An agency's primary key was replaced, and evidence of the days before names the old one. Whoever stole it must not have it count for a day longer.
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, utf8, type EvidencePack, type Roster } from '@lateral/contracts';
import { certifyAgency, fingerprintOf, following, makeAgencyKey, publicKeyText, signRoster, type PrivateKey } from '@lateral/envelope/keys';
import { KEYS_AT, ROUND_AT } from '@lateral/testing/envelope';
import { makeEvidence, statementsBy, testRoot, type Evidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

const DAY_MS = 86_400_000;
const daysAfter = (days: number): Date => new Date(ROUND_AT.getTime() + days * DAY_MS);

describe('evidence of messages that were sealed to a key which was replaced', () => {
  let made: Evidence;
  let fresh: PrivateKey;
  beforeAll(async () => {
    made = await makeEvidence();
    fresh = await makeAgencyKey({ agency: made.asked.agency, at: KEYS_AT });
  });

  /** The pack as an honest hub gives it when the root has certified the new key at that time: both statements, and the roster that the new key signed. */
  async function replaced(issued: Date): Promise<EvidencePack> {
    const { asking, asked, log, rootKey, pack } = made;
    const document: Roster = { ...asked.roster.document, ...following(asked.roster.document), issued: issued.toISOString(), teamKey: null };
    const roster = await signRoster(document, { agencyKey: fresh, custodians: asked.custodians, before: asked.roster });
    const rosterFrom = { version: document.version, digest: digestOf('roster', document) };
    const key = publicKeyText(await certifyAgency(fresh.toPublic(), rootKey, { agency: asked.agency, at: issued }));
    const statements = await statementsBy(rootKey, log, [asking, asked], {
      version: 2, issued, otherwise: (agency) => (agency.id === asked.agency ? { ...agency, primary: fingerprintOf(fresh), key, rosterFrom } : agency),
    });
    return { ...pack, agencies: [...pack.agencies, ...statements], rosters: [...pack.rosters, roster] };
  }
  async function found(pack: EvidencePack): Promise<[string, string[]]> {
    const { outcome, findings } = await verifyEvidence(utf8(JSON.stringify(pack)), made.root, openPgpInspector);
    return [outcome, [...new Set(findings.map(({ code }) => code))]];
  }
  const isOf = (id: string, version: number) => ({ document }: EvidencePack['agencies'][number]): boolean => document.agency.id === id && document.version === version;

  it('is proven by what the root said then and what it says now, whichever comes first in the pack', async () => {
    const pack = await replaced(daysAfter(10));
    expect(await found(pack)).toEqual(['proven', []]);
    expect(await found({ ...pack, agencies: pack.agencies.toReversed() })).toEqual(['proven', []]);
  });

  it('is proven for a week in which the new statement may have been on its way to the hub, and not afterwards', async () => {
    expect(await found(await replaced(daysAfter(-6)))).toEqual(['proven', []]);
    expect(await found(await replaced(daysAfter(-8)))).toEqual(['unknownKey', ['reader-unknown']]);
  });

  it('is not proven by what the root says now alone', async () => {
    const pack = await replaced(daysAfter(10));
    expect(await found({ ...pack, agencies: pack.agencies.filter((each) => !isOf(made.asked.agency, 1)(each)) })).toEqual(['unknownKey', ['reader-unknown']]);
  });

  it('nor where another root says who it was, or the hub wrote it', async () => {
    const pack = await replaced(daysAfter(10));
    const [stranger] = await statementsBy(await testRoot(), made.log, [made.asked]);
    const forged = pack.agencies.map((each) => (isOf(made.asked.agency, 1)(each) ? stranger! : each));
    expect(await found({ ...pack, agencies: forged })).toEqual(['unknownKey', ['another-root', 'reader-unknown']]);
    const written = pack.agencies.map((each) => (isOf(made.asked.agency, 1)(each) ? { ...each, document: { ...each.document, issued: daysAfter(-1).toISOString() } } : each));
    expect(await found({ ...pack, agencies: written })).toEqual(['unknownKey', ['agency-signature', 'reader-unknown']]);
  });

  it('nor where the pack holds one version twice', async () => {
    const pack = await replaced(daysAfter(10));
    expect(await found({ ...pack, agencies: [...pack.agencies, pack.agencies.find(isOf(made.asked.agency, 1))!] })).toEqual(['unknownKey', ['agency-named-twice']]);
  });
});
