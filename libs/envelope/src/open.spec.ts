import { describe, expect, it } from 'vitest';
import { NARRATIVE, handOverOf, receiptOf, sendMessage } from '@lateral/testing/envelope';
import { openMessage, openNarrative, openWhole } from './open.js';

const DAY = 86_400_000;

describe.each(['request', 'response'] as const)('opening a %s', (type) => {
  it('gives back what was sealed, word for word, and says who signed', async () => {
    const { opening, sealed, sender } = await sendMessage(type);
    const opened = await openMessage(opening);
    expect(opened).toMatchObject({ ok: true, body: sealed.body, attachments: [], witness: 'recorded', signer: { agency: sender.agency, member: 'm-1' } });
  });

  it('opens the sender its own copy', async () => {
    const { opening, sender } = await sendMessage(type);
    const opened = await openMessage({ ...opening, keys: [sender.copy], expected: { ...opening.expected, agency: sender.agency } });
    expect(opened.ok).toBe(true);
  });

  it('says how far its record has come: recorded, proven or unwitnessed', async () => {
    const { opening, envelope } = await sendMessage(type);
    const opens = async (receipt: ReturnType<typeof receiptOf>, verifyProof: () => 'proven' | 'wrong') => openMessage({ ...opening, receipt, verifyProof });
    expect(await opens(receiptOf(envelope, 'recorded', null), () => 'wrong')).toMatchObject({ ok: true, witness: 'recorded' });
    expect(await opens(receiptOf(envelope, 'unwitnessed', null), () => 'wrong')).toMatchObject({ ok: true, witness: 'unwitnessed' });
    expect(await opens(receiptOf(envelope, 'proven', 'proof'), () => 'proven')).toMatchObject({ ok: true, witness: 'proven' });
    expect(await opens(receiptOf(envelope, 'proven', 'proof'), () => 'wrong')).toEqual({ ok: false, step: 3, code: 'proof-wrong' });
  });

  it('does not take the receipt of another message for its own', async () => {
    const { opening, envelope } = await sendMessage(type);
    const receipt = receiptOf({ ...envelope, header: { ...envelope.header, content: { ...envelope.header.content, length: 1 } } }, 'proven', 'proof');
    expect(await openMessage({ ...opening, receipt, verifyProof: () => 'proven' })).toEqual({ ok: false, step: 3, code: 'proof-wrong' });
  });

  it('opens for the first time until it expires, and what was handed over by then, or was its own team\'s from the start, for ever', async () => {
    const { opening, envelope, sender, receiver } = await sendMessage(type, (sealed) => ({ ...sealed, context: { ...sealed.context, expires: new Date(sealed.at.getTime() + 60 * DAY).toISOString() } }));
    const made = Date.parse(envelope.header.context.created);
    const handOvers = [handOverOf(envelope, { agency: receiver.agency, at: new Date(made + 3 * DAY) })];
    const own = { keys: [sender.copy], expected: { ...opening.expected, agency: sender.agency } };
    for (const days of [59, 60, 61, 300]) {
      const now = new Date(made + days * DAY);
      expect(await openMessage({ ...opening, ...own, now })).toMatchObject({ ok: true, onHubsWord: false });
      expect(await openMessage({ ...opening, now, handOvers, verifyProof: () => 'proven' })).toMatchObject({ ok: true, onHubsWord: false });
      expect(await openMessage({ ...opening, now })).toMatchObject(days < 60 ? { ok: true, onHubsWord: false } : { ok: false, step: 8, code: 'expired' });
    }
  });

  it('gives officers of both agencies the narrative and never the content', async () => {
    const { opening, sender, receiver } = await sendMessage(type);
    for (const party of [sender, receiver]) {
      const { check } = opening.expected;
      const expected = { agency: party.agency, partnership: 'north', check, message: opening.envelope.header.context.message };
      expect(await openNarrative({ ...opening, keys: [party.officer], expected })).toMatchObject({ ok: true, narrative: NARRATIVE });
      expect(await openMessage({ ...opening, keys: [party.officer] })).toEqual({ ok: false, step: 6, code: 'no-key' });
    }
  });

  it('opens both for whoever reads both, and is refused where either of them is not what it should be', async () => {
    const sent = await sendMessage(type);
    const { opening, envelope, sealed } = sent;
    const whole = (change: object = {}): ReturnType<typeof openWhole> => openWhole({ ...opening, ...change, expected: { ...opening.expected, message: envelope.header.context.message } });
    expect(await whole()).toMatchObject({ ok: true, body: sealed.body, narrative: NARRATIVE, witness: 'recorded' });
    expect(await whole({ keys: [sent.receiver.officer] })).toEqual({ ok: false, step: 6, code: 'no-key' });
    expect(await whole({ isSeen: () => true })).toEqual({ ok: false, step: 8, code: 'replayed' });
    expect(await whole({ envelope: { ...envelope, narrative: envelope.content } })).toEqual({ ok: false, step: 2, code: 'ciphertext-mismatch' });
  });
});
