import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipRegistration, Roster, SignedDocument } from '@lateral/contracts';
import type { DirectoryStore } from '@lateral/exchange';
import { provisionPartnership, writeServiceCertificates } from '@lateral/provision';
import { TrustedDirectory } from './trusted-directory.js';

const AT = new Date('2026-11-22T09:00:00.000Z');
const after = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const IDS = ['csc-north', 'police-north', 'school-north'];

describe('a directory in which one agency\'s rosters cannot be obeyed', () => {
  let folder: string;
  let registration: PartnershipRegistration;
  let rootFingerprint: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-directory-'));
    const { logVerifierKey, keyLogVerifierKey } = await writeServiceCertificates(join(folder, 'services'), AT);
    const agencies = IDS.map((id) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const }));
    ({ registration, rootFingerprint } = await provisionPartnership({ agencies, at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey, keyLogVerifierKey, folder: join(folder, 'partnership') }));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = async (change: (rosters: SignedDocument<Roster>[]) => SignedDocument<Roster>[], now = () => AT) => {
    const faulty: [string, string][] = [];
    const refused: number[] = [];
    let rosters = change(structuredClone(registration.rosters));
    const store = { partnership: () => Promise.resolve(registration.partnership), rosters: () => Promise.resolve(rosters) } as Partial<DirectoryStore> as DirectoryStore;
    const directory = new TrustedDirectory(store, { now: () => Promise.resolve(now()) }, { rootFingerprint, elapsedMs: () => 0, onFailure: (error) => { throw error; }, onFaultyAgency: (agency, code) => faulty.push([agency, code]), onJudged: (count) => refused.push(count) });
    await directory.refresh();
    return { directory, view: await directory.view(), faulty, refused, put: (next: SignedDocument<Roster>[]) => { rosters = next; } };
  };
  const of = (rosters: SignedDocument<Roster>[], agency: string) => rosters.find(({ document }) => document.agency === agency)!;
  const WAYS: [string, string, (rosters: SignedDocument<Roster>[]) => SignedDocument<Roster>[]][] = [
    ['signed by nobody', 'bad-signature', (all) => { of(all, 'police-north').signatures = []; return all; }],
    ['with a person too many', 'bad-signature', (all) => { of(all, 'police-north').document.members.pop(); return all; }],
    ['that begins in the air', 'unchained', (all) => { Object.assign(of(all, 'police-north').document, { version: 2, previous: registration.rosters[0]!.signatures[0]!.slice(0, 42) + 'A' }); return all; }],
    ['that is none', 'malformed', (all) => { Object.assign(of(all, 'police-north').document, { members: 'nobody' }); return all; }],
  ];

  it.each(WAYS)('goes on without the agency whose roster is one %s, and says which it is', async (_way, code, change) => {
    const { view, faulty } = await read(change);
    expect(faulty).toEqual([['police-north', code]]);
    const { member } = of(registration.rosters, 'police-north').document.members[0]!;
    expect([view.agency('police-north'), view.member('police-north', member), await view.officers('police-north', AT), view.delegates('police-north', AT)]).toEqual([null, null, [], []]);
    for (const id of ['csc-north', 'school-north']) {
      const [person] = of(registration.rosters, id).document.members;
      expect(view.agency(id)).toMatchObject({ id });
      expect(view.member(id, person!.member)).not.toBeNull();
      expect(view.signer(id, person!.fingerprint, AT)).toMatchObject({ member: person!.member });
      expect(await view.officers(id, AT)).toHaveLength(1);
    }
  });

  it('has it back as soon as its rosters hold again', async () => {
    const { directory, put, faulty, refused } = await read((all) => all.filter(({ document }) => document.agency !== 'police-north').concat([{ ...of(all, 'police-north'), document: { ...of(all, 'police-north').document, version: 2, previous: null } }]));
    expect((await directory.view()).agency('police-north')).toBeNull();
    put(registration.rosters);
    await directory.readAnew();
    expect((await directory.view()).agency('police-north')).toMatchObject({ id: 'police-north' });
    expect([faulty.length, refused]).toEqual([1, [1, 0]]);
  });

  it('takes an epoch for a reader until it runs out, though nothing is read anew', async () => {
    let now = AT;
    const { directory, view } = await read((all) => all, () => now);
    const epochs = async (): Promise<number> => { await directory.refresh(); return (await directory.view()).agency('school-north')!.epochs.length; };
    expect(view.agency('school-north')!.epochs).toHaveLength(1);
    const found: number[] = [];
    for (const days of [1, 34, 36]) {
      now = after(days);
      found.push(await epochs());
    }
    expect(found).toEqual([1, 1, 0]);
    expect(await directory.view()).toBe(await directory.view());
  });

  it('names an officer until the key runs out, though nothing is read anew', async () => {
    const { view } = await read((all) => all);
    expect([await view.officers('school-north', after(394)), await view.officers('school-north', after(396))]).toEqual([[{ officer: expect.any(String) as string, epoch: expect.any(String) as string }], []]);
  });
});
