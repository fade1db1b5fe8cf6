import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, VERIFY_EXIT, type EvidencePack, type RequestView, type ResponseCodes } from '@lateral/contracts';
import type { ResponseBody } from '@lateral/envelope';
import type { ResponseType } from '@lateral/domain';
import { ANSWER_FORMS } from '@lateral/domain/justification';
import { pathOf, provenPack, type AskingParty, type RoundPlan } from '@lateral/play';
import { asking as askingOnly, post } from '../world/checks.js';
import { RoundWorld } from '../world/round-world.js';

const ROOT = resolve(import.meta.dirname, '../..');
const LIMIT_MS = 180_000;

type Answer = RoundPlan['checks'][number]['requests'][number]['answers'][number];
type Posted = Awaited<ReturnType<typeof post>>;
type AskedRequest = AskingParty['requests'] extends Map<string, infer Asked> ? Asked : never;

/** Every kind of answer there is, as agencies give them one after another, with what each must carry beyond its kind. */
const KINDS: { types: ResponseType[]; ends: string; codes?: Partial<ResponseCodes>; words?: Partial<ResponseBody> }[] = [
  { types: ['HOLDING', 'FULL'], ends: 'answered' },
  { types: ['CLARIFY', 'PARTIAL'], ends: 'answered' },
  { types: ['VERBAL_GIVEN', 'FULL'], ends: 'answered' },
  { types: ['REDIRECT'], ends: 'redirected', codes: { redirectTo: 'YJS' }, words: { redirect: { to: 'the youth justice service', why: 'The case was passed to them in March.' } } },
  { types: ['IDENTITY_MISMATCH'], ends: 'redirected', words: { wrongPerson: 'The date of birth is that of a cousin of the same name.' } },
  { types: ['DECLINED'], ends: 'refused', codes: { refusalGround: 'source_protection' }, words: { refusalGround: 'source_protection', writtenReasons: 'Who told us would be known from it.' } },
  { types: ['NO_TRACE'], ends: 'nothing_held' },
  { types: ['KNOWN_NO_CONCERN'], ends: 'answered' },
];
const INTERIM: readonly ResponseType[] = ['HOLDING', 'CLARIFY', 'VERBAL_GIVEN'];
const EMPTY: readonly ResponseType[] = ['REDIRECT', 'IDENTITY_MISMATCH', 'DECLINED', 'NO_TRACE', ...INTERIM];

/** The answer that the case tells, turned into one of another kind. */
function answerOf(told: Answer, type: ResponseType, { codes = {}, words = {} }: Pick<(typeof KINDS)[number], 'codes' | 'words'> = {}): Answer {
  const items = EMPTY.includes(type) ? [] : told.words.items;
  const before = told.record.response!;
  const response: ResponseCodes = {
    ...before, type, decision: ANSWER_FORMS[type].decisions[0]!, items: items.length === 0 ? [] : before.items, given: items.length === 0 ? [] : before.given, refusalGround: null, redirectTo: null, until: type === 'HOLDING' ? '2027-01-01T09:00:00.000Z' : null, ...codes,
  };
  return { ...told, type, words: { ...told.words, responseType: type, items, refusalGround: null, writtenReasons: null, ...words }, record: { ...told.record, response } };
}

