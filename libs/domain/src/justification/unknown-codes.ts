import type { Family } from '../catalogue/catalogue.js';
import { FAMILIES_OF_LIST } from '../catalogue/faults.js';
import type { LawBook } from './rule.js';
import type { CodedShare } from './share.js';
import { codesOfList, STACK_LISTS, type PlacedCode, type StackList } from './stack-codes.js';

/** Which families of the catalogue may stand in which list: a code in a foreign list would slip past the rules that look for it in its own. Offence conditions of Schedule 1 may stand in either of two. */
const FAMILIES_OF: Record<StackList, readonly Family[]> = { ...FAMILIES_OF_LIST, sch1: ['SCH1', 'ART10'], art10: ['ART10', 'SCH1'] };

/** Every code that the catalogue does not know in its place, or that no question pack knows, with a JSON pointer in the coded share. */
export function unknownCodes(share: CodedShare, law: LawBook, categories: ReadonlySet<string>): PlacedCode[] {
  const { stack } = share;
  const foreign = (placed: PlacedCode, families: readonly Family[]): boolean => {
    const family = law.row(placed.code)?.family;
    return family === undefined || !families.includes(family);
  };
  const singles: [PlacedCode, Family][] = [[{ code: stack.regime, field: '/stack/regime' }, 'REG']];
  if (stack.s36Authority !== null) singles.push([{ code: stack.s36Authority, field: '/stack/s36Authority' }, 'GATEWAY']);
  const ready = stack.defaultStack === null || law.stack(stack.defaultStack) !== null ? [] : [{ code: stack.defaultStack, field: '/stack/defaultStack' }];
  return [
    ...ready, ...singles.filter(([placed, family]) => foreign(placed, [family])).map(([placed]) => placed),
    ...STACK_LISTS.flatMap((list) => codesOfList(stack, list).filter((placed) => foreign(placed, FAMILIES_OF[list]))),
    ...categoriesOf(share).filter(({ code }) => !categories.has(code)),
  ];
}

function categoriesOf({ categories, response }: CodedShare): PlacedCode[] {
  const placed = (codes: readonly string[], at: string): PlacedCode[] => codes.map((code, i) => ({ code, field: `${at}/${i}` }));
  if (response === null) return placed(categories, '/categories');
  return [...placed(categories, '/categories'), ...placed(response.given, '/response/given'), ...placed(response.withheld.categories, '/response/withheld/categories')];
}
