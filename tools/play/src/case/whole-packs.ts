import { PURPOSES } from '@lateral/domain';
import type { RoundPlan } from './plan.js';

/** For whoever goes on at the desk after the round: the agreement is about all that the agencies of the case may be asked, and not only about what the case shares. */
export function underWholePacks(plan: RoundPlan): RoundPlan {
  const packs = new Set(plan.agreement.categories.map((category) => category.slice(0, category.indexOf('.'))));
  return { ...plan, agreement: { ...plan.agreement, purposes: [...PURPOSES], categories: [...packs].map((pack) => `${pack}.*`) } };
}
