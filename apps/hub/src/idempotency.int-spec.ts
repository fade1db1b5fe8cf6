import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationReply, JoinerView, Problem } from '@lateral/contracts';
import { sealAttachment } from '@lateral/envelope';
import { accepted, CheckScene } from '../../../test/world/check-scene.js';
import { emergency, putInOrder } from '../../../test/world/emergency.js';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { addedBy, stored } from '../../../test/world/stored.js';
import { OPERATIONS } from './api-document/operations.js';

/** One write, ready to be made, and another body that the same route would take. */
interface ReadyWrite { by: DoorClient; path: string; body: unknown; other: unknown }

let door: HubDoor;
let asking: DoorClient;
let asked: DoorClient;
let manager: DoorClient;
let custodian: DoorClient;
beforeAll(async () => {
  door = await hubDoor({ people: ({ members }) => members.map(({ agency, member }) => ({ agency, member, issuer: `https://provider.example/${agency}`, subject: member })) });
  [asking, asked, manager, custodian] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder'), door.signIn('csc-north', 'team_manager'), door.signIn('csc-north', 'custodian')]);
}, 60_000);
afterAll(() => door.end());

const scene = (request: Parameters<typeof CheckScene.in>[0], check: Parameters<typeof CheckScene.in>[1]): Promise<CheckScene> => CheckScene.in(request, check, 1, { asking, asked });
const reasons = (version: number): { body: object; other: object } => ({ body: { version, reason: 'no_longer_needed' }, other: { version, reason: 'sent_in_error' } });

