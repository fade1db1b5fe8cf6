import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';
import { openHubDatabase, type HubDatabase } from './hub-database.js';

describe("an application's role", () => {
  let world: HubWorld;
  let app: HubDatabase;
  let role: string;
  let url: string;

  beforeAll(async () => {
    world = await hubWorld(31, ['police-a']);
    role = `${world.database.name}_app`;
    await world.database.sql(`create role ${role} login password 'only-in-this-test'`);
    await world.hub.grantTo(role);
    url = Object.assign(new URL(world.database.url), { username: role, password: 'only-in-this-test' }).href;
    app = await openHubDatabase({ url, poolSize: 2, applicationName: 'app-role' });
  });
  afterAll(async () => {
    await app.close();
    await world.database.sql(`drop owned by ${role}`);
    await world.database.sql(`drop role ${role}`);
    await world.end();
  });

  it('can do everything with passkeys and gestures that a hub and its sweeps do', async () => {
    const { samples } = world;
    const at = samples.at();
    const until = new Date(at.getTime() + 1000);
    const [session, stepUp] = [samples.id(), samples.id()];
    const act = samples.act('police-a', [samples.record('passkey.enrolled.v1', {})]);
    const { member } = act.actor;
    expect(await app.passkeys.begin({ challenge: 'c', session, agency: 'police-a', member, expiresAt: until }, 'h')).toEqual({ handle: 'h' });
    const enrolled = await app.passkeys.enrol({ ...act, at, passkey: { id: samples.id(), credential: 'p', publicKey: Uint8Array.of(1), counter: 0 }, challenge: 'c', session, besides: false });
    expect(enrolled).toMatchObject({ outcome: 'done' });
    const [passkey] = await app.passkeys.of('police-a', member);
    await app.stepUps.begin({ id: stepUp, session, agency: 'police-a', member, action: 'export', objects: ['a'], nonce: 'n', at, expiresAt: until });
    expect(await app.stepUps.spend({ stepUp, session, at, passkey: { id: passkey!.id, counter: 1 } })).toBe(true);
    expect(await app.stepUps.grant({ stepUp, session, at, until }, samples.record('step-up.granted.v1', {}))).toBe(true);
    expect(await app.stepUps.granted(session, 'export', at)).toEqual([{ objects: ['a'], grantedAt: at }]);
    expect(await app.passkeys.disable({ agency: 'police-a', member, id: passkey!.id, at }, samples.record('passkey.disabled.v1', {}))).toBe(true);
    expect(await app.upkeep.sweepExpired(new Date(at.getTime() + 1001))).toBe(1);
  });

  it('cannot give a passkey another owner or key, nor a gesture other objects, nor take a passkey away', async () => {
    const owner = await world.database.connect();
    await owner.query(`set role ${role}`);
    for (const statement of [
      "update passkey set member = 'm9'", "update passkey set public_key = '\\x00'", "update passkey set credential = 'x'", 'delete from passkey', 'delete from passkey_user',
      "update step_up set objects = '{b}'", "update step_up set action = 'open-content'", "update step_up set session = id",
    ]) await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    await owner.end();
  });
});
