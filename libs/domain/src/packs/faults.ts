import { AGENCY_TYPES } from '../codes.js';
import { OTHER_SYSTEM } from './pack.js';
import type { QuestionPack } from './pack.js';

/** What is wrong in which pack, by a JSON pointer into it. A kind of agency that no pack has is a fault of none: `pack` is null. */
export interface PackFault {
  pack: string | null;
  field: string;
  reason: 'repeated' | 'not-of-this-pack' | 'no-other-system' | 'named-otherwise' | 'no-pack';
}

/** What the packs get wrong together, beyond the shape that their schema holds each to; empty where nothing. */
export function faultsOfPacks(packs: readonly QuestionPack[]): PackFault[] {
  const missing = AGENCY_TYPES.filter((type) => !packs.some(({ agencyTypes }) => agencyTypes.includes(type)));
  return [
    ...packs.flatMap((pack, at) => faultsBesideOthers(pack, packs.slice(0, at))),
    ...packs.flatMap(faultsWithin),
    ...missing.map((type): PackFault => ({ pack: null, field: `/agencyTypes/${type}`, reason: 'no-pack' })),
  ];
}

function faultsBesideOthers(pack: QuestionPack, earlier: readonly QuestionPack[]): PackFault[] {
  const names = new Map(earlier.flatMap(({ systems }) => systems.map(({ code, name }) => [code, name] as const)));
  const isNamedOtherwise = ({ code, name }: QuestionPack['systems'][number]): boolean => {
    const known = names.get(code);
    return known !== undefined && (known.en !== name.en || known.cy !== name.cy);
  };
  return [
    ...(earlier.some(({ code }) => code === pack.code) ? [fault(pack, '/code', 'repeated')] : []),
    ...pack.agencyTypes.flatMap((type, at) => (earlier.some(({ agencyTypes }) => agencyTypes.includes(type)) ? [fault(pack, `/agencyTypes/${at}`, 'repeated')] : [])),
    ...pack.systems.flatMap((system, at) => (isNamedOtherwise(system) ? [fault(pack, `/systems/${at}/name`, 'named-otherwise')] : [])),
  ];
}

function faultsWithin(pack: QuestionPack): PackFault[] {
  const { code, systems, categories } = pack;
  const twice = (codes: string[], field: string): PackFault[] => codes.flatMap((each, at) => (codes.indexOf(each) === at ? [] : [fault(pack, `/${field}/${at}/code`, 'repeated')]));
  return [
    ...twice(systems.map((system) => system.code), 'systems'),
    ...twice(categories.map((category) => category.code), 'categories'),
    ...categories.flatMap((category, at) => (category.code.startsWith(`${code}.`) ? [] : [fault(pack, `/categories/${at}/code`, 'not-of-this-pack')])),
    ...(systems.some((system) => system.code === OTHER_SYSTEM) ? [] : [fault(pack, '/systems', 'no-other-system')]),
  ];
}

function fault({ code }: QuestionPack, field: string, reason: PackFault['reason']): PackFault {
  return { pack: code, field, reason };
}