/** Makes ready each write of the API that carries an Idempotency-Key; called twice it makes two. */
const WRITES: Record<string, () => Promise<ReadyWrite>> = {
  openCheck: async () => ({ by: asking, path: '/v1/checks', body: await asking.checkTo(['police-north']), other: await asking.checkTo(['police-north']) }),
  recordDecision: async () => {
    const { id, reference, version } = await scene('answered', 'open');
    const [envelope, another] = await Promise.all([asking.sealDecision(id), asking.sealDecision(id)]);
    return { by: asking, path: `/v1/checks/${reference}/decision`, body: { version, envelope }, other: { version, envelope: another } };
  },
  withdrawCheck: async () => {
    const { reference, version } = await scene('open', 'open');
    return { by: asking, path: `/v1/checks/${reference}/withdrawal`, ...reasons(version) };
  },
  closeCheck: async () => {
    const { reference, version } = await scene('answered', 'decided');
    return { by: asking, path: `/v1/checks/${reference}/closure`, body: { version }, other: { version: version + 1 } };
  },
  correctRequest: async () => {
    const made = await scene('acknowledged', 'open');
    const request = made.requests[0]!;
    const [envelope, another] = await Promise.all([made.sealedCorrection(request), made.sealedCorrection(request)]);
    return { by: asking, path: `/v1/requests/${request.id}/versions`, body: { version: request.version, envelope }, other: { version: request.version, envelope: another } };
  },
  withdrawRequest: async () => {
    const { id, version } = (await scene('open', 'open')).requests[0]!;
    return { by: asking, path: `/v1/requests/${id}/withdrawal`, ...reasons(version) };
  },
  submitResponse: async () => {
    const made = await scene('acknowledged', 'open');
    const request = made.requests[0]!;
    const [envelope, another] = await Promise.all([made.sealedAnswer(request, 'NO_TRACE'), made.sealedAnswer(request, 'FULL')]);
    return { by: asked, path: `/v1/requests/${request.id}/responses`, body: { version: request.version, envelope }, other: { version: request.version, envelope: another } };
  },
  tellOutcome: async () => {
    const made = await scene('answered', 'decided');
    const request = made.requests[0]!;
    const [envelope, another] = await Promise.all([made.sealedOutcome(request), made.sealedOutcome(request)]);
    return { by: asking, path: `/v1/requests/${request.id}/outcome`, body: { envelope }, other: { envelope: another } };
  },
  handOver: async () => {
    const { question } = (await scene('open', 'open')).requests[0]!;
    return { by: asked, path: `/v1/envelopes/${question.header.context.message}/hand-over`, body: {}, other: undefined };
  },
  collectHeadings: async () => ({ by: asking, path: '/v1/headings', body: { envelopes: [await headed()] }, other: { envelopes: [newId()] } }),
  recordOpening: async () => {
    const { question } = (await scene('answered', 'open')).requests[0]!;
    return { by: asked, path: `/v1/envelopes/${question.header.context.message}/openings`, body: { shown: true }, other: { shown: false, step: 4, reason: 'signature-invalid' } };
  },
  askFurther: async () => {
    const { id, reference, version } = await scene('open', 'open');
    const [requests, others] = await Promise.all([asking.questionsTo(['school-north'], id), asking.questionsTo(['school-north'], id)]);
    return { by: asking, path: `/v1/checks/${reference}/requests`, body: { version, requests }, other: { version, requests: others } };
  },
  rateCheck: async () => {
    const { reference, version } = await scene('open', 'open');
    const rating = { version, urgency: 'red', reason: 'risk_increased' };
    return { by: asking, path: `/v1/checks/${reference}/rating`, body: rating, other: { ...rating, reason: 'repeat_pattern' } };
  },
  moveDueTime: async () => {
    const { id, version } = (await scene('open', 'open')).requests[0]!;
    const move = { version, dueAt: new Date(Date.now() + 86_400_000).toISOString(), reason: 'agreed_with_agency' };
    return { by: asking, path: `/v1/requests/${id}/due-time`, body: move, other: { ...move, reason: 'set_in_error' } };
  },
  remind: async () => ({ by: asking, path: `/v1/requests/${(await scene('open', 'open')).requests[0]!.id}/reminders`, body: { level: 'reminder' }, other: { level: 'escalation' } }),
  keepRecordOnly: async () => {
    const ids = { check: newId(), request: null };
    const [envelope, another] = await Promise.all([asking.sealRecord(ids), asking.sealRecord(ids)]);
    return { by: asking, path: '/v1/records-only', body: { reason: 'not_necessary', envelope }, other: { reason: 'not_necessary', envelope: another } };
  },
  reviewOverride: async () => {
    const { used, left } = await emergency(asking, 'police-north');
    const [envelope, another] = await Promise.all([putInOrder(manager, left), putInOrder(manager, left)]);
    return { by: manager, path: `/v1/override-reviews/${used}`, body: { finding: 'right_and_completed', envelope }, other: { finding: 'right_and_completed', envelope: another } };
  },
  recordExport: async () => ({ by: asking, path: `/v1/checks/${(await scene('open', 'open')).reference}/exports`, body: { form: 'print', messages: 1, restricted: false }, other: { form: 'csv', messages: 1, restricted: false } }),
  recuseFromCheck: async () => ({ by: manager, path: `/v1/checks/${(await scene('open', 'open')).reference}/recusal`, body: {}, other: undefined }),
  recuseFromRequest: async () => ({ by: manager, path: `/v1/requests/${(await scene('open', 'open')).requests[0]!.id}/recusal`, body: {}, other: undefined }),
  startAgain: async () => {
    const { member } = door.made.members.find(({ agency, roles }) => agency === 'csc-north' && roles.includes('data_protection_officer'))!;
    return { by: custodian, path: `/v1/members/${member}/start-again`, body: {}, other: undefined };
  },
  handOverAttachment: async () => ({ by: asked, path: `/v1/attachments/${await attached()}/hand-over`, body: {}, other: undefined }),
};

/** A question that has its heading. */
async function headed(): Promise<string> {
  const body = await asking.checkTo(['police-north']);
  const [question] = body.requests;
  question!.heading = 'c2VhbGVkLWhlYWRpbmc';
  accepted(await asking.post('/v1/checks', body));
  return question!.envelope.header.context.message;
}

/** An attachment that a request names. */
async function attached(): Promise<string> {
  const { id, bytes, key } = await upload();
  accepted(await asking.put(`/v1/attachments/${id}`, bytes));
  const body = await asking.checkTo(['police-north']);
  const request = body.requests[0]!;
  request.envelope = await asking.sealRequest('police-north', { check: body.id, request: request.id }, { attachment: await key });
  accepted(await asking.post('/v1/checks', body));
  return id;
}

async function upload(): Promise<{ id: string; bytes: Buffer; key: Awaited<ReturnType<typeof sealAttachment>>['key'] }> {
  const id = newId();
  const { ciphertext, key } = await sealAttachment({ id, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(1_000, 7)]).stream() as ReadableStream<Uint8Array> });
  return { id, bytes: Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer()), key };
}

