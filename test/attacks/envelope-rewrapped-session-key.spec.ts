import { describe, expect, it } from 'vitest';
import { toBase64Url } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { fingerprintOf } from '@lateral/envelope/keys';
import { sendMessage } from '@lateral/testing/envelope';
import { reheader, rewrap } from './support/envelope-attacker.js';

// A reader takes out the session key and wraps it for somebody else: the signature inside stays perfectly good.
describe.each(['request', 'response'] as const)('a %s forwarded by wrapping its session key anew', (type) => {
  it('fails on the digest in the header', async () => {
    const { opening, envelope, receiver, other } = await sendMessage(type);
    const forwarded = { ...envelope, content: toBase64Url(await rewrap(envelope.content, receiver.copy, [other.team])) };
    const asOther = { ...opening, keys: [other.copy], expected: { ...opening.expected, agency: other.agency } };
    expect(await openMessage({ ...asOther, envelope: forwarded })).toEqual({ ok: false, step: 2, code: 'ciphertext-mismatch' });
  });

  it('fails on its readers where the sender helps and signs a header for the new bytes', async () => {
    const sent = await sendMessage(type);
    const content = await rewrap(sent.envelope.content, sent.receiver.copy, [sent.other.team]);
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    const asOther = { ...sent.opening, envelope, keys: [sent.other.copy], expected: { ...sent.opening.expected, agency: sent.other.agency } };
    expect(await openMessage(asOther)).toEqual({ ok: false, step: 5, code: 'readers-mismatch' });
  });

  it('fails on the context inside where that header also names the new reader', async () => {
    const sent = await sendMessage(type);
    const { other, sender } = sent;
    const to = [{ agency: other.agency, team: fingerprintOf(other.team), epoch: other.epoch }];
    const content = await rewrap(sent.envelope.content, sent.receiver.copy, [other.team, sender.team]);
    const narrative = await rewrap(sent.envelope.narrative, sent.receiver.copy, [other.team, sender.team, sender.officer.toPublic(), sent.receiver.officer.toPublic()]);
    const envelope = await reheader(sent, { content, narrative, context: { to } }, [sender.member]);
    const asOther = { ...sent.opening, envelope, keys: [other.copy], expected: { ...sent.opening.expected, agency: other.agency } };
    expect(await openMessage(asOther)).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });

  it('is not addressed to the one it is shown to', async () => {
    const { opening, receiver, other } = await sendMessage(type);
    // Even with the receiver's own key, an agency that the context does not name shows nothing.
    const asOther = { ...opening, keys: [receiver.copy], expected: { ...opening.expected, agency: other.agency } };
    expect(await openMessage(asOther)).toEqual({ ok: false, step: 8, code: 'not-addressed' });
  });
});
