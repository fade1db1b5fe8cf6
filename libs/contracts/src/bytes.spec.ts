import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.js';

const bytes = fc.uint8Array({ maxLength: 200 });

describe('base64url', () => {
  it('says what RFC 4648 section 10 says, without padding', () => {
    const vectors = [['', ''], ['f', 'Zg'], ['fo', 'Zm8'], ['foo', 'Zm9v'], ['foob', 'Zm9vYg'], ['fooba', 'Zm9vYmE'], ['foobar', 'Zm9vYmFy']] as const;
    for (const [text, encoded] of vectors) expect([text, toBase64Url(utf8(text))]).toEqual([text, encoded]);
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
  });

  it('reads back as the bytes it was made of, and agrees with the encoder of Node', () => {
    fc.assert(fc.property(bytes, (value) => {
      expect(toBase64Url(value)).toBe(Buffer.from(value).toString('base64url'));
      expect(fromBase64Url(toBase64Url(value))).toEqual(value);
    }));
  });

  it('has one spelling for one value: whatever is read at all is written the same', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ABCDQRSTZabcghwxyz0189-_'.split('')), maxLength: 12 });
    fc.assert(fc.property(text, (spelling) => {
      let read: Uint8Array;
      try {
        read = fromBase64Url(spelling);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      expect(toBase64Url(read)).toBe(spelling);
    }));
  });

  it('refuses padding, other alphabets, white space and bits left over', () => {
    for (const wrong of ['Zg==', 'Zm8=', 'Zm9v\n', ' Zm9v', 'Zm+v', 'Zm/v', 'Zm9vé', 'A', 'AAAAA', 'Zh', 'Zm9', 'Zm9w_x']) expect(() => fromBase64Url(wrong)).toThrow(TypeError);
  });
});

describe('bytes', () => {
  it('are joined in order', () => {
    fc.assert(fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
      expect([...concatBytes(...parts)]).toEqual(parts.flatMap((part) => [...part]));
    }));
  });

  it('of a text are its UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(Buffer.from(utf8(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
    }));
  });
});
