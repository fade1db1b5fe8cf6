import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClientByRole } from '@lateral/provision';
import { startHub } from '@lateral/hub';
import { createLogger } from '@lateral/platform';
import { DoorClient, hubDoor, type HubDoor } from '../world/hub-door.js';

describe('a signed assertion that somebody has seen', () => {
  let door: HubDoor;
  beforeAll(async () => {
    door = await hubDoor();
  }, 60_000);
  afterAll(() => door.end());

  it('is spent: shown again it is refused, at this hub and at another on the same database', async () => {
    const { client } = await door.signIn('csc-north');
    const assertion = await DoorClient.assertion(client);
    expect((await door.ask('POST', '/v1/sign-in', { body: { assertion } })).status).toBe(201);
    const again = await door.ask('POST', '/v1/sign-in', { body: { assertion } });
    expect([again.status, (again.body as { code: string }).code]).toEqual([401, 'assertion-refused']);
    const other = await startHub(door.settings, { log: createLogger({ app: 'hub', write: () => undefined }) });
    try {
      const there = await fetch(`${other.url}/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assertion }) });
      expect(there.status).toBe(401);
    } finally {
      for (const step of other.steps) await step.stop();
    }
  }, 30_000);

  it('of eight that show it at once lets one in', async () => {
    const { client } = await door.signIn('police-north');
    const assertion = await DoorClient.assertion(client);
    const answers = await Promise.all(Array.from({ length: 8 }, () => door.ask('POST', '/v1/sign-in', { body: { assertion } })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('lets nobody in as a colleague, for another hub, or for longer than two minutes', async () => {
    const { client } = await door.signIn('csc-north');
    const colleague = await loadClientByRole(door.made.folder, 'csc-north', 'responder');
    for (const assertion of [
      await DoorClient.assertion(client, { subject: `${colleague.member}@csc-north` }), await DoorClient.assertion(client, { audience: 'https://hub.elsewhere.example' }), await DoorClient.assertion(client, { life: 121 }),
    ]) expect((await door.ask('POST', '/v1/sign-in', { body: { assertion } })).status).toBe(401);
  });
});
