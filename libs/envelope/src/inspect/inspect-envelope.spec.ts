import { beforeAll, describe, expect, it } from 'vitest';
import { ciphertextDigest, digestOf, fromBase64Url } from '@lateral/contracts';
import { ROUND_AT, sendMessage, subkeyOf, uuid7, type SentMessage } from '@lateral/testing/envelope';
import { faultOfJustification, inspectEnvelope, isHeader, listReaders, signerKeyOf, type SignerKey } from './index.js';

describe.each(['request', 'response'] as const)('inspecting a %s without any secret key', (type) => {
  let sent: SentMessage;
  let key: SignerKey;
  beforeAll(async () => {
    sent = await sendMessage(type);
    key = (await signerKeyOf(sent.sender.member.toPublic().write(), ROUND_AT))!;
  });

  it('finds a true one sound, and says what it has seen', async () => {
    const { envelope, sender } = sent;
    const inspected = await inspectEnvelope({ envelope, sender: { agency: sender.agency, key } });
    expect(inspected).toEqual({
      ok: true, header: envelope.header, headerDigest: digestOf('header', envelope.header), contentDigest: ciphertextDigest(fromBase64Url(envelope.content)),
      signed: ROUND_AT, seen: { content: true, narrative: true },
    });
  });

  it('finds evidence without ciphertext sound as far as it goes', async () => {
    const { envelope, sender } = sent;
    expect(await inspectEnvelope({ envelope: { ...envelope, content: null, narrative: null }, sender: { agency: sender.agency, key } })).toMatchObject({ ok: true, seen: { content: false, narrative: false } });
    expect(await inspectEnvelope({ envelope: { ...envelope, content: '####' }, sender: { agency: sender.agency, key } })).toMatchObject({ ok: false, step: 2 });
  });

  it('asks about every reader: both teams and both officers', async () => {
    const { envelope, sender, receiver } = sent;
    const asked: string[] = [];
    const isKnownReader = ({ epoch }: { epoch: string }) => asked.push(epoch) > 0;
    expect((await inspectEnvelope({ envelope, sender: { agency: sender.agency, key }, isKnownReader })).ok).toBe(true);
    expect(new Set(asked)).toEqual(new Set([sender, receiver].flatMap((party) => [party.epoch, subkeyOf(party.officer.toPublic())])));
  });

  it('refuses another sender, a slow verifier that says no, and a signature that is no base64url', async () => {
    const { envelope, sender, other } = sent;
    expect(await inspectEnvelope({ envelope, sender: { agency: other.agency, key } })).toMatchObject({ ok: false, step: 1, code: 'signer-unknown' });
    expect(await inspectEnvelope({ envelope, sender: { agency: sender.agency, key }, verifyEd25519: () => Promise.resolve(false) })).toEqual({ ok: false, step: 1, code: 'signature-invalid', cause: 'bad-signature' });
    expect(await inspectEnvelope({ envelope: { ...envelope, signature: '=' }, sender: { agency: sender.agency, key } })).toMatchObject({ ok: false, step: 1, code: 'signature-invalid' });
  });

  it('lists who may read, by whole fingerprint', () => {
    const { envelope, sender, receiver } = sent;
    expect(listReaders(fromBase64Url(envelope.content))).toEqual({ ok: true, container: 2, readers: [receiver.epoch, sender.epoch] });
  });
});

describe('a header', () => {
  it('addresses one agency, or none where it is a decision, and belongs to one request, or none', async () => {
    const { header } = (await sendMessage('request')).envelope;
    const withContext = (change: object) => isHeader({ ...header, context: { ...header.context, ...change } });
    expect(withContext({})).toBe(true);
    expect(withContext({ to: [] })).toBe(false);
    expect(withContext({ to: [header.context.to[0], header.context.self] })).toBe(false);
    expect(withContext({ request: null })).toBe(false);
    expect(withContext({ type: 'decision', to: [], request: null })).toBe(true);
    expect(withContext({ self: header.context.to[0] })).toBe(false);
    expect(withContext({ corrects: header.context.message })).toBe(false);
    expect(withContext({ created: '2026-11-20T10:00:00Z' })).toBe(false);
    expect(withContext({ message: uuid7(ROUND_AT, 3).toUpperCase() })).toBe(false);
  });

  it('comes with a justification of codes, in which no sentence fits', async () => {
    const { justification } = (await sendMessage('response')).envelope;
    expect(faultOfJustification(justification)).toBeNull();
    expect(faultOfJustification({ ...justification, categories: ['the mother told us'] })).toBe('/categories/0');
    expect(faultOfJustification({ ...justification, stack: { ...justification.stack, note: 'x' } })).toBe('/stack/?');
    expect(faultOfJustification({ ...justification, subjects: [{ subject: 'Siân', role: 'child' }] })).toBe('/subjects/0/subject');
  });
});
