import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipRegistration } from '@lateral/contracts';
import { verifyAgencyStatement, verifyPartnership, verifyRosterChain } from '@lateral/envelope/keys';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { KEY_LOG, LOG, certified, laptopWithRoot, logs, makeAgencyOn, shares, type Laptop } from '../../../../test/world/laptop.js';
import type { AgencyPart, CertificationRequest, Draft, LockedRoot } from '../documents.js';

const DAY = 86_400_000;

// One story: each step stands on the one before.
describe('sign and renew', () => {
  let desk: Laptop;
  let rootFingerprint: string;
  beforeAll(async () => {
    desk = await laptopWithRoot('production');
    rootFingerprint = (await desk.json<LockedRoot>('root', 'root.json')).fingerprint;
    await certified(desk, 'council');
    await certified(desk, 'police');
  });
  afterAll(() => desk.end());
  const partOf = (id: string): string[] => ['--part', desk.path(id, 'agency-part.json')];
  const sign = (...more: string[]) => desk.run(['sign', '--dir', desk.path('root'), ...shares(desk, 'paper'), ...more]);
  const registration = (version: number) => desk.json<PartnershipRegistration>('root', 'registrations', `registration-${version}.json`);
  /** What every reader asks of it, the hub that registers it included. */
  async function obeyed({ partnership, statements, rosters, copies, custody, people, mailboxes }: PartnershipRegistration, now: Date): Promise<string> {
    const file = await verifyPartnership(partnership, { rootFingerprint, now });
    if (!file.ok) return file.code;
    for (const statement of statements) if (!(await verifyAgencyStatement(statement, { rootFingerprint, now })).ok) return 'statement';
    for (const roster of rosters) if (!(await verifyRosterChain([roster], file.partnership.agencies.get(roster.document.agency)!)).ok) return 'roster';
    const listed = [...copies, ...custody, ...people, ...mailboxes].every(({ agency }) => file.partnership.agencies.has(agency));
    return listed && statements.length === file.partnership.agencies.size ? 'obeyed' : 'misfits';
  }

  it('refuses the first version without logs, without agencies\' parts, or with a key that is none', async () => {
    expect(await sign(...partOf('council'), ...partOf('police'))).toMatchObject({ exit: 6, err: expect.stringContaining('logs-missing') });
    expect(await sign(...logs, ...partOf('council'))).toMatchObject({ exit: 3, err: expect.stringMatching(/police.*\[part-missing\]/) });
    expect(await sign(...partOf('council'), ...partOf('police'), '--log', LOG, '--key-log', 'x')).toMatchObject({ exit: 3, err: expect.stringContaining('--key-log') });
  });

  it('refuses the logs of a demo in production', async () => {
    const demo = formatVerifierKey(ed25519Signer('lateral.example/ledger', new Uint8Array(32).fill(3)).key);
    expect(await sign(...partOf('council'), ...partOf('police'), '--log', LOG, '--key-log', demo)).toMatchObject({ exit: 3, err: expect.stringMatching(/^--key-log: .*\[of-a-demo\]/) });
  });

  it('refuses a part that does not fit its agency, by file and field', async () => {
    const part = await desk.json<AgencyPart>('council', 'agency-part.json');
    const other = await desk.json<AgencyPart>('police', 'agency-part.json');
    const tried = async (changed: unknown) => sign(...logs, ...partOf('police'), '--part', await desk.write('part.json', changed));
    expect(await tried({ ...part, rosters: other.rosters })).toMatchObject({ exit: 3, err: expect.stringMatching(/part\.json \/rosters: .*other-agency/) });
    expect(await tried({ ...part, people: [{ ...part.people[0], member: 'u-ffffffff' }] })).toMatchObject({ exit: 3, err: expect.stringContaining('/people/0') });
    expect(await tried({ ...part, custody: [{ ...part.custody[0], primary: 'A'.repeat(40) }] })).toMatchObject({ exit: 3, err: expect.stringContaining('/custody/0/primary') });
    // Two custodians' copies exchanged on the way: both signed for what each of them was to get.
    const [mine, theirs] = part.custody;
    expect(await tried({ ...part, custody: [{ ...mine, wrapped: theirs!.wrapped }, { ...theirs, wrapped: mine!.wrapped }] })).toMatchObject({ exit: 3, err: expect.stringMatching(/\/rosters: .*\[part-misfits\]/) });
    for (const issuer of ['http://login.council.test', 'https://login.council.test/demo/council']) {
      expect(await tried({ ...part, people: [{ ...part.people[0], issuer }] })).toMatchObject({ exit: 3, err: expect.stringMatching(/\/people\/0\/issuer.*\[of-a-demo\]/) });
    }
    const [roster] = part.rosters;
    expect(await tried({ ...part, rosters: [{ ...roster, signatures: roster!.signatures.slice(0, 2) }] })).toMatchObject({ exit: 3, err: expect.stringContaining('not-two-custodians') });
    expect((await desk.files()).filter(({ path }) => path.includes('signed'))).toEqual([]);
  });

  it('signs version 1 and writes a registration that every reader obeys to its last day', async () => {
    const { exit, out } = await sign(...logs, ...partOf('council'), ...partOf('police'));
    expect(exit).toBe(0);
    expect(out).toContain('+ council');
    const made = await registration(1);
    const { document } = made.partnership;
    expect(document).toMatchObject({ version: 1, previous: null, log: LOG, keyLog: KEY_LOG, nextRoot: null, mode: 'production', root: rootFingerprint });
    expect(await obeyed(made, new Date('2026-11-02T09:01:00Z'))).toBe('obeyed');
    expect(await obeyed(made, new Date(Date.parse(document.expires) - 1))).toBe('obeyed');
    expect(await obeyed(made, new Date(document.expires))).toBe('expired');
    expect(made).toMatchObject({ rosters: { length: 2 }, custody: { length: 4 }, people: { length: 4 }, mailboxes: { length: 2 } });
  });

  it('a file stands for 400 days at most', async () => {
    expect(await sign('--days', '401')).toMatchObject({ exit: 2 });
    expect(await sign('--days', '400')).toMatchObject({ exit: 0 });
    const { partnership: { document } } = await registration(2);
    expect(Date.parse(document.expires) - Date.parse(document.issued)).toBe(400 * DAY);
  });

  it('renewing a year later certifies everybody afresh, chains on, and gives the hub nothing it has', async () => {
    desk.set('2027-11-20T10:00:00Z');
    expect(await desk.run(['renew', '--dir', desk.path('root'), ...shares(desk, 'paper', [3, 2])])).toMatchObject({ exit: 0 });
    const [before, made] = [await registration(2), await registration(3)];
    expect(made.partnership.document).toMatchObject({ version: 3, previous: digestOf('partnership', before.partnership.document) });
    expect(made).toMatchObject({ rosters: [], copies: [], custody: [], people: [], mailboxes: [] });
    expect(await obeyed(made, new Date(Date.parse(made.partnership.document.expires) - 1))).toBe('obeyed');
  });

  it('a draft with changes is signed and not renewed; who was removed is gone', async () => {
    await desk.run(['remove-agency', 'police', '--dir', desk.path('root')]);
    expect(await desk.run(['renew', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 6, err: expect.stringContaining('draft-has-changes') });
    expect(await sign()).toMatchObject({ exit: 0, out: expect.stringContaining('- police') });
    expect((await registration(4)).partnership.document.agencies.map(({ id }) => id)).toEqual(['council']);
  });

  it('an agency whose key is replaced begins again where the root marks its roster', async () => {
    const roster = (await desk.json<AgencyPart>('council', 'agency-part.json')).rosters[0];
    const fingerprint = await makeAgencyOn(desk, 'council', ['--out', desk.path('council-again'), '--after', await desk.write('roster.json', roster)]);
    const request = await desk.json<CertificationRequest>('council-again', 'certification-request.json');
    const certify = (...more: string[]) => desk.run(['certify-agency', '--dir', desk.path('root'), '--request', desk.path('council-again', 'certification-request.json'), '--fingerprint', fingerprint, ...shares(desk, 'paper'), ...more]);
    expect(await certify()).toMatchObject({ exit: 3, err: expect.stringContaining('replaces-key') });
    expect(await certify('--replace-key')).toMatchObject({ exit: 0 });
    expect(await sign()).toMatchObject({ exit: 3, err: expect.stringContaining('part-missing') });
    expect(await sign(...partOf('council-again'))).toMatchObject({ exit: 0, out: expect.stringContaining('! council has another key') });
    const made = await registration(5);
    expect(made.partnership.document.agencies[0]).toMatchObject({ primary: request.agency.primary, rosterFrom: { version: 2, digest: digestOf('roster', made.rosters[0]!.document) } });
    expect(made.rosters[0]!.document).toMatchObject({ version: 2, previous: digestOf('roster', roster!.document) });
    // The whole chain, under the new key: what came before the mark is history.
    const file = await verifyPartnership(made.partnership, { rootFingerprint, now: new Date('2027-11-20T10:00:05Z') });
    if (!file.ok) throw new Error(file.code);
    expect((await verifyRosterChain([roster!, ...made.rosters], file.partnership.agencies.get('council')!)).ok).toBe(true);
  });

  it('nothing that was signed is overwritten, and a signed file that was changed is not built upon', async () => {
    const file = desk.path('root', 'signed', 'partnership-5.json');
    const signed = await desk.json<PartnershipRegistration['partnership']>('root', 'signed', 'partnership-5.json');
    await desk.write('root/signed/partnership-5.json', { ...signed, document: { ...signed.document, mode: 'test' } });
    expect(await sign()).toMatchObject({ exit: 3, err: expect.stringContaining(`${file}: `) });
    await desk.write('root/signed/partnership-5.json', signed);
    await desk.write('root/registrations/registration-6.json', {});
    expect(await sign()).toMatchObject({ exit: 5, err: expect.stringContaining('registration-6.json') });
    expect((await desk.json<Draft>('root', 'draft.json')).agencies).toHaveLength(1);
  });
});