const codeOf = ({ body }: Answer): unknown => (body as Problem | null)?.code;
// As JSON says it: a standing that was kept names its members in another order.
const said = ({ status, body }: Answer): unknown[] => [status, Buffer.isBuffer(body) ? body.toString('base64') : body];
const make = ({ by, path, body }: ReadyWrite, key: string): Promise<Answer> => by.post(path, body, key);

const added = (work: () => Promise<unknown>): Promise<Record<string, number>> => addedBy(door.database, work);

/*
 * Writes of which a second attempt is nothing by what they are, so that no earlier one needs to be remembered. A cosignature is the ledger's
 * to keep once, whatever its key; signing in spends its assertion; an upload is known by its own id; and versions of agreements and rosters
 * by their text (agreements.int-spec.ts, test/journeys/people). A code, a gesture and an invitation are said or spent once: a retry is
 * refused, or makes the first void (sign-in.int-spec.ts, step-up.int-spec.ts). Asking for a challenge does nothing by itself. A session that
 * has ended is nobody's. A passkey's enrolment is kept under its key, by a person alone: passkeys.int-spec.ts.
 */
const ONCE_BY_NATURE = [
  'cosign', 'proposeAgreement', 'approveAgreement', 'proposeRoster', 'cosignRoster', 'issueOneTimeCode', 'invite', 'redeemInvitation', 'beginKeyProof', 'proveKey', 'beginStepUp', 'stepUpByPasskey', 'stepUpByProvider', 'passkeyOptions',
  'enrolPasskey', 'signOut',
];

describe('every write', () => {
  it('is in this file', () => {
    const keyed = OPERATIONS.filter(({ method, open }) => method === 'post' && open !== true).map(({ id }) => id);
    expect([...Object.keys(WRITES), ...ONCE_BY_NATURE].sort()).toEqual(keyed.sort());
  });
});

