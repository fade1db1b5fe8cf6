import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckView, Page, RequestView } from '@lateral/contracts';
import type { OpenCheckWrite } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, JUDGED, type HubWorld } from '@lateral/testing/hub';
import { PARTITIONED } from './partitions.js';
import type { Statement } from './statement.js';

describe('what a party is shown', () => {
  let world: HubWorld;
  let check: OpenCheckWrite;
  let answerId: string;
  let decisionId: string;

  beforeAll(async () => {
    world = await hubWorld(6, ['police-a', 'school-b', 'gp-c', 'housing-e']);
    check = world.samples.openCheck('police-a', ['school-b', 'gp-c']);
    await world.hub.checks.open(check);
    await world.hub.checks.handOver(world.samples.acknowledge(check));
    const answer = world.samples.answer(check);
    answerId = answer.envelope!.id;
    await world.hub.checks.changeRequest(answer);
    const decision = world.samples.envelope({ type: 'decision', check: check.check.id, request: null, from: 'police-a', to: null });
    decisionId = decision.id;
    const record = world.samples.record('decision.recorded.v1', { check: check.check.id, message: decision.id, parties: ['police-a'] });
    await world.hub.checks.changeCheck({ ...world.samples.act('police-a', [record]), check: check.check.id, from: { version: 1, state: 'open' }, to: 'decided', requests: [], envelope: decision });
  });
  afterAll(() => world.end());

  it('is everything to the agency that asked', async () => {
    const view = await world.hub.checks.check(check.check.reference, memberOf('police-a'));
    expect(view).toMatchObject({ id: check.check.id, reference: check.check.reference, urgency: 'red', state: 'decided', version: 2, openedAt: check.at.toISOString(), closedAt: null, decision: { id: decisionId, type: 'decision', to: null } });
    expect(view!.requests.map(({ id, state, version, askedType }) => [id, state, version, askedType])).toEqual([[check.requests[0]!.id, 'answered', 3, 'POLICE'], [check.requests[1]!.id, 'open', 1, 'POLICE']]);
    expect(view!.requests[0]).toEqual({
      id: check.requests[0]!.id, check: check.check.id, reference: check.check.reference, asking: 'police-a', asked: 'school-b', askedType: 'POLICE', urgency: 'red', state: 'answered', version: 3, notice: 'pending',
      sentAt: check.at.toISOString(), dueAt: check.requests[0]!.dueAt.toISOString(), dueRule: 'red-1h', acknowledgedAt: expect.any(String), endedAt: expect.any(String),
      heldBy: null, remindedAt: null, escalatedAt: null, answer: { type: 'FULL', items: 2, at: expect.any(String), message: answerId },
      envelopes: [
        { id: check.requests[0]!.envelope.id, type: 'request', from: 'police-a', to: 'school-b', createdAt: check.requests[0]!.envelope.createdAt.toISOString(), collectedAt: expect.any(String), supersededBy: null, erasedAt: null },
        { id: answerId, type: 'response', from: 'school-b', to: 'police-a', createdAt: expect.any(String), collectedAt: null, supersededBy: null, erasedAt: null },
      ],
    });
    expect(Object.keys(view!)).not.toContain('asking');
  });

  it('is its own request to an agency that was asked, and no word of the others or of the decision', async () => {
    const view = await world.hub.checks.check(check.check.reference, memberOf('gp-c'));
    expect(view!.requests.map(({ id }) => id)).toEqual([check.requests[1]!.id]);
    expect(view!.decision).toBeNull();
    const seen = JSON.stringify([view, await world.hub.checks.request(check.requests[1]!.id, memberOf('gp-c')), await world.hub.checks.inbox(memberOf('gp-c'), { after: null, limit: 10, state: null }), await world.hub.evidence.envelopes(check.check.id, 'gp-c'), await world.hub.records.recordsOf(check.check.id, 'gp-c')]);
    expect(seen).not.toContain('school-b');
    expect(seen).not.toContain(answerId);
    expect(seen).not.toContain(decisionId);
    expect(seen).toContain(check.requests[1]!.id);
  });

  it('is nothing to anybody else, just as an unknown reference is', async () => {
    expect(await world.hub.checks.check(check.check.reference, memberOf('housing-e'))).toBeNull();
    expect(await world.hub.checks.check('LC-00000-00000', memberOf('police-a'))).toBeNull();
    expect(await world.hub.checks.request(check.requests[0]!.id, memberOf('gp-c'))).toBeNull();
    expect(await world.hub.checks.request(world.samples.id(), memberOf('police-a'))).toBeNull();
    expect(await world.hub.evidence.envelopes(check.check.id, 'housing-e')).toEqual([]);
    expect((await world.hub.checks.checks(memberOf('school-b'), { after: null, limit: 10 })).items).toEqual([]);
  });

  it('is, as evidence, what it sent and was sent, with what the hub made of each', async () => {
    const messages = async (agency: string): Promise<unknown[]> => (await world.hub.evidence.envelopes(check.check.id, agency)).map(({ sealed, judgement }) => [sealed.header.context.message, judgement]);
    expect(await messages('school-b')).toEqual([[check.requests[0]!.envelope.id, JUDGED], [answerId, JUDGED]]);
    expect(await messages('police-a')).toEqual([[check.requests[0]!.envelope.id, JUDGED], [check.requests[1]!.envelope.id, JUDGED], [answerId, JUDGED], [decisionId, null]]);
  });

  it('is, as evidence, no ciphertext but what it sealed or was handed, where that is asked for', async () => {
    const held = async (agency: string, withCiphertext?: boolean): Promise<unknown[]> =>
      (await world.hub.evidence.envelopes(check.check.id, agency, withCiphertext)).map(({ sealed: { header, content, narrative } }) => [header.context.message, content !== null, narrative !== null]);
    const [asked, other] = [check.requests[0]!.envelope.id, check.requests[1]!.envelope.id];
    expect(await held('school-b')).toEqual([[asked, false, false], [answerId, false, false]]);
    // The question was collected; the other was not, nor was the answer.
    expect(await held('school-b', true)).toEqual([[asked, true, true], [answerId, true, true]]);
    expect(await held('gp-c', true)).toEqual([[other, false, false]]);
    expect(await held('police-a', true)).toEqual([[asked, true, true], [other, true, true], [answerId, false, false], [decisionId, true, true]]);
    for (const agency of ['school-b', 'gp-c', 'police-a', 'housing-e']) {
      const given = (await world.hub.evidence.envelopes(check.check.id, agency, true)).flatMap(({ sealed: { content, narrative } }) => [content ?? '', narrative ?? '']);
      expect(await world.hub.evidence.ciphertextBytes(check.check.id, agency)).toBe(given.reduce((sum, text) => sum + Buffer.from(text, 'base64url').length, 0));
    }
    const [whole] = await world.hub.evidence.envelopes(check.check.id, 'school-b', true);
    expect(whole!.sealed).toEqual(check.requests[0]!.envelope.sealed);
  });

  it('is a record that was kept, to its own agency alone, and never in the place of the decision', async () => {
    const about = check.requests[0]!;
    const [ofCheck, ofRequest, theirs] = [{ check: check.check.id, request: null }, { check: check.check.id, request: about.id }, { check: check.check.id, request: about.id }]
      .map((kept, i) => world.samples.keepRecord(i === 2 ? 'school-b' : 'police-a', kept));
    for (const write of [ofCheck!, ofRequest!, theirs!]) expect(await world.hub.checks.keepRecord(write)).toMatchObject({ outcome: 'done' });
    const seenBy = async (agency: string): Promise<string> => JSON.stringify([await world.hub.checks.check(check.check.reference, memberOf(agency)), await world.hub.checks.request(about.id, memberOf(agency)), await world.hub.evidence.envelopes(check.check.id, agency), await world.hub.records.recordsOf(check.check.id, agency)]);
    const [own, other, stranger] = [await seenBy('police-a'), await seenBy('school-b'), await seenBy('gp-c')];
    const kept = (agency: string, most = 9) => world.hub.evidence.recordsKept(check.check.id, agency, most);
    expect([await kept('police-a'), await kept('school-b'), await kept('gp-c'), await kept('police-a', 1)]).toEqual([2, 1, 0, 1]);
    for (const { envelope } of [ofCheck!, ofRequest!]) expect([own, other, stranger].map((seen) => seen.includes(envelope.id))).toEqual([true, false, false]);
    expect([own, other, stranger].map((seen) => seen.includes(theirs!.envelope.id))).toEqual([false, true, false]);
    expect((await world.hub.checks.check(check.check.reference, memberOf('police-a')))!.decision!.id).toBe(decisionId);
    expect((await world.hub.checks.request(about.id, memberOf('police-a')))!.envelopes.map(({ type }) => type)).toEqual(['request', 'response', 'record']);
  });
});

