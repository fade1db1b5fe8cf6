import { beforeAll, describe, expect, it } from 'vitest';
import { handedOutDigest, type MemberRole, type Roster, type RosterMember, type RosterProposalBody } from '@lateral/contracts';
import { decryptWith, encryptTo, fingerprintOf, NOTATIONS, type PrivateKey } from '../openpgp.js';
import { cosignRoster, proposeRoster, type CosignRefusal } from './cosign-roster.js';
import { unwrapCustody, wrapCustody } from './custody-copy.js';
import { holdsSecretOf, withoutEpochs } from './delete-epochs.js';
import { addEpoch, isStripped, makeAgencyKey, makePersonalKey, memberCopy } from './make-keys.js';
import { nextRoster } from './next-roster.js';
import { publicKeyText } from './public-key.js';
import { openRecoveryKit, makeRecoveryKit } from './recovery-kit.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signDocument, signRoster } from './sign-directory.js';
import { unwrapTeamCopy, wrapTeamCopies } from './team-copy.js';
import { verifyRoster, type RosterAgency, type RosterRefusal } from './verify-roster.js';

const AT = new Date('2026-01-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const agency = 'county-police';
const NAMES = ['u-000000c1', 'u-000000c2', 'u-0000000a'];
const ROLES: MemberRole[] = ['custodian', 'custodian', 'responder'];
const NOTATION = { name: NOTATIONS.document, value: 'test' } as const;

describe('deleting an epoch', () => {
  let police: PrivateKey;
  let rotated: PrivateKey;
  let keys: PrivateKey[];
  let known: RosterAgency;
  /** Version 1, with one epoch; version 2, on day 30, with a second one. The first lapses on day 35. */
  let first: TrustedRoster;
  let before: TrustedRoster;
  let old: string;
  let newest: string;
  const trusted = async (body: RosterProposalBody['roster'], after?: TrustedRoster): Promise<TrustedRoster> => {
    const read = await verifyRoster(body, known, { before: after });
    if (!read.ok) throw new Error(read.code);
    return read.roster;
  };
  beforeAll(async () => {
    police = await makeAgencyKey({ agency, at: AT });
    known = { id: agency, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    keys = await Promise.all(NAMES.map((member) => makePersonalKey({ member, agency, at: AT })));
    const members: RosterMember[] = keys.map((key, i) => ({ member: NAMES[i]!, roles: [ROLES[i]!], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: AT.toISOString(), until: null, signIn: null }));
    const document: Roster = { v: 1, type: 'roster', agency, ...following(null), issued: AT.toISOString(), members, teamKey: null, delegates: [] };
    first = await trusted(await signRoster(document, { agencyKey: police, custodians: keys.slice(0, 2) }));
    const next = await nextRoster(first, { newEpochDays: 60 }, { agencyKey: police, custodianKey: keys[0]!, at: day(30) });
    rotated = next.agencyKey;
    before = await trusted(await signedByBoth(next.proposal, first, day(30)), first);
    [old, newest] = rotated.subkeys.map(fingerprintOf) as [string, string];
  });
  const signedByBoth = async (body: RosterProposalBody, after: TrustedRoster, at: Date, deleting: string[] = []): Promise<RosterProposalBody['roster']> => {
    const signed = await cosignRoster(body, { agency: known, before: after, custodianKey: keys[1]!, at, deleting });
    if (!signed.ok) throw new Error(signed.code);
    return signed.signed;
  };
  const deletion = (epochs: readonly string[], at = day(40)): ReturnType<typeof nextRoster> => nextRoster(before, { deleteEpochs: epochs }, { agencyKey: rotated, custodianKey: keys[0]!, at });

  it('takes the secret out of a key and nothing else: later epochs open, the public half and the signature of old rosters stay', async () => {
    for (const key of [rotated, await memberCopy(rotated)]) {
      const without = await withoutEpochs(key, [old]);
      expect([holdsSecretOf(key, [old]), holdsSecretOf(without, [old]), holdsSecretOf(without, [newest])]).toEqual([true, false, true]);
      expect([isStripped(without), publicKeyText(without)]).toEqual([isStripped(key), publicKeyText(key)]);
      const opens = async (epoch: string, at: Date, by: PrivateKey): Promise<boolean> =>
        (await decryptWith(await encryptTo(Uint8Array.of(1), [{ key: rotated.toPublic(), epoch }], keys[2]!, NOTATION, at), [by], [keys[2]!.toPublic()], NOTATION, day(50))).ok;
      expect([await opens(old, day(3), key), await opens(newest, day(40), key)]).toEqual([true, true]);
      expect([await opens(old, day(3), without), await opens(newest, day(40), without)]).toEqual([false, true]);
    }
    expect(await withoutEpochs(await withoutEpochs(rotated, [old]), [old])).toBeTruthy();
    expect((await addEpoch(await withoutEpochs(rotated, [old]), { at: day(41) })).subkeys).toHaveLength(3);
  });

  it('gives everybody copies without it by a roster that two have signed, and a kit that has it no more', async () => {
    const { proposal, agencyKey } = await deletion([old]);
    expect(proposal.copies.map(({ member }) => member)).toEqual(NAMES);
    expect(proposal.custody.map(({ member }) => member)).toEqual(NAMES.slice(0, 2));
    const roster = await trusted(await signedByBoth(proposal, before, day(40), [old]), before);
    expect(roster.document.deletedEpochs).toEqual([old]);
    expect(publicKeyText(roster.teamKey!)).toBe(publicKeyText(before.teamKey!));
    const by = { agency: known, roster, at: day(41) };
    const copy = await unwrapTeamCopy(proposal.copies[2]!, { ...by, memberKey: keys[2]! });
    const custody = await unwrapCustody(proposal.custody[1]!, { ...by, memberKey: keys[1]! });
    expect([copy.ok && holdsSecretOf(copy.copy, [old]), copy.ok && holdsSecretOf(copy.copy, [newest]), custody.ok && holdsSecretOf(custody.agencyKey, [old])]).toEqual([false, true, false]);
    let turn = 0;
    const random = { bytes: (n: number): Uint8Array => new Uint8Array(n).map(() => (turn += 7)) };
    const { kit, shares } = await makeRecoveryKit({ agency, agencyKey, at: day(40), random });
    const opened = await openRecoveryKit(kit, [shares[0]!, shares[2]!]);
    expect(opened.ok && [holdsSecretOf(opened.agencyKey, [old]), holdsSecretOf(opened.agencyKey, [newest])]).toEqual([false, true]);
  });

  it('is signed by a second custodian who was asked about these epochs, and by no client that does not ask', async () => {
    const { proposal } = await deletion([old]);
    const codeOf = async (deleting?: string[]): Promise<CosignRefusal | 'signed'> => {
      const signed = await cosignRoster(proposal, { agency: known, before, custodianKey: keys[1]!, at: day(40), ...(deleting === undefined ? {} : { deleting }) });
      return signed.ok ? 'signed' : signed.code;
    };
    expect([await codeOf(), await codeOf([newest]), await codeOf([old, newest]), await codeOf([old])]).toEqual(['deletes-epochs', 'deletes-epochs', 'deletes-epochs', 'signed']);
  });

  it('is refused for the newest, for one that is in use, for one of another key, and for one that the team key no longer has', async () => {
    for (const [epochs, at] of [[[newest], day(40)], [[old], day(34)], [[fingerprintOf(keys[2]!)], day(40)], [[old, newest], day(40)]] as const) await expect(deletion(epochs, at)).rejects.toThrow('epoch-undeletable');
    await expect(nextRoster(before, { deleteEpochs: [old], newEpochDays: 35 }, { agencyKey: await makeAgencyKey({ agency, at: AT }), custodianKey: keys[0]!, at: day(40) })).rejects.toThrow();
    const document: Roster = { ...before.document, ...following(before.document), issued: day(40).toISOString(), teamKey: publicKeyText(await onlyNewest()), deletedEpochs: [old] };
    expect(await codeOfChain(document, before)).toBe('epoch-undeletable');
  });

  it('is never taken back, nor may the first roster of an agency delete', async () => {
    const { proposal } = await deletion([old]);
    const roster = await trusted(await signedByBoth(proposal, before, day(40), [old]), before);
    const { handedOut: _h, deletedEpochs: _d, ...rest } = roster.document;
    expect(await codeOfChain({ ...rest, ...following(roster.document), issued: day(41).toISOString() }, roster)).toBe('history-changed');
    expect(await codeOfChain({ ...rest, ...following(roster.document), issued: day(41).toISOString(), deletedEpochs: [old] }, roster)).toBe('signed');
    expect(await codeOfChain({ ...first.document, deletedEpochs: [old] }, undefined)).toBe('epoch-undeletable');
  });

  it('holds for later rosters by whoever unlocked the key before: they hand on what is left of it', async () => {
    const { proposal } = await deletion([old]);
    const roster = await trusted(await signedByBoth(proposal, before, day(40), [old]), before);
    const { proposal: later, agencyKey } = await nextRoster(roster, { newEpochDays: 35 }, { agencyKey: rotated, custodianKey: keys[0]!, at: day(50) });
    expect([later.roster.document.deletedEpochs, holdsSecretOf(agencyKey, [old])]).toEqual([[old], false]);
    const after = await trusted(await signedByBoth(later, roster, day(50)), roster);
    const custody = await unwrapCustody(later.custody[1]!, { agency: known, roster: after, memberKey: keys[1]!, at: day(51) });
    expect(custody.ok && holdsSecretOf(custody.agencyKey, [old, newest])).toBe(true);
    expect(custody.ok && holdsSecretOf(custody.agencyKey, [old])).toBe(false);
  });

  it('is not signed by the second custodian where the copies that come with it still hold the secret, or leave somebody out', async () => {
    const { proposal } = await deletion([old]);
    const wrapping = { agency, custodianKey: keys[0]!, at: day(40) };
    const readers = keys.map((key, i) => ({ member: NAMES[i]!, key: key.toPublic() }));
    const copies = await wrapTeamCopies({ ...wrapping, copy: await memberCopy(rotated), readers });
    const custody = await Promise.all([0, 1].map((i) => wrapCustody({ ...wrapping, member: NAMES[i]!, agencyKey: rotated, memberKey: keys[i]!.toPublic() })));
    const cosigned = async (change: Partial<RosterProposalBody>): Promise<CosignRefusal | 'signed'> => {
      const body = { ...proposal, ...change };
      const document = { ...body.roster.document, handedOut: handedOutDigest(body)! };
      const roster = await proposeRoster(document, { agencyKey: rotated, custodianKey: keys[0]!, before });
      const signed = await cosignRoster({ ...body, roster }, { agency: known, before, custodianKey: keys[1]!, at: day(40), deleting: [old] });
      return signed.ok ? 'signed' : signed.code;
    };
    expect(await cosigned({ copies })).toBe('copies-do-not-open');
    expect(await cosigned({ custody })).toBe('copies-do-not-open');
    expect(await cosigned({ copies: proposal.copies.slice(0, 2) })).toBe('copies-missing');
    expect(await cosigned({ custody: proposal.custody.slice(1) })).toBe('copies-missing');
    expect(await cosigned({})).toBe('signed');
  });

  async function onlyNewest(): Promise<PrivateKey> {
    const key = await addEpoch(police, { at: day(30), days: 60 });
    key.subkeys = key.subkeys.slice(1);
    return key;
  }

  async function codeOfChain(document: Roster, after: TrustedRoster | undefined): Promise<RosterRefusal | 'signed'> {
    const read = await verifyRoster(await signDocument('roster', document, police, keys[0]!, keys[1]!), known, { before: after });
    return read.ok ? 'signed' : read.code;
  }
});
