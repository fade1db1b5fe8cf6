import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { openMessage, unlockPrivateKey } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { CTX, lockedAskingFor, plaintextOf, reheader, reseal, teamsOf } from './support/envelope-attacker.js';

// Generous beside the few milliseconds it takes, and far below what opening or deriving would cost.
const QUICK_MS = 1_500;

describe.each(['request', 'response'] as const)('a %s that swells', (type) => {
  it('from 51 KB to 50 MB when it is opened is refused before it has', async () => {
    const sent = await sendMessage(type);
    const notation = { name: CTX, value: digestOf('context', sent.envelope.header.context) };
    const content = await reseal(new Uint8Array(50_000_000), { compress: true, to: teamsOf(sent), signers: [sent.sender.member], notation });
    expect(content.length).toBeLessThan(60_000);
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    const before = performance.now();
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 6, code: 'not-authentic' });
    expect(performance.now() - before).toBeLessThan(QUICK_MS);
  });

  it('no further than its bucket is opened: stock tools compress', async () => {
    const sent = await sendMessage(type);
    const notation = { name: CTX, value: digestOf('context', sent.envelope.header.context) };
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { compress: true, to: teamsOf(sent), signers: [sent.sender.member], notation });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect((await openMessage({ ...sent.opening, envelope })).ok).toBe(true);
  });
});

describe('a locked key', () => {
  it('that asks for 2 GiB to be unlocked is refused unread; one that asks for little is unlocked', async () => {
    const { sender } = await sendMessage('request');
    expect(await unlockPrivateKey(await lockedAskingFor(4, sender.member, 'open sesame'), 'open sesame')).not.toBeNull();
    const greedy = await lockedAskingFor(21, sender.member, 'open sesame');
    const before = performance.now();
    expect(await unlockPrivateKey(greedy, 'open sesame')).toBeNull();
    expect(performance.now() - before).toBeLessThan(QUICK_MS);
  });
});