describe('pages', () => {
  let world: HubWorld;
  let sent: OpenCheckWrite[];
  async function all<T>(next: (after: string | null) => Promise<Page<T>>): Promise<T[][]> {
    const pages: T[][] = [];
    for (let after: string | null = null; ;) {
      const page: Page<T> = await next(after);
      pages.push(page.items);
      if (page.next === null) return pages;
      after = page.next;
    }
  }

  beforeAll(async () => {
    world = await hubWorld(7, ['police-a', 'school-b']);
    sent = Array.from({ length: 7 }, () => world.samples.openCheck('police-a', ['school-b']));
    // The same moment for several: the id then says which comes first.
    sent = sent.map((write, i) => (i < 4 ? { ...write, at: sent[3]!.at } : write));
    for (const write of sent) await world.hub.checks.open(write);
  });
  afterAll(() => world.end());

  it('of an inbox follow one another, newest first, each request once', async () => {
    const pages = await all<RequestView>((after) => world.hub.checks.inbox(memberOf('school-b'), { after, limit: 3, state: null }));
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat().map(({ id }) => id)).toEqual(sent.map(({ requests }) => requests[0]!.id).reverse());
  });

  it('of checks do too, and a page that is just full is the last', async () => {
    const pages = await all<CheckView>((after) => world.hub.checks.checks(memberOf('police-a'), { after, limit: 7 }));
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([sent.map(({ check }) => check.id).reverse()]);
  });

  it('can be of one state', async () => {
    await world.hub.checks.handOver(world.samples.acknowledge(sent[2]!));
    const inState = async (state: 'open' | 'acknowledged'): Promise<string[]> => (await all<RequestView>((after) => world.hub.checks.inbox(memberOf('school-b'), { after, limit: 2, state }))).flat().map(({ id }) => id);
    expect(await inState('acknowledged')).toEqual([sent[2]!.requests[0]!.id]);
    expect(await inState('open')).toHaveLength(6);
  });

  it('after something that is no cursor of ours are empty', async () => {
    // The last is made as ours are, and of a year that no database has.
    for (const after of ['', 'x', '%%%', 'AAAA', 'a'.repeat(200), Buffer.from('zzzzzzzzzz.00000000-0000-0000-0000-000000000000').toString('base64url')]) expect(await world.hub.checks.inbox(memberOf('school-b'), { after, limit: 3, state: null })).toEqual({ items: [], next: null });
  });

  it('are capped whatever is asked for', async () => {
    expect((await world.hub.checks.inbox(memberOf('school-b'), { after: null, limit: 1_000_000, state: null })).items).toHaveLength(7);
    expect((await world.hub.checks.inbox(memberOf('school-b'), { after: null, limit: 0, state: null })).items).toHaveLength(1);
  });
});

