import { afterAll, beforeAll, expect, it } from 'vitest';
import { DRAFT_LIFE_MS } from '@lateral/contracts';
import type { Draft } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

let world: HubWorld;
beforeAll(async () => { world = await hubWorld(6, ['police-a', 'school-b']); });
afterAll(() => world.end());

const draft = (updatedAt: Date): Draft => ({ id: world.samples.id(updatedAt), agency: 'school-b', member: 'm1', kind: 'note', reference: null, checkId: null, request: null, readers: 'self', state: 'writing', version: 1, updatedAt, sealed: 'AAEC' });
const kept = async (): Promise<string[]> => (await world.hub.drafts.list(memberOf('school-b'), false)).map(({ id }) => id);

it('a draft that nobody has written to for thirty days goes, to the millisecond', async () => {
  const at = world.samples.at();
  const [old, young] = [draft(at), draft(new Date(at.getTime() + 1))];
  for (const one of [old, young]) await world.hub.drafts.begin({ actor: memberOf('school-b'), draft: one, records: [], at: one.updatedAt }, 50);
  await world.hub.upkeep.sweepExpired(new Date(at.getTime() + DRAFT_LIFE_MS));
  expect(await kept()).toHaveLength(2);
  await world.hub.upkeep.sweepExpired(new Date(at.getTime() + DRAFT_LIFE_MS + 1));
  expect(await kept()).toEqual([young.id]);
});

it('of many who change one contact at once one does', async () => {
  const at = world.samples.at().toISOString();
  const contact = (phone: string) => ({ agency: 'school-b', phone, outOfHoursPhone: null, hours: [], mailbox: null, escalationMailbox: null, language: 'en' as const, policyDocument: null, approved: 'some' as const, verifiedAt: at, version: 1 });
  const outcomes = await Promise.all(['111', '112', '113', '114'].map((phone) => world.hub.contacts.keep(contact(phone), world.samples.record('contact.changed.v1', { parties: ['school-b'] }))));
  expect(outcomes.filter((one) => one)).toHaveLength(1);
  expect(await world.database.sql(`select count(*)::int as records from audit_record where event = 'contact.changed.v1'`)).toEqual([{ records: 1 }]);
});

it('what an agency said of its mailbox goes before what it was registered with, by level', async () => {
  const { outbox, check, requests } = world.samples.openCheck('police-a', ['school-b']);
  await world.hub.checks.open({ ...world.samples.act('police-a', [world.samples.record('check.opened.v1', { check: check.id }), world.samples.record('request.posted.v1', { check: check.id, request: requests[0]!.id, message: requests[0]!.envelope.id })]), outbox, check, requests, overrides: [] });
  const [row] = outbox;
  const mailbox = async (): Promise<unknown> => (await world.hub.outbox.event(row!.id))?.mailbox;
  const registered = await mailbox();
  expect(registered).toMatchObject({ mailbox: expect.any(String) });
  const { version } = (await world.hub.contacts.of('school-b'))!;
  const said = { agency: 'school-b', phone: null, outOfHoursPhone: null, hours: [], mailbox: 'desk@school-b.example', escalationMailbox: 'head@school-b.example', language: 'cy' as const, policyDocument: { id: 'APD-1', version: '1.0', reviewDate: '2027-06-30' }, approved: 'all' as const, verifiedAt: world.samples.at().toISOString(), version: version + 1 };
  expect(await world.hub.contacts.keep(said, world.samples.record('contact.changed.v1', {}))).toBe(true);
  expect(await mailbox()).toEqual({ mailbox: 'desk@school-b.example', language: 'cy' });
  await world.database.sql('update outbox_event set escalates = true where id = $1', [row!.id]);
  expect(await mailbox()).toEqual({ mailbox: 'head@school-b.example', language: 'cy' });
});
