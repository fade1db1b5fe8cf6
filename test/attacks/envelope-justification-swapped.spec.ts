import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage, uuid7 } from '@lateral/testing/envelope';
import { reheader } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('the justification of a %s', (type) => {
  it.each([
    ['with another purpose', { purpose: 'early_help_routing' as const }],
    ['with less law', { specialCategory: true }],
    ['with a free text', { note: 'about the mother' }],
  ])('%s than the signed one is refused by receiver and hub', async (_name, change) => {
    const { opening, envelope, sender } = await sendMessage(type);
    const swapped = { ...envelope, justification: { ...envelope.justification, ...change } };
    expect(await openMessage({ ...opening, envelope: swapped })).toEqual({ ok: false, step: 4, code: 'justification-mismatch' });
    const key = (await signerKeyOf(sender.member.toPublic(), ROUND_AT))!;
    expect(await inspectEnvelope({ envelope: swapped, sender: { agency: sender.agency, key } })).toEqual({ ok: false, step: 4, code: 'justification-mismatch' });
  });

  it.each([['message', { message: uuid7(ROUND_AT, 60) }], ['request', { request: uuid7(ROUND_AT, 61) }], ['direction', { direction: 'telling' as const }], ['agency', { agency: 'housing-north' }]])(
    'of another %s is refused even where the sender signs it', async (_name, change) => {
      const sent = await sendMessage(type);
      const envelope = await reheader(sent, { justification: { ...sent.envelope.justification, ...change } }, [sent.sender.member]);
      expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 4, code: 'justification-mismatch' });
    },
  );
});
