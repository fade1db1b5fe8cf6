import { VERIFY_EXIT, type VerifyFinding } from '@lateral/contracts';

/** Everything the verifier can find, and the class (exit code) it belongs to. A closed list: each code has its sentence in both languages. */
export const FINDINGS = {
  'no-file': 'unreadable',
  'too-large': 'unreadable',
  'not-text': 'unreadable',
  'not-json': 'unreadable',
  'not-a-pack': 'unreadable',
  'proof-malformed': 'unreadable',
  'checkpoint-malformed': 'unreadable',

  'another-root': 'unknownKey',
  'agency-not-vouched': 'unknownKey',
  'agency-named-twice': 'unknownKey',
  'agency-absent': 'unknownKey',
  'several-logs': 'unknownKey',
  'log-key-unusable': 'unknownKey',
  'witness-key-unusable': 'unknownKey',
  'roster-not-vouched': 'unknownKey',
  'roster-absent': 'unknownKey',
  'signer-unknown': 'unknownKey',
  'reader-unknown': 'unknownKey',
  'delegate-unknown': 'unknownKey',
  'another-log-key': 'unknownKey',

  'agency-signature': 'badSignature',
  'roster-signature': 'badSignature',
  'header-signature': 'badSignature',
  'checkpoint-signature': 'badSignature',

  'header-changed': 'changedRecord',
  'justification-changed': 'changedRecord',
  'ciphertext-changed': 'changedRecord',
  'readers-changed': 'changedRecord',
  'message-repeated': 'changedRecord',
  'another-check': 'changedRecord',
  'record-disagrees': 'changedRecord',
  'record-repeated': 'changedRecord',
  'record-not-in-log': 'changedRecord',
  'envelope-disagrees': 'changedRecord',
  'judgement-disagrees': 'changedRecord',
  'law-changed': 'changedRecord',
  'law-named-twice': 'changedRecord',
  'law-not-relied-on': 'changedRecord',

  'not-yet-proven': 'missingEntry',
  'message-unrecorded': 'missingEntry',
  'message-absent': 'missingEntry',
  'nothing-recorded': 'missingEntry',
  'judgement-absent': 'missingEntry',
  'law-absent': 'missingEntry',
  'override-unrecorded': 'missingEntry',

  'two-heads-of-one-size': 'inconsistentCheckpoints',
  'head-behind-proof': 'inconsistentCheckpoints',
  'head-not-connected': 'inconsistentCheckpoints',

  'verdict-wrong': 'wrongVerdict',
  'share-not-allowed': 'wrongVerdict',
  'passage-wrong': 'wrongVerdict',
  'catalogue-unfit': 'wrongVerdict',
  'cover-wrong': 'wrongVerdict',
  'review-unfit': 'wrongVerdict',

  'no-root-given': 'notPinned',
} as const satisfies Record<string, Exclude<VerifyFinding, 'proven'>>;

export type FindingCode = keyof typeof FINDINGS;

/** One thing found wrong. `about` names it by id, number or JSON pointer, never by content. */
export interface Finding {
  code: FindingCode;
  about: string | null;
}

export function finding(code: FindingCode, about: string | number | null = null): Finding {
  return { code, about: about === null ? null : String(about) };
}

/** The class that decides: the first of the contract's order that any finding belongs to; `proven` where there is none. */
export function outcomeOf(findings: readonly Finding[]): VerifyFinding {
  const classes = new Set<VerifyFinding>(findings.map(({ code }) => FINDINGS[code]));
  const order = Object.keys(VERIFY_EXIT) as VerifyFinding[];
  return order.find((name) => name !== 'proven' && classes.has(name)) ?? 'proven';
}
