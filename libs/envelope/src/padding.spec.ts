import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { utf8 } from '@lateral/contracts';
import { CONTENT_BUCKETS, ContentTooLargeError, isBucket, padToBucket } from './padding.js';

describe('padding', () => {
  it('fills to a bucket exactly, whatever letters were written, and reads back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 6000 }), (words) => {
      const padded = padToBucket({ v: 1, words }, CONTENT_BUCKETS);
      expect(isBucket(padded.length, CONTENT_BUCKETS)).toBe(true);
      expect((JSON.parse(new TextDecoder().decode(padded)) as { words: string }).words).toBe(words);
    }));
  });

  it('takes the smallest bucket that fits, to the byte', () => {
    const bare = utf8('{"pad":"","t":""}').length;
    expect(padToBucket({ t: 'x'.repeat(4096 - bare) }, CONTENT_BUCKETS)).toHaveLength(4096);
    expect(padToBucket({ t: 'x'.repeat(4097 - bare) }, CONTENT_BUCKETS)).toHaveLength(16_384);
    expect(() => padToBucket({ t: 'x'.repeat(1_048_577 - bare) }, CONTENT_BUCKETS)).toThrow(ContentTooLargeError);
  });
});
