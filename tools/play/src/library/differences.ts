import type { Case, CaseVerdict } from '../case/case.js';
import { answerIn } from '../case/read-case.js';
import type { JudgementReport, RoundReport } from '../round/report.js';

const MINUTE_MS = 60_000;

/** What a case expects of what is played of it: nobody gives the answer that time ran out, whatever a case makes of it. */
export function expectedOf({ requests, expect }: Pick<Case, 'requests' | 'expect'>): Case['expect'] {
  const overdue = new Set(requests.filter((request) => request.responder.returns !== null && answerIn(request) === null).map(({ id }) => id));
  return { ...expect, responses: expect.responses.filter(({ request_id }) => !overdue.has(request_id)) };
}

/** How the verdicts and due times of a round differ from what its case expects, one line each; empty where they do not. */
export function differencesOf({ requests, responses }: Case['expect'], report: Pick<RoundReport, 'requests'>): string[] {
  const found = (id: string): RoundReport['requests'][number] | undefined => report.requests.find(({ requestId }) => requestId === id);
  return [
    ...requests.flatMap((expected) => {
      const request = found(expected.request_id);
      return request === undefined ? [`${expected.request_id} was not played`] : [...verdictDiffers(expected.request_id, expected, request), ...dueDiffers(expected.request_id, expected.due_at, request.dueAt)];
    }),
    ...responses.flatMap((expected) => {
      const answer = found(expected.request_id)?.response ?? null;
      return answer === null ? [`the answer to ${expected.request_id} was not played`] : verdictDiffers(`the answer to ${expected.request_id}`, expected, answer);
    }),
    ...report.requests.filter(({ requestId, response }) => response !== null && !responses.some(({ request_id }) => request_id === requestId)).map(({ requestId }) => `nobody expected an answer to ${requestId}`),
  ];
}

function verdictDiffers(share: string, expected: CaseVerdict, { verdict, rules, dpoChecks, fieldErrors, verdictAfterFix }: JudgementReport): string[] {
  const sorted = (codes: readonly string[]): string => [...codes].sort().join(' ') || 'none';
  const compared: [string, string, string][] = [
    ['verdict', expected.verdict, verdict],
    ['rules', sorted(expected.rules), sorted(rules)],
    ['officers\' checks', sorted(expected.dpo_checks), sorted(dpoChecks)],
    ['field errors', sorted(expected.field_errors), sorted(fieldErrors)],
    ['verdict after the fix', String(expected.verdict_after_fix), String(verdictAfterFix)],
  ];
  return compared.filter(([, wanted, got]) => wanted !== got).map(([what, wanted, got]) => `${share}: ${what} ${got} instead of ${wanted}`);
}

function dueDiffers(share: string, wanted: string | null, got: string | null): string[] {
  const minute = (time: string | null): number | null => (time === null ? null : Math.floor(Date.parse(time) / MINUTE_MS));
  return minute(wanted) === minute(got) ? [] : [`${share}: due ${String(got)} instead of ${String(wanted)}`];
}
