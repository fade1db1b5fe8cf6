import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';

const ROOT = 'DA20A51C4412E2B956C114A2B4024CAABE4DE822';

describe('the command line', () => {
  it('takes a file, a root as it is printed on paper, and a language', () => {
    expect(readArguments(['pack.json'])).toEqual({ file: 'pack.json', root: null, language: 'en' });
    expect(readArguments(['pack.json', '--root', ROOT.toLowerCase().replace(/(....)/g, '$1 '), '--lang', 'cy'])).toEqual({ file: 'pack.json', root: ROOT, language: 'cy' });
  });

  it('never takes half a fingerprint for no fingerprint', () => {
    for (const root of [ROOT.slice(8), '', `${ROOT}00`, 'none']) expect(readArguments(['pack.json', '--root', root])).toBeNull();
    expect(readArguments(['pack.json', '--root'])).toBeNull();
  });

  it('makes no sense of no file, two files, an unknown language or an unknown option', () => {
    for (const argv of [[], ['a', 'b'], ['a', '--lang', 'fr'], ['a', '--trust']]) expect(readArguments(argv)).toBeNull();
  });
});
