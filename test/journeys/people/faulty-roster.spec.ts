import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';

const [POLICE, SCHOOL] = ['police-north', 'school-north'];

describe('an agency whose list of people somebody wrote over in the database', () => {
  let door: HubDoor;
  beforeAll(async () => { door = await hubDoor(); }, 60_000);
  afterAll(() => door.end());
  const incidents = async (): Promise<boolean[]> => (await door.database.sql<{ over: boolean }>("select ended_at is not null as over from incident where kind = 'roster-refused' order by raised_at")).map(({ over }) => over);
  const records = async (): Promise<string[]> => (await door.database.sql<{ event: string }>("select event from audit_record where event like 'incident.%' order by seq")).map(({ event }) => event);
  const status = async (agency: string): Promise<number> => door.signIn(agency, 'responder').then(async (client) => (await client.get('/v1/me')).status, () => 401);

  it('is left out, with an incident that the ledger gets a record of; all others go on', async () => {
    expect(await incidents()).toEqual([]);
    await door.database.sql("create table kept as select document from agency_roster where agency = $1", [POLICE]);
    await door.database.sql("update agency_roster set document = replace(document, 'responder', 'custodian') where agency = $1", [POLICE]);
    await door.restart();
    await vi.waitFor(async () => { expect(await incidents()).toEqual([false]); });
    expect([await status(POLICE), await status(SCHOOL)]).toEqual([401, 200]);
    await door.restart();
    expect([await incidents(), await records()]).toEqual([[false], ['incident.raised.v1']]);
  });

  it('comes back with the list that was signed, and the incident is over', async () => {
    await door.database.sql('update agency_roster set document = (select document from kept) where agency = $1', [POLICE]);
    await door.restart();
    await vi.waitFor(async () => { expect(await incidents()).toEqual([true]); });
    expect([await status(POLICE), await records()]).toEqual([200, ['incident.raised.v1', 'incident.ended.v1']]);
  });
});
