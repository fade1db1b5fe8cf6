import type { AgreementExtract, CoveringClause, ShareJudgement } from '@lateral/contracts';
import {
  CONSENT_ROLES, DATA_CLASSES, FAMILIES, ROW_KINDS, ROW_MARKS, STACK_LISTS, type CatalogueDocument, type CatalogueRow, type DefaultStack, type InForce, type StackAlternative, type StackList,
} from '@lateral/domain/catalogue';
import { VERDICTS } from '@lateral/domain/justification';
import { base64url, code, day, list, oneOf, only, optional, orNull, text, truth, whole, type Check, type Members } from './shape.js';

// Law from a file is asked about by the rules, so every part of a row has the type that they take it for.
const codes = list(code);
const names = only({ en: text, cy: text });
const subject = oneOf(['child', 'adult', 'both']);
const byNation = (inner: Check): Check => only({ E: optional(inner), W: optional(inner) });

const row = only<CatalogueRow>({
  code, family: oneOf(FAMILIES), kind: oneOf(ROW_KINDS), name: names, citation: text, url: orNull(text),
  inForce: byNation(only<InForce>({ from: orNull(day), to: orNull(day), announced: optional(truth), begun: optional(truth) })),
  subject, sharers: orNull(codes), commissionedOnly: codes, barredSharers: codes, recipients: orNull(codes), publicAuthority: orNull(truth), requiresAll: codes, requiresAny: codes, excludes: codes,
  policyDocument: oneOf(['never', 'always', 'unless_to_competent_authority']), consentRole: oneOf(CONSENT_ROLES), refusalGrounds: codes, refusalNeedsWrittenReasons: truth,
  marks: list(oneOf(ROW_MARKS)), dataClasses: list(oneOf(DATA_CLASSES)), needsFreeText: list(text), offered: truth, note: orNull(names), source: list(text), status: oneOf(['sourced', 'check']),
  reviewedBy: orNull(text), reviewedOn: orNull(day),
});

const listsOf = (inner: Check) => Object.fromEntries(STACK_LISTS.map((name) => [name, inner])) as Members<Record<StackList, unknown>>;
const gateway = byNation(codes);
const s36Authority = byNation(code);

const alternative = only<StackAlternative>({ ...listsOf(optional(codes)), name: names, publicAuthority: orNull(truth), commissionedOnly: truth, regime: optional(code), gateway: optional(gateway), s36Authority: optional(s36Authority) });
const stack = only<DefaultStack>({
  ...listsOf(codes), code, name: names, nations: codes, subject, sharers: orNull(codes), direction: oneOf(['asking', 'sharing', 'both']), thresholds: orNull(codes), emergency: truth, regime: code, gateway, s36Authority,
  alternatives: list(alternative), source: list(text), status: oneOf(['sourced', 'check']),
});

export const catalogueShape = only<CatalogueDocument>({ version: code, rows: list(row), stacks: list(stack) });

const cover = only<CoveringClause>({ agreement: code, version: whole, clause: code });

export const judgementShape = only<ShareJudgement>({
  v: oneOf([1]), verdict: oneOf(VERDICTS), rules: codes, officerChecks: codes, fieldErrors: codes, otherFindings: codes, catalogue: code, on: day, cover: orNull(cover), overridden: codes, acknowledged: codes,
});

export const extractShape = only<AgreementExtract>({
  reference: code, version: whole, digest: base64url, inForceFrom: day, expires: day, clause: only({ number: code, purposes: codes, categories: codes }),
});
