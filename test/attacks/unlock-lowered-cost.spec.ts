import { describe, expect, it } from 'vitest';
import type { LockedKey } from '@lateral/contracts';
import { COST_FLOOR, lockPersonalKey, makePersonalKey, newRecoveryCode, unlockPersonalKey } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';

const AT = new Date('2026-11-03T10:00:00.000Z');
const random = new SystemRandom();
const me = { agency: 'county-police', member: 'u-0000000a' };

describe('attack: the hub tells a client to derive from a passphrase at a lower cost', () => {
  it('so that what it sees could be tried by the million: the client refuses before it derives anything', async () => {
    const passphrase = { kind: 'passphrase', passphrase: 'granite kettle whispers beside tomorrow' } as const;
    const { locked } = await lockPersonalKey({ ...me, key: await makePersonalKey({ ...me, at: AT }), secrets: [passphrase, { kind: 'recovery-code', code: newRecoveryCode(random) }], random });
    const served = (cost: Partial<typeof COST_FLOOR>): LockedKey => ({ ...locked, methods: locked.methods.map((method) => (method.cost === null ? method : { ...method, cost: { ...method.cost, ...cost } })) });
    for (const cost of [{ memoryKiB: 8 }, { passes: 1 }, { memoryKiB: COST_FLOOR.memoryKiB - 1 }]) expect(await unlockPersonalKey(served(cost), passphrase, me)).toEqual({ ok: false, code: 'weak-cost' });
    // And one that would stop the browser.
    expect(await unlockPersonalKey(served({ memoryKiB: 2 ** 31 }), passphrase, me)).toEqual({ ok: false, code: 'excessive-cost' });
    expect((await unlockPersonalKey(locked, passphrase, me)).ok).toBe(true);
  });
});
