import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';

describe.each(['request', 'response'] as const)('a %s that was held back', (type) => {
  it('until it had expired is refused; a moment before it is not', async () => {
    const { opening, envelope } = await sendMessage(type);
    const end = Date.parse(envelope.header.context.expires);
    expect((await openMessage({ ...opening, now: new Date(end - 1) })).ok).toBe(true);
    expect(await openMessage({ ...opening, now: new Date(end) })).toEqual({ ok: false, step: 8, code: 'expired' });
  });
});