describe('the plans of the hub', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(8, ['police-a', 'school-b']);
  });
  afterAll(() => world.end());

  interface Plan { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  const growing = (name: string): boolean => (PARTITIONED as readonly string[]).includes(name.replace(/_(default|\d{4}_\d{2})$/, '')) || ['idempotency_key', 'check_reference', 'outbox_event', 'session', 'used_assertion', 'emergency_override'].includes(name);

  it('read no table that grows from end to end, and sort no whole table to take a page of it', async () => {
    const folder = join(import.meta.dirname, 'statements');
    const modules = await Promise.all(readdirSync(folder).map(async (file) => await import(`./statements/${file.replace(/\.ts$/, '.js')}`) as object));
    const statements = modules.flatMap((module) => Object.values(module) as unknown[]).filter((value): value is Statement => typeof value === 'object' && value !== null && 'parameters' in value);
    for (const { name, text } of statements) {
      const rows = await world.hub.connections.with((client) => client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>({ text: `explain (generic_plan, format json) ${text}`, values: [] }));
      const all = nodes(rows.rows[0]!['QUERY PLAN'][0].Plan);
      expect({ name, scanned: all.filter((node) => node['Node Type'] === 'Seq Scan' && growing(node['Relation Name'] ?? '')).map((node) => node['Relation Name']) }).toEqual({ name, scanned: [] });
      const limits = all.filter((node) => node['Node Type'] === 'Limit').flatMap((node) => node.Plans ?? []);
      // Few, and sorted after they are found: what a client missed, never more than was announced since it left; what names a delegate, of sixty days.
      if (name !== 'notices-since' && name !== 'delegated-page') expect({ name, sorted: limits.filter((node) => node['Node Type'] === 'Sort').length }).toEqual({ name, sorted: 0 });
    }
  });
});
