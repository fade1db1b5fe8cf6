import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromBase64Url } from '@lateral/contracts';
import { openDraft, sealDraft } from './draft.js';
import { HEADING, headingOf, isHeading, type Heading } from './heading.js';
import { encryptionEpoch, makeAgencyKey, makePersonalKey, memberCopy } from './keys/index.js';
import type { MessageBody, RequestBody } from './content.js';

const AT = new Date('2026-11-21T09:30:00.000Z');
type Person = RequestBody['people'][number];
const about = (people: Person[]): Heading | null => headingOf({ type: 'request', people } as unknown as MessageBody);
const person = (change: Partial<Person>): Person => ({ id: 'p1', name: 'Siân Dŵr', roles: ['child'], ...change });

describe('a heading', () => {
  it('says who is named first, the year they were born and how many more there are', () => {
    expect(about([person({ dob: '2019-09-03' }), person({ id: 'p2' }), person({ id: 'p3' })])).toEqual({ name: 'Siân Dŵr', born: '2019', more: 2 });
    expect(about([person({ dob: null, ageEstimate: '2011 or so' })])).toEqual({ name: 'Siân Dŵr', born: '2011', more: 0 });
    expect(about([person({ ageEstimate: 'about seven' })])).toEqual({ name: 'Siân Dŵr', born: null, more: 0 });
    expect(about([])).toBeNull();
    expect(headingOf({ type: 'outcome' } as unknown as MessageBody)).toBeNull();
  });

  it('is none where it is anything else', () => {
    const good: Heading = { name: 'a', born: null, more: 0 };
    expect(isHeading(good)).toBe(true);
    for (const bad of [null, 'a', {}, { ...good, name: 1 }, { ...good, born: 2019 }, { ...good, more: -1 }, { ...good, more: 0.5 }, { ...good, more: '1' }]) expect(isHeading(bad)).toBe(false);
  });

  it('opens for the team it was sealed for, has one length whatever is in it, and stands for one message', async () => {
    const team = await makeAgencyKey({ agency: 'police-north', at: AT });
    const writer = await makePersonalKey({ member: 'u-1', agency: 'police-north', at: AT });
    const key = team.toPublic();
    const epoch = (await encryptionEpoch(key, AT))!;
    const keys = [await memberCopy(team)];
    const lengths = new Set<number>();
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 0, max: 1_000 }), async (name, more) => {
      const heading = about([person({ name }), ...Array.from({ length: more }, () => person({}))])!;
      const sealed = await sealDraft(heading, { agency: 'police-north', draft: 'm1', kind: HEADING }, { readers: [{ key, epoch }], writer, at: AT });
      lengths.add(fromBase64Url(sealed).length);
      const open = (draft: string) => openDraft(sealed, { agency: 'police-north', draft, kind: HEADING }, { keys, writers: [writer.toPublic()], now: AT });
      expect(await open('m1')).toMatchObject({ ok: true, value: heading });
      expect(await open('m2')).toEqual({ ok: false, code: 'other-draft' });
    }), { numRuns: 20, seed: 7 });
    // A number of the signature that begins with a zero is written a byte shorter.
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(2);
  });
});
