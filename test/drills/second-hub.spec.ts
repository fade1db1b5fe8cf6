// Two hubs on one database. Nothing that must hold once may be remembered by one of them only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importJWK, SignJWT } from 'jose';
import { ROUTES, type CheckStanding, type NoticeView, type OpenCheckBody } from '@lateral/contracts';
import { Clients, ServiceProcess, within, type Correspondent } from '@lateral/play';
import { systemNow } from '@lateral/platform';
import { loadClientByRole } from '@lateral/provision';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { post } from '../world/checks.js';
import { countRecords } from './support/tally.js';

const LIMIT_MS = 120_000;
const SOON_MS = 20_000;

describe('a second hub on the same database', () => {
  let world: RoundWorld;
  let second: ServiceProcess;
  let secondUrl: string;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    const port = await world.freePort();
    second = await ServiceProcess.start(world.installation.spec('hub', { HUB_PORT: String(port) }));
    secondUrl = `http://localhost:${port}`;
  }, LIMIT_MS);
  afterAll(async () => {
    await second.stop();
    await world.end();
  }, LIMIT_MS);

  const throughSecond = (): Clients => new Clients(world.installation, world.time, secondUrl, { onAnswer: world.onAnswer });

  it('refuses a sign-in assertion that the first has accepted, and so does the first after a restart', async () => {
    const { agency, member, signIn, ...client } = await loadClientByRole(world.installation.input.folder, world.plan.checks[0]!.asking, 'practitioner');
    const seconds = Math.floor(systemNow().getTime() / 1000);
    const subject = `${member}@${agency}`;
    const assertion = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).setIssuer(subject).setSubject(subject).setAudience(world.installation.audience)
      .setJti(`assertion-of-${client.fingerprint}`).setIssuedAt(seconds).setExpirationTime(seconds + 100).sign(await importJWK(signIn, 'EdDSA'));
    const bring = async (hub: string): Promise<number> =>
      (await fetch(hub + ROUTES.signIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assertion }) })).status;

    expect(await bring(world.installation.hubUrl)).toBe(201);
    expect(await bring(secondUrl)).toBe(401);
    await world.kill('hub');
    await world.installation.startOne('hub');
    expect(await bring(world.installation.hubUrl)).toBe(401);
  }, LIMIT_MS);

  it('takes a retry of what was posted to the first for the same act', async () => {
    const { asking } = world.plan.checks[0]!;
    const [here, there] = [await world.clients().asking(asking), await throughSecond().asking(asking)];
    const body = await sealedCheck(here);
    const key = here.session.newId();
    const before = await countRecords(world);
    const first = await here.session.post<CheckStanding>(ROUTES.checks, body, key);
    expect(await there.session.post<CheckStanding>(ROUTES.checks, body, key)).toEqual(first);
    // Both at once, as when a client that has given up waiting asks elsewhere.
    const [again, anew] = [await sealedCheck(here), here.session.newId()];
    const both = await Promise.all([here, there].map(({ session }) => session.post<CheckStanding>(ROUTES.checks, again, anew)));
    expect(both[0]).toEqual(both[1]);
    expect((await countRecords(world))['check.opened.v1']).toBe((before['check.opened.v1'] ?? 0) + 2);
    // The key belongs to those bytes, whichever hub saw them.
    await expect(there.session.post(ROUTES.checks, await sealedCheck(there), key)).rejects.toMatchObject({ problem: { code: 'idempotency-key-reused' } });
  }, LIMIT_MS);

  it('shows its own clients what was posted to the first', async () => {
    const agency = world.plan.checks[0]!.requests[0]!.agency;
    const heard: NoticeView[] = [];
    const { session } = await throughSecond().answering(agency);
    const unfollow = await session.follow((notice) => { heard.push(notice); });
    const { asked } = await post(world.clients(), world.plan.checks[0]!);
    const { request } = asked.find((one) => one.agency === agency)!;
    expect(await within(SOON_MS, () => Promise.resolve(heard.some((notice) => notice.request === request)))).toBe(true);
    unfollow();
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
  }, LIMIT_MS);

  async function sealedCheck(by: Correspondent): Promise<OpenCheckBody> {
    const { urgency, requests: [plan] } = world.plan.checks[0]!;
    if (plan === undefined) throw new Error('the plan asks nobody');
    const [id, request] = [by.session.newId(), by.session.newId()];
    const envelope = await by.seal({ type: 'request', check: id, request, to: plan.agency, inReplyTo: null, corrects: null, body: plan.words, narrative: plan.narrative, record: plan.record });
    return { id, urgency, receivedAt: systemNow().toISOString(), requests: [{ id: request, agency: plan.agency, envelope }] };
  }
});
