import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, utf8, type AgencyStatement, type Roster, type SignedDocument } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { cosignRoster, fingerprintOf, following, memberAt, memberCopy, nextRoster, proposeRoster, signDocument, signerAt, unwrapTeamCopy, verifyRoster, verifyRosterChain, wrapTeamCopies, type PrivateKey, type RosterAgency, type RosterChange, type TrustedRoster } from '@lateral/envelope/keys';
import { KEYS_AT, ROUND_AT, sendMessage } from '@lateral/testing/envelope';
import { makeEvidence, testRoot, type Evidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

const MINUTE = 60_000;
const DAY = 86_400_000;
const after = (ms: number): Date => new Date(ROUND_AT.getTime() + ms);

// A custodian proposes that somebody leaves, and the other signs days later. Until then the hub has the roster of before and takes what the leaver
// signs: to call that void afterwards is to take evidence from whoever was answered. And a thief with the leaver's key would like a little longer.
describe('somebody signs while the roster that ends them waits for its second custodian', () => {
  let rootKey: PrivateKey;
  let made: Evidence;
  let agency: RosterAgency;
  let first: SignedDocument<Roster>;
  beforeAll(async () => {
    rootKey = await testRoot();
    made = await makeEvidence({ root: rootKey });
    const { asking, pack } = made;
    agency = { id: asking.agency, primary: fingerprintOf(asking.primary), key: asking.team, rosterFrom: null };
    first = pack.rosters.find(({ document }) => document.agency === asking.agency)!;
  });

  const without = (roster: Roster, issued: Date, ...members: string[]): Roster => ({ ...roster, ...following(roster), issued: issued.toISOString(), members: roster.members.map((entry) => (members.includes(entry.member) && entry.until === null ? { ...entry, until: issued.toISOString() } : entry)) });
  /** Put forward when it says that it was issued, signed by the second custodian at another time. */
  const published = async (document: Roster, at: Date, before: TrustedRoster = made.asking.roster): Promise<SignedDocument<Roster>> => {
    const { primary: agencyKey, custodians: [one, two] } = made.asking;
    const roster = await proposeRoster(document, { agencyKey, custodianKey: one!, before });
    const done = await cosignRoster({ roster, copies: [], custody: [] }, { agency, before, custodianKey: two!, at });
    if (!done.ok) throw new Error(done.code);
    return done.signed;
  };
  const read = async (...signed: SignedDocument<Roster>[]): Promise<TrustedRoster> => {
    const chain = await verifyRosterChain([first, ...signed], agency);
    if (!chain.ok) throw new Error(chain.code);
    return chain.newest;
  };
  const seen = async (...signed: SignedDocument<Roster>[]): Promise<unknown[]> => {
    const { opening } = await sendMessage('request');
    const opened = await openMessage({ ...opening, senderRoster: await read(...signed) });
    const { outcome } = await verifyEvidence(utf8(JSON.stringify({ ...made.pack, rosters: [...made.pack.rosters, ...signed] })), made.root, openPgpInspector);
    return [opened.ok ? 'opened' : opened.code, outcome];
  };

  it.each<[string, number, number, unknown[]]>([
    ['an hour before the second signature', -DAY, 60 * MINUTE, ['opened', 'proven']],
    ['six days before it', -MINUTE, 6 * DAY, ['opened', 'proven']],
    ['as the second custodian signs, by a clock that is a little behind', -DAY, -4 * MINUTE, ['opened', 'proven']],
    ['after it', -DAY, -6 * MINUTE, ['signer-unknown', 'unknownKey']],
    ['after a roster that did not wait', -DAY, -DAY, ['signer-unknown', 'unknownKey']],
  ])('%s: desk and verifier say the same', async (_when, issued, second, expected) => {
    expect(await seen(await published(without(made.asking.roster.document, after(issued), 'm-1'), after(second)))).toEqual(expected);
  });

  it('is believed by the roster that ended them, whatever comes later, and of nobody else', async () => {
    const signed = await published(without(made.asking.roster.document, after(-DAY), 'm-1'), after(60 * MINUTE));
    const second = await read(signed);
    const third = await published(without(second.document, after(2 * DAY), 'd-1'), after(4 * DAY), second);
    expect(await seen(signed, third)).toEqual(['opened', 'proven']);
    const { member, officer } = made.asking;
    const newest = await read(signed, third);
    const lasts = (key: typeof member, at: Date): boolean => signerAt(newest, fingerprintOf(key), at) !== null;
    const [leaver, later] = [after(65 * MINUTE), after(4 * DAY + 5 * MINUTE)];
    expect([lasts(member, new Date(leaver.getTime() - 1)), lasts(member, leaver), lasts(officer, new Date(later.getTime() - 1)), lasts(officer, later)]).toEqual([true, false, true, false]);
    expect(lasts(member, new Date(KEYS_AT.getTime() - 1))).toBe(false);
    // Whoever may do something now is another question: they left on the day that it says.
    expect(memberAt(newest, fingerprintOf(member), after(0))).toBeNull();
  });

  it('gives a last day that is past to nobody again, though custodians date a roster back to before it', async () => {
    const named = (until: number, issued: number, before: Roster): Roster => ({ ...before, ...following(before), issued: after(issued).toISOString(), members: before.members.map((entry) => (entry.member === 'm-1' ? { ...entry, until: after(until).toISOString() } : entry)) });
    const planned = await published(named(-2 * DAY, -5 * DAY, made.asking.roster.document), after(-5 * DAY));
    const second = await read(planned);
    expect(await seen(planned, await published(named(-3 * DAY, -4 * DAY, second.document), after(60 * MINUTE), second))).toEqual(['signer-unknown', 'unknownKey']);
  });

  it('is not believed where the root ends them: it means the moment that it says', async () => {
    const signed = await published(without(made.asking.roster.document, after(-DAY), 'm-1'), after(60 * MINUTE));
    const marked: RosterAgency = { ...agency, rosterFrom: { version: 2, digest: digestOf('roster', signed.document) } };
    const chain = await verifyRosterChain([first, signed], marked);
    expect(chain.ok && [chain.newest.since, signerAt(chain.newest, fingerprintOf(made.asking.member), after(0))]).toEqual([after(-DAY), null]);
    const statements = await Promise.all(made.pack.agencies.map(async ({ document }) => signDocument<AgencyStatement>('agency', document.agency.id === agency.id ? { ...document, agency: { ...document.agency, rosterFrom: marked.rosterFrom } } : document, rootKey)));
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...made.pack, agencies: statements, rosters: [...made.pack.rosters, signed] })), made.root, openPgpInspector);
    expect(verdict.outcome).toBe('unknownKey');
  });

  it('signs no roster and hands on no key meanwhile, having been a custodian', async () => {
    const { primary, custodians: [one, two], officer } = made.asking;
    const agreed = async (change: RosterChange, before: TrustedRoster, issued: Date, at: Date): Promise<SignedDocument<Roster>> => {
      const { proposal } = await nextRoster(before, change, { agencyKey: primary, custodianKey: two!, at: issued });
      const done = await cosignRoster(proposal, { agency, before, custodianKey: before.document.version === 1 ? one! : officer, at });
      if (!done.ok) throw new Error(done.code);
      return done.signed;
    };
    const second = await agreed({ roles: [{ member: 'd-1', roles: ['custodian'] }] }, made.asking.roster, after(-2 * DAY), after(-2 * DAY));
    const third = await agreed({ leave: ['k-1'] }, await read(second), after(-DAY), after(DAY));
    const newest = await read(second, third);
    expect(signerAt(newest, fingerprintOf(one!), after(0))?.member).toBe('k-1');
    const forged = await signDocument('roster', { ...newest.document, ...following(newest.document), issued: after(0).toISOString() }, primary, one!, two!);
    expect(await verifyRoster(forged, agency, { before: newest })).toEqual({ ok: false, code: 'not-two-custodians' });
    const [wrapped] = await wrapTeamCopies({ agency: agency.id, copy: await memberCopy(primary), readers: [{ member: 'm-1', key: made.asking.member.toPublic() }], custodianKey: one!, at: after(0) });
    expect(await unwrapTeamCopy(wrapped!, { agency, roster: newest, memberKey: made.asking.member, at: after(DAY) })).toEqual({ ok: false, code: 'not-by-a-custodian' });
  });
});
