import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, memberOf, valueOf, wordsWithout } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('an emergency override', () => {
  let world: ExchangeWorld;
  beforeEach(async () => { world = await ExchangeWorld.begin(); });

  /** A question of police-a that leaves as an emergency, and everybody told whom it concerns. */
  const used = async (asked: readonly string[] = ['lhb-d']): Promise<string> => {
    const { requests } = valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), world.opening(asked, 'red', { words: wordsWithout('question'), override: { reason: 'life_at_risk' } })));
    await tellAll();
    return requests[0]!.id;
  };
  const tellAll = async (): Promise<void> => {
    while ((await world.acts.relayOutbox.carryOut()) > 0);
    for (const job of world.publisher.jobs.splice(0)) await world.acts.notifyAgency.carryOut(job);
  };
  const told = (agency: string): string[] => world.mailer.sent.filter(({ notice }) => notice.agency === agency).map(({ notice }) => notice.kind);

  it('is told to the team that used it: a review waits, and by when', async () => {
    const request = await used();
    const [override] = [...world.tables.overrides.values()];
    expect(told('police-a')).toEqual(['override.used.v1']);
    const [{ notice }] = world.mailer.sent.filter((sent) => sent.notice.agency === 'police-a') as [typeof world.mailer.sent[number]];
    expect(notice).toMatchObject({ request, dueAt: override!.row.reviewDue.toISOString() });
    expect(world.tables.notices.get(notice.id)).toEqual(notice);
  });

  it('is told to whoever the agency has for what is overdue, where it has named one', async () => {
    const said = { agency: 'police-a', phone: null, outOfHoursPhone: null, hours: [], mailbox: 'duty@police-a.example', escalationMailbox: 'managers@police-a.example', language: 'both', policyDocument: null, approved: 'some', verifiedAt: null, version: 1 } as const;
    world.tables.contacts.set('police-a', { ...said, hours: [] });
    await used();
    expect(world.mailer.sent.find(({ notice }) => notice.agency === 'police-a')?.mailbox).toBe('managers@police-a.example');
  });

  it('is nothing to the agency that was asked: neither mail, nor a word to its clients, nor a receipt', async () => {
    const request = await used();
    expect(told('lhb-d')).toEqual(['request.posted.v1']);
    expect([...world.tables.notices.values()].filter(({ agency }) => agency === 'lhb-d').map(({ kind }) => kind)).toEqual(['request.posted.v1']);
    const delivered = world.recordsSince(0).filter(({ event, fields }) => event === 'notice.delivered.v1' && fields['agency'] === 'police-a');
    expect(delivered.map(({ parties, fields }) => [parties, fields['request']])).toEqual([[['police-a'], request]]);
  });

  it('of an answer is told to those who answered, and not to those who asked', async () => {
    const { requests: [request] } = await world.opened(['lhb-d'], 'red');
    await world.collected(request!);
    const { version, check, currentDigest, urgency } = await world.facts(request!);
    const envelope = world.messages.message({ type: 'response', from: memberOf('lhb-d'), to: 'police-a', check, request: request!, inReplyTo: currentDigest, urgency, response: 'FULL', record: { words: wordsWithout('necessity'), override: { reason: 'life_at_risk' } } });
    valueOf(await world.acts.submitResponse.carryOut(memberOf('lhb-d'), world.attempt(), request!, { version, envelope }));
    await tellAll();
    expect([told('lhb-d'), told('police-a')]).toEqual([['request.posted.v1', 'override.used.v1'], ['response.submitted.v1']]);
  });

  it('of several questions that leave together is told once', async () => {
    await used(['lhb-d', 'gp-c', 'school-b']);
    expect([world.tables.overrides.size, told('police-a')]).toEqual([3, ['override.used.v1']]);
  });

  it('that was not needed is told to nobody', async () => {
    await world.opened(['lhb-d'], 'red');
    await tellAll();
    expect(told('police-a')).toEqual([]);
  });
});
