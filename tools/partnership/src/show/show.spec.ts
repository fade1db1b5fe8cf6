import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { certified, laptopWithRoot, logs, shares, type Laptop } from '../../../../test/world/laptop.js';
import type { AgencyPart, LockedRoot } from '../documents.js';

describe('show', () => {
  let desk: Laptop;
  let root: string;
  beforeAll(async () => {
    desk = await laptopWithRoot();
    root = (await desk.json<LockedRoot>('root', 'root.json')).fingerprint;
    await certified(desk, 'council');
    await desk.run(['sign', '--dir', desk.path('root'), '--part', desk.path('council', 'agency-part.json'), ...logs, ...shares(desk, 'paper')]);
    await desk.write('roster.json', (await desk.json<AgencyPart>('council', 'agency-part.json')).rosters[0]);
    const { people: [person] } = await desk.json<AgencyPart>('council', 'agency-part.json');
    await desk.write('locked-key.json', await desk.json('council', 'custodians', `${person!.member}.json`));
  });
  afterAll(() => desk.end());
  const show = (file: string, ...more: string[]) => desk.run(['show', desk.path(...file.split('/')), ...more]);

  it.each([
    ['root/signed/partnership-1.json', 'Partnership file of north, version 1 (test)', 'Ffeil partneriaeth north, fersiwn 1 (test)'],
    ['root/registrations/registration-1.json', 'Registration for the operator', 'Cofrestriad i weithredwr'],
    ['root/draft.json', 'Draft for north', 'Drafft ar gyfer north'],
    ['root/root.json', 'Two of the three sheets of set', 'Mae dwy o dair taflen set'],
    ['council/certification-request.json', 'Compare the fingerprint by telephone', 'Cymharwch yr ôl bys dros y ffôn'],
    ['council/agency-part.json', 'Part of council in a registration: 1 rosters', 'Rhan council mewn cofrestriad'],
    ['council/recovery-kit.json', 'Recovery kit of council', 'Pecyn adfer council'],
    ['roster.json', 'Roster of council, version 1', 'Rhestr aelodau council, fersiwn 1'],
    ['locked-key.json', 'unlocked by: passphrase, recovery-code', 'datgloir gan: passphrase, recovery-code'],
  ])('says in both languages what %s is', async (file, english, welsh) => {
    expect(await show(file)).toMatchObject({ exit: 0, out: expect.stringContaining(english) });
    expect(await show(file, '--lang', 'cy')).toMatchObject({ exit: 0, out: expect.stringContaining(welsh) });
  });

  it('calls a partnership file checked only under the root that signed it, and says when it has lapsed', async () => {
    const file = 'root/signed/partnership-1.json';
    expect((await show(file)).out).toContain('NOT CHECKED');
    expect((await show(file, '--root', root.match(/.{4}/g)!.join(' '))).out).toContain('Checked: signed by this root');
    expect((await show(file, '--root', 'A'.repeat(40))).out).toContain('REFUSED: may not be obeyed under this root (unpinned-root)');
    const signed = await desk.json<SignedDocument<PartnershipFile>>(...file.split('/'));
    await desk.write('changed.json', { ...signed, document: { ...signed.document, partnership: 'south' } });
    expect((await show('changed.json', '--root', root)).out).toContain('(bad-signature)');
    desk.set('2028-01-01T00:00:00.000Z');
    expect((await show(file, '--root', root)).out).toMatch(/IT HAS LAPSED[^]*\(expired\)/);
  });

  it('what it does not know it refuses, and nothing out of a file steers the terminal', async () => {
    await desk.write('other.json', { type: 'shopping-list' });
    expect(await show('other.json')).toMatchObject({ exit: 3, err: expect.stringContaining('[nothing-known]') });
    expect(await show('nowhere.json')).toMatchObject({ exit: 3, err: expect.stringContaining('[no-file]') });
    await desk.write('text.json', 'not json');
    expect(await show('text.json', '--lang', 'cy')).toMatchObject({ exit: 3, err: expect.stringContaining('Nid JSON yw\'r ffeil') });
    await desk.write('steers.json', { type: 'revoked-root', fingerprint: '\u001b[2Jgone', reason: 'x', at: '2026-01-01' });
    expect((await show('steers.json')).out).toContain('?[2Jgone');
  });
});
