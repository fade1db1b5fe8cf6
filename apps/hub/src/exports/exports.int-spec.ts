import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckStanding } from '@lateral/contracts';
import { accepted } from '../../../../test/world/check-scene.js';
import { hubDoor } from '../../../../test/world/hub-door.js';
import type { DoorClient, HubDoor } from '../../../../test/world/hub-door.js';

let door: HubDoor;
let asking: DoorClient;
let asked: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

async function opened(): Promise<{ id: string; reference: string; question: string }> {
  const body = await asking.checkTo(['police-north']);
  const { reference } = accepted<CheckStanding>(await asking.post('/v1/checks', body));
  return { id: body.id, reference, question: body.requests[0]!.envelope.header.context.message };
}

describe('an export', () => {
  it('is a record of the own agency, for either party to the check', async () => {
    const { id, reference } = await opened();
    const said = { form: 'csv', messages: 4, restricted: true };
    for (const client of [asking, asked]) expect((await client.post(`/v1/checks/${reference}/exports`, said)).status).toBe(204);
    const rows = await door.database.sql<{ record: string }>(`select record from audit_record where event = 'content.exported.v1' and check_id = $1`, [id]);
    const by = rows.map(({ record }) => JSON.parse(record) as Record<string, unknown>);
    expect(by).toHaveLength(2);
    expect(by).toEqual(expect.arrayContaining([asking, asked].map(({ client: { agency, member } }) => expect.objectContaining({ ...said, check: id, agency, member }))));
  });
});

describe('a check that was taken back', () => {
  it('has its question still for whoever asked it, so that what follows can be recorded, and for nobody else', async () => {
    const { reference, question } = await opened();
    expect((await asking.post(`/v1/checks/${reference}/withdrawal`, { version: 1, reason: 'no_longer_needed' })).status).toBe(201);
    expect((await asked.post(`/v1/envelopes/${question}/hand-over`, {})).status).toBe(409);
    expect((await asking.post(`/v1/envelopes/${question}/hand-over`, {})).status).toBe(201);
  });
});
