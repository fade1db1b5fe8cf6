import type { LawfulStack } from './share.js';

/** Lists of a stack in the order in which its codes are shown. */
export const STACK_LISTS = ['art6', 'art9', 'sch1', 'art10', 'p3', 'gateway', 'confidentiality', 'hra'] as const;
export type StackList = (typeof STACK_LISTS)[number];

/** A code with where it stands: a JSON pointer in the coded share. */
export interface PlacedCode {
  code: string;
  field: string;
}

export function codesOfList(stack: LawfulStack, list: StackList): PlacedCode[] {
  return stack[list].map((code, i) => ({ code, field: `/stack/${list}/${i}` }));
}

/** Everything relied on: the regime, each list, and the authority for use outside law enforcement. */
export function codesOfStack(stack: LawfulStack): PlacedCode[] {
  const placed: PlacedCode[] = [{ code: stack.regime, field: '/stack/regime' }];
  for (const list of STACK_LISTS) stack[list].forEach((code, i) => placed.push({ code, field: `/stack/${list}/${i}` }));
  if (stack.s36Authority !== null) placed.push({ code: stack.s36Authority, field: '/stack/s36Authority' });
  return placed;
}

/** Part 3 of the Data Protection Act 2018, also where its data leave it for another purpose. */
export function isPartThree(stack: LawfulStack): boolean {
  return stack.regime === 'REG-P3' || stack.regime === 'REG-P3to2';
}

/** Conditions of Schedule 1 stand in `sch1` or, where they carry offence data, in `art10`. */
export function scheduleOneCodes(stack: LawfulStack): PlacedCode[] {
  return [...codesOfList(stack, 'sch1'), ...codesOfList(stack, 'art10')].filter(({ code }) => code.startsWith('S1-'));
}
