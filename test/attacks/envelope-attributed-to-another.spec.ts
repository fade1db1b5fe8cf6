import { describe, expect, it } from 'vitest';
import { sealMessage, openMessage } from '@lateral/envelope';
import { fingerprintOf } from '@lateral/envelope/keys';
import { sendMessage } from '@lateral/testing/envelope';
import { reheader, rewrap } from './support/envelope-attacker.js';

describe.each(['request', 'response'] as const)('another agency and a %s', (type) => {
  it('cannot pass off what somebody else sent as its own', async () => {
    const sent = await sendMessage(type);
    const { other, receiver, sealed } = sent;
    const self = { agency: other.agency, team: fingerprintOf(other.team), epoch: other.epoch };
    const own = await sealMessage({
      ...sealed, senderKey: other.member, justification: { ...sealed.justification, agency: other.agency },
      context: { ...sealed.context, from: { agency: other.agency, signer: fingerprintOf(other.member) }, self, officers: [] },
    });
    const stolen = await rewrap(sent.envelope.content, receiver.copy, [receiver.team, other.team]);
    const envelope = await reheader({ ...sent, envelope: own }, { content: stolen }, [other.member]);
    const expected = { ...sent.opening.expected, from: other.agency };
    expect((await openMessage({ ...sent.opening, envelope: own, expected, senderRoster: other.roster })).ok).toBe(true);
    expect(await openMessage({ ...sent.opening, envelope, expected, senderRoster: other.roster })).toEqual({ ok: false, step: 6, code: 'not-authentic' });
  });

  it('is not taken for the one that was asked', async () => {
    const { opening, other } = await sendMessage(type);
    expect(await openMessage({ ...opening, expected: { ...opening.expected, from: other.agency } })).toEqual({ ok: false, step: 1, code: 'signer-unknown' });
  });
});
