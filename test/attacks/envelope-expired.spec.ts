import { describe, expect, it } from 'vitest';
import { openMessage } from '@lateral/envelope';
import { handOverOf, sendMessage } from '@lateral/testing/envelope';

describe.each(['request', 'response'] as const)('a %s that was held back', (type) => {
  it('until it had expired is refused; a moment before it is not', async () => {
    const { opening, envelope } = await sendMessage(type);
    const end = Date.parse(envelope.header.context.expires);
    expect((await openMessage({ ...opening, now: new Date(end - 1) })).ok).toBe(true);
    expect(await openMessage({ ...opening, now: new Date(end) })).toEqual({ ok: false, step: 8, code: 'expired' });
  });

  it('is refused whatever else the hub shows in the place of the record that it was handed over in time', async () => {
    const { opening, envelope, sender, receiver } = await sendMessage(type);
    const { created, expires } = envelope.header.context;
    const [made, end] = [Date.parse(created), Date.parse(expires)];
    const other = { ...envelope, header: { ...envelope.header, content: { ...envelope.header.content, length: 1 } } };
    const shown = (change: object = {}, of = envelope): ReturnType<typeof handOverOf> => handOverOf(of, { agency: receiver.agency, at: new Date(made + 1_000), ...change });
    const opens = (handOver: ReturnType<typeof shown>, proof: 'proven' | 'wrong' = 'proven'): ReturnType<typeof openMessage> => openMessage({ ...opening, now: new Date(end), handOvers: [handOver], verifyProof: () => proof });
    expect(await opens(shown())).toMatchObject({ ok: true, onHubsWord: false });
    const useless = {
      'of another message': shown({}, other), 'to another agency': shown({ agency: sender.agency }), 'of an attachment': shown({ part: 'attachment' }), 'once it had expired': shown({ at: new Date(end) }),
      'before it was made': shown({ at: new Date(made - 3_600_000) }), 'at no time': shown({ at: 'never' }), 'of its posting': { ...shown(), event: 'request.posted.v1' as const }, 'of another act in its record': shown({ event: 'envelope.opened.v1' }),
    };
    for (const [what, receipt] of Object.entries(useless)) expect([what, await opens(receipt)]).toEqual([what, { ok: false, step: 8, code: 'expired' }]);
    expect(await opens(shown(), 'wrong')).toEqual({ ok: false, step: 8, code: 'expired' });
  });

  it('and of whose hand-over there is no proof is never opened as one that was proven', async () => {
    const { opening, envelope, receiver } = await sendMessage(type);
    const { created, expires } = envelope.header.context;
    const unproven = { ...handOverOf(envelope, { agency: receiver.agency, at: new Date(created) }), proof: null };
    for (const handOvers of ['not-shown' as const, [unproven]]) expect(await openMessage({ ...opening, now: new Date(expires), handOvers })).toMatchObject({ ok: true, onHubsWord: true });
  });
});
