import type { HandOverReply, OpenCheckBody } from '@lateral/contracts';
import type { HandlingLimit } from '@lateral/domain/justification';
import type { MessageBody } from '@lateral/envelope';
import { REQUEST_BODY, RESPONSE_BODY, responseCodesFor } from '@lateral/testing/envelope';
import { accepted } from '../world/check-scene.js';
import type { Differing } from '../world/door-client.js';
import { ASKER, type DeskWorld } from './desk-world.js';

/** What came before the pages that a test is about: a check and its answers, from clients that are no browsers. */
export interface SentCheck { id: string; reference: string; requests: OpenCheckBody['requests']; /** Who it is about; the surname is one that must not be seen. */ name: string }
/** What the samples ask of everybody, and of whoever is not the police no clause has it. */
const acknowledgements = [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }, { finding: 'agreement-does-not-cover', reason: 'agreement_not_needed' }] as const;

export interface Item { text: string; eventDate: string; handling?: HandlingLimit }

/** A check about one child, to these agencies; sealed for whoever reads for them too. `headed`: with the line that lists are made of, as the desk sends it. */
export async function checkFrom(world: DeskWorld, asked: readonly string[], { delegates = [], headed = false }: Pick<Differing, 'delegates'> & { headed?: boolean } = {}): Promise<SentCheck> {
  const client = await world.people.door.signIn(ASKER);
  const name = `Corey ${world.canary()}`;
  const people = [{ id: 'p1', name, roles: ['child'], dob: '2019-09-03' }];
  const body = await client.checkTo(asked, { delegates, coded: { acknowledgements: [...acknowledgements] }, body: { ...REQUEST_BODY, people, question: `Have you been to this address? ${world.planter.word()}` } as MessageBody });
  const [first] = body.requests.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (headed && first !== undefined) first.heading = await client.sealHeading(first.envelope.header.context.message, { name, born: '2019', more: 0 });
  const { reference } = accepted<{ reference: string }>(await client.post('/v1/checks', body));
  return { id: body.id, reference, requests: body.requests, name };
}

/** One agency's answer, with these items. */
export async function answerFrom(world: DeskWorld, { id, requests }: SentCheck, agency: string, items: readonly Item[]): Promise<void> {
  const client = await world.people.door.signIn(agency, 'responder');
  const { id: request, envelope: question } = requests.find((each) => each.agency === agency)!;
  const { request: standing } = accepted<HandOverReply>(await client.post(`/v1/envelopes/${question.header.context.message}/hand-over`, {}));
  const codes = responseCodesFor('KNOWN_RELEVANT');
  const given = items.map(({ handling = 'may_tell_family', ...item }, at) => ({ id: `i${at + 1}`, about: 'p1', nature: 'fact', source: 'incident log', relevance: 'It answers the question.', handling, ...item }));
  const body = { ...RESPONSE_BODY, language: 'en', items: given } as MessageBody;
  const coded = { acknowledgements: [...acknowledgements], response: { ...codes, items: given.map(({ id: item, handling }) => ({ ...codes.items[0]!, item, handling })) } };
  const envelope = await client.sealResponse(ASKER, { check: id, request, inReplyTo: question.header.content.digest }, 'KNOWN_RELEVANT', { body, coded });
  accepted(await client.post(`/v1/requests/${request}/responses`, { version: standing?.version, envelope }));
}
