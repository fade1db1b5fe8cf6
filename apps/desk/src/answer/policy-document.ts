import type { LawfulStack } from '@lateral/domain/justification';

type PolicyDocument = NonNullable<LawfulStack['policyDocument']>;

/** The agency's appropriate policy document (DPA 2018 Sch 1 Part 4) as it was last given, in this session only: it is asked for once, and kept nowhere on the device. */
const last = new Map<string, PolicyDocument | null>();

export function rememberPolicyDocument(agency: string, document: PolicyDocument | null): void {
  last.set(agency, document);
}

export function policyDocumentLastGiven(agency: string): LawfulStack['policyDocument'] {
  return last.get(agency) ?? null;
}
