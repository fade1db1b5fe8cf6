import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandOverReply, OpenCheckBody, Problem } from '@lateral/contracts';
import { agreementBetween } from '../../../test/world/agreement.js';
import { accepted, CheckScene } from '../../../test/world/check-scene.js';
import type { Differing } from '../../../test/world/door-client.js';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { stored } from '../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let police: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, police] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

const problem = ({ body }: Answer): Problem => body as Problem;

/** A check to the police that they have collected, so that it waits for their answer. */
async function collected(): Promise<{ body: OpenCheckBody; request: string; version: number; inReplyTo: string }> {
  const body = await asking.checkTo(['police-north']);
  accepted(await asking.post('/v1/checks', body));
  const { id, envelope } = body.requests[0]!;
  const { request } = accepted<HandOverReply>(await police.post(`/v1/envelopes/${envelope.header.context.message}/hand-over`, {}));
  return { body, request: id, version: request!.version, inReplyTo: envelope.header.content.digest };
}

describe('a word in the place of a code', () => {
  const WORD = 'mother-drinks-every-day';
  type Coded = OpenCheckBody['requests'][number]['envelope']['justification'];

  it.each<[string, string, (coded: Coded) => void]>([
    ['what the linter found', '/words/0/linter/0', (coded) => { coded.words[0]!.linter = [WORD]; }],
    ['a warning gone past', '/acknowledgements/0/finding', (coded) => { coded.acknowledgements[0]!.finding = WORD; }],
    ['a policy document', '/stack/policyDocument/id', (coded) => { coded.stack.policyDocument = { id: WORD, version: '1.0', reviewDate: null }; }],
    ['a policy document in capitals', '/stack/policyDocument/id', (coded) => { coded.stack.policyDocument = { id: 'APD-MOTHER-DRINKS-EVERY-DAY', version: '1.0', reviewDate: null }; }],
    ['the version of a policy document', '/stack/policyDocument/version', (coded) => { coded.stack.policyDocument = { id: 'APD-SG-01', version: WORD, reviewDate: null }; }],
  ])('is refused by its field: %s', async (_what, field, spoil) => {
    const body = await asking.checkTo(['police-north']);
    spoil(body.requests[0]!.envelope.justification);
    const before = await stored(door.database);
    const refused = problem(await asking.post('/v1/checks', body));
    expect([refused.code, refused.fields?.map((fault) => fault.field)]).toEqual(['invalid-request', [`/requests/0/envelope/justification${field}`]]);
    expect(await stored(door.database)).toEqual(before);
  });

  it('is refused as the name of an item', async () => {
    const { body, request, version, inReplyTo } = await collected();
    const envelope = await police.sealResponse('csc-north', { check: body.id, request, inReplyTo });
    const response = envelope.justification.response!;
    envelope.justification.response = { ...response, items: [{ ...response.items[0]!, item: 'hehitsher' }] };
    const refused = problem(await police.post(`/v1/requests/${request}/responses`, { version, envelope }));
    expect([refused.code, refused.fields?.map(({ field }) => field)]).toEqual(['invalid-request', ['/envelope/justification/response/items/0/item']]);
  });

  it('is refused in a decision, which no rule judges', async () => {
    const { id, reference, version } = await CheckScene.in('answered', 'open', 1, { asking, asked: police });
    const before = await stored(door.database);
    for (const [coded, field] of [[{ categories: [WORD] }, '/categories/0'], [{ stack: { gateway: [WORD] } }, '/stack/gateway/0']] satisfies [Differing['coded'], string][]) {
      const refused = problem(await asking.post(`/v1/checks/${reference}/decision`, { version, envelope: await asking.sealDecision(id, { coded }) }));
      expect([refused.code, refused.fields]).toEqual(['unknown-code', [{ field: `/envelope/justification${field}`, reason: 'unknown-code', code: WORD }]]);
    }
    expect(await stored(door.database)).toEqual(before);
  });

  it('is refused as the reason for not opening a message', async () => {
    const { body } = await collected();
    const { message } = body.requests[0]!.envelope.header.context;
    const refused = problem(await police.post(`/v1/envelopes/${message}/openings`, { shown: false, step: 5, reason: WORD }));
    expect([refused.code, refused.fields]).toEqual(['invalid-request', [{ field: '/reason', reason: 'not-in-list', code: WORD }]]);
    expect((await police.post(`/v1/envelopes/${message}/openings`, { shown: false, step: 5, reason: 'readers-mismatch' })).status).toBe(204);
  });

  it('is refused as the reference of an agreement', async () => {
    const signatory = await door.signIn('csc-north', 'signatory');
    const document = await agreementBetween(['csc-north', 'police-north'], 'DSA-NORTH-CH-1');
    for (const reference of [WORD, 'DSA-MOTHER-DRINKS-EVERY-DAY', 'HE-HITS-HER-1']) {
      const refused = problem(await signatory.post('/v1/agreements', { document: { ...document, reference } }));
      expect([refused.code, refused.fields]).toEqual(['invalid-request', [{ field: '/document/reference', reason: 'wrong-format' }]]);
    }
  });
});
