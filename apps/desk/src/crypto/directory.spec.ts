import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipAgency, type PartnershipFile, type Roster, type RosterMember, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import { certifyAgency, fingerprintOf, following, makeAgencyKey, makePersonalKey, makeRootKey, memberCopy, noMarks, publicKeyText, signPartnership, signRoster, verifyRoster, wrapTeamCopies, type PrivateKey, type TrustedRoster, type VersionMarks } from '@lateral/envelope/keys';
import { verifyDirectory, type Verified } from './directory.js';
import { openCopies } from './open-copies.js';
import type { ShownDirectory } from './protocol.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const NOW = day(50);
const POLICE = 'county-police';
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';
type File = SignedDocument<PartnershipFile>;

let [one, two, three, police, fresh]: PrivateKey[] = [];
let people: PrivateKey[] = [];
let [first, announcing, moved, later]: File[] = [];
let roster: SignedDocument<Roster>;
let trusted: TrustedRoster;
beforeAll(async () => {
  [one, two, three] = await Promise.all([1, 2, 3].map((n) => makeRootKey({ name: `root ${n}`, at: AT })));
  [police, fresh] = await Promise.all([AT, day(30)].map((at) => makeAgencyKey({ agency: POLICE, at })));
  people = await Promise.all(['u-000000c1', 'u-000000c2'].map((member) => makePersonalKey({ member, agency: POLICE, at: AT })));
  roster = await signedRoster(police!, null, AT);
  const read = await verifyRoster(roster, { id: POLICE, primary: fingerprintOf(police!), key: police!.toPublic(), rosterFrom: null });
  if (!read.ok) throw new Error(read.code);
  trusted = read.roster;
  first = await file(one!, null, { at: AT });
  announcing = await file(one!, first.document, { at: day(10), nextRoot: two! });
  moved = await file(two!, announcing.document, { at: day(20) });
  later = await file(two!, moved.document, { at: day(25) });
});

const entryOf = (key: PrivateKey, i: number): RosterMember => ({ member: `u-000000c${i + 1}`, roles: ['custodian', 'responder'], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: AT.toISOString(), until: null, signIn: null });
async function signedRoster(agencyKey: PrivateKey, before: TrustedRoster | null, at: Date): Promise<SignedDocument<Roster>> {
  const document: Roster = { v: 1, type: 'roster', agency: POLICE, ...following(before?.document ?? null), issued: at.toISOString(), members: people.map(entryOf), teamKey: null, delegates: [] };
  return signRoster(document, { agencyKey, custodians: people, before: before ?? undefined });
}
async function file(root: PrivateKey, before: PartnershipFile | null, { at, nextRoot, agencyKey = police!, rosterFrom = null }: { at: Date; nextRoot?: PrivateKey; agencyKey?: PrivateKey; rosterFrom?: PartnershipAgency['rosterFrom'] }): Promise<File> {
  const key = publicKeyText(await certifyAgency(agencyKey.toPublic(), root, { agency: POLICE, at }));
  const agency: PartnershipAgency = { id: POLICE, type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, primary: fingerprintOf(agencyKey), key, publicAuthority: true, competentAuthority: true, commissionedProvider: false, witnesses: [], rosterFrom };
  return signPartnership({
    v: 1, type: 'partnership', partnership: 'test', ...following(before), issued: at.toISOString(), expires: new Date(at.getTime() + 365 * 86_400_000).toISOString(),
    root: fingerprintOf(root), nextRoot: nextRoot === undefined ? null : fingerprintOf(nextRoot), rootKey: publicKeyText(root), agencies: [agency], log: LOG, keyLog: LOG, mode: 'test',
  }, root);
}
const shown = (partnership: File, change: Partial<ShownDirectory> = {}): ShownDirectory => ({ own: POLICE, partnership, versions: null, rosters: [[roster]], pin: fingerprintOf(one!), marks: null, ...change });
const outcome = async (given: ShownDirectory): Promise<string> => {
  const read = await verifyDirectory(given, NOW);
  return read.ok ? `ok ${read.marks.file!.version} ${[one!, two!, three!].map(fingerprintOf).indexOf(read.marks.root) + 1}` : read.code;
};
const marksOf = async (given: ShownDirectory): Promise<VersionMarks> => {
  const read: Verified = await verifyDirectory(given, NOW);
  if (!read.ok) throw new Error(read.code);
  return read.marks;
};

