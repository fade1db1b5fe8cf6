import type { CoveringClause, JudgedShare, ShareJudgement } from '@lateral/contracts';
import { FIELD_ERRORS, FINDING_CODES, OFFICER_CHECKS, OTHER_FINDINGS, RULE_CODES, VERDICTS } from '@lateral/domain/justification';
import type { Finding, Verdict } from '@lateral/domain/justification';
import { Code, Day, Exactly, List, ListOfNested, Nested, OneOf, OrNull, Pointer, Text, Whole } from '../http/rules.js';

/** A sentence that this program made; nothing in it was sent. */
const SENTENCE = /^[^\u0000-\u001f\u007f]*$/;
const MOST_FINDINGS = 200;

export class CoveringClauseDto implements CoveringClause {
  @Code() agreement!: string;
  @Whole(1, 1_000_000) version!: number;
  @Code() clause!: string;
}

export class ShareJudgementDto implements ShareJudgement {
  @Exactly(1) v!: 1;
  @OneOf(VERDICTS) verdict!: Verdict;
  @List(0, MOST_FINDINGS) @OneOf(RULE_CODES, { each: true }) rules!: string[];
  @List(0, MOST_FINDINGS) @OneOf(OFFICER_CHECKS, { each: true }) officerChecks!: string[];
  @List(0, MOST_FINDINGS) @OneOf(FIELD_ERRORS, { each: true }) fieldErrors!: string[];
  @List(0, MOST_FINDINGS) @OneOf(OTHER_FINDINGS, { each: true }) otherFindings!: string[];
  @Code() catalogue!: string;
  @Day() on!: string;
  @OrNull() @Nested(() => CoveringClauseDto) cover!: CoveringClauseDto | null;
  @List(0, MOST_FINDINGS) @OneOf(FINDING_CODES, { each: true }) overridden!: string[];
  @List(0, MOST_FINDINGS) @OneOf(FINDING_CODES, { each: true }) acknowledged!: string[];
}

export class SentenceDto {
  @Text(SENTENCE, 1_000) en!: string;
  @Text(SENTENCE, 1_000) cy!: string;
}

export class FindingDto implements Finding {
  @OneOf(FINDING_CODES) code!: Finding['code'];
  @OneOf(['rule', 'officer_check', 'field', 'other']) kind!: Finding['kind'];
  @OneOf(['note', 'warn', 'block']) level!: Finding['level'];
  @Pointer() field!: string;
  @List(0, MOST_FINDINGS) @Code({ each: true }) about!: string[];
  @Nested(() => SentenceDto) sentence!: SentenceDto;
  @Nested(() => SentenceDto) mend!: SentenceDto;
}

export class JudgedShareDto implements JudgedShare {
  @Pointer() at!: string;
  @Nested(() => ShareJudgementDto) judgement!: ShareJudgementDto;
  @ListOfNested(0, MOST_FINDINGS, () => FindingDto) findings!: FindingDto[];
}
