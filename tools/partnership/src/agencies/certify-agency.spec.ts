import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '@lateral/contracts';
import { checkCertification, fingerprintOf, makeAgencyKey, publicKeyFrom, publicKeyText } from '@lateral/envelope/keys';
import { LOG, laptopWithRoot, makeAgencyOn, shares, type Laptop } from '../../../../test/world/laptop.js';
import type { CertificationRequest, Draft, LockedRoot } from '../documents.js';

const AT = new Date('2026-11-02T09:00:00Z');

describe('certify-agency', () => {
  let desk: Laptop;
  let good: CertificationRequest;
  beforeAll(async () => {
    desk = await laptopWithRoot();
    await makeAgencyOn(desk, 'council');
    good = await desk.json('council', 'certification-request.json');
  });
  afterAll(() => desk.end());
  const certify = async (request: unknown, fingerprint: string, more: string[] = shares(desk, 'paper')) =>
    desk.run(['certify-agency', '--dir', desk.path('root'), '--request', await desk.write('request.json', request), '--fingerprint', fingerprint, ...more]);
  const withAgency = (change: Partial<CertificationRequest['agency']>): CertificationRequest => ({ ...good, agency: { ...good.agency, ...change } });
  const draft = () => desk.json<Draft>('root', 'draft.json');
  const keyOf = async (options: { agency?: string; at?: Date; days?: number; epochDays?: number }) => {
    const key = await makeAgencyKey({ agency: 'council', at: AT, ...options });
    return { primary: fingerprintOf(key), key: publicKeyText(key), secret: toBase64Url(key.write()) };
  };

  it('certifies for 400 days under the name of the agency, and lists it', async () => {
    expect(await certify(good, good.agency.primary.toLowerCase().match(/.{4}/g)!.join(' '))).toMatchObject({ exit: 0, out: expect.stringContaining('2027-12-07') });
    const [entry] = (await draft()).agencies;
    const [key, root] = [await publicKeyFrom(entry!.key), await publicKeyFrom((await desk.json<LockedRoot>('root', 'root.json')).rootKey)];
    const holds = (day: string, agency = 'council') => checkCertification(key!, root!, { agency, at: new Date(day) });
    expect([await holds('2026-11-03'), await holds('2027-12-06'), await holds('2027-12-08'), await holds('2026-11-03', 'police')]).toEqual([true, true, false, false]);
    expect(entry).toMatchObject({ id: 'council', name: { en: 'Test Council', cy: 'Cyngor Prawf' }, rosterFrom: null });
  });

  it('what the agency did not read out is refused, before anybody is asked for a share', async () => {
    const before = await draft();
    const { exit, err, asked } = await certify(good, 'A'.repeat(40), []);
    expect({ exit, asked }).toEqual({ exit: 3, asked: [] });
    expect(err).toContain('--fingerprint');
    expect(await draft()).toEqual(before);
  });

  it.each([
    ['a secret key', 'secret-key', '/agency/key', async () => { const made = await keyOf({}); return withAgency({ primary: made.primary, key: made.secret }); }],
    ['something that is no key', 'not-a-key', '/agency/key', async () => withAgency({ key: 'AAAA' })],
    ['a key of another fingerprint', 'other-fingerprint', '/agency/primary', async () => withAgency({ key: (await keyOf({})).key })],
    ['the key of another agency\'s name', 'user-ids', '/agency/key', async () => withAgency(publicOf(await keyOf({ agency: 'police' })))],
    ['a key that has lapsed', 'not-in-force', '/agency/key', async () => withAgency(publicOf(await keyOf({ at: new Date('2020-01-01'), days: 30 })))],
    ['a key with no epoch in force', 'no-epoch', '/agency/key', async () => withAgency(publicOf(await keyOf({ at: new Date('2026-01-01'), epochDays: 30 })))],
    ['the root itself', 'root-itself', '/agency/key', async () => { const root = await desk.json<LockedRoot>('root', 'root.json'); return withAgency({ primary: root.fingerprint, key: root.rootKey }); }],
    ['another key of the same agency, unasked', 'replaces-key', '/agency/primary', async () => withAgency(publicOf(await keyOf({})))],
    ['the same key under another name', 'user-ids', '/agency/key', async () => withAgency({ id: 'council-2' })],
    ['a witness that is a log', 'verifier-key', '/agency/witnesses/0', async () => withAgency({ witnesses: [LOG] })],
    ['an unknown kind of agency', 'wrong-field', '/agency/type', async () => withAgency({ type: 'CIRCUS' as 'GP' })],
    ['a name that steers a terminal', 'wrong-field', '/agency/name/cy', async () => withAgency({ name: { en: 'x', cy: 'a\u001b[2J' } })],
    ['a member nobody knows', 'wrong-field', '/agency/?', async () => ({ ...good, agency: { ...good.agency, note: 'x' } })],
  ])('%s is refused with the field', async (_, code, field, make) => {
    const request = await make();
    const { exit, err, asked } = await certify(request, request.agency.primary, []);
    expect({ exit, asked }).toEqual({ exit: 3, asked: [] });
    expect(err).toContain(`request.json ${field}: `);
    expect(err).toContain(`[${code}]`);
    expect((await draft()).agencies.map(({ primary }) => primary)).toEqual([good.agency.primary]);
  });

  it('a key of another curve is refused, and a key that was revoked here never comes back', async () => {
    const { generateKey } = await import('openpgp');
    const { publicKey } = await generateKey({ type: 'ecc', curve: 'nistP256', userIDs: [{ name: 'council' }], date: AT, format: 'object' });
    const other = withAgency({ primary: fingerprintOf(publicKey), key: toBase64Url(publicKey.write()) });
    expect(await certify(other, other.agency.primary, [])).toMatchObject({ exit: 3, err: expect.stringContaining('[unsupported-key]') });
    expect(fromBase64Url(other.agency.key).length).toBeGreaterThan(0);
    expect(await desk.run(['revoke-agency', 'council', '--reason', 'compromised', '--dir', desk.path('root')])).toMatchObject({ exit: 0 });
    expect(await certify(good, good.agency.primary, [])).toMatchObject({ exit: 3, err: expect.stringContaining('[key-revoked]') });
    expect(await draft()).toMatchObject({ agencies: [], revoked: [{ agency: 'council', primary: good.agency.primary, reason: 'compromised' }] });
  });
});

const publicOf = ({ primary, key }: { primary: string; key: string }): { primary: string; key: string } => ({ primary, key });
