import type { BothLanguages } from '@lateral/domain/justification';

type FaultCode =
  | 'people' | 'name' | 'born' | 'expected' | 'notADay' | 'bornLater' | 'nhs' | 'upn' | 'whatHappened' | 'purpose' | 'urgency' | 'agencies' | 'tooMany' | 'questions'
  | 'period' | 'periodWhy' | 'why' | 'whyShort' | 'whyWords' | 'thresholdWhy' | 'thresholdWords' | 'lessIntrusive' | 'told' | 'tellBy' | 'basisNone' | 'recordReason' | 'recordWhy';

/** Something that is missing or wrong: the id of the control where it is mended, and either a code with words of the page or what a rule said. */
export interface PageFault { field: string; code: FaultCode | 'rule'; values?: { name?: string; count?: number }; said?: BothLanguages }

/** What stands at one field; nothing where it is well. */
export function faultAt(faults: readonly PageFault[], field: string): PageFault | undefined {
  return faults.find((fault) => fault.field === field);
}