describe('a root that follows another', () => {
  it('is followed by its announcement, which is asked for, by a device that has seen the old one or nothing', async () => {
    expect(await outcome(shown(announcing!))).toBe('ok 2 1');
    expect(await outcome(shown(moved!))).toBe('versions-needed');
    expect(await outcome(shown(moved!, { versions: [first!, announcing!, moved!] }))).toBe('ok 3 2');
    const marks = await marksOf(shown(first!));
    expect(await outcome(shown(later!, { marks }))).toBe('versions-needed');
    expect(await outcome(shown(later!, { marks, versions: [later!, moved!, announcing!, first!] }))).toBe('ok 4 2');
  });

  it('goes on being obeyed while the page still pins the old one, and once it pins the new one, whichever comes first', async () => {
    const marks = await marksOf(shown(moved!, { versions: [first!, announcing!] }));
    expect(await outcome(shown(later!, { marks, versions: [first!, announcing!, moved!] }))).toBe('ok 4 2');
    expect(await outcome(shown(later!, { marks, pin: fingerprintOf(two!) }))).toBe('ok 4 2');
    const old = await marksOf(shown(first!));
    expect(await outcome(shown(later!, { marks: old, pin: fingerprintOf(two!), versions: [announcing!, moved!] }))).toBe('ok 4 2');
    expect(await outcome(shown(later!, { marks: old, pin: fingerprintOf(two!) }))).toBe('versions-needed');
  });

  it('is refused where nobody announced it, by whichever of the two it does not follow', async () => {
    expect(await outcome(shown(moved!, { versions: [] }))).toBe('unpinned-root');
    expect(await outcome(shown(moved!, { versions: [first!] }))).toBe('root-not-announced');
    const marks = await marksOf(shown(announcing!));
    const others = await file(three!, announcing!.document, { at: day(20) });
    expect(await outcome(shown(others, { marks, versions: [first!, announcing!] }))).toBe('root-not-announced');
    // A page with another pin in it does not take a device along, nor does a device with other marks the page.
    expect(await outcome(shown(others, { marks, pin: fingerprintOf(three!), versions: [first!, announcing!] }))).toBe('root-not-announced');
    expect(await outcome(shown(announcing!, { marks: noMarks(fingerprintOf(three!)), versions: [first!] }))).toBe('another-root');
    expect(await outcome(shown(announcing!, { marks, pin: fingerprintOf(three!), versions: [first!] }))).toBe('another-root');
  });
});

describe('an agency whose primary key was replaced', () => {
  let replaced: File;
  let rosters: SignedDocument<Roster>[];
  let copies: TeamKeyCopy[];
  beforeAll(async () => {
    const after: Roster = { ...roster.document, ...following(roster.document), issued: day(30).toISOString() };
    rosters = [roster, await signRoster(after, { agencyKey: fresh!, custodians: people, before: trusted })];
    replaced = await file(one!, announcing!.document, { at: day(30), agencyKey: fresh!, rosterFrom: { version: 2, digest: digestOf('roster', after) } });
    const readers = people.map((key, i) => ({ member: `u-000000c${i + 1}`, key: key.toPublic() }));
    const wrapped = await Promise.all([police!, fresh!].map(async (key, i) => wrapTeamCopies({ agency: POLICE, copy: await memberCopy(key), readers, custodianKey: people[1]!, at: day(i * 31) })));
    copies = wrapped.map(([mine]) => mine!);
  });
  const openedBy = async (versions: File[] | null): Promise<unknown> => {
    const read = await verifyDirectory(shown(replaced, { rosters: [rosters], versions }), NOW);
    if (!read.ok) return read.code;
    const { own: agency, rosters: newest, former } = read.directory;
    return (await openCopies(copies, [{ agency, roster: newest.get(POLICE)! }, ...former], { memberKey: people[0]!, at: NOW })).told;
  };

  it('opens copies of before by the files of before, which the one in force vouches for', async () => {
    expect(await openedBy(null)).toBe('versions-needed');
    expect(await openedBy([first!, announcing!, replaced])).toEqual({ opened: 2, refused: [] });
  });

  it('opens none by files that are withheld or that somebody else wrote', async () => {
    expect(await openedBy([])).toEqual({ opened: 1, refused: ['not-authentic'] });
    expect(await openedBy([first!])).toEqual({ opened: 1, refused: ['not-authentic'] });
    const forged = await file(one!, first!.document, { at: day(10) });
    expect(await openedBy([forged])).toEqual({ opened: 1, refused: ['not-authentic'] });
  });
});
