import type { CodedShare } from '@lateral/domain/justification';

export type { Consent, Direction, ItemCodes, LawfulStack, ResponseCodes, SealedWords } from '@lateral/domain/justification';
export { DIRECTIONS } from '@lateral/domain/justification';

/**
 * The coded record of necessity, proportionality and lawful basis for one direction of one share. In clear, because the hub
 * checks it; codes only, because it is pseudonymised personal data, partly special category or about offences. People are
 * per-check pseudonyms (`p1`); the words behind the codes are in the sealed narrative, and what the sealing client says of
 * those words (`words`) is attested, not seen.
 */
export interface JustificationRecord extends CodedShare {
  v: 1;
  type: 'justification';
  check: string;
  request: string | null;
  message: string;
  agency: string;
  /** 16 random bytes, base64url: keeps the digest of a guessable record from being searched for. */
  salt: string;
}
