import { describe, expect, it } from 'vitest';
import { mendFor } from './mends.mjs';
import { checkNode } from './setup.mjs';

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0'])('takes %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['18.20.1', '20.18.3'])('refuses %s in one sentence that names the mend', (version) => {
    expect(() => checkNode(version)).toThrow(/^Node \S+ is too old, 20\.19 or newer is needed; mend it with: /u);
  });
});

describe('mendFor', () => {
  it('names the command for what a skipped test says it needs', () => {
    expect(mendFor('interop with gpg (needs gpg)')).toBe('mend it with: sudo apt-get install -y gnupg');
    expect(mendFor('stock sq (skipped: sq is missing)')).toBe('mend it with: sudo apt-get install -y sq');
    expect(mendFor('interop with sqop (needs sqop)')).toContain('sqop');
    expect(mendFor('skipped for no stated reason')).toContain('no command is known');
  });
});