describe('every kind of answer, and what may happen to a request besides', () => {
  let world: RoundWorld;
  beforeAll(async () => { world = await RoundWorld.start(); }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  const check = (): RoundPlan['checks'][number] => world.plan.checks[0]!;
  const told = (agency: string): Answer => check().requests.find((request) => request.agency === agency)!.answers[0]!;
  const ask = (...agencies: string[]): Promise<Posted> => post(world.clients(), agencies.length === 0 ? check() : askingOnly(check(), agencies));
  const stateOf = async ({ asking }: Posted, agency: string): Promise<string | undefined> => (await asking.view()).requests.find(({ asked }) => asked === agency)?.state;
  const events = async (request: string): Promise<string[]> => (await world.sql<{ event: string }>('select event from audit_record where request_id = $1 order by xid, seq', [request])).map(({ event }) => event);
  const refusal = (status: number, code: string): unknown => expect.objectContaining({ status, problem: expect.objectContaining({ code }) as unknown });

  it.each([0, 4])('leaves each request in the state that its answer means (kinds from number %i)', async (from) => {
    const posted = await ask();
    const kinds = KINDS.slice(from, from + 4);
    await Promise.all(posted.asked.map(async ({ party, agency }, n) => {
      const kind = kinds[n]!;
      await party.collect();
      for (const type of kind.types) {
        const { state } = await party.answer(answerOf(told(agency), type, type === kind.types.at(-1) ? kind : {}), null);
        expect([type, state]).toEqual([type, INTERIM.includes(type) ? 'acknowledged' : kind.ends]);
      }
    }));
    await posted.asking.readAnswers();
    for (const [n, { agency }] of posted.asked.entries()) {
      const { types, ends, words = {} } = kinds[n]!;
      const { answers } = [...posted.asking.requests.values()].find(({ plan }) => plan.agency === agency)!;
      expect(answers.map(({ body }) => body.responseType)).toEqual(types);
      expect(answers.at(-1)!.body).toMatchObject(words);
      expect(await stateOf(posted, agency)).toBe(ends);
    }
  }, LIMIT_MS);

  it('opens the check again when an answer is corrected, and keeps both versions in the evidence', async () => {
    const posted = await ask('police');
    const [{ party, request }] = posted.asked as [Posted['asked'][number]];
    await party.collect();
    await party.answer(answerOf(told('police'), 'FULL'), null);
    await posted.asking.readAnswers();
    await posted.asking.decide();
    expect((await posted.asking.close()).state).toBe('closed');

    expect((await party.correct([told('police').words.items[0]!.id], 'It was his brother.')).state).toBe('answered');
    expect((await posted.asking.view()).state).toBe('open');
    expect(await events(request)).toEqual(expect.arrayContaining(['response.corrected.v1', 'check.reopened.v1']));
    await posted.asking.readAnswers();
    const [{ answers }] = [...posted.asking.requests.values()] as [AskedRequest];
    expect(answers.map(({ body }) => body.items[0]!.text)).toEqual([told('police').words.items[0]!.text, 'It was his brother.']);

    const pack = await evidence(posted);
    const versions = pack.envelopes.filter(({ header: { context } }) => context.type === 'response').map(({ header: { context } }) => [context.message, context.corrects]);
    expect(versions).toEqual([[answers[0]!.envelope, null], [answers[1]!.envelope, answers[0]!.envelope]]);
    expect(await verified(pack)).toBe(VERIFY_EXIT.proven);
  }, LIMIT_MS);

  it('puts a corrected request in the place of the first, and refuses an answer to the first', async () => {
    const posted = await ask('school');
    const [{ party, request }] = posted.asked as [Posted['asked'][number]];
    await party.collect();
    const responder = await world.clients().answering('school');
    const before = await responder.session.get<RequestView>(pathOf(ROUTES.request, { request }));
    const [first] = before.envelopes.filter(({ type }) => type === 'request');
    const [asked] = [...posted.asking.requests.values()];
    const old = asked!.envelope;
    expect((await posted.asking.correctRequest(asked!, 'What was said on Tuesday, and to whom?')).state).toBe('open');

    const answer = answerOf(told('school'), 'FULL');
    const toTheFirst = await responder.seal({ type: 'response', check: before.check, request, to: before.asking, inReplyTo: old.header.content.digest, corrects: null, body: answer.words, narrative: answer.narrative, record: answer.record });
    const responses = pathOf(ROUTES.responses, { request });
    await expect(responder.session.post(responses, { version: before.version, envelope: toTheFirst })).rejects.toEqual(refusal(409, 'version-changed'));
    // Reading the new version number alone does not make it an answer: the new question has not been collected.
    await expect(party.answer(answer, null)).rejects.toEqual(refusal(409, 'wrong-state'));

    const after = await responder.session.get<RequestView>(pathOf(ROUTES.request, { request }));
    expect(after.envelopes.find(({ id }) => id === first!.id)?.supersededBy).toBe(asked!.envelope.header.context.message);
    await party.collect();
    expect((await party.answer(answer, null)).state).toBe('answered');
    expect(await events(request)).toEqual(expect.arrayContaining(['request.corrected.v1', 'response.submitted.v1']));
  }, LIMIT_MS);

  it('keeps a request that was taken back sealed, and goes on with the others', async () => {
    const posted = await ask('police', 'icb');
    const [police, icb] = posted.asked as [Posted['asked'][number], Posted['asked'][number]];
    const [first] = [...posted.asking.requests.values()];
    expect((await posted.asking.withdrawRequest(first!, 'wrong_agency')).state).toBe('withdrawn');
    await expect(police.party.collect()).rejects.toEqual(refusal(409, 'wrong-state'));
    expect(await collectedAt(police.request)).toEqual([null]);
    await icb.party.collect();
    expect((await icb.party.answer(answerOf(told('icb'), 'FULL'), null)).state).toBe('answered');
    expect((await posted.asking.view()).state).toBe('open');
  }, LIMIT_MS);

  it('keeps everything of a withdrawn check sealed that was not collected: requests, and answers too', async () => {
    const posted = await ask('police', 'icb', 'school');
    const [police, icb, school] = posted.asked as [Posted['asked'][number], Posted['asked'][number], Posted['asked'][number]];
    for (const { party } of [icb, school]) await party.collect();
    await icb.party.answer(answerOf(told('icb'), 'FULL'), null);
    expect((await posted.asking.withdraw()).state).toBe('withdrawn');
    await expect(police.party.collect()).rejects.toEqual(refusal(409, 'wrong-state'));
    await expect(posted.asking.readAnswers()).rejects.toEqual(refusal(409, 'wrong-state'));
    expect(await stateOf(posted, 'police')).toBe('withdrawn');
    expect(await stateOf(posted, 'icb')).toBe('answered');
    expect(await collectedAt(police.request)).toEqual([null]);
    expect((await collectedAt(icb.request))[1]).toBeNull();
    // Whoever had collected it is told that there is nothing to answer any more.
    await expect(school.party.answer(answerOf(told('school'), 'FULL'), null)).rejects.toEqual(refusal(409, 'wrong-state'));
  }, LIMIT_MS);

  it('takes an answer after closing for a late one, which opens the check again', async () => {
    const posted = await ask('police', 'icb');
    const [police, icb] = posted.asked as [Posted['asked'][number], Posted['asked'][number]];
    for (const { party } of [police, icb]) await party.collect();
    await police.party.answer(answerOf(told('police'), 'FULL'), null);
    await posted.asking.readAnswers();
    await posted.asking.decide();
    await posted.asking.close();
    expect(await stateOf(posted, 'icb')).toBe('expired');

    expect((await icb.party.answer(answerOf(told('icb'), 'FULL'), null)).state).toBe('answered');
    expect((await posted.asking.view()).state).toBe('open');
    expect(await events(icb.request)).toEqual(expect.arrayContaining(['request.expired.v1', 'response.arrived-late.v1', 'check.reopened.v1']));
    await posted.asking.readAnswers();
    await posted.asking.decide();
    expect((await posted.asking.close()).state).toBe('closed');
    expect(await stateOf(posted, 'icb')).toBe('answered');
  }, LIMIT_MS);

  const collectedAt = async (request: string): Promise<(Date | null)[]> =>
    (await world.sql<{ collected_at: Date | null }>('select collected_at from envelope where request_id = $1 order by created_at, id', [request])).map((row) => row.collected_at);

  /** The asking agency's pack, once everything in it is proven. */
  async function evidence({ asking }: Posted): Promise<EvidencePack> {
    const { session } = await world.clients().asking(check().asking);
    return provenPack(session, asking.reference);
  }

  async function verified(pack: EvidencePack): Promise<number> {
    const file = join(world.installation.input.folder, 'corrected.json');
    await writeFile(file, JSON.stringify(pack));
    return new Promise((done) => {
      execFile(process.execPath, ['tools/verify/dist/main.js', file, '--root', world.installation.rootFingerprint], { cwd: ROOT }, (error) => { done(error === null ? 0 : Number(error.code)); });
    });
  }
});
