import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { safeName } from './safe-name.js';

describe('what a file is saved as', () => {
  it.each([
    ['Photograph of the door', 'image/jpeg', 'Photograph of the door.jpg'], ['report.exe', 'application/pdf', 'report exe.pdf'], ['../../etc/passwd', 'text/plain', 'etc passwd.txt'], ['gpj.\u202Eexe', 'application/x-msdownload', 'gpj exe'],
    ['', 'image/png', 'file.png'], ['Llun o’r tŷ', 'image/png', 'Llun o r tŷ.png'],
  ])('%j as %s is %j', (name, mime, said) => {
    expect(safeName(name, mime)).toBe(said);
  });

  it('has no sign that a file system or a reader could be led by', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(safeName(name, 'application/x-sh')).toMatch(/^[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N} _-]*$/u);
    }));
  });
});
