import type { Catalogue, DefaultStack } from '../catalogue/index.js';
import type { AgencyType, Nation } from '../codes.js';
import type { Consent, LawfulStack } from '../justification/share.js';

export interface FilledFor {
  nation: Nation;
  /** Kinds of the body that relies on it and of the other one: a gateway that does not speak of them is not offered. */
  owner: AgencyType;
  other: AgencyType;
  catalogue: Catalogue;
  specialCategory: boolean;
  criminalOffence: boolean;
  consent: Consent | null;
  /** The agency's own appropriate policy document. */
  policyDocument: LawfulStack['policyDocument'];
}

/** Rows of Schedule 1 that ask why there is no consent (DPA 2018 Sch 1 para 18(1)(c), 19). */
const ASKS_WHY_NO_CONSENT = ['S1-18', 'S1-19'];

/**
 * The record's stack from one that is offered ready made: conditions of Articles 9 and 10 only where the share carries such data, the
 * gateways of the owner's nation that fit both bodies, and why there is no consent as far as the person has said it already.
 */
export function lawfulStackFrom(offered: DefaultStack, filledFor: FilledFor): LawfulStack {
  const { nation, catalogue, specialCategory, criminalOffence, consent, policyDocument } = filledFor;
  const sch1 = specialCategory || criminalOffence ? [...offered.sch1] : [];
  return {
    defaultStack: offered.code, regime: offered.regime, art6: [...offered.art6], art9: specialCategory ? [...offered.art9] : [], sch1, art10: criminalOffence ? [...offered.art10] : [],
    p3: [...offered.p3], s36Authority: offered.s36Authority[nation] ?? null, gateway: gatewaysOf(offered, filledFor), confidentiality: [...offered.confidentiality], hra: [...offered.hra],
    s118Reason: sch1.some((code) => ASKS_WHY_NO_CONSENT.includes(code)) ? whyNoConsent(consent) : null,
    policyDocument, wouldShareAnyway: null, catalogueVersion: catalogue.version,
  };
}

/** Those that speak of both bodies; all of them where none does, so that the rules can say what is wrong. */
function gatewaysOf(offered: DefaultStack, { nation, catalogue, owner, other }: FilledFor): string[] {
  const all = offered.gateway[nation] ?? [];
  const fitting = all.filter((code) => {
    const row = catalogue.row(code);
    return row !== null && row.sharers?.includes(owner) !== false && row.recipients?.includes(other) !== false;
  });
  return fitting.length > 0 ? fitting : [...all];
}

/**
 * DPA 2018 Sch 1 para 18(2): (a) consent cannot be given, (b) it cannot reasonably be expected to be obtained, (c) obtaining it would
 * prejudice the protection. A family that was asked and agreed was not kept from anything: its agreement is recorded and is not what
 * the share rests on, because somebody asked by an authority is not free to say no (cases' README, section 6).
 */
function whyNoConsent(consent: Consent | null): 'a' | 'b' | 'c' {
  switch (consent?.notSoughtReason) {
    case 'capacity': return 'a';
    case 'cannot_be_given_or_located': case 'delay': return 'b';
    default: return consent?.outcome === 'given' || consent?.outcome === 'limited' ? 'b' : 'c';
  }
}
