// A sender lets an agency of their own choice read along, and calls it the one that reads for the addressed agency at night.
import { describe, expect, it } from 'vitest';
import type { Delegate } from '@lateral/contracts';
import { fingerprintOf, openMessage, openNarrative, type SealInput } from '@lateral/envelope';
import { inspectEnvelope, listReaders, signerKeyOf, type TrustedRoster } from '@lateral/envelope/inspect';
import { fromBase64Url } from '@lateral/contracts';
import { KEYS_AT, ROUND_AT, sealingParties, sendMessage, type SealingParty } from '@lateral/testing/envelope';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const always = (agency: string, change: Partial<Delegate> = {}): Delegate => ({ agency, hours: DAYS.map((day) => ({ day, from: '00:00', to: '24:00' })), from: KEYS_AT.toISOString(), until: null, ...change });
const readerOf = (party: SealingParty) => ({ agency: party.agency, team: fingerprintOf(party.team), epoch: party.epoch });
const naming = (party: SealingParty, delegates: Delegate[], issued = KEYS_AT): TrustedRoster => ({ ...party.roster, document: { ...party.roster.document, issued: issued.toISOString(), delegates } });
const withDelegate = async () => {
  const { other } = await sealingParties();
  return sendMessage('request', (sealed: SealInput) => ({ ...sealed, context: { ...sealed.context, delegates: [readerOf(other)] } }));
};

describe('a message that is sealed to a delegate too', () => {
  it('opens for the addressed agency, its delegate and the sender, by a roster that names the delegate at that hour', async () => {
    const { opening, sender, receiver, other, envelope } = await withDelegate();
    expect(listReaders(fromBase64Url(envelope.content))).toMatchObject({ ok: true, readers: [receiver.epoch, other.epoch, sender.epoch] });
    const addressedRosters = [naming(receiver, [always(other.agency)])];
    for (const party of [receiver, other, sender]) {
      const by = { ...opening, addressedRosters, keys: [party.copy], expected: { ...opening.expected, agency: party.agency } };
      expect(await openMessage(by)).toMatchObject({ ok: true });
      const { check, message } = envelope.header.context;
      expect(await openNarrative({ ...by, expected: { agency: party.agency, partnership: 'north', check, message } })).toMatchObject({ ok: true });
    }
    const key = (await signerKeyOf(sender.member.toPublic().write(), ROUND_AT))!;
    expect((await inspectEnvelope({ envelope, sender: { agency: sender.agency, key } })).ok).toBe(true);
    expect(await inspectEnvelope({ envelope, sender: { agency: sender.agency, key }, isKnownReader: ({ agency }) => agency !== other.agency })).toMatchObject({ ok: false, step: 5 });
  });

  it('is refused by everybody where no roster of the addressed agency names the delegate at that hour', async () => {
    const { opening, sender, receiver, other } = await withDelegate();
    const day = 86_400_000;
    const after = (days: number): Date => new Date(ROUND_AT.getTime() + days * day);
    const unjustified: TrustedRoster[][] = [
      [], [receiver.roster], [naming(receiver, [always('mid-trust')])], [naming(sender, [always(other.agency)])],
      [naming(receiver, [always(other.agency, { hours: [{ day: 1, from: '00:00', to: '00:01' }] })])],
      [naming(receiver, [always(other.agency, { until: after(-1).toISOString() })])], [naming(receiver, [always(other.agency)], after(1))],
      [naming(receiver, [always(other.agency)]), naming(receiver, [], after(-8))],
    ];
    for (const addressedRosters of unjustified) expect(await openMessage({ ...opening, addressedRosters })).toEqual({ ok: false, step: 5, code: 'readers-mismatch' });
    expect(await openMessage(opening)).toEqual({ ok: false, step: 5, code: 'readers-mismatch' });
    expect(await openMessage({ ...opening, addressedRosters: [naming(receiver, [always(other.agency)]), naming(receiver, [], after(1))] })).toMatchObject({ ok: true });
  });

  it('names nobody twice, and no delegate where nobody is addressed', async () => {
    const { sender, receiver } = await withDelegate();
    for (const party of [sender, receiver]) {
      await expect(sendMessage('request', (sealed) => ({ ...sealed, context: { ...sealed.context, delegates: [readerOf(party)] } }))).rejects.toThrow('cannot be sealed');
    }
    await expect(sendMessage('request', (sealed) => ({ ...sealed, context: { ...sealed.context, delegates: [] } }))).rejects.toThrow('cannot be sealed');
  });
});
