// Every case of the library goes all the way round, as it was first submitted and as it was mended, in its own time and under its own
// deadline policy. Where the library does not lie beside the checkout, the cases that travel with the project are played.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lanesOf, readLibrary, type LibraryCase } from '@lateral/play';
import { LaneWorld } from '../world/lane-world.js';

const BESIDE = resolve(import.meta.dirname, '../../../shared/cases');
const FOLDER = existsSync(BESIDE) ? BESIDE : resolve(import.meta.dirname, '../cases');
const LIMIT_MS = 300_000;

const { cases: LIBRARY, unplayable: UNPLAYABLE } = await readLibrary(FOLDER);
const LANES = lanesOf(LIBRARY).map((cases, i) => ({ lane: i + 1, cases }));

/** What a case says of its answers once they are mended: a type and items for each request that is answered. */
const answersOf = ({ read: { played, answered, sent } }: LibraryCase): unknown[] =>
  played.requests.map(({ id, responder: { returns } }) =>
    [id, sent.has(id) && answered.has(id) && returns !== null ? { type: returns.response_type, items: returns.items.map((item) => item.id) } : null]);

it('every file of the folder holds a case that can be played', () => expect(UNPLAYABLE).toEqual([]));

describe.each(LANES)('cases of lane $lane', ({ cases }) => {
  let world: LaneWorld;
  beforeAll(async () => { world = await LaneWorld.start(cases); }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(cases)('$name', async (each) => {
    const { read: { played, sent }, plan } = each;
    const { report, differences } = await world.play(each);

    // Verdict, rules, officers' checks, field errors and verdict after the fix of every request and answer; due times to the minute.
    expect(differences).toEqual([]);
    expect([report.ok, report.ledger.verified]).toEqual([true, true]);
    expect(report.requests.filter((request) => request.sent).map(({ requestId }) => requestId).sort()).toEqual([...sent].sort());
    for (const { sent: left, terminal } of report.requests) expect([left, terminal === 'not_sent', terminal === null]).toEqual([left, !left, false]);
    expect(report.requests.map(({ requestId, response }) => [requestId, response === null ? null : { type: response.type, items: response.items }])).toEqual(answersOf(each));
    for (const { sent: left, response, receipts } of report.requests) {
      expect([receipts.request, receipts.response]).toEqual([left ? 'proven' : null, response === null ? null : 'proven']);
    }
    for (const { agreementClause, response } of report.requests) {
      for (const clause of [agreementClause, ...(response === null ? [] : [response.agreementClause])]) expect(clause).toMatch(new RegExp(`^${played.refs.isa_ref}@1#[0-9.]+$`, 'u'));
    }
    const { code, also } = played.outcome;
    expect(report.checks.map(({ key, decision }) => [key, decision?.outcome])).toEqual(plan.checks.map(({ key }) => [key, key === 'joined' ? (also[0] ?? code) : code]));
    // What went in an emergency was looked at by a second person; nothing else went so.
    const overridden = played.meanwhile.filter(({ type, request_id }) => type === 'override_review' && request_id !== null).map(({ request_id, at }) => [request_id, new Date(at).toISOString()]);
    expect(report.requests.flatMap(({ requestId, override }) => (override === null ? [] : [[requestId, override.reviewedAt]]))).toEqual(overridden);
  }, LIMIT_MS);
});
