import { describe, expect, it } from 'vitest';
import { SystemRandom } from '@lateral/platform';
import { offeredPassphrase } from './offered-passphrase.js';
import { faultOfPassphrase } from './unlock-secret.js';

describe('an offered passphrase', () => {
  it('is one that would be taken, in either language, and another one each time', () => {
    const random = new SystemRandom();
    const drawn = (['en', 'cy'] as const).flatMap((language) => Array.from({ length: 50 }, () => offeredPassphrase(random, language)));
    expect(drawn.map(faultOfPassphrase).filter((fault) => fault !== null)).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('draws again where a word came twice', () => {
    const bytes = [Uint8Array.from([1, 1, 2, 3, 4, 5, 6]), Uint8Array.from([1, 2, 3, 4, 5, 6, 7])];
    expect(new Set(offeredPassphrase({ bytes: () => bytes.shift()! }, 'en').split(' ')).size).toBe(7);
  });
});
