import { describe, expect, it } from 'vitest';
import { fromBase64Url } from '@lateral/contracts';
import { REQUEST_BODY, sealingParties, sendMessage, streamOf, collect, uuid7, ROUND_AT } from '@lateral/testing/envelope';
import { sealAttachment } from './attachments.js';
import type { RequestBody } from './content.js';
import { openMessage } from './open.js';
import { ContentTooLargeError } from './padding.js';
import { sealMessage, type SealInput } from './seal.js';

const asking = (question: string) => (sealed: SealInput): SealInput => ({ ...sealed, body: { ...(REQUEST_BODY as RequestBody), question } });

describe('sealing', () => {
  it('makes every short message equally long', async () => {
    const lengths = new Set<number>();
    for (const question of ['?', 'A longer question.', 'Ŵ'.repeat(700)]) lengths.add(fromBase64Url((await sendMessage('request', asking(question))).envelope.content).length);
    expect(lengths.size).toBe(1);
  });

  it('fills the next bucket when the words need it, and refuses more than the largest', async () => {
    const long = await sendMessage('request', asking('x'.repeat(20_000)));
    expect(fromBase64Url(long.envelope.content).length).toBeGreaterThan(65_536);
    expect((await openMessage(long.opening)).ok).toBe(true);
    const many = (sealed: SealInput): SealInput => ({ ...sealed, body: { ...(REQUEST_BODY as RequestBody), scope: Array.from({ length: 30 }, () => ({ person: 'p1', role: 'child' as const, why: 'y'.repeat(40_000) })) } });
    await expect(sendMessage('request', many)).rejects.toThrow(ContentTooLargeError);
  });

  it('carries one attachment, whose key is nowhere but inside', async () => {
    const { ciphertext, key } = await sealAttachment({ id: uuid7(ROUND_AT, 30), name: 'map corff.png', mime: 'image/png', plaintext: streamOf(Uint8Array.of(1, 2, 3)) });
    const sealed = await collect(ciphertext);
    const attachment = await key;
    const sent = await sendMessage('response', (input) => ({ ...input, attachment }));
    expect(sent.envelope.header.attachment).toEqual({ id: attachment.id, digest: attachment.digest, length: sealed.length });
    expect(JSON.stringify(sent.envelope)).not.toContain(attachment.key);
    expect(await openMessage(sent.opening)).toMatchObject({ ok: true, attachments: [attachment] });
  });

  it('gives nothing of the words, names or reasons away', async () => {
    const { envelope } = await sendMessage('request');
    const outside = JSON.stringify(envelope) + Buffer.from(envelope.content, 'base64url').toString('latin1') + Buffer.from(envelope.narrative, 'base64url').toString('latin1');
    for (const word of ['bruise', 'Tŷ Gwyn', 'Siân', 'visited', 'August']) expect(outside).not.toContain(word);
  });

  it('refuses what no receiver would take', async () => {
    const { sealed } = await sendMessage('request');
    const { other } = await sealingParties();
    await expect(sealMessage({ ...sealed, senderKey: other.member })).rejects.toThrow(TypeError);
    await expect(sealMessage({ ...sealed, keys: [] })).rejects.toThrow(TypeError);
    await expect(sealMessage({ ...sealed, justification: { ...sealed.justification, message: uuid7(ROUND_AT, 31) } })).rejects.toThrow(TypeError);
    await expect(sealMessage({ ...sealed, context: { ...sealed.context, type: 'response' } })).rejects.toThrow(TypeError);
    await expect(sealMessage({ ...sealed, body: { ...sealed.body, secret: 1 } as never })).rejects.toThrow('/?');
    await expect(sealMessage({ ...sealed, context: { ...sealed.context, expires: sealed.at.toISOString() } })).rejects.toThrow(TypeError);
  });
});
