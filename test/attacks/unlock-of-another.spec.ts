import { describe, expect, it } from 'vitest';
import { fingerprintOf, lockPersonalKey, makePersonalKey, newRecoveryCode, unlockPersonalKey, type UnlockSecret } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';

const AT = new Date('2026-11-03T10:00:00.000Z');
const random = new SystemRandom();
const me = { agency: 'county-police', member: 'u-0000000a' };
const passkey: UnlockSecret = { kind: 'passkey', credential: 'Y3JlZGVudGlhbA', prf: new Uint8Array(32).fill(7) };

describe('attack: the hub serves a locked key that is not the person\'s own', () => {
  it('so that they sign with it: one that it made itself does not unlock, one of somebody else neither', async () => {
    const [mine, theirs] = await Promise.all([makePersonalKey({ ...me, at: AT }), makePersonalKey({ agency: me.agency, member: 'u-0000000b', at: AT })]);
    const recovery: UnlockSecret = { kind: 'recovery-code', code: newRecoveryCode(random) };
    const own = (await lockPersonalKey({ ...me, key: mine, secrets: [passkey, recovery], random })).locked;
    const forged = (await lockPersonalKey({ ...me, key: await makePersonalKey({ ...me, at: AT }), secrets: [{ ...passkey, prf: new Uint8Array(32).fill(1) }, recovery], random })).locked;
    expect(await unlockPersonalKey(forged, passkey, me)).toEqual({ ok: false, code: 'wrong-secret' });
    // With the person's own wrappings in front of another key.
    expect(await unlockPersonalKey({ ...own, locked: forged.locked }, passkey, me)).toEqual({ ok: false, code: 'key-changed' });
    expect(await unlockPersonalKey({ ...forged, methods: own.methods }, passkey, me)).toEqual({ ok: false, code: 'method-changed' });
    const other = (await lockPersonalKey({ agency: me.agency, member: 'u-0000000b', key: theirs, secrets: [passkey, recovery], random })).locked;
    expect(await unlockPersonalKey(other, passkey, me)).toEqual({ ok: false, code: 'another-member' });
    expect(await unlockPersonalKey({ ...other, member: me.member }, passkey, me)).toEqual({ ok: false, code: 'method-changed' });
    expect(await unlockPersonalKey(own, passkey, { ...me, fingerprint: fingerprintOf(theirs) })).toEqual({ ok: false, code: 'another-member' });
  });
});
