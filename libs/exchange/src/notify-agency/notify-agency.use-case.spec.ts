import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedEnvelope } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, reader, resign, sampleRegistration, StoreFault, valueOf } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('notifying an agency', () => {
  let world: ExchangeWorld;
  let request: string;
  let event: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    request = (await world.opened(['school-b'])).requests[0]!;
    event = [...world.tables.outbox.keys()][0]!;
  });
  const notify = (which = event) => world.acts.notifyAgency.carryOut({ event: which, agency: 'school-b' });
  const notice = () => world.tables.requests.get(request)!.notice;

  it('shows connected clients and mails the agency, and then nothing is owed', async () => {
    const before = world.tables.audit.length;
    expect(await notify()).toEqual({ ok: true, outcome: 'delivered' });
    expect(world.mailer.sent).toMatchObject([{ mailbox: 'duty@school-b.example', language: 'en' }]);
    expect(world.tables.notices.get(event)).toEqual(world.mailer.sent[0]!.notice);
    expect(world.tables.outbox.size).toBe(0);
    expect(notice()).toBe('delivered');
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'notice.delivered.v1', parties: ['police-a', 'school-b'], fields: { request, agency: 'school-b', channel: 'e-mail' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('notice.delivered.v1'));
  });

  it('says a reference, an urgency, a time and that something waits, and never who asks', async () => {
    await notify();
    const { notice: said } = world.mailer.sent[0]!;
    const { reference, dueAt } = await world.facts(request);
    expect(said).toEqual({ id: event, kind: 'request.posted.v1', reference, request, agency: 'school-b', urgency: 'red', dueAt: dueAt.toISOString(), at: said.at });
    expect(JSON.stringify(said)).not.toContain('police-a');
  });

  it('takes a duplicate for a success: nothing is sent again and nothing recorded', async () => {
    await notify();
    const [before, sent] = [world.tables.counts(), world.mailer.sent.length];
    expect(await notify()).toEqual({ ok: true, outcome: 'already-settled' });
    expect(world.tables.counts()).toEqual(before);
    expect(world.mailer.sent).toHaveLength(sent);
  });

  it('records once where two workers had the same job', async () => {
    const before = world.tables.audit.length;
    const outcomes = await Promise.all([notify(), notify()]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.outcome).sort()).toEqual(['already-settled', 'delivered']);
    expect(world.recordsSince(before)).toHaveLength(1);
  });

  it.each(['transient', 'ambiguous'] as const)('leaves it owed after a %s failure, with clients told already', async (kind) => {
    const before = world.tables.audit.length;
    world.mailer.results.push({ ok: false, kind, code: 'try-later' });
    expect(await notify()).toEqual({ ok: false, kind, code: 'try-later' });
    expect(world.tables.outbox.has(event)).toBe(true);
    expect(world.tables.notices.has(event)).toBe(true);
    expect([notice(), world.tables.audit.length]).toEqual(['pending', before]);
    expect(await notify()).toEqual({ ok: true, outcome: 'delivered' });
    expect(world.tables.notices.size).toBe(1);
  });

  it('settles a permanent failure as undelivered, says so in a record, and fails as it must', async () => {
    const before = world.tables.audit.length;
    world.mailer.results.push({ ok: false, kind: 'permanent', code: 'smtp-550' });
    expect(await notify()).toEqual({ ok: false, kind: 'permanent', code: 'smtp-550' });
    expect([world.tables.outbox.size, notice()]).toEqual([0, 'undelivered']);
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'notice.undelivered.v1', fields: { reason: 'smtp-550' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('notice.undelivered.v1'));
  });

  it('takes an agency without a mailbox for a permanent failure', async () => {
    const bare = new ExchangeWorld();
    await bare.directoryStore.register({ ...sampleRegistration(['police-a', 'school-b']), mailboxes: [] }, []);
    await bare.opened(['school-b']);
    expect(await bare.acts.notifyAgency.carryOut({ event: [...bare.tables.outbox.keys()][0]!, agency: 'school-b' })).toEqual({ ok: false, kind: 'permanent', code: 'no-mailbox' });
  });

  it('tells the asking agency of an answer without touching the notice of the request', async () => {
    await notify();
    await world.answered(request);
    world.mailer.results.push({ ok: false, kind: 'permanent', code: 'smtp-550' });
    const answered = [...world.tables.outbox.values()].at(-1)!.row;
    await notify(answered.id);
    expect([answered.agency, notice()]).toEqual(['police-a', 'delivered']);
    expect(world.recordsSince(0).at(-1)).toMatchObject({ event: 'notice.undelivered.v1', fields: { agency: 'police-a' } });
  });

  it('marks the notice of a corrected request anew', async () => {
    await notify();
    const { check, currentEnvelope } = await world.facts(request);
    const envelope = world.messages.message({ type: 'request', from: memberOf('police-a'), to: 'school-b', check, request, corrects: currentEnvelope });
    valueOf(await world.acts.correctRequest.carryOut(memberOf('police-a'), world.attempt(), request, { version: 1, envelope }));
    expect(notice()).toBe('pending');
    await notify([...world.tables.outbox.keys()][0]!);
    expect(notice()).toBe('delivered');
  });

  it('tells whoever reads for the asked agency as well, of the question and of its correction, and by that nothing is told to the agency itself', async () => {
    world.directory.standIns.set('school-b', ['gp-c']);
    const named = (envelope: SealedEnvelope): SealedEnvelope => resign({ ...envelope, header: { ...envelope.header, context: { ...envelope.header.context, delegates: [reader('gp-c')] } } }, POLICE);
    const body = world.opening(['school-b']);
    const asked = body.requests[0]!;
    const before = new Set(world.tables.outbox.keys());
    valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), { ...body, requests: [{ ...asked, envelope: named(asked.envelope) }] }));
    const owed = (): { id: string; agency: string; event: string }[] => [...world.tables.outbox].filter(([id]) => !before.has(id)).map(([id, { row }]) => ({ id, agency: row.agency, event: row.event }));
    expect(owed()).toMatchObject([{ agency: 'school-b', event: 'request.posted.v1' }, { agency: 'gp-c', event: 'request.posted.v1' }]);
    const [ofSchool, ofDelegate] = owed();
    world.mailer.results.push({ ok: false, kind: 'permanent', code: 'smtp-550' });
    await notify(ofDelegate!.id);
    expect(world.tables.requests.get(asked.id)!.notice).toBe('pending');
    await notify(ofSchool!.id);
    expect(world.tables.requests.get(asked.id)!.notice).toBe('delivered');

    const envelope = named(world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: body.id, request: asked.id, corrects: asked.envelope.header.context.message }));
    valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), asked.id, { version: 1, envelope }));
    expect(owed()).toMatchObject([{ agency: 'school-b', event: 'request.corrected.v1' }, { agency: 'gp-c', event: 'request.corrected.v1' }]);
  });

  it('is repeated where the store failed, and comes to one record', async () => {
    for (const fault of ['not-persisted', 'persisted'] as const) {
      const world2 = await ExchangeWorld.begin();
      await world2.opened(['school-b']);
      const job = { event: [...world2.tables.outbox.keys()][0]!, agency: 'school-b' };
      const send = world2.mailer.send.bind(world2.mailer);
      // The fault falls on the settling: the mail has gone out by then.
      world2.mailer.send = async (...mail) => {
        const result = await send(...mail);
        if (world2.mailer.sent.length === 1) world2.tables.failNext(fault);
        return result;
      };
      await expect(world2.acts.notifyAgency.carryOut(job)).rejects.toBeInstanceOf(StoreFault);
      expect(await world2.acts.notifyAgency.carryOut(job)).toEqual({ ok: true, outcome: fault === 'persisted' ? 'already-settled' : 'delivered' });
      expect(world2.recordsSince(0).filter(({ event: name }) => name === 'notice.delivered.v1')).toHaveLength(1);
    }
  });
});
