import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventsDocument } from '@lateral/contracts';
import { checkout } from './house.js';

describe('docs/events.md', () => {
  it('is, byte for byte, what the list of events says; write it anew from eventsDocument() where it is not', () => {
    expect(readFileSync(join(checkout, 'docs/events.md'), 'utf8')).toBe(eventsDocument());
  });
});
