import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckStanding, CheckView, Page, Problem, RequestView } from '@lateral/contracts';
import { accepted } from '../../../../test/world/check-scene.js';
import { hubDoor } from '../../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../../test/world/hub-door.js';
import { recordsOf } from '../../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let colleague: DoorClient;
let asked: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, colleague, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('csc-north', 'team_manager'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

const said = ({ status, raw }: Answer): unknown[] => [status, raw.toString()];

describe('"I know someone in this"', () => {
  it.each([['by the check', 'checks'], ['by a request', 'requests']] as const)('said %s: the check is gone for that person, in every list and under every id, and for nobody else', async (_how, named) => {
    const body = await asking.checkTo(['police-north']);
    const { reference } = accepted<CheckStanding>(await asking.post('/v1/checks', body));
    const [request, envelope] = [body.requests[0]!.id, body.requests[0]!.envelope.header.context.message];
    const unknown = said(await asking.get('/v1/checks/LC-00000-00000'));
    expect((unknown[1] as string).includes('not-found')).toBe(true);
    const before = (await colleague.get(`/v1/checks/${reference}`)).body as CheckView;
    expect(before.heldBy).toBe(asking.client.member);
    const recusals = (await recordsOf(door.database, 'member.recused.v1')).length;

    expect((await asking.post(`/v1/${named}/${named === 'checks' ? reference : request}/recusal`, {})).status).toBe(204);
    for (const answer of [
      await asking.get(`/v1/checks/${reference}`), await asking.get(`/v1/requests/${request}`), await asking.get(`/v1/checks/${reference}/receipts`), await asking.get(`/v1/checks/${reference}/evidence`),
      await asking.post(`/v1/envelopes/${envelope}/hand-over`, {}), await asking.post(`/v1/envelopes/${envelope}/openings`, { shown: true }), await asking.post(`/v1/checks/${reference}/withdrawal`, { version: 1, reason: 'sent_in_error' }),
      await asking.post(`/v1/checks/${reference}/recusal`, {}),
    ]) expect(said(answer)).toEqual(unknown);
    expect(((await asking.get('/v1/checks')).body as Page<CheckView>).items.map((each) => each.reference)).not.toContain(reference);

    // What they had of it nobody has now; otherwise it is to a colleague what it was.
    expect((await colleague.get(`/v1/checks/${reference}`)).body).toEqual({ ...before, heldBy: null });
    expect(((await colleague.get('/v1/checks')).body as Page<CheckView>).items.map((each) => each.reference)).toContain(reference);
    expect(((await asked.get('/v1/requests')).body as Page<RequestView>).items.map(({ id }) => id)).toContain(request);
    const records = (await recordsOf(door.database, 'member.recused.v1')).slice(recusals);
    expect(records).toEqual([{ v: 1, id: expect.any(String), event: 'member.recused.v1', at: expect.any(String), check: body.id, agency: 'csc-north', member: asking.client.member, parties: ['csc-north'] }]);
  });

  it('is nothing to be explained: no word goes with it', async () => {
    const { reference } = accepted<CheckStanding>(await asking.post('/v1/checks', await asking.checkTo(['police-north'])));
    const answer = await asking.post(`/v1/checks/${reference}/recusal`, { reason: 'my cousin' });
    expect([answer.status, (answer.body as Problem).fields]).toEqual([422, [{ field: '/reason', reason: 'unknown' }]]);
    expect((await asking.get(`/v1/checks/${reference}`)).status).toBe(200);
  });
});
