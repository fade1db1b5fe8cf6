import { describe, expect, it } from 'vitest';
import { referenceOf } from '@lateral/domain';
import type { Letter } from '../crypto/protocol.js';
import { HubProblem } from '../hub/hub-wire.js';
import type { KeeperDeps } from './keeper-deps.js';
import { Letters, type Wanted } from './letters.js';

const CONTRADICTED = { ok: false, code: 'key-log-contradicts' };
const CHECK = '01900000-0000-7000-8000-000000000001';
const EXPIRED = { ok: false, code: 'expired', step: 8 };
const wanted = (envelope: string, from: string): Wanted => ({ envelope, expected: { type: 'response', from, check: CHECK, request: 'r', inReplyTo: null } });
const LETTERS = [{ to: 'police-north' }, { to: 'school-north' }] as Letter[];

/** A desk whose worker says what `tells` has for an agency, in turn, whose directory gives these delegates, and whose hub shows these receipts or fails. `readers`: of envelopes that name more than their sender. */
function desk(tells: Record<string, object[]>, delegates: string[] = [], shows: () => object[] = () => [], readers: Record<string, object> = {}): { letters: Letters; did: string[] } {
  const did: string[] = [];
  const ask = async (kind: string, given: { letter?: Letter; expected?: { from: string }; handOvers?: unknown }): Promise<object> => {
    const agency = given.letter?.to ?? given.expected?.from ?? '';
    did.push(`${kind} ${agency}${given.handOvers === undefined ? '' : ` with ${JSON.stringify(given.handOvers)}`}`);
    return tells[agency]?.shift() ?? { ok: true, envelope: `to ${agency}`, mismatched: [] };
  };
  const hub = {
    handOver: async (envelope: string) => { did.push(`hand over ${envelope}`); return { envelope: { header: { context: readers[envelope] ?? { to: [] } } } }; },
    receipts: async (reference: string) => { did.push(`receipts ${reference}`); return { receipts: shows() }; },
    recordOpening: async (envelope: string, { shown }: { shown: boolean }) => { did.push(`${shown ? 'shown' : 'not shown'} ${envelope}`); },
  };
  const trusting = { trust: async (_: string, others: readonly string[]) => { did.push(`trust ${others.join()}`); return { delegates }; }, trustAnew: async () => { did.push('trust anew'); } };
  return { letters: new Letters({ hub, secrets: { ask } } as unknown as KeeperDeps, trusting as never), did };
}

describe('sealing', () => {
  it('is for readers who were verified, with those who read for them out of hours', async () => {
    const { letters, did } = desk({}, ['night-team']);
    expect(await letters.seal('council', LETTERS)).toEqual(['to police-north', 'to school-north']);
    expect(did).toEqual(['trust police-north,school-north', 'trust night-team', 'seal-message police-north', 'seal-message school-north']);
  });

  it('looks once more where the key log has a list that came between the two questions', async () => {
    const { letters, did } = desk({ 'police-north': [CONTRADICTED] });
    expect(await letters.seal('council', LETTERS)).toEqual(['to police-north', 'to school-north']);
    expect(did.filter((each) => each.startsWith('trust'))).toEqual(['trust police-north,school-north', 'trust anew']);
  });

  it('gives out nothing where it stays contradicted, and says of whom', async () => {
    const { letters } = desk({ 'school-north': [CONTRADICTED, { ...CONTRADICTED, of: 'school-north' }] });
    await expect(letters.seal('council', LETTERS)).rejects.toMatchObject({ code: 'key-log-contradicts', of: 'school-north' });
  });

  it('is not tried again where nobody can read it', async () => {
    const { letters, did } = desk({ 'police-north': [{ ok: false, code: 'no-reader', of: 'police-north' }] });
    await expect(letters.seal('council', LETTERS)).rejects.toMatchObject({ code: 'no-reader', of: 'police-north' });
    expect(did).not.toContain('trust anew');
  });
});

