import { describe, expect, it } from 'vitest';
import { openMessage, openWhole } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';

const THE_CORRECTION = '01900000-0000-7000-8000-0000000000cc';

describe('a hub that hands over the first version of an answer where its correction was asked for', () => {
  it('is found out: the message says which it is, under its signature', async () => {
    const { opening } = await sendMessage('response');
    expect(await openWhole({ ...opening, expected: { ...opening.expected, message: THE_CORRECTION } })).toEqual({ ok: false, step: 8, code: 'not-expected' });
  });

  it('would not be by agencies, check, request and question alone, which are the same', async () => {
    const { opening, envelope } = await sendMessage('response');
    expect((await openMessage(opening)).ok).toBe(true);
    expect((await openWhole({ ...opening, expected: { ...opening.expected, message: envelope.header.context.message } })).ok).toBe(true);
  });
});
