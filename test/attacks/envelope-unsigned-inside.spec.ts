import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { CTX, plaintextOf, reheader, reseal, teamsOf } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('the content of a %s', (type) => {
  it('without a signature inside is refused, however good the header', async () => {
    const sent = await sendMessage(type);
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { to: teamsOf(sent), signers: [] });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 6, code: 'not-authentic' });
  });

  it.each([['without the notation', undefined], ['with it left uncritical', false], ['with another value in it', true]] as const)('signed %s is refused', async (_name, critical) => {
    const sent = await sendMessage(type);
    const value = critical === true ? 'another' : digestOf('context', sent.envelope.header.context);
    const notation = critical === undefined ? {} : { notation: { name: CTX, value, critical } };
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { to: teamsOf(sent), signers: [sent.sender.member], ...notation });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });
});
