import type { CatalogueRow, DefaultStack } from '../catalogue/catalogue.js';
import type { Standing } from '../catalogue/standing.js';
import type { Nation } from '../codes.js';
import type { FieldError, Finding, OfficerCheck, OtherFinding, RuleCode } from './judgement.js';
import type { CodedShare, Direction, Party } from './share.js';

/** What the rules ask of the catalogue: all law is data, none of it is in the rules. */
export interface LawBook {
  row(code: string): CatalogueRow | null;
  stack(code: string): Pick<DefaultStack, 'code'> | null;
  /** `day` is a calendar day, `YYYY-MM-DD`. */
  standing(code: string, nation: Nation, day: string): Standing;
}

/** One direction of one share with what the rules need to know around it. */
export interface ShareToJudge {
  share: CodedShare;
  /** Whose stack it is: who asks, or who answers. Each side is its own controller and records its own basis. */
  owner: Party;
  /** The other side: who is asked, or to whom the answer goes. The owner itself where there is nobody. */
  other: Party;
  /** Calendar day of the share in London, `YYYY-MM-DD`. */
  on: string;
  /** The coded share of the request that is answered; null for everything else. */
  request: CodedShare | null;
}

export interface Rule {
  code: RuleCode | OfficerCheck | FieldError | OtherFinding;
  /** Directions of a share in which it is asked; in others it finds nothing. */
  directions: readonly Direction[];
  find: (toJudge: ShareToJudge, law: LawBook) => Finding[];
}

export const ASKING: readonly Direction[] = ['asking'];
export const SHARING: readonly Direction[] = ['sharing'];
export const BOTH_WAYS: readonly Direction[] = ['asking', 'sharing'];
export const TO_SOMEBODY: readonly Direction[] = ['asking', 'sharing', 'telling'];
export const EVERY_WAY: readonly Direction[] = ['asking', 'sharing', 'telling', 'deciding', 'record_only'];
