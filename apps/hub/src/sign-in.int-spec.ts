import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckView, KeyProofReply, OneTimeCodeReply, Page as PageOf, Problem, RequestView } from '@lateral/contracts';
import { proveKey } from '@lateral/envelope/keys';
import { accepted } from '../../../test/world/check-scene.js';
import { peopleWorld, type PeopleWorld } from '../../../test/world/people-world.js';
import { stored } from '../../../test/world/stored.js';

const key = (n: number): Record<string, string> => ({ 'idempotency-key': `key-of-this-test-${String(n)}` });
const codeOf = (text: string): string => (JSON.parse(text) as Problem).code;

describe('people at the door', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());

  it('are shown the agencies that have a provider, without having signed in', async () => {
    const { status, body } = await world.door.ask('GET', '/v1/sign-in/agencies');
    expect([status, (body as { agency: string }[]).map(({ agency }) => agency)]).toEqual([200, ['csc-north', 'police-north', 'school-north']]);
  });

  it('are told who they are, and get a plain cookie on loopback alone', async () => {
    const browser = await world.signIn('csc-north', 'practitioner');
    const me = (await world.me(browser))!;
    expect(me).toMatchObject({ agency: 'csc-north', member: world.memberOf('csc-north', 'practitioner'), session: { kind: 'person', current: true }, passkeys: 0, keyLocked: false });
    expect(me.roles).toContain('practitioner');
    // The cookie of the start is gone with the return.
    expect(browser.cookies.map(({ name, host }) => `${host} ${name}`)).toEqual(expect.arrayContaining(['localhost lateral']));
    expect(browser.cookie('lateral-start')).toBeNull();
  });

  it('believes no logout token that the provider did not sign', async () => {
    const browser = await world.signIn('csc-north', 'practitioner');
    const unsigned = [{ alg: 'none', typ: 'logout+jwt' }, { iss: world.provider.issuerOf('csc-north'), aud: 'lateral-hub', sub: 'practitioner', iat: 0, jti: 'x', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const before = await stored(world.door.database);
    for (const body of [`logout_token=${unsigned.join('.')}.`, 'logout_token=x', 'logout_token=a&logout_token=b', '']) {
      const { status } = await world.door.ask('POST', '/v1/sign-in/back-channel-logout', { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect([body, status]).toEqual([body, 400]);
    }
    expect(await stored(world.door.database)).toEqual(before);
    expect(await world.me(browser)).not.toBeNull();
  });

  it('are granted a step-up by a fresh sign-in of the same person, under a new token of the same session', async () => {
    const browser = await world.signIn('csc-north', 'practitioner');
    const [before, thief] = [(await world.me(browser))!.session.id, browser.stolen()];
    const sent = async (to: typeof browser, n: number): Promise<string> => {
      const begun = await to.fetch('POST', '/v1/step-ups', { body: { action: 'export', objects: ['LC-7GQ2M-4X9TB'] }, headers: key(n) });
      const { id, provider } = JSON.parse(begun.text) as { id: string; provider: boolean };
      expect(provider).toBe(true);
      const started = await to.fetch('POST', `/v1/step-ups/${id}/provider`, { body: {}, headers: key(n + 1) });
      expect([started.status, started.text.includes(to.cookie('lateral-start')!)]).toEqual([201, false]);
      return (JSON.parse(started.text) as { location: string }).location;
    };
    const fresh = await browser.visit(await sent(browser, 10));
    // Though signed in at the provider, they are asked again.
    expect(fresh.text).toContain('Nobody is asked for a password');
    await browser.submit(fresh, { subject: 'practitioner' });
    expect((await world.me(browser))!.session.id).toBe(before);
    expect(await world.me(thief)).toBeNull();
    const another = await browser.visit(await sent(browser, 20));
    // The provider first signs out whoever was there, and says so to the hub: nothing is left to step up.
    const token = browser.cookie('lateral');
    const over = await browser.submit(another, { subject: 'responder' });
    await browser.submit(over, { xsrf: /name="xsrf" value="([^"]+)"/.exec(over.text)![1]!, logout: 'yes' });
    expect([browser.cookie('lateral'), await world.me(browser)]).toEqual([token, null]);
    const granted = await world.door.database.sql<{ n: number }>(`select count(*)::int as n from audit_record where event = 'step-up.granted.v1'`);
    expect(granted).toEqual([{ n: 1 }]);
  });

  it('keeps a session of a one-time code to red checks, and from their content until the member\'s key is proven', async () => {
    const { door } = world;
    const asking = await door.signIn('csc-north');
    const [red, amber] = [await asking.checkTo(['school-north'], { coded: { urgency: 'red' } }), await asking.checkTo(['school-north'])];
    for (const body of [red, amber]) accepted<CheckView>(await asking.post('/v1/checks', body));
    const custodian = await door.signIn('school-north', 'custodian');
    const member = world.memberOf('school-north', 'responder');
    const { code } = accepted<OneTimeCodeReply>(await custodian.post('/v1/one-time-codes', { member }));
    const browser = world.browser();
    expect((await browser.fetch('POST', '/v1/sign-in/code', { body: { agency: 'school-north', member, code } })).status).toBe(204);
    expect((await world.me(browser))!.session.kind).toBe('one-time-code');
    const inbox = JSON.parse((await browser.fetch('GET', '/v1/requests')).text) as PageOf<RequestView>;
    expect(inbox.items.map(({ id, urgency }) => [id, urgency])).toEqual([[red.requests[0]!.id, 'red']]);
    const unknown = await browser.fetch('GET', '/v1/requests/019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071');
    expect((await browser.fetch('GET', `/v1/requests/${red.requests[0]!.id}`)).status).toBe(200);
    const refused = await browser.fetch('GET', `/v1/requests/${amber.requests[0]!.id}`);
    expect([refused.status, refused.text]).toEqual([404, unknown.text]);
    const collect = (body: typeof red, n: number) => browser.fetch('POST', `/v1/envelopes/${body.requests[0]!.envelope.header.context.message}/hand-over`, { body: {}, headers: key(n) });
    expect(codeOf((await collect(red, 1)).text)).toBe('key-proof-needed');
    const { nonce, session } = JSON.parse((await browser.fetch('POST', '/v1/key-proofs', { body: {}, headers: key(2) })).text) as KeyProofReply;
    const { personal } = (await door.signInAs('school-north', member)).client;
    const signature = await proveKey({ agency: 'school-north', member, session, nonce }, { key: personal, at: new Date() });
    expect((await browser.fetch('POST', '/v1/key-proofs/signature', { body: { signature }, headers: key(3) })).status).toBe(204);
    expect([(await collect(amber, 4)).status, (await collect(red, 5)).status]).toEqual([404, 201]);
    expect((await browser.fetch('GET', '/v1/agreements')).status).toBeLessThan(500);
  });
});

describe('whoever asks too often', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld({ limits: { strangerPerMinute: 700, failedCodes: 10, personPerMinute: 20 }, settings: { HUB_TRUST_PROXY: '1' } });
  }, 60_000);
  afterAll(() => world.end());
  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': `203.0.113.77, ${address}` });

  it('cannot lock a member out by naming them: 500 wrong codes from one address, and the member comes in from another', async () => {
    const { door } = world;
    const [agency, member] = ['school-north', world.memberOf('school-north', 'responder')];
    const custodian = await door.signIn(agency, 'custodian');
    const { code } = accepted<OneTimeCodeReply>(await custodian.post('/v1/one-time-codes', { member }));
    const attempt = (address: string, said: string) => door.ask('POST', '/v1/sign-in/code', { body: { agency, member, code: said }, headers: from(address) });
    const counts: Record<string, number> = {};
    for (let n = 0; n < 500; n += 1) {
      const { status } = await attempt('198.51.100.1', `0000-0000-0000-${String(n).padStart(4, '0')}`);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    expect(counts).toEqual({ 422: 10, 429: 490 });
    // What it says of the addresses before the nearest proxy's word is anybody's to write, and changes nothing.
    const disguised = await door.ask('POST', '/v1/sign-in/code', { body: { agency, member, code }, headers: { 'x-forwarded-for': '198.51.100.9, 198.51.100.1' } });
    expect(disguised.status).toBe(429);
    expect((await attempt('198.51.100.2', code)).status).toBe(204);
    expect((await world.signIn(agency, 'responder')).cookie('lateral')).not.toBeNull();
  }, 60_000);

  it('is told to wait, in their own session and in no other', async () => {
    const [busy, calm] = [await world.signIn('csc-north', 'practitioner'), await world.signIn('csc-north', 'practitioner')];
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await busy.fetch('GET', '/v1/sessions')).status));
    // The landing page was the first of the twenty.
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([19, 11]);
    expect(codeOf((await busy.fetch('GET', '/v1/me')).text)).toBe('too-many-requests');
    expect(await world.me(calm)).not.toBeNull();
  });

  it('and a stranger by where they ask from', async () => {
    const ask = async (address: string) => (await world.door.ask('GET', '/v1/sign-in/agencies', { headers: from(address) })).status;
    const statuses = await Promise.all(Array.from({ length: 710 }, () => ask('2001:db8::1')));
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect([await ask('2001:db8::2'), await ask('2001:db8:0:1::2'), await ask('198.51.100.3')]).toEqual([429, 200, 200]);
  }, 60_000);
});
