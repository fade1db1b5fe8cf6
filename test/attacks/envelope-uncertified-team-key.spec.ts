import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { fingerprintOf, makeAgencyKey, makeRootKey } from '@lateral/envelope/keys';
import { checkCertification, inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { KEYS_AT, ROUND_AT, sendMessage, subkeyOf } from '@lateral/testing/envelope';

describe.each(['request', 'response'] as const)('a %s sealed to a key that only looks like the agency\'s', (type) => {
  it('cannot be sealed by a client that asks the root, is refused by the hub, and cannot be opened', async () => {
    const { receiver: { agency } } = await sendMessage(type);
    const look = (await makeAgencyKey({ agency, at: KEYS_AT })).toPublic();
    const root = await makeRootKey({ name: 'root', at: KEYS_AT });
    expect(await checkCertification(look, root.toPublic(), { agency, at: ROUND_AT })).toBe(false);

    const sent = await sendMessage(type, (sealed) => ({
      ...sealed, keys: [...sealed.keys, look], context: { ...sealed.context, to: [{ agency, team: fingerprintOf(look), epoch: subkeyOf(look) }] },
    }));
    const { sender, receiver } = sent;
    const known = new Set([sender, receiver].flatMap((party) => [party.epoch, subkeyOf(party.officer.toPublic())]));
    const key = (await signerKeyOf(sender.member.toPublic(), ROUND_AT))!;
    const inspected = await inspectEnvelope({ envelope: sent.envelope, sender: { agency: sender.agency, key }, isKnownReader: ({ epoch }) => known.has(epoch) });
    expect(inspected).toEqual({ ok: false, step: 5, code: 'readers-mismatch', cause: 'unknown-reader' });
    expect(await openMessage(sent.opening)).toEqual({ ok: false, step: 6, code: 'no-key' });
  });
});
