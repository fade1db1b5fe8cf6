import { ROUTES, type CatalogueReply, type QuestionPacksReply } from '@lateral/contracts';
import { londonTime } from '@lateral/domain/deadlines';
import { composeStatement, type NamesByCode } from '@lateral/domain/statement';
import type { RoundPlan } from '../case/plan.js';
import type { HubSession } from '../party/hub-session.js';
import type { RequestReport } from './report.js';

/** What the first request's agency and its data protection officer read of the reasons for it, as any client would compose it; null where none left. */
export async function firstStatement(session: HubSession, plan: RoundPlan, reports: readonly RequestReport[]): Promise<string | null> {
  const report = reports.find(({ sent }) => sent);
  const check = plan.checks.find(({ key }) => key === report?.check);
  const request = check?.requests.find(({ id }) => id === report?.requestId);
  if (report === undefined || check === undefined || request === undefined) return null;
  const [{ document }, { packs }] = await Promise.all([session.get<CatalogueReply>(ROUTES.catalogue), session.get<QuestionPacksReply>(ROUTES.questionPacks)]);
  const { record, narrative } = request;
  const nameOf = (agency: string): { en: string; cy: string } => {
    const { name } = plan.agencies.find(({ id }) => id === agency) ?? { name: agency };
    return { en: name, cy: name };
  };
  return composeStatement({
    share: record, owner: { name: nameOf(check.asking) }, other: { name: nameOf(request.agency) },
    rows: new Map(document.rows.map((row) => [row.code, row])), names: namesIn(packs),
    agreement: clauseOf(report.agreementClause), dueAt: report.dueAt === null ? null : londonTime(new Date(report.dueAt)),
    narrative: { necessity: narrative.necessity, proportionality: narrative.proportionality, ...(narrative.harmOfNotSharing === undefined ? {} : { harm_of_not_sharing: narrative.harmOfNotSharing }) },
  }, request.words.language);
}

function namesIn(packs: QuestionPacksReply['packs']): NamesByCode {
  return new Map(packs.flatMap(({ systems, categories }) => [...systems, ...categories].map(({ code, name }) => [code, name] as const)));
}

/** `REF@version#clause`, as reports and audit records name a clause. */
function clauseOf(name: string | null): { reference: string; version: number; clause: string } | null {
  const [, reference, version, clause] = /^(.+)@(\d+)#(.+)$/.exec(name ?? '') ?? [];
  return reference === undefined || clause === undefined ? null : { reference, version: Number(version), clause };
}
