import type { RoundPlan } from '@lateral/play';

/** A round that asks two agencies: as much as a drill needs for one of them to be at work while something else is killed. */
export function askTwo(plan: RoundPlan): void {
  for (const check of plan.checks) check.requests = check.requests.slice(0, 2);
  const left = new Set(plan.checks.flatMap(({ asking, requests }) => [asking, ...requests.map(({ agency }) => agency)]));
  plan.agencies = plan.agencies.filter(({ id }) => left.has(id));
  plan.agreement.parties = plan.agreement.parties.filter((id) => left.has(id));
}
