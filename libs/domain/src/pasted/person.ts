import type { SubjectRole } from '../codes.js';

export const IDENTIFIER_KINDS = ['nhs_number', 'upn', 'case_ref'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** One person as far as a paste was understood, for somebody to confirm. */
export interface PastedPerson {
  name: string | null;
  /** `2015-03-12`, or as much of it as was written. */
  dob: string | null;
  /** When an unborn child is expected; as `dob`. */
  edd: string | null;
  addressLine: string | null;
  /** A labelled number is here even where its check digit is wrong, so that the page can say so. */
  identifiers: { kind: IdentifierKind; value: string }[];
  /** A guess from how the person was called. */
  role: SubjectRole | null;
  /** How the person was called: "Mother", "Llystad". */
  relation: string | null;
  /** Every word that found no field, a line each. */
  unread: string;
}

/** A person while they are being read. */
export interface Draft {
  forename: string[];
  surname: string[];
  name: string[];
  dob: string | null;
  edd: string | null;
  address: string[];
  identifiers: PastedPerson['identifiers'];
  role: SubjectRole | null;
  relation: string | null;
  unread: string[];
}

export function newDraft(): Draft {
  return { forename: [], surname: [], name: [], dob: null, edd: null, address: [], identifiers: [], role: null, relation: null, unread: [] };
}

export const hasName = ({ name, forename, surname }: Draft): boolean => name.length + forename.length + surname.length > 0;

export function personOf(draft: Draft): PastedPerson {
  const orNull = (parts: readonly string[], gap: string): string | null => parts.join(gap).replace(/\s+/gu, ' ').trim() || null;
  return {
    name: orNull([...draft.name, ...draft.forename, ...draft.surname], ' '), dob: draft.dob, edd: draft.edd, addressLine: orNull(draft.address, ', '),
    identifiers: draft.identifiers, role: draft.role, relation: draft.relation, unread: draft.unread.filter((each) => /[\p{L}\p{N}]/u.test(each)).join('\n'),
  };
}
