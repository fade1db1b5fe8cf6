import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf, fromBase64Url, type LockedKey, type RecoveryKit } from '@lateral/contracts';
import { encryptionEpoch, fingerprintOf, openRecoveryKit, publicKeyFrom, unlockPersonalKey, unwrapCustody, unwrapTeamCopy, verifyRoster, type TrustedAgency } from '@lateral/envelope/keys';
import { TYPED, WORDS, details, laptop, makeAgencyOn, type Laptop } from '../../../../test/world/laptop.js';
import type { AgencyPart, CertificationRequest } from '../documents.js';

const AT = new Date('2026-11-02T09:00:00.250Z');

describe('agency create', () => {
  let desk: Laptop;
  beforeEach(async () => { desk = await laptop(); });
  afterEach(() => desk.end());
  const create = async (id: string, given: unknown, answers: readonly string[] = TYPED, more: readonly string[] = []) =>
    desk.run(['agency', 'create', id, '--details', await desk.write('details.json', given), '--out', desk.path(id), '--sheets', desk.path('paper'), ...more], answers);

  async function trusted(folder: string, rosterFrom: TrustedAgency['rosterFrom'] = null) {
    const { agency } = await desk.json<CertificationRequest>(folder, 'certification-request.json');
    const part = await desk.json<AgencyPart>(folder, 'agency-part.json');
    const entry: TrustedAgency = { ...agency, rosterFrom, key: (await publicKeyFrom(agency.key))! };
    const roster = await verifyRoster(part.rosters[0]!, entry);
    if (!roster.ok) throw new Error(roster.code);
    return { agency: entry, part, roster: roster.roster };
  }

  it('two custodians, each with their own way in, hold the agency\'s whole key and read what it is sent', async () => {
    await makeAgencyOn(desk, 'council');
    const { agency, part, roster } = await trusted('council');
    expect(roster.document).toMatchObject({ version: 1, previous: null, teamKey: null, members: { length: 2 } });
    for (const [index, { member, issuer, subject }] of part.people.entries()) {
      expect({ issuer, subject }).toEqual({ issuer: 'https://login.council.test/tenant', subject: `s-${index + 1}` });
      const locked = await desk.json<LockedKey>('council', 'custodians', `${member}.json`);
      const code = /(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}/.exec(await readFile(desk.path('council-paper', `recovery-code-${member}.txt`), 'utf8'))![0];
      const opened = await Promise.all([unlockPersonalKey(locked, { kind: 'passphrase', passphrase: WORDS[index]! }, { agency: 'council', member }), unlockPersonalKey(locked, { kind: 'recovery-code', code }, { agency: 'council', member })]);
      const [unlocked] = opened;
      if (!unlocked?.ok || !opened[1]?.ok) throw new Error('does not unlock');
      const trust = { agency, roster, memberKey: unlocked.key, at: AT };
      expect(await unwrapCustody(part.custody.find((copy) => copy.member === member)!, trust)).toMatchObject({ ok: true });
      expect(await unwrapTeamCopy(part.copies.find((copy) => copy.member === member)!, trust)).toMatchObject({ ok: true });
      expect((await unlockPersonalKey(locked, { kind: 'passphrase', passphrase: WORDS[1 - index]! }, { agency: 'council', member })).ok).toBe(false);
    }
  });

  it('the kit opens with two of its sheets; no passphrase, code or share is in the folder; all of it is for its owner alone', async () => {
    await makeAgencyOn(desk, 'council');
    const kit = await desk.json<RecoveryKit>('council', 'recovery-kit.json');
    const share = async (n: number): Promise<string> => /LATERAL KIT[^]*?(?=\n\n)/.exec(await readFile(desk.path('council-paper', `kit-share-${n}.txt`), 'utf8'))![0];
    const opened = await openRecoveryKit(kit, [await share(3), await share(1)]);
    if (!opened.ok) throw new Error(opened.code);
    expect(fingerprintOf(opened.agencyKey)).toBe(kit.primary);
    const files = (await desk.files()).filter(({ path }) => path.startsWith(desk.path('council/')));
    expect(files).toHaveLength(5);
    const { seed } = (opened.agencyKey.keyPacket as unknown as { privateParams: { seed: Uint8Array } }).privateParams;
    for (const { text, mode } of files) {
      expect(mode).toBe(0o600);
      for (const secret of [...WORDS, 'SHARE', Buffer.from(seed).toString('hex'), Buffer.from(seed).toString('base64url')]) expect(text).not.toContain(secret);
    }
  });

  it('asks for each passphrase twice, hidden, and writes nothing where one is weak, differs or is not given', async () => {
    const tried = async (answers: readonly string[]) => (await create('council', details(), answers)).err;
    expect(await tried(['short one'])).toContain('[passphrase-weak]');
    expect(await tried([WORDS[0], WORDS[1]])).toContain('[passphrase-differs]');
    expect(await tried([WORDS[0], WORDS[0]])).toContain('[no-answer]');
    expect((await desk.files()).map(({ path }) => path)).toEqual([desk.path('details.json')]);
    const { asked, out, err } = await create('council', details());
    expect(asked.map(({ hidden }) => hidden)).toEqual([true, true, true, true]);
    for (const words of WORDS) expect(`${out}${err}`).not.toContain(words);
  });

  it.each([
    ['/agency/nation', { ...details(), agency: { ...details().agency, nation: 'X' } }, 'wrong-field'],
    ['/agency/name/cy', { ...details(), agency: { ...details().agency, name: { en: 'x', cy: '' } } }, 'wrong-field'],
    ['/agency/witnesses/0', details({ witnesses: ['x'] }), 'verifier-key'],
    ['/mailbox/mailbox', { ...details(), mailbox: { mailbox: 'nobody', language: 'en' } }, 'wrong-field'],
    ['/custodians', { ...details(), custodians: details().custodians.slice(1) }, 'wrong-field'],
    ['/custodians/1/roles', { ...details(), custodians: [details().custodians[0], { ...details().custodians[1], roles: ['responder'] }] }, 'wrong-field'],
    ['/custodians/1/subject', { ...details(), custodians: [details().custodians[0], details().custodians[0]] }, 'two-accounts'],
  ])('details with a wrong %s are refused by file and field, before anything is asked', async (field, given, code) => {
    const { exit, err, asked } = await create('council', given);
    expect({ exit, asked }).toEqual({ exit: 3, asked: [] });
    expect(err).toContain(`details.json ${field}: `);
    expect(err).toContain(`[${code}]`);
  });

  it('refuses an id that is no plain word, and a folder that is there', async () => {
    expect(await create('Council', details())).toMatchObject({ exit: 2 });
    expect(await create('council', details())).toMatchObject({ exit: 0 });
    expect(await create('council', details())).toMatchObject({ exit: 5, err: expect.stringContaining(desk.path('council')) });
  });

  it('with its kit and two sheets an agency that lost everybody begins again: same key, new epoch, new custodians, old ones ended', async () => {
    await makeAgencyOn(desk, 'council');
    const before = await desk.json<AgencyPart>('council', 'agency-part.json');
    const roster = before.rosters[0]!;
    desk.set('2027-01-15T08:00:00Z');
    const kit = ['--kit', desk.path('council', 'recovery-kit.json'), ...[2, 3].flatMap((n) => ['--share', desk.path('council-paper', `kit-share-${n}.txt`)])];
    const again = ['--out', desk.path('again'), '--after', await desk.write('roster.json', roster), ...kit];
    await makeAgencyOn(desk, 'council', again);
    const { agency: { primary, key } } = await desk.json<CertificationRequest>('again', 'certification-request.json');
    expect(primary).toBe((await desk.json<CertificationRequest>('council', 'certification-request.json')).agency.primary);
    const next = (await desk.json<AgencyPart>('again', 'agency-part.json')).rosters[0]!.document;
    expect(next).toMatchObject({ version: 2, previous: digestOf('roster', roster.document) });
    expect(next.members.map(({ until }) => until)).toEqual(['2027-01-15T08:00:00.000Z', '2027-01-15T08:00:00.000Z', null, null]);
    // The kit's own epoch has lapsed by then.
    expect(await encryptionEpoch((await publicKeyFrom(key))!, new Date('2027-01-16'))).not.toBeNull();
    expect(await trusted('again', { version: 2, digest: digestOf('roster', next) })).toMatchObject({ roster: { document: { version: 2 } } });
    expect(fromBase64Url(key).length).toBeGreaterThan(fromBase64Url((await desk.json<CertificationRequest>('council', 'certification-request.json')).agency.key).length);
  });

  it('sheets of another agency\'s kit open nothing', async () => {
    await makeAgencyOn(desk, 'council');
    await makeAgencyOn(desk, 'police');
    const { exit, err } = await create('council-2', details(), TYPED, ['--kit', desk.path('council', 'recovery-kit.json'), ...[1, 2].flatMap((n) => ['--share', desk.path('police-paper', `kit-share-${n}.txt`)])]);
    expect({ exit, err: /\[(.*)\]$/.exec(err)?.[1] }).toEqual({ exit: 3, err: 'wrong-field' });
    const own = await desk.run(['agency', 'create', 'council', '--details', desk.path('details.json'), '--out', desk.path('x'), '--kit', desk.path('council', 'recovery-kit.json'), ...[1, 2].flatMap((n) => ['--share', desk.path('police-paper', `kit-share-${n}.txt`)])], TYPED);
    expect(own).toMatchObject({ exit: 4, err: expect.stringContaining('foreign-share') });
  });
});
