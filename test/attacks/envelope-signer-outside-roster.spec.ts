import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import type { TrustedRoster } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage, type SentMessage } from '@lateral/testing/envelope';

function rosterWith({ sender }: SentMessage, change: { from?: string; until?: string | null }): TrustedRoster {
  return { ...sender.roster, members: new Map([...sender.roster.members].map(([fingerprint, member]) => [fingerprint, { ...member, ...change }])) };
}
const at = (ms: number) => new Date(ROUND_AT.getTime() + ms).toISOString();

describe.each(['request', 'response'] as const)('a %s signed by somebody', (type) => {
  it('who had left the agency when it was signed is refused', async () => {
    const sent = await sendMessage(type);
    expect(await openMessage({ ...sent.opening, senderRoster: rosterWith(sent, { until: at(0) }) })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
  });

  it('who had not begun is refused', async () => {
    const sent = await sendMessage(type);
    expect(await openMessage({ ...sent.opening, senderRoster: rosterWith(sent, { from: at(1000) }) })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
  });

  it('who was never there is refused', async () => {
    const sent = await sendMessage(type);
    expect(await openMessage({ ...sent.opening, senderRoster: { ...sent.sender.roster, members: new Map() } })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
    expect(await openMessage({ ...sent.opening, senderRoster: sent.other.roster })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
  });

  it('who left afterwards still opens: old letters stay true', async () => {
    const sent = await sendMessage(type);
    expect((await openMessage({ ...sent.opening, senderRoster: rosterWith(sent, { until: at(1000) }) })).ok).toBe(true);
  });
});
