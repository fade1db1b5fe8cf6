// An agency that reads for another at night keeps a question in mind that was sent to the wrong house and taken back: it fetches the question all the same, its file, under the key of the time before too, and asks how it ended.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckView, Delegate, HandOverReply, Problem } from '@lateral/contracts';
import { referenceOf } from '@lateral/domain';
import { sealAttachment } from '@lateral/envelope';
import { accepted } from '../world/check-scene.js';
import { changeRoster, Custodian } from '../world/custodians.js';
import { hubDoor, newId, type Answer, type DoorClient, type HubDoor } from '../world/hub-door.js';
import { stored } from '../world/stored.js';

const [SCHOOL, DUTY] = ['school-north', 'police-north'];
const ALWAYS: Delegate = { agency: DUTY, from: '2020-01-01T00:00:00.000Z', until: null, hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })) };

let door: HubDoor;
let asking: DoorClient;
let school: DoorClient;
let duty: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, school, duty] = await Promise.all([door.signIn('csc-north'), door.signIn(SCHOOL, 'responder'), door.signIn(DUTY, 'responder')]);
  await changeRoster(await Custodian.both(door, SCHOOL), { delegates: [ALWAYS] });
}, 120_000);
afterAll(() => door.end());

interface Sent { check: string; request: string; message: string; digest: string; attachment: string }

/** A question to the school with a file, sealed for the duty desk too. */
async function ask(): Promise<Sent> {
  const attachment = newId();
  const { ciphertext, key } = await sealAttachment({ id: attachment, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(1_000, 7)]).stream() as ReadableStream<Uint8Array> });
  accepted(await asking.put(`/v1/attachments/${attachment}`, Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer())));
  const body = await asking.checkTo([SCHOOL]);
  const [question] = body.requests as [(typeof body.requests)[number]];
  question.envelope = await asking.sealRequest(SCHOOL, { check: body.id, request: question.id }, { attachment: await key, delegates: [DUTY] });
  accepted(await asking.post('/v1/checks', body));
  return { check: body.id, request: question.id, message: question.envelope.header.context.message, digest: question.envelope.header.content.digest, attachment };
}

const fetched = ({ message, attachment }: Sent, keys: readonly string[] = [newId(), newId()], by = duty): Promise<Answer[]> =>
  Promise.all([`/v1/envelopes/${message}/hand-over`, `/v1/attachments/${attachment}/hand-over`].map((path, n) => by.post(path, {}, keys[n])));

async function answered({ check, request, message, digest }: Sent): Promise<void> {
  const { request: standing } = accepted<HandOverReply>(await school.post(`/v1/envelopes/${message}/hand-over`, {}));
  accepted(await school.post(`/v1/requests/${request}/responses`, { version: standing!.version, envelope: await school.sealResponse('csc-north', { check, request, inReplyTo: digest }) }));
}

async function withdrawn({ check }: Sent): Promise<void> {
  const { version } = (await asking.get(`/v1/checks/${referenceOf(check)}`)).body as CheckView;
  accepted(await asking.post(`/v1/checks/${referenceOf(check)}/withdrawal`, { version, reason: 'wrong_person' }));
}

it('while the question stands they get it and its file, and no word of where it stands', async () => {
  const question = await ask();
  for (const act of [() => Promise.resolve(), () => answered(question)]) {
    await act();
    const [message, file] = await fetched(question);
    expect(accepted<HandOverReply>(message!)).toMatchObject({ envelope: { header: { context: { message: question.message } } }, request: null });
    expect(file!.status).toBe(200);
  }
});

it.each(['a question that waited', 'a question that had been answered'])('of %s they get nothing once its check was taken back: no message, no file, no state, and nothing is recorded as handed over', async (which) => {
  const question = await ask();
  const keys = [newId(), newId()];
  expect((await fetched(question, keys)).map(({ status }) => status)).toEqual([201, 200]);
  if (which === 'a question that had been answered') await answered(question);
  await withdrawn(question);
  const before = await stored(door.database);
  for (const { status, body } of [...await fetched(question), ...await fetched(question, keys)]) {
    const { code, current } = body as Problem;
    expect([status, code, current]).toEqual([409, 'wrong-state', undefined]);
  }
  // Nor does the agency that was asked; it is told where its own request stands.
  for (const { body } of await fetched(question, undefined, school)) expect(body).toMatchObject({ code: 'wrong-state', current: {} });
  expect(await stored(door.database)).toEqual(before);
});
