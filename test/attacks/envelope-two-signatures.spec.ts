import { describe, expect, it } from 'vitest';
import { concatBytes, digestOf, fromBase64Url, toBase64Url } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { CTX, plaintextOf, reheader, reseal, signHeader, teamsOf } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('two signatures on a %s', (type) => {
  it('outside are refused, whoever made the second', async () => {
    const { opening, envelope, sender, other } = await sendMessage(type);
    for (const second of [sender.member, other.member]) {
      const both = concatBytes(fromBase64Url(envelope.signature), fromBase64Url(await signHeader(envelope.header, [second])));
      expect(await openMessage({ ...opening, envelope: { ...envelope, signature: toBase64Url(both) } })).toEqual({ ok: false, step: 1, code: 'signature-invalid' });
    }
  });

  it('inside are refused, although one of them is good', async () => {
    const sent = await sendMessage(type);
    const notation = { name: CTX, value: digestOf('context', sent.envelope.header.context) };
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { to: teamsOf(sent), signers: [sent.sender.member, sent.other.member], notation });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 6, code: 'not-authentic' });
  });
});
