import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../openpgp.js';
import { fingerprintWords } from './fingerprint-words.js';
import { makePersonalKey } from './make-keys.js';
import { publicKeyText } from './public-key.js';
import { readJoiner } from './read-joiner.js';

describe('what a custodian is shown of somebody who joins', () => {
  const named = { agency: 'school-b', member: 'u-0123456789abcdef' };

  it('is the words of the very key that would be signed, whatever else is said of it', async () => {
    const [theirs, another] = await Promise.all([makePersonalKey({ ...named, at: new Date() }), makePersonalKey({ ...named, at: new Date() })]);
    const shown = await readJoiner({ ...named, key: publicKeyText(another) });
    expect(shown?.fingerprint).toBe(fingerprintOf(another));
    expect(shown?.words).toEqual(await fingerprintWords({ ...named, fingerprint: fingerprintOf(another) }));
    expect(shown?.words.en).not.toEqual((await fingerprintWords({ ...named, fingerprint: fingerprintOf(theirs) })).en);
  }, 60_000);

  it('is nothing for what is no key', async () => {
    expect(await readJoiner({ ...named, key: 'AAAA' })).toBeNull();
  });
});
