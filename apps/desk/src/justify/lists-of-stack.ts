import type { Family } from '@lateral/domain/catalogue';
import type { LawfulStack } from '@lateral/domain/justification';

/** Lists of a stack, by the family of the rows that stand in them: what people know first, what their lawyers know after it. */
export const LISTS_OF_STACK = [['gateway', 'GATEWAY'], ['art6', 'ART6'], ['art9', 'ART9'], ['sch1', 'SCH1'], ['art10', 'ART10'], ['p3', 'P3'], ['confidentiality', 'CONF']] as const satisfies readonly (readonly [keyof LawfulStack, Family])[];
export type ListOfStack = (typeof LISTS_OF_STACK)[number][0];
