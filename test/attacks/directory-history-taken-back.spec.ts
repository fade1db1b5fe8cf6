import { beforeAll, describe, expect, it } from 'vitest';
import type { Roster, RosterMember } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { fingerprintOf, following, judgeProposal, publicKeyFrom, publicKeyText, signDocument, verifyRosterChain, withRevocation, type PrivateKey, type PublicKey } from '@lateral/envelope/keys';
import { sendMessage } from '@lateral/testing/envelope';
import { days, makeDirectory, makeMember, roster, rosterVersions, trustedAgency, type Directory } from './support/directory.js';

// Both custodians of an agency would rather that a colleague had never belonged, or had left before what they signed.
describe('attack: two custodians who make a colleague out to have belonged at another time', () => {
  let directory: Directory;
  let colleague: RosterMember;
  let personal: PrivateKey;
  beforeAll(async () => {
    directory = await makeDirectory();
    ({ entry: colleague, personal } = await makeMember('u-0000000a', ['responder']));
  });

  it.each<[string, (members: readonly RosterMember[]) => RosterMember[]]>([
    ['taken out', (members) => members.filter(({ member }) => member !== colleague.member)],
    ['begun later', (members) => members.map((entry) => (entry.member === colleague.member ? { ...entry, from: days(2).toISOString() } : entry))],
    ['ended before', (members) => members.map((entry) => (entry.member === colleague.member ? { ...entry, until: days(2).toISOString() } : entry))],
  ])('is published by no hub, as no reader would obey it: %s', async (_how, change) => {
    const agency = await trustedAgency(directory, 'county-police');
    const [first] = await rosterVersions(1, directory, [colleague]);
    const next = roster(directory, [colleague], { before: first!.trusted.document, at: days(10) });
    const signed = await signDocument('roster', { ...next, members: change(next.members) }, directory.police, ...directory.custodians.map(({ personal }) => personal));
    expect(await verifyRosterChain([first!.signed, signed], agency)).toEqual({ ok: false, code: 'history-changed', version: 2 });
    // With both signatures at once, and with the first alone: otherwise the second would be asked for what puts the agency out of the partnership.
    for (const signatures of [signed.signatures, signed.signatures.slice(0, 2)]) expect(await judgeProposal({ ...signed, signatures }, agency, first!.trusted)).toEqual({ ok: false, code: 'history-changed' });
  });

  describe('or who take something out of the colleague\'s key, so that it had signed nothing or was never stolen', () => {
    /** What hub and readers say of the step from a roster with one form of the colleague's key to the next with the other. */
    async function step(from: PublicKey, to: PublicKey): Promise<unknown[]> {
      const agency = await trustedAgency(directory, 'county-police');
      const [was, now] = [from, to].map((key) => ({ ...colleague, key: publicKeyText(key) })) as [RosterMember, RosterMember];
      const [first] = await rosterVersions(1, directory, [was]);
      const next = await signDocument('roster', roster(directory, [now], { before: first!.trusted.document, at: days(10) }), directory.police, ...directory.custodians.map((each) => each.personal));
      const [read, judged] = [await verifyRosterChain([first!.signed, next], agency), await judgeProposal({ ...next, signatures: next.signatures.slice(0, 2) }, agency, first!.trusted)];
      return [read.ok || read.code, judged.ok || judged.code];
    }
    const REFUSED = ['history-changed', 'history-changed'];

    it('is published by no hub and obeyed by no reader, while the owner\'s own additions are', async () => {
      const whole = personal.toPublic();
      const [retired, stolen] = await Promise.all((['retired', 'compromised'] as const).map((reason) => withRevocation(personal, { reason, at: days(5) })));
      expect([await step(whole, retired!), await step(whole, stolen!)]).toEqual([[true, true], [true, true]]);
      expect([await step(retired!, whole), await step(stolen!, whole), await step(stolen!, retired!)]).toEqual([REFUSED, REFUSED, REFUSED]);
      const bare = (await publicKeyFrom(publicKeyText(whole)))!;
      for (const user of bare.users) user.selfCertifications = [];
      expect(await step(whole, bare)).toEqual(REFUSED);
      const unbound = (await publicKeyFrom(publicKeyText(whole)))!;
      unbound.subkeys = [];
      expect(await step(whole, unbound)).toEqual(REFUSED);
    });
  });

  it('takes back nothing that was signed: readers keep the roster that they had', async () => {
    const { opening, sender } = await sendMessage('request');
    const issued = days(60);
    const document: Roster = { ...sender.roster.document, ...following(sender.roster.document), issued: issued.toISOString(), members: sender.roster.document.members.map((entry) => (entry.member === 'm-1' ? { ...entry, until: sender.roster.document.issued } : entry)) };
    const signed = await signDocument('roster', document, sender.primary, ...sender.custodians);
    expect(await verifyRosterChain([signed], { id: sender.agency, primary: fingerprintOf(sender.primary), key: sender.team, rosterFrom: null }, { after: sender.roster })).toMatchObject({ ok: false, code: 'history-changed' });
    expect(await openMessage(opening)).toMatchObject({ ok: true });
  });
});
