import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { NOTATIONS, signDetached, verifyDetached } from '../openpgp.js';
import { makePersonalKey } from './make-keys.js';
import { withRevocation } from './revoke-key.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const notation = { name: NOTATIONS.document, value: 'x' } as const;

describe('revoking a personal key', () => {
  it('of a leaver keeps what was signed before and nothing after', async () => {
    const key = await makePersonalKey({ member: 'u-0000000a', agency: 'county-police', at: AT });
    const [before, after] = [await signDetached(utf8('a'), key, notation, day(5)), await signDetached(utf8('a'), key, notation, day(15))];
    const left = await withRevocation(key, { reason: 'retired', at: day(10) });
    expect((await verifyDetached(utf8('a'), before, [left], notation)).ok).toBe(true);
    expect(await verifyDetached(utf8('a'), after, [left], notation)).toEqual({ ok: false, code: 'bad-signature' });
    expect((await verifyDetached(utf8('a'), after, [key.toPublic()], notation)).ok).toBe(true);
  });

  it('that somebody else holds makes the earlier signatures bad too', async () => {
    const key = await makePersonalKey({ member: 'u-0000000a', agency: 'county-police', at: AT });
    const before = await signDetached(utf8('a'), key, notation, day(5));
    const stolen = await withRevocation(key, { reason: 'compromised', at: day(10) });
    expect(await verifyDetached(utf8('a'), before, [stolen], notation)).toEqual({ ok: false, code: 'bad-signature' });
  });
});
