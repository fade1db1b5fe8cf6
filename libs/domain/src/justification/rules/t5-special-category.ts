import { finder } from '../finding.js';
import type { Finding } from '../judgement.js';
import { isPolicyDocumentOverdue, isPolicyDocumentWhole, rowsNeedingPolicyDocument } from '../policy-document.js';
import { TO_SOMEBODY, type LawBook, type Rule, type ShareToJudge } from '../rule.js';
import { codesOfList, isPartThree, scheduleOneCodes } from '../stack-codes.js';

/** The condition of Article 9 that the trap names (facts 1.11). The others that hang on domestic law (1.0 rule 4) are told of by `row-needs-another`. */
const HANGING_ON_SCHEDULE_ONE = new Set(['A9-G']);
/** Rows of Schedule 1 that carry no special category data: a definition, offence data only, the policy document itself. */
const NO_CONDITION_FOR_ARTICLE_NINE = new Set(['S1-18-AR', 'S1-29', 'S1-30', 'S1-32', 'S1-33', 'S1-36', 'S1-39']);
const found = finder('T5', 'rule', 'block');

export const specialCategory: Rule = {
  code: 'T5',
  directions: TO_SOMEBODY,
  find: (toJudge, law) => [...withoutCondition(toJudge), ...withoutScheduleOne(toJudge), ...withoutPolicyDocument(toJudge, law)],
};

/** A condition of Schedule 8 stands for Article 9, but only for a body to which Part 3 applies at all (DPA 2018 s30). */
function withoutCondition({ share }: ShareToJudge): Finding[] {
  const { stack } = share;
  if (!share.specialCategory || stack.art9.length > 0) return [];
  if (isPartThree(stack) && stack.p3.some((code) => code.startsWith('P3-S8-'))) return [];
  return [found('/stack/art9', [],
    { en: 'The share carries special category data, such as health, and names no condition of Article 9.', cy: 'Mae data categori arbennig, megis iechyd, yn cael ei rannu heb enwi amod o dan Erthygl 9.' },
    { en: 'Name the condition: A9-G with S1-18 for safeguarding, or A9-H with S1-2 for health and social care.', cy: 'Enwch yr amod: A9-G gydag S1-18 ar gyfer diogelu, neu A9-H gydag S1-2 ar gyfer iechyd a gofal cymdeithasol.' })];
}

function withoutScheduleOne({ share }: ShareToJudge): Finding[] {
  if (scheduleOneCodes(share.stack).some(({ code }) => !NO_CONDITION_FOR_ARTICLE_NINE.has(code))) return [];
  return codesOfList(share.stack, 'art9').filter(({ code }) => HANGING_ON_SCHEDULE_ONE.has(code)).map(({ code, field }) => found(field, [code],
    { en: `${code} stands only with a condition of Schedule 1 to the Data Protection Act 2018, and none is named.`, cy: `Nid yw ${code} yn sefyll ond gydag amod o Atodlen 1 i Ddeddf Diogelu Data 2018, ac ni enwyd yr un.` },
    { en: 'Add S1-18 (safeguarding) with its reason.', cy: "Ychwanegwch S1-18 (diogelu) a'i reswm." }));
}

function withoutPolicyDocument(toJudge: ShareToJudge, law: LawBook): Finding[] {
  const needing = rowsNeedingPolicyDocument(toJudge, law).map(({ code }) => code);
  if (needing.length === 0) return [];
  if (!isPolicyDocumentWhole(toJudge)) {
    return [found('/stack/policyDocument', needing,
      { en: `${needing.join(', ')} cannot be relied on without an appropriate policy document: its number, version and review date.`, cy: `Ni ellir dibynnu ar ${needing.join(', ')} heb ddogfen bolisi briodol: ei rhif, ei fersiwn a'i dyddiad adolygu.` },
      { en: "Give your agency's policy document with its version and review date.", cy: "Rhowch ddogfen bolisi eich asiantaeth gyda'i fersiwn a'i dyddiad adolygu." })];
  }
  if (!isPolicyDocumentOverdue(toJudge)) return [];
  return [found('/stack/policyDocument/reviewDate', needing,
    { en: 'The review of the policy document named here was due before today.', cy: 'Roedd adolygiad y ddogfen bolisi a enwir yma yn ddyledus cyn heddiw.' },
    { en: 'Name the reviewed version, or ask your data protection officer for it.', cy: 'Enwch y fersiwn a adolygwyd, neu gofynnwch amdani i’ch swyddog diogelu data.' })];
}
