import { NATIONS } from '../codes.js';
import type { Nation } from '../codes.js';
import { STACK_LISTS } from './catalogue.js';
import type { CatalogueDocument, CatalogueRow, DefaultStack, Family, InForce, StackAlternative, StackList } from './catalogue.js';

/** What is wrong with a catalogue as a whole, which no schema of one file can see. `at` leads to it from the document's root. */
export interface CatalogueFault {
  at: (string | number)[];
  says: string;
}

/** Families from which each list of a stack may be filled. */
export const FAMILIES_OF_LIST: Record<StackList | 'regime' | 'gateway', readonly Family[]> = {
  regime: ['REG'], art6: ['ART6'], art9: ['ART9'], sch1: ['SCH1'], art10: ['ART10'], p3: ['P3', 'SCH8'],
  confidentiality: ['CONF'], hra: ['HRA'], gateway: ['GATEWAY'],
};

/**
 * Codes used twice, references to codes that are not there or stand in the wrong list, days that end before they begin,
 * rows marked as own knowledge that do not say so. Empty where the catalogue is whole.
 */
export function faultsOfCatalogue(document: CatalogueDocument): CatalogueFault[] {
  const rows = new Map(document.rows.map((row) => [row.code, row]));
  return [
    ...twice(document),
    ...document.rows.flatMap((row, index) => faultsOfRow(row, rows).map(({ at, says }) => ({ at: ['rows', index, ...at], says }))),
    ...document.stacks.flatMap((stack, index) => faultsOfStack(stack, rows).map(({ at, says }) => ({ at: ['stacks', index, ...at], says }))),
  ];
}

function twice({ rows, stacks }: CatalogueDocument): CatalogueFault[] {
  const seen = new Set<string>();
  const faults: CatalogueFault[] = [];
  const each = [...rows.map(({ code }, index) => ({ code, at: ['rows', index, 'code'] })), ...stacks.map(({ code }, index) => ({ code, at: ['stacks', index, 'code'] }))];
  for (const { code, at } of each) {
    if (seen.has(code)) faults.push({ at, says: `${code} is used twice` });
    seen.add(code);
  }
  return faults;
}

type Rows = ReadonlyMap<string, CatalogueRow>;

function faultsOfRow(row: CatalogueRow, rows: Rows): CatalogueFault[] {
  const faults = NATIONS.flatMap((nation) => {
    const law = row.inForce[nation];
    return law === undefined ? [] : faultsOfDays(law).map(({ at, says }) => ({ at: ['inForce', nation, ...at], says }));
  });
  for (const list of ['requiresAll', 'requiresAny', 'excludes'] as const) {
    row[list].forEach((code, index) => {
      if (code === row.code) faults.push({ at: [list, index], says: 'a row cannot name itself' });
      else if (!rows.has(code)) faults.push({ at: [list, index], says: `there is no row ${code}` });
    });
  }
  if (row.status === 'sourced' && row.source.includes('OKC')) faults.push({ at: ['status'], says: 'must be check, because a source is OKC' });
  if ((row.reviewedBy === null) !== (row.reviewedOn === null)) faults.push({ at: ['reviewedBy'], says: 'goes with reviewedOn' });
  return faults;
}

function faultsOfDays({ from, to, announced, begun }: InForce): CatalogueFault[] {
  if (begun === false && (from !== null || to !== null)) return [{ at: ['begun'], says: 'law that has not begun has no days' }];
  if (from !== null && to !== null && from > to) return [{ at: ['from'], says: `must not be after to (${to})` }];
  if (announced === true && from === null) return [{ at: ['announced'], says: 'needs the day that was announced' }];
  return [];
}

function faultsOfStack(stack: DefaultStack, rows: Rows): CatalogueFault[] {
  const own = faultsOfLists(stack, rows);
  const alternatives = stack.alternatives.flatMap((alternative, index) => faultsOfLists(alternative, rows).map(({ at, says }) => ({ at: ['alternatives', index, ...at], says })));
  return [...own, ...alternatives];
}

function faultsOfLists(lists: DefaultStack | StackAlternative, rows: Rows): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const name = (code: string, list: StackList | 'regime' | 'gateway', at: (string | number)[], nation?: Nation) => {
    const row = rows.get(code);
    if (row === undefined) faults.push({ at, says: `there is no row ${code}` });
    else if (!FAMILIES_OF_LIST[list].includes(row.family)) faults.push({ at, says: `${code} is of family ${row.family}` });
    else if (nation !== undefined && row.inForce[nation] === undefined) faults.push({ at, says: `${code} is not law in ${nation}` });
  };
  if (lists.regime !== undefined) name(lists.regime, 'regime', ['regime']);
  for (const list of STACK_LISTS) lists[list]?.forEach((code, index) => name(code, list, [list, index]));
  for (const nation of NATIONS) {
    lists.gateway?.[nation]?.forEach((code, index) => name(code, 'gateway', ['gateway', nation, index], nation));
    const authority = lists.s36Authority?.[nation];
    if (authority !== undefined) name(authority, 'gateway', ['s36Authority', nation], nation);
  }
  return faults;
}
