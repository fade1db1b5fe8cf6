import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { fromBase64Url } from '@lateral/contracts';
import { flipBit, reheader } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('one bit of a %s turned over', (type) => {
  it('anywhere in content, narrative or signature is refused', async () => {
    const { opening, envelope } = await sendMessage(type);
    for (const part of ['content', 'narrative', 'signature'] as const) {
      const bits = fromBase64Url(envelope[part]).length * 8;
      for (let i = 0; i < 40; i += 1) {
        const flipped = { ...envelope, [part]: flipBit(envelope[part], (i * 7919 + 3) % bits) };
        expect(await openMessage({ ...opening, envelope: flipped })).toMatchObject({ ok: false, step: part === 'signature' ? 1 : 2 });
      }
    }
  });

  it('in the content is refused where the sender signs a header for the damaged bytes', async () => {
    const sent = await sendMessage(type);
    const bits = fromBase64Url(sent.envelope.content).length * 8;
    for (let i = 0; i < 40; i += 1) {
      const content = fromBase64Url(flipBit(sent.envelope.content, (i * 6007 + 11) % bits));
      const envelope = await reheader(sent, { content }, [sent.sender.member]);
      expect(await openMessage({ ...sent.opening, envelope })).toMatchObject({ ok: false });
    }
  });
});
