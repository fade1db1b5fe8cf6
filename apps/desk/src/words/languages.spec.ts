import { describe, expect, it } from 'vitest';
import { cookieOf, languageOf, searchIn, withoutLanguage } from './languages.js';

describe('the language', () => {
  it('is the one asked for, as either name has it, else the one chosen before, else English', () => {
    expect(languageOf('?lng=cy', '')).toBe('cy');
    expect(languageOf('?lang=cy', 'lng=en')).toBe('cy');
    expect(languageOf('?lng=fr', 'a=b; lng=cy')).toBe('cy');
    expect(languageOf('', 'lateral=x')).toBe('en');
  });

  it('is kept in a cookie that tells nothing else', () => {
    expect(cookieOf('cy')).toBe('lng=cy; Path=/; Max-Age=31536000; SameSite=Lax');
  });

  it('keeps whatever else an address asks for', () => {
    expect(searchIn('cy', '?held=me&lng=en&lang=en&state=open')).toBe('?held=me&state=open&lng=cy');
    expect(withoutLanguage('?lng=cy')).toBe('');
    expect(withoutLanguage('?held=me&lng=cy')).toBe('?held=me');
  });
});
