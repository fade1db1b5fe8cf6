import { describe, expect, it } from 'vitest';
import { fromBase64Url } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage } from '@lateral/testing/envelope';
import { reheader } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('the ciphertext of a %s swapped for another true one', (type) => {
  it.each(['content', 'narrative'] as const)('is refused: %s', async (part) => {
    const [sent, earlier] = [await sendMessage(type), await sendMessage(type)];
    const envelope = { ...sent.envelope, [part]: earlier.envelope[part] };
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 2, code: 'ciphertext-mismatch' });
    const key = (await signerKeyOf(sent.sender.member.toPublic(), ROUND_AT))!;
    expect(await inspectEnvelope({ envelope, sender: { agency: sent.sender.agency, key } })).toMatchObject({ ok: false, step: 2 });
  });

  it('is refused where narrative and content change places under a header signed anew', async () => {
    const sent = await sendMessage(type, (sealed) => ({ ...sealed, context: { ...sealed.context, officers: [] } }));
    const swapped = { content: fromBase64Url(sent.envelope.narrative), narrative: fromBase64Url(sent.envelope.content) };
    const envelope = await reheader(sent, swapped, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });
});
