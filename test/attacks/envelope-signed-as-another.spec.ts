import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { fingerprintOf } from '@lateral/envelope/keys';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage } from '@lateral/testing/envelope';
import { reheader } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('a %s signed by somebody of another agency', (type) => {
  it('in the name of the sender is refused', async () => {
    const sent = await sendMessage(type);
    const envelope = await reheader(sent, {}, [sent.other.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
    const key = (await signerKeyOf(sent.sender.member.toPublic(), ROUND_AT))!;
    expect(await inspectEnvelope({ envelope, sender: { agency: sent.sender.agency, key } })).toMatchObject({ ok: false, step: 1, code: 'signer-unknown' });
  });

  it('under their own name, as if they belonged to the sender, is refused', async () => {
    const sent = await sendMessage(type);
    const { other, sender } = sent;
    const envelope = await reheader(sent, { context: { from: { agency: sender.agency, signer: fingerprintOf(other.member) } } }, [other.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
  });
});
