import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.js';

describe('Secret', () => {
  const secret = new Secret('correct horse battery');

  it('gives its value to whoever asks by name', () => {
    expect(secret.reveal()).toBe('correct horse battery');
  });

  it('shows nothing in text, JSON, inspection, concatenation or an error', () => {
    const shown = [
      String(secret), `${secret}`, secret + '', JSON.stringify({ secret }), inspect(secret), inspect({ deep: [secret] }, { showHidden: true, depth: 9 }),
      String(new Error(`could not use ${secret}`)), Object.values(secret).join(), JSON.stringify(Object.entries(secret)),
    ].join('\n');
    expect(shown).not.toContain('horse');
    expect(inspect(secret)).toBe('[secret]');
    expect(JSON.stringify([secret])).toBe('["[secret]"]');
  });
});
