import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, utf8, type EnvelopeContext } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { ROUND_AT, sendMessage, uuid7 } from '@lateral/testing/envelope';
import { CTX, plaintextOf, reheader, reseal, teamsOf } from './support/envelope-attacker.js';

const LAXER: Partial<EnvelopeContext> = { expires: '2036-01-01T00:00:00.000Z' };

describe.each(['request', 'response'] as const)('a %s whose header says something else than its content', (type) => {
  it('is refused where only the header was changed', async () => {
    const sent = await sendMessage(type);
    const envelope = await reheader(sent, { context: LAXER }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });

  it('is refused where the notation follows the header and the words inside do not', async () => {
    const sent = await sendMessage(type);
    const notation = { name: CTX, value: digestOf('context', { ...sent.envelope.header.context, ...LAXER }) };
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { to: teamsOf(sent), signers: [sent.sender.member], notation });
    const envelope = await reheader(sent, { content, context: LAXER }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });

  it.each([
    ['two members of one name', (json: string) => json.replace('{', '{"v":1,')],
    ['a member that we do not know', (json: string) => canonicalJson({ ...(JSON.parse(json) as object), zzz: 1 })],
    ['an attachment that the header does not have', (json: string) => canonicalJson({ ...(JSON.parse(json) as object), attachments: [{ id: uuid7(ROUND_AT, 70) }] })],
    ['another length than a bucket\'s', (json: string) => json.replace('"pad":"0', '"pad":"')],
    ['bytes that are no UTF-8', null],
  ])('is refused with %s inside', async (_name, change) => {
    const sent = await sendMessage(type);
    const plaintext = await plaintextOf(sent.envelope.content, sent.receiver.copy);
    const odd = change === null ? plaintext.map((byte, index) => (index === 100 ? 0xff : byte)) : utf8(change(new TextDecoder().decode(plaintext)));
    const content = await reseal(odd, { to: teamsOf(sent), signers: [sent.sender.member], notation: { name: CTX, value: digestOf('context', sent.envelope.header.context) } });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });
});
