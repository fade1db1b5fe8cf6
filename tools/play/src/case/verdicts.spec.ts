import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '@lateral/domain/catalogue';
import { codesOf, judge, missingBasis, unknownCodes, type Judgement, type ShareToJudge } from '@lateral/domain/justification';
import { loadCatalogue } from '@lateral/platform/config';
import jsonPatch from 'fast-json-patch';
import type { Case, CaseAnswer, CaseRequest, CaseVerdict } from './case.js';
import { askingRecord, responseCodes, sharingRecord } from './coded-record.js';
import { answeringParty, askingParty } from './parties.js';
import { answerIn, readCase } from './read-case.js';

const checkout = join(import.meta.dirname, '../../../..');
const folder = join(checkout, '../shared/cases');
const library = existsSync(folder) ? readdirSync(folder).filter((name) => /^c\d.*\.json$/u.test(name)).sort().map((name) => join(folder, name)) : [];
const files = [join(checkout, 'config/demo/case.json'), ...library];

const catalogue = new Catalogue(await loadCatalogue(join(checkout, 'config/catalogue')));
const londonDay = (time: string): string => new Date(time).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
const read = (file: string): Case => JSON.parse(readFileSync(file, 'utf8')) as Case;

function requestToJudge(played: Case, request: CaseRequest): ShareToJudge {
  const share = askingRecord(played, request, 'asking', request.brag);
  return { share, owner: askingParty(played, request, 'asking'), other: answeringParty(request, 'answering'), on: londonDay(request.posted_at), request: null };
}

function answerToJudge(played: Case, request: CaseRequest, returns: CaseAnswer): ShareToJudge {
  const share = sharingRecord(played, request, returns, { agency: 'answering', urgency: request.brag, response: responseCodes(request, returns) });
  return {
    share, owner: answeringParty(request, 'answering'), other: askingParty(played, request, 'asking'),
    on: londonDay(request.responder.responded_at ?? request.posted_at), request: askingRecord(played, request, 'asking', request.brag),
  };
}

type Side = 'requests' | 'responses';

function toJudge(played: Case, side: Side, id: string): ShareToJudge {
  const request = played.requests.find((each) => each.id === id)!;
  return side === 'requests' ? requestToJudge(played, request) : answerToJudge(played, request, answerIn(request)!);
}

/** The case with one fix applied, and no other: its place, or the whole case, as the fix says. */
function withFix(original: Case, { request_id, fix }: CaseVerdict): Case {
  const played = structuredClone(original);
  const request = played.requests.find(({ id }) => id === request_id)!;
  const target = fix!.target === 'case' ? played : fix!.target === 'request' ? request : request.responder.returns;
  jsonPatch.applyPatch(target, fix!.patch as jsonPatch.Operation[], true, true);
  return played;
}

const said = (judgement: Judgement): object => ({
  verdict: judgement.verdict, rules: codesOf(judgement, 'rule'), dpo_checks: codesOf(judgement, 'officer_check'), field_errors: codesOf(judgement, 'field'),
});
const expected = ({ verdict, rules, dpo_checks, field_errors }: CaseVerdict): object => ({ verdict, rules, dpo_checks, field_errors: [...field_errors].sort() });

const sharesOf = (played: Case): { side: Side; verdict: CaseVerdict }[] =>
  (['requests', 'responses'] as const).flatMap((side) => played.expect[side].map((verdict) => ({ side, verdict })));

describe.each(files.map((file) => ({ name: file.replace(/^.*\//u, ''), file, original: read(file) })))('$name', ({ file, original }) => {
  const shares = sharesOf(original);

  it('says of every request and of every answer what is expected', () => {
    const answered = original.requests.filter(({ responder }) => responder.returns !== null).map(({ id }) => id);
    expect(original.expect.requests.map(({ request_id }) => request_id).sort()).toEqual(original.requests.map(({ id }) => id).sort());
    expect(original.expect.responses.map(({ request_id }) => request_id).sort()).toEqual(answered.sort());
  });

  it.each(shares.map(({ side, verdict }) => ({ side, id: verdict.request_id, verdict })))('$side $id as first submitted', async ({ side, id, verdict }) => {
    // An answer is to the request as it left, mended.
    const { played } = await readCase(file);
    const first = side === 'requests' ? original : { ...structuredClone(played), requests: played.requests.map((request) => ({ ...request, responder: original.requests.find((each) => each.id === request.id)!.responder })) };
    const asked = toJudge(first, side, id);
    expect(said(judge(asked, catalogue))).toEqual(expected(verdict));
    expect(unknownCodes(asked.share, catalogue, new Set([...asked.share.categories, ...(asked.share.response?.given ?? [])]))).toEqual([]);
    expect(missingBasis(asked.share.stack)).toEqual([]);
  });

  const fixed = shares.filter(({ verdict }) => verdict.fix !== null).map(({ side, verdict }) => ({ side, id: verdict.request_id, verdict }));
  if (fixed.length === 0) return;
  it.each(fixed)('$side $id after its fix', async ({ side, id, verdict }) => {
    expect(judge(toJudge(withFix(original, verdict), side, id), catalogue).verdict).toBe(verdict.verdict_after_fix);
    const { played } = await readCase(file);
    expect(judge(toJudge(played, side, id), catalogue).verdict).toBe(verdict.verdict_after_fix);
  });
});

// The library of cases lies beside the repository where the project is built; elsewhere only the demo case can be judged.
(library.length > 0 ? it : it.skip)('the whole library of cases is judged', () => expect(library).toHaveLength(24));
