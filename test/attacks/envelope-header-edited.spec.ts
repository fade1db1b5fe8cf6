import { describe, expect, it } from 'vitest';
import type { EnvelopeHeader } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage, uuid7 } from '@lateral/testing/envelope';

const EDITS: [string, (header: EnvelopeHeader) => unknown][] = [
  ['a later end', (header) => ({ ...header, context: { ...header.context, expires: '2036-01-01T00:00:00.000Z' } })],
  ['another check', (header) => ({ ...header, context: { ...header.context, check: uuid7(ROUND_AT, 50) } })],
  ['an officer taken out', (header) => ({ ...header, context: { ...header.context, officers: header.context.officers.slice(1) } })],
  ['another message it corrects', (header) => ({ ...header, context: { ...header.context, corrects: uuid7(ROUND_AT, 51) } })],
  ['an attachment put in', (header) => ({ ...header, attachment: { id: uuid7(ROUND_AT, 52), digest: header.content.digest, length: 5 } })],
  ['a member that we do not know', (header) => ({ ...header, extra: true })],
  ['an unknown suite', (header) => ({ ...header, context: { ...header.context, suite: 'pgp3-idea' } })],
  ['nothing at all', () => null],
];

describe.each(['request', 'response'] as const)('the header of a %s edited on its way', (type) => {
  it.each(EDITS)('with %s is refused by receiver and hub', async (_name, edit) => {
    const { opening, envelope, sender } = await sendMessage(type);
    const edited = { ...envelope, header: edit(envelope.header) as EnvelopeHeader };
    expect(await openMessage({ ...opening, envelope: edited })).toMatchObject({ ok: false, step: 1 });
    const key = (await signerKeyOf(sender.member.toPublic(), ROUND_AT))!;
    expect(await inspectEnvelope({ envelope: edited, sender: { agency: sender.agency, key } })).toMatchObject({ ok: false, step: 1 });
  });
});
