import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { epochFacts } from './epoch-facts.js';
import { addEpoch, makeAgencyKey, replaceEpochs } from './make-keys.js';

const AT = new Date('2026-01-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);

describe('the epochs of a key', () => {
  let key: PrivateKey;
  let retired: PrivateKey;
  let names: string[];
  beforeAll(async () => {
    key = await addEpoch(await makeAgencyKey({ agency: 'county-police', at: AT, epochDays: 35 }), { at: day(30), days: 35 });
    retired = await replaceEpochs(key, { at: day(32), days: 35 });
    names = retired.subkeys.map(fingerprintOf);
  });
  const standings = async (of: PrivateKey, at: Date, deleted: string[] = []): Promise<unknown[]> => (await epochFacts(of.toPublic(), { at, deleted })).map(({ epoch, standing }) => [names.indexOf(epoch), standing]);

  it('are newest first: in use until they lapse, and then past', async () => {
    expect(await standings(key, day(31))).toEqual([[1, 'newest'], [0, 'in-use']]);
    expect(await standings(key, day(36))).toEqual([[1, 'newest'], [0, 'past']]);
    // The newest stays that, even when nobody can seal to it any more.
    expect(await standings(key, day(400))).toEqual([[1, 'newest'], [0, 'past']]);
    expect((await epochFacts(key.toPublic(), { at: day(31) })).map(({ made, until }) => [made, until])).toEqual([[day(30), day(65)], [AT, day(35)]]);
  });

  it('end when they were taken out of use, where that came sooner', async () => {
    expect(await standings(retired, day(33))).toEqual([[2, 'newest'], [1, 'past'], [0, 'past']]);
    expect((await epochFacts(retired.toPublic(), { at: day(33) })).map(({ until }) => until)).toEqual([day(67), day(32), day(32)]);
  });

  it('are deleted where the agency’s people have said so', async () => {
    expect(await standings(retired, day(33), [names[0]!])).toEqual([[2, 'newest'], [1, 'past'], [0, 'deleted']]);
  });
});
