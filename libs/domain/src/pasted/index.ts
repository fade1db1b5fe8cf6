export { isNhsNumber, isUpn } from '../wording/check-digits.js';
export { itemsOf } from './items.js';
export type { PastedItem } from './items.js';
export { peopleOf } from './people.js';
export type { IdentifierKind, PastedPerson } from './person.js';
