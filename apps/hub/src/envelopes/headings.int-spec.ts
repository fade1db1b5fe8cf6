import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url, type HeadingsReply, type Problem } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { accepted } from '../../../../test/world/check-scene.js';
import { hubDoor, newId } from '../../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../../test/world/hub-door.js';
import { recordsOf } from '../../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let colleague: DoorClient;
let asked: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, colleague, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('csc-north', 'team_manager'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

const ABOUT = { name: 'Corey Ashdown', born: '2019', more: 0 };

/** A check of one question with its heading: the message, and the heading as it was sealed. */
async function askedAbout(): Promise<{ message: string; heading: string }> {
  const body = await asking.checkTo(['police-north']);
  const [question] = body.requests;
  const message = question!.envelope.header.context.message;
  question!.heading = await asking.sealHeading(message, ABOUT);
  accepted(await asking.post('/v1/checks', body));
  return { message, heading: question!.heading };
}
const collect = (by: DoorClient, envelopes: readonly string[]): Promise<Answer> => by.post('/v1/headings', { envelopes });
const headingsOf = (answer: Answer): HeadingsReply['headings'] => accepted<HeadingsReply>(answer).headings;

describe('headings', () => {
  it('come back to the team as they were sealed, to every colleague', async () => {
    const { message, heading } = await askedAbout();
    for (const by of [asking, colleague]) expect(headingsOf(await collect(by, [message]))).toEqual([{ envelope: message, sealed: heading }]);
  });

  it('lie in the database as nothing that was sealed, and in clear nowhere', async () => {
    const { message, heading } = await askedAbout();
    const [row] = await door.database.sql<{ heading: Buffer }>('select heading from envelope_body where envelope_id = $1', [message]);
    expect(row!.heading.includes(Buffer.from(heading, 'base64url').subarray(0, 32))).toBe(false);
    expect(row!.heading.includes(Buffer.from(ABOUT.name))).toBe(false);
  });

  it('are read by nobody unrecorded: who, of which question, and for the own agency alone', async () => {
    const { message } = await askedAbout();
    await collect(colleague, [message]);
    const records = (await recordsOf(door.database, 'heading.handed-over.v1')).filter((record) => record['message'] === message);
    expect(records).toMatchObject([{ agency: 'csc-north', member: colleague.client.member, parties: ['csc-north'] }]);
    expect(Object.keys(records[0]!)).not.toContain('header');
  });

  it('are nobody else\'s: the asked agency is given none and is not told that there are any', async () => {
    const { message } = await askedAbout();
    const before = (await recordsOf(door.database, 'heading.handed-over.v1')).length;
    expect(headingsOf(await collect(asked, [message]))).toEqual([]);
    expect(headingsOf(await collect(asked, [newId()]))).toEqual([]);
    expect(await recordsOf(door.database, 'heading.handed-over.v1')).toHaveLength(before);
  });

  it('are asked for by as many questions as one gesture names, and one that has none is left out', async () => {
    const { message } = await askedAbout();
    const without = await asking.checkTo(['police-north']);
    accepted(await asking.post('/v1/checks', without));
    expect(headingsOf(await collect(asking, [message, without.requests[0]!.envelope.header.context.message])).map(({ envelope }) => envelope)).toEqual([message]);
    const many = await collect(asking, Array.from({ length: MOST_STEP_UP_OBJECTS + 1 }, () => newId()));
    expect([many.status, (many.body as Problem).fields?.[0]?.field]).toEqual([422, '/envelopes']);
  });

  it('are of a bounded size', async () => {
    const body = await asking.checkTo(['police-north']);
    body.requests[0]!.heading = toBase64Url(new Uint8Array(4_097));
    const answer = await asking.post('/v1/checks', body);
    expect([answer.status, (answer.body as Problem).fields?.[0]?.field]).toEqual([422, '/requests/0/heading']);
    expect((await asking.get(`/v1/requests/${body.requests[0]!.id}`)).status).toBe(404);
  });
});
