import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckView, DeadlinesReply, OpenCheckBody, PostedReply, Problem, RequestView } from '@lateral/contracts';
import { dueAt } from '@lateral/domain/deadlines';
import { accepted } from '../../../test/world/check-scene.js';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { recordsOf, stored } from '../../../test/world/stored.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let door: HubDoor;
let asking: DoorClient;
let police: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, police] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

async function opened(): Promise<{ body: OpenCheckBody; posted: PostedReply; request: string }> {
  const body = await asking.checkTo(['police-north']);
  return { body, posted: accepted<PostedReply>(await asking.post('/v1/checks', body)), request: body.requests[0]!.id };
}
const viewOf = async (by: DoorClient, request: string): Promise<RequestView> => (await by.get(`/v1/requests/${request}`)).body as RequestView;

describe('a due time', () => {
  it('is the hub\'s to reckon, by the policy that everybody can read, and is shown with its rule', async () => {
    const { posted, request, body } = await opened();
    const { policy, calendar } = (await police.get('/v1/deadlines')).body as DeadlinesReply;
    const view = await viewOf(police, request);
    const due = dueAt(policy, calendar, { postedAt: new Date(view.sentAt), receivedAt: new Date(body.receivedAt), urgency: 'amber', agencyType: 'POLICE', agency: 'police-north' });
    expect([view.dueAt, view.dueRule]).toEqual([due.dueAt.toISOString(), due.rule]);
    expect(posted.requests).toEqual([expect.objectContaining({ id: request, dueAt: view.dueAt, dueRule: due.rule })]);
    expect(new Date(view.dueAt).getTime() - new Date(view.sentAt).getTime()).toBe(DAY_MS);
    expect((await recordsOf(door.database, 'request.posted.v1')).at(-1)).toMatchObject({ request, dueAt: view.dueAt, dueRule: due.rule });
  });

  it.each([['ahead of the clock', 6 * 60_000], ['older than sixty days', -61 * DAY_MS]])('is refused for a report received %s', async (_when, off) => {
    const body = { ...(await asking.checkTo(['police-north'])), receivedAt: new Date(Date.now() + off).toISOString() };
    const answer = await asking.post('/v1/checks', body);
    expect([answer.status, (answer.body as Problem).fields]).toEqual([422, [{ field: '/receivedAt', reason: 'out-of-range' }]]);
  });

  it('is moved by an act with a reason, of which the agency is told, and by nobody else', async () => {
    const { request } = await opened();
    const move = { version: 1, dueAt: new Date(Date.now() + 3 * DAY_MS).toISOString(), reason: 'paused_service_closed' };
    const manager = await door.signIn('police-north', 'team_manager');
    expect((await manager.post(`/v1/requests/${request}/due-time`, move)).status).toBe(404);
    const before = await stored(door.database);
    for (const off of [-1_000, 61 * DAY_MS]) {
      const answer = await asking.post(`/v1/requests/${request}/due-time`, { ...move, dueAt: new Date(Date.now() + off).toISOString() });
      expect([answer.status, (answer.body as Problem).fields]).toEqual([422, [{ field: '/dueAt', reason: 'out-of-range' }]]);
    }
    expect(await stored(door.database)).toEqual(before);
    accepted(await asking.post(`/v1/requests/${request}/due-time`, move));
    expect(await viewOf(police, request)).toMatchObject({ dueAt: move.dueAt, dueRule: 'moved:paused_service_closed', state: 'open' });
    expect((await recordsOf(door.database, 'request.due-moved.v1')).at(-1)).toMatchObject({ request, dueAt: move.dueAt, reason: 'paused_service_closed', parties: expect.arrayContaining(['csc-north', 'police-north']) as unknown });
    expect(await door.database.sql('select agency from outbox_event where event = $1 and request_id = $2', ['request.due-moved.v1', request])).toEqual([{ agency: 'police-north' }]);
  });
});

describe('a change of rating', () => {
  it('changes later requests only', async () => {
    const { body, posted, request } = await opened();
    const before = await viewOf(police, request);
    const path = `/v1/checks/${posted.reference}`;
    expect((await asking.post(`${path}/rating`, { version: 1, urgency: 'amber', reason: 'risk_increased' })).status).toBe(422);
    const { version } = accepted<PostedReply>(await asking.post(`${path}/rating`, { version: 1, urgency: 'red', reason: 'risk_increased' }));
    expect((await recordsOf(door.database, 'check.rated.v1')).at(-1)).toMatchObject({ check: body.id, urgency: 'red', reason: 'risk_increased', parties: ['csc-north'] });

    const late = await asking.post(`${path}/requests`, { version, requests: await asking.questionsTo(['school-north'], body.id) });
    expect([late.status, (late.body as Problem).fields?.[0]?.field]).toEqual([422, '/requests/0/envelope/justification/urgency']);
    const further = accepted<PostedReply>(await asking.post(`${path}/requests`, { version, requests: await asking.questionsTo(['school-north'], body.id, { coded: { urgency: 'red' } }) }));
    expect(further.requests[0]!.dueRule).toMatch(/:red:/);
    const view = (await asking.get(path)).body as CheckView;
    expect(view.urgency).toBe('red');
    expect(view.requests.map(({ asked, urgency }) => [asked, urgency]).sort()).toEqual([['police-north', 'amber'], ['school-north', 'red']]);
    expect(await viewOf(police, request)).toEqual(before);
    const school = view.requests.find(({ asked }) => asked === 'school-north')!;
    expect(new Date(school.dueAt).getTime() - new Date(school.sentAt).getTime()).toBe(4 * HOUR_MS);
  });
});

describe('words that are not what the sealing client said of them', () => {
  it('are told by whoever opens the message, and recorded for both sides', async () => {
    const { body } = await opened();
    const { message } = body.requests[0]!.envelope.header.context;
    accepted(await police.post(`/v1/envelopes/${message}/hand-over`, {}));
    expect((await police.post(`/v1/envelopes/${message}/openings`, { shown: true, mismatched: ['question', 'necessity', 'question'] })).status).toBe(204);
    expect((await recordsOf(door.database, 'words.mismatched.v1')).at(-1)).toMatchObject({ message, agency: 'police-north', fields: 'necessity question', parties: expect.arrayContaining(['csc-north', 'police-north']) as unknown });
    expect((await police.post(`/v1/envelopes/${message}/openings`, { shown: true, mismatched: ['shoe_size'] })).status).toBe(422);
  });
});
