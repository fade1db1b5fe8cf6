import { REFUSAL_GROUNDS, type RefusalGround } from '@lateral/domain';
import type { JustificationRecord } from '@lateral/contracts';
import type { Law } from '../justify/law.js';

/** What the duty that a question rests on says of refusing it. */
export interface Refusing { grounds: readonly RefusalGround[]; needsReasons: boolean; /** Names of the duties, with where they are in the law, that bind whoever is asked to answer or to give reasons. */ duties: { en: string; cy: string }[] }

/**
 * Grounds that may be given here. Where the question rests on a duty that names its own grounds (section 164 in Wales) it is those and no
 * others, with reasons in writing; else any, and the rules say what is wanted.
 */
export function refusingOf({ stack }: Pick<JustificationRecord, 'stack'>, { catalogue }: Pick<Law, 'catalogue'>): Refusing {
  const rows = stack.gateway.flatMap((code) => catalogue.row(code) ?? []);
  const binding = rows.filter(({ refusalGrounds }) => refusalGrounds.length > 0);
  const named = REFUSAL_GROUNDS.filter((ground) => binding.every(({ refusalGrounds }) => refusalGrounds.includes(ground)));
  return { grounds: binding.length === 0 ? REFUSAL_GROUNDS : named, needsReasons: binding.some((row) => row.refusalNeedsWrittenReasons), duties: binding.map(({ name, citation }) => ({ en: `${name.en} (${citation})`, cy: `${name.cy} (${citation})` })) };
}
