import { digestOf, ROUTES, type AgreementsReply, type AgreementView } from '@lateral/contracts';
import { agreementFrom, holdsCategory, type AgreementDocument, type AgreementTemplate } from '@lateral/domain/agreements';
import { londonDay } from '@lateral/domain/deadlines';
import type { PlannedAgreement } from '../case/plan.js';
import { HubRefused, pathOf, type HubSession } from '../party/hub-session.js';

const DAY_MS = 86_400_000;
/** Far enough that nothing is near its end in a round. */
const REVIEWED_AFTER_MS = 365 * DAY_MS;
const EXPIRES_AFTER_MS = 730 * DAY_MS;

export interface Signatories {
  /** Of the agency that asks, and of another party. */
  first: HubSession;
  second: HubSession;
}

/**
 * Has the agreement that a round goes by put forward by one signatory and approved by another, made from the template of its
 * nation. One that stands already, as at the second start of the demo, is left as it is; one that ran out is followed by its next version.
 */
export async function publishAgreement(plan: PlannedAgreement, { first, second }: Signatories, { templates, at }: { templates: readonly AgreementTemplate[]; at: Date }): Promise<void> {
  const newest = await newestVersion(plan.reference, first);
  if (newest?.state === 'published' && newest.document.expires >= londonDay(at)) return;
  const proposed = newest?.state === 'proposed' ? newest : await first.post<AgreementView>(ROUTES.agreements, { document: documentOf(plan, newest, { templates, at }) });
  const { document: { reference, version }, digest } = proposed;
  await second.post<AgreementView>(pathOf(ROUTES.agreementApproval, { agreement: reference, version: String(version) }), { digest });
}

async function newestVersion(agreement: string, session: HubSession): Promise<AgreementView | null> {
  try {
    const { agreements } = await session.get<AgreementsReply>(pathOf(ROUTES.agreement, { agreement }));
    return agreements.toSorted((a, b) => b.document.version - a.document.version)[0] ?? null;
  } catch (cause) {
    if (cause instanceof HubRefused && cause.status === 404) return null;
    throw cause;
  }
}

export function documentOf({ reference, nation, parties, purposes, categories }: PlannedAgreement, before: AgreementView | null, { templates, at }: { templates: readonly AgreementTemplate[]; at: Date }): AgreementDocument {
  const template = templates.find((each) => each.nation === nation);
  if (template === undefined) throw new Error(`there is no agreement template for nation ${nation}`);
  const dayAfter = (ms: number): string => londonDay(new Date(at.getTime() + ms));
  const document = agreementFrom(template, {
    reference, title: template.title, parties: parties.map((agency) => ({ agency })), ...coveredBy(template, { purposes, categories }),
    inForceFrom: dayAfter(0), review: dayAfter(REVIEWED_AFTER_MS), expires: dayAfter(EXPIRES_AFTER_MS),
  });
  return before === null ? document : { ...document, version: before.document.version + 1, previousDigest: digestOf('agreement', before.document) };
}

/** Of what a case shares, as much as the template has a clause for; the rest is shared under no agreement, with a reason. */
function coveredBy({ clauses }: AgreementTemplate, { purposes, categories }: Pick<PlannedAgreement, 'purposes' | 'categories'>): Pick<PlannedAgreement, 'purposes' | 'categories'> {
  const reaching = clauses.filter((clause) => categories.some((category) => clause.categories.some((entry) => holdsCategory(entry, category))));
  const held = categories.filter((category) => reaching.some((clause) => clause.categories.some((entry) => holdsCategory(entry, category))));
  return { purposes: purposes.filter((purpose) => reaching.some((clause) => clause.purposes.includes(purpose))), categories: held };
}
