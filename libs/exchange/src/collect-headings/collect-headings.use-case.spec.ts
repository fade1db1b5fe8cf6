import { beforeEach, describe, expect, it } from 'vitest';
import { OUTAGE_REFUSES_AFTER_MS, type Urgency } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, SEALED_HEADING, StoreFault, valueOf, type Fault } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const POLICE = memberOf('police-a');

describe('collecting headings', () => {
  let world: ExchangeWorld;
  /** Messages of two checks, the first two of one; the first of each has a heading. */
  let messages: string[];

  const begin = async (urgencies: readonly Urgency[] = ['red', 'red']): Promise<void> => {
    world = await ExchangeWorld.begin();
    messages = [];
    for (const urgency of urgencies) messages.push(...(await world.opened(['school-b', 'gp-c'], urgency)).body.requests.map(({ envelope }) => envelope.header.context.message));
  };
  beforeEach(() => begin());
  const collect = (actor: Actor = POLICE, which: readonly string[] = messages, attempt = world.attempt()) => world.acts.collectHeadings.carryOut(actor, attempt, which);
  const given = async (...asked: Parameters<typeof collect>): Promise<string[]> => valueOf(await collect(...asked)).headings.map(({ envelope }) => envelope).sort();

  it('gives the lines that there are, and has recorded each for the own agency alone', async () => {
    const before = world.tables.audit.length;
    const { headings } = valueOf(await collect());
    expect(headings).toEqual([messages[0]!, messages[2]!].map((envelope) => ({ envelope, sealed: SEALED_HEADING })));
    const records = world.recordsSince(before);
    expect(records.map(({ event, parties, fields }) => [event, parties, fields['message'], fields['member']])).toEqual([messages[0], messages[2]].map((message) => ['heading.handed-over.v1', ['police-a'], message, 'm1']));
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('heading.handed-over.v1'));
  });

  it('moves nothing: no question is acknowledged, and nobody is told', async () => {
    const [requests, outbox, notices] = [structuredClone([...world.tables.requests]), world.tables.outbox.size, world.tables.notices.size];
    await collect();
    expect([[...world.tables.requests], world.tables.outbox.size, world.tables.notices.size]).toEqual([requests, outbox, notices]);
  });

  it('gives an asked agency none, and a stranger none, and does not say that there are any', async () => {
    for (const agency of ['school-b', 'gp-c', 'housing-e']) expect(await given(memberOf(agency))).toEqual([]);
    expect(await given(POLICE, [world.messages.id()])).toEqual([]);
  });

  it('gives whoever is out of a check none of it, even where they leave in that moment', async () => {
    const { reference } = await world.facts(world.tables.envelopes.get(messages[0]!)!.row.request!);
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.recuse.fromCheck(POLICE, world.attempt(), reference)));
    expect(await given()).toEqual([messages[2]]);
    const before = world.tables.audit.length;
    expect(await given()).toEqual([messages[2]]);
    expect(world.recordsSince(before)).toHaveLength(1);
    expect(await given(memberOf('police-a', 'm2'))).toEqual([messages[0], messages[2]].sort());
  });

  it('gives none of what was erased, and no record says that it did', async () => {
    world.tables.envelopes.get(messages[0]!)!.erasedAt = world.clock.at;
    const before = world.tables.audit.length;
    expect([await given(), world.recordsSince(before).length]).toEqual([[messages[2]], 1]);
  });

  it('a retry gives the same and records nothing new; another list under its key is refused', async () => {
    const attempt = world.attempt();
    await collect(POLICE, messages, attempt);
    const before = world.tables.audit.length;
    expect(await given(POLICE, messages, attempt)).toEqual([messages[0], messages[2]].sort());
    expect(world.tables.audit.length).toBe(before);
    expect(await collect(POLICE, messages, { ...attempt, digest: 'another-body' })).toEqual({ ok: false, code: 'idempotency-key-reused' });
  });

  it('the heading of a corrected question is the new one', async () => {
    const facts = await world.facts(world.tables.envelopes.get(messages[0]!)!.row.request!);
    const envelope = world.messages.message({ type: 'request', from: POLICE, to: facts.asked, check: facts.check, request: facts.id, corrects: messages[0]! });
    valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), facts.id, { version: facts.version, envelope, heading: 'bmV3' }));
    expect(valueOf(await collect(POLICE, [envelope.header.context.message])).headings).toEqual([{ envelope: envelope.header.context.message, sealed: 'bmV3' }]);
  });

  it('waits for a ledger that is away long where something of it is not urgent, and does not where all of it is', async () => {
    const outage = async (): Promise<void> => {
      world.ledger.away = true;
      await world.acts.carryRecords.carryOut();
      world.clock.pass(OUTAGE_REFUSES_AFTER_MS + 1000);
    };
    await outage();
    expect(await given()).toHaveLength(2);
    await begin(['red', 'green']);
    await outage();
    expect(await collect()).toEqual({ ok: false, code: 'ledger-outage' });
    expect(await given(POLICE, messages.slice(0, 2))).toEqual([messages[0]]);
  });

  it.each<Fault>(['not-persisted', 'persisted'])('gives nothing where its record is %s and the store fails', async (fault) => {
    const attempt = world.attempt();
    world.tables.failNext(fault);
    await expect(collect(POLICE, messages, attempt)).rejects.toThrow(StoreFault);
    expect(await given(POLICE, messages, attempt)).toHaveLength(2);
    expect(world.recordsSince(0).filter(({ event }) => event === 'heading.handed-over.v1')).toHaveLength(2);
  });
});
