import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rolesDocument } from '@lateral/domain/access';
import { checkout } from './house.js';

describe('docs/roles.md', () => {
  it('is, byte for byte, what the table of acts says; write it anew from rolesDocument() where it is not', () => {
    expect(readFileSync(join(checkout, 'docs/roles.md'), 'utf8')).toBe(rolesDocument());
  });
});
