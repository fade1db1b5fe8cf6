import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { ROUND_AT, sendMessage, uuid7 } from '@lateral/testing/envelope';

describe.each(['request', 'response'] as const)('a true %s shown under another request', (type) => {
  it('is refused, because the receiver has something else open', async () => {
    const { opening } = await sendMessage(type);
    const expected = { ...opening.expected, request: uuid7(ROUND_AT, 99) };
    expect(await openMessage({ ...opening, expected })).toEqual({ ok: false, step: 8, code: 'not-expected' });
  });

  it('is refused under another check, partnership or type as well', async () => {
    const { opening } = await sendMessage(type);
    for (const changed of [{ check: uuid7(ROUND_AT, 98) }, { partnership: 'south' }, { type: 'outcome' as const }]) {
      expect(await openMessage({ ...opening, expected: { ...opening.expected, ...changed } })).toEqual({ ok: false, step: 8, code: 'not-expected' });
    }
  });

  it('is refused where the hub rewrites the request in the header', async () => {
    const { opening, envelope } = await sendMessage(type);
    const request = uuid7(ROUND_AT, 99);
    const moved = { ...envelope, header: { ...envelope.header, context: { ...envelope.header.context, request } }, justification: { ...envelope.justification, request } };
    expect(await openMessage({ ...opening, envelope: moved, expected: { ...opening.expected, request } })).toEqual({ ok: false, step: 1, code: 'signature-invalid' });
  });
});
