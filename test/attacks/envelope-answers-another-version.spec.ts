import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { reheader } from './support/envelope-attacker.js';

const OTHER_VERSION = 'YW5vdGhlci12ZXJzaW9uLW9mLXRoYXQtcmVxdWVzdC4';

describe('a message that answers', () => {
  it('another version of the request than the one that is open is refused', async () => {
    const { opening } = await sendMessage('response');
    expect(await openMessage({ ...opening, expected: { ...opening.expected, inReplyTo: OTHER_VERSION } })).toEqual({ ok: false, step: 8, code: 'not-expected' });
  });

  it('is refused where a helpful sender changes only the header', async () => {
    const sent = await sendMessage('response');
    const envelope = await reheader(sent, { context: { inReplyTo: OTHER_VERSION } }, [sent.sender.member]);
    const expected = { ...sent.opening.expected, inReplyTo: OTHER_VERSION };
    expect(await openMessage({ ...sent.opening, envelope, expected })).toEqual({ ok: false, step: 7, code: 'content-mismatch' });
  });

  it('nothing, or is a request that says it answers, is no message at all', async () => {
    for (const [type, inReplyTo] of [['response', null], ['request', OTHER_VERSION]] as const) {
      const sent = await sendMessage(type);
      const envelope = await reheader(sent, { context: { inReplyTo } }, [sent.sender.member]);
      expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 1, code: 'header-mismatch' });
    }
  });
});
