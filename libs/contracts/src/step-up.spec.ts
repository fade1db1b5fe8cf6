import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { STEP_UP_ACTIONS } from '@lateral/domain/access';
import { objectsDigest, STEP_UP_OBJECTS, stepUpChallenge } from './step-up.js';

const subject = { action: 'open-content', nonce: 'bm9uY2U', objects: ['b', 'a'], session: 's1' } as const;

describe('the challenge of a step-up', () => {
  it('is SHA-256 over its own label and the canonical JSON of what it is for', () => {
    const bytes = 'lateral/v1/step-up\0{"action":"open-content","nonce":"bm9uY2U","objects":["a","b"],"session":"s1"}';
    expect(stepUpChallenge(subject)).toBe(createHash('sha256').update(bytes).digest('base64url'));
  });

  it('is the same in whatever order the objects come, and another for anything else', () => {
    const objects = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 20 });
    const any = fc.record({ action: fc.constantFrom(...STEP_UP_ACTIONS), nonce: fc.base64String(), objects, session: fc.uuid() });
    const plain = ({ action, nonce, objects: set, session }: { action: string; nonce: string; objects: string[]; session: string }): string => JSON.stringify([action, nonce, [...set].sort(), session]);
    fc.assert(fc.property(any, any, (one, other) => {
      expect(stepUpChallenge({ ...one, objects: [...one.objects].reverse() })).toBe(stepUpChallenge(one));
      expect(stepUpChallenge(one) === stepUpChallenge(other)).toBe(plain(one) === plain(other));
    }));
  });

  it('names what two acts are about so that neither is the other, whoever it is', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
    fc.assert(fc.property(name, name, (one, other) => {
      const names = Object.values(STEP_UP_OBJECTS);
      const all = names.map((nameOf) => nameOf(one));
      expect(new Set(all).size).toBe(names.length);
      names.forEach((nameOf, i) => expect(all.includes(nameOf(other))).toBe(one === other && all[i] === nameOf(other)));
    }));
  });

  it('is no digest that a record shows of the same objects', () => {
    expect(objectsDigest(['b', 'a', 'a'])).toBe(objectsDigest(['a', 'b']));
    expect(objectsDigest(['a'])).not.toBe(stepUpChallenge({ ...subject, objects: ['a'] }));
  });
});