describe('opening', () => {
  it('asks whom the addressed agency has named, once, where a message names somebody who reads for it: whoever sent it as whoever received it', async () => {
    const toClosed = (agency: string): object => ({ to: [{ agency }], delegates: [{ agency: 'night-team' }] });
    const { letters, did } = desk({}, [], undefined, { e1: toClosed('school'), e2: toClosed('school'), e3: { to: [{ agency: 'police' }] }, e4: toClosed('gp') });
    await letters.open('council', ['e1', 'e2', 'e3', 'e4'].map((envelope) => wanted(envelope, 'council')));
    expect(did.filter((each) => each.startsWith('trust'))).toEqual(['trust council,council,council,council', 'trust school', 'trust gp']);
    expect(did.indexOf('trust gp')).toBeLessThan(did.lastIndexOf('open-message council'));
  });

  it('shows what passes and tells the hub at which step another did not', async () => {
    const { letters, did } = desk({ 'school-north': [{ ok: false, code: 'not-authentic', step: 6 }] });
    expect(await letters.open('council', [wanted('e1', 'police-north'), wanted('e2', 'school-north')])).toMatchObject([{ envelope: 'e1', opened: { ok: true } }, { envelope: 'e2', opened: null, code: 'not-authentic', step: 6 }]);
    expect(did).toEqual(expect.arrayContaining(['shown e1', 'not shown e2']));
  });

  it('looks once more, and at what was contradicted only', async () => {
    const { letters, did } = desk({ 'school-north': [CONTRADICTED] });
    expect(await letters.open('council', [wanted('e1', 'police-north'), wanted('e2', 'school-north')])).toMatchObject([{ opened: { ok: true } }, { opened: { ok: true } }]);
    expect(did.filter((each) => each.startsWith('open-message'))).toEqual(['open-message police-north', 'open-message school-north', 'open-message school-north']);
  });

  it('looks into the records of the check, once, for what has outlived its time', async () => {
    const { letters, did } = desk({ 'police-north': [EXPIRED], 'school-north': [EXPIRED, EXPIRED] }, [], () => [{ id: 'x' }]);
    expect(await letters.open('council', [wanted('e1', 'police-north'), wanted('e2', 'school-north')])).toMatchObject([{ opened: { ok: true } }, { opened: null, code: 'expired', step: 8 }]);
    expect(did.filter((each) => each.startsWith('receipts'))).toEqual([`receipts ${referenceOf(CHECK)}`]);
    expect(did).toEqual(expect.arrayContaining(['open-message police-north with [{"id":"x"}]', 'shown e1', 'not shown e2']));
    expect(did).not.toContain('not shown e1');
  });

  it('asks for no records while what it opens is of its time', async () => {
    const { letters, did } = desk({});
    await letters.open('council', [wanted('e1', 'police-north')]);
    expect(did.some((each) => each.startsWith('receipts'))).toBe(false);
  });

  it('waits for no ledger that is away; without an answer nothing is said of the message', async () => {
    const away = desk({ 'police-north': [EXPIRED] }, [], () => { throw new HubProblem(503, 'ledger-outage'); });
    expect(await away.letters.open('council', [wanted('e1', 'police-north')])).toMatchObject([{ opened: { ok: true } }]);
    expect(away.did).toContain('open-message police-north with "not-shown"');
    const cut = desk({ 'police-north': [EXPIRED] }, [], () => { throw new HubProblem(0, 'away'); });
    await expect(cut.letters.open('council', [wanted('e1', 'police-north')])).rejects.toThrow('away');
    expect(cut.did.some((each) => each.includes('shown e1'))).toBe(false);
  });

  it('shows nothing of what stays contradicted', async () => {
    const { letters } = desk({ 'school-north': [CONTRADICTED, CONTRADICTED] });
    expect(await letters.open('council', [wanted('e2', 'school-north')])).toEqual([{ envelope: 'e2', opened: null, code: 'key-log-contradicts', step: null }]);
  });
});
