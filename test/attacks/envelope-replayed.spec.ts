import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';

describe.each(['request', 'response'] as const)('a %s brought a second time', (type) => {
  it('is refused by its message id', async () => {
    const { opening } = await sendMessage(type);
    const seen = new Set<string>();
    const isSeen = (message: string) => seen.has(message);
    expect((await openMessage({ ...opening, isSeen })).ok).toBe(true);
    seen.add(opening.envelope.header.context.message);
    expect(await openMessage({ ...opening, isSeen })).toEqual({ ok: false, step: 8, code: 'replayed' });
  });
});
