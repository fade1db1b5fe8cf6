import type { Finding, Verdict } from '@lateral/domain/justification';

/** Which version of an agreement, and which clause of it, covers a share. It is never itself the lawful basis. */
export interface CoveringClause {
  agreement: string;
  version: number;
  clause: string;
}

/**
 * What the hub made of one share at the time, stored with it and carried in evidence packs: the rules of the catalogue version
 * on that day, the clause that covered it, and whether it went under an emergency override.
 */
export interface ShareJudgement {
  v: 1;
  verdict: Verdict;
  /** T codes, in the fact file's order. */
  rules: string[];
  officerChecks: string[];
  fieldErrors: string[];
  otherFindings: string[];
  catalogue: string;
  /** Calendar day in London on which it was judged. */
  on: string;
  cover: CoveringClause | null;
  /** Codes of the blocks that an override was used for; empty where none was. */
  overridden: string[];
  /** Codes of the warnings that were acknowledged. */
  acknowledged: string[];
}

/** The same with its sentences, for the person who must mend it. `at` is the JSON pointer of the share in the request body. */
export interface JudgedShare {
  at: string;
  judgement: ShareJudgement;
  findings: Finding[];
}
