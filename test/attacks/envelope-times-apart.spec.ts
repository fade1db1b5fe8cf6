import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage } from '@lateral/testing/envelope';
import { CTX, plaintextOf, reheader, reseal, teamsOf } from './support/envelope-attacker.js';

const after = (seconds: number) => new Date(ROUND_AT.getTime() + seconds * 1000);

describe.each(['request', 'response'] as const)('the header of a %s', (type) => {
  it('signed more than 300 s from the time it names is refused by receiver and hub; at 300 s it is not', async () => {
    const sent = await sendMessage(type);
    const key = (await signerKeyOf(sent.sender.member.toPublic(), ROUND_AT))!;
    for (const [seconds, ok] of [[300, true], [301, false], [-300, true], [-301, false]] as const) {
      const envelope = await reheader(sent, {}, [sent.sender.member], after(seconds));
      const opened = await openMessage({ ...sent.opening, envelope, now: after(600) });
      expect(ok ? opened.ok : opened).toEqual(ok ? true : { ok: false, step: 8, code: 'time-mismatch' });
      const inspected = await inspectEnvelope({ envelope, sender: { agency: sent.sender.agency, key } });
      expect(ok ? inspected.ok : inspected).toEqual(ok ? true : { ok: false, step: 8, code: 'time-mismatch' });
    }
  });

  it('over content signed at another time is refused', async () => {
    const sent = await sendMessage(type);
    const notation = { name: CTX, value: digestOf('context', sent.envelope.header.context) };
    const content = await reseal(await plaintextOf(sent.envelope.content, sent.receiver.copy), { to: teamsOf(sent), signers: [sent.sender.member], notation, at: after(-301) });
    const envelope = await reheader(sent, { content }, [sent.sender.member]);
    expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 8, code: 'time-mismatch' });
  });

  it('from the reader\'s future is refused', async () => {
    const { opening } = await sendMessage(type);
    expect(await openMessage({ ...opening, now: after(-299) })).toMatchObject({ ok: true });
    expect(await openMessage({ ...opening, now: after(-301) })).toMatchObject({ ok: false });
  });
});