describe.each(Object.keys(WRITES))('%s', (name) => {
  const ready = (): Promise<ReadyWrite> => WRITES[name]!();

  it('is refused without a key, or with one that is none, and stores nothing', async () => {
    const { by, path, body } = await ready();
    const before = await stored(door.database);
    for (const key of [undefined, '', 'short', 'a'.repeat(81), 'spaces are no part of it']) {
      const answer = await door.ask('POST', path, { body, headers: { authorization: `Bearer ${by.token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) } });
      expect([key, answer.status, codeOf(answer)]).toEqual([key, 400, 'idempotency-key-missing']);
    }
    expect(await stored(door.database)).toEqual(before);
  });

  it('is one act however often the same bytes come with the same key, and answered alike', async () => {
    const [write, key] = [await ready(), newId()];
    const first = await make(write, key);
    expect([codeOf(first), first.status < 300]).toEqual([undefined, true]);
    const before = await stored(door.database);
    expect(said(await make(write, key))).toEqual(said(first));
    expect(said(await make(write, key))).toEqual(said(first));
    expect(await stored(door.database)).toEqual(before);
  });

  it('is refused with the key of another body, and what that one did stands', async () => {
    const [write, key] = [await ready(), newId()];
    expect((await make(write, key)).status).toBeLessThan(300);
    const before = await stored(door.database);
    const other = await make({ ...write, body: write.other }, key);
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
    expect(await stored(door.database)).toEqual(before);
  });

  it('is one act where it comes twice at once', async () => {
    const [alone, twice, key] = [await ready(), await ready(), newId()];
    const once = await added(() => make(alone, newId()));
    expect(Object.keys(once)).toContain('audit_record');
    let answers: Answer[] = [];
    expect(await added(async () => { answers = await Promise.all([make(twice, key), make(twice, key), make(twice, key)]); })).toEqual(once);
    expect(answers.map(said)).toEqual(answers.map(() => said(answers[0]!)));
    expect(answers[0]!.status).toBeLessThan(300);
  });
});

describe('a key', () => {
  it('is a member\'s own: another may use the same, and it stands for one route', async () => {
    const key = newId();
    const [one, another] = [await scene('open', 'open'), await scene('open', 'open')];
    const withdrawal = { version: one.version, reason: 'no_longer_needed' };
    accepted(await asking.post(`/v1/checks/${one.reference}/withdrawal`, withdrawal, key));
    const elsewhere = await asking.post(`/v1/checks/${another.reference}/withdrawal`, withdrawal, key);
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([422, 'idempotency-key-reused']);
    accepted(await asked.post(`/v1/envelopes/${another.requests[0]!.question.header.context.message}/hand-over`, {}, key));
  });
});

describe('what is said once', () => {
  it('is not said again: an invitation that comes twice is there once, and of two codes for one colleague the later is the one', async () => {
    const invitation = { id: newId(), member: 'u-0000000k', roles: ['practitioner'] };
    const count = async (table: 'invitation' | 'one_time_code'): Promise<number> => (await door.database.sql(`select 1 from ${table} where member = $1`, [table === 'invitation' ? invitation.member : asking.client.member])).length;
    const [first, key] = [await custodian.post('/v1/invitations', invitation), newId()];
    const before = await stored(door.database);
    expect([first.status, codeOf(await custodian.post('/v1/invitations', invitation, key)), codeOf(await custodian.post('/v1/invitations', { ...invitation, id: newId() }, key))]).toEqual([201, 'id-taken', 'id-taken']);
    expect(await stored(door.database)).toEqual(before);
    const codes = [1, 2].map(async () => custodian.post('/v1/one-time-codes', { member: asking.client.member }, key));
    for (const { status } of await Promise.all(codes)) expect(status).toBe(201);
    expect([await count('invitation'), await count('one_time_code')]).toEqual([1, 1]);
  });
});

describe('an invitation whose answer was lost', () => {
  it('is said another code under the same key, which is the only one then; until it is spent, and for no other body', async () => {
    const [invitation, key] = [{ id: newId(), member: 'u-0000000m', roles: ['practitioner'] }, newId()];
    const waiting = async (): Promise<JoinerView[]> => ((await custodian.get('/v1/joiners')).body as JoinerView[]).filter(({ member }) => member === invitation.member);
    const [first, second, third] = [await custodian.post('/v1/invitations', invitation, key), await custodian.post('/v1/invitations', invitation, key), await custodian.post('/v1/invitations', invitation, key)];
    const replies = [first, second, third].map(({ status, body }) => { expect(status).toBe(201); return body as InvitationReply; });
    expect([new Set(replies.map(({ code }) => code)).size, replies[0]!.id]).toEqual([3, invitation.id]);
    expect(await waiting()).toMatchObject([{ invitation: replies[2]!.id, roles: invitation.roles, redeemedAt: null }]);
    const said = await door.database.sql<{ invitation: string }>(`select record::json->>'invitation' as invitation from audit_record where event = 'member.invited.v1' and record::json->>'member' = $1 order by id`, [invitation.member]);
    expect(said.map((each) => each.invitation)).toEqual(replies.map(({ id }) => id));

    const before = await stored(door.database);
    const other = await custodian.post('/v1/invitations', { ...invitation, roles: ['responder'] }, key);
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
    // One person may hold both offices: a colleague is somebody else.
    const colleague = [manager, asking].find(({ client }) => client.member !== custodian.client.member)!;
    expect(['id-taken', 'role-not-allowed']).toContain(codeOf(await colleague.post('/v1/invitations', invitation, key)));
    expect(await stored(door.database)).toEqual(before);
    await door.database.sql('update invitation set redeemed_at = now() where id = $1', [replies[2]!.id]);
    expect(codeOf(await custodian.post('/v1/invitations', invitation, key))).toBe('id-taken');
  });
});

describe('an upload', () => {
  it('is known by its id: the same bytes are the same upload, other bytes are refused', async () => {
    const { id, bytes } = await upload();
    const first = await asking.put(`/v1/attachments/${id}`, bytes);
    expect(first.status).toBe(201);
    const before = await stored(door.database);
    expect(said(await asking.put(`/v1/attachments/${id}`, bytes))).toEqual(said(first));
    expect(codeOf(await asking.put(`/v1/attachments/${id}`, Buffer.concat([bytes, bytes])))).toBe('id-taken');
    expect(await stored(door.database)).toEqual(before);
  });

  it('is one upload where it comes twice at once', async () => {
    const { id, bytes } = await upload();
    const answers = await Promise.all([1, 2, 3].map(() => asking.put(`/v1/attachments/${id}`, bytes)));
    expect(answers.map(said)).toEqual(answers.map(() => said(answers[0]!)));
    expect(answers[0]!.status).toBe(201);
    expect((await door.database.sql('select 1 from attachment where id = $1', [id])).length).toBe(1);
    expect((await door.database.sql('select distinct upload from attachment_chunk where attachment_id = $1', [id])).length).toBe(1);
  });
});
