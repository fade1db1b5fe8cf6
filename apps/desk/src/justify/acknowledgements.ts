import type { AcknowledgementReason, CodedShare } from '@lateral/domain/justification';

export type Acknowledgements = CodedShare['acknowledgements'];

/** The reasons that were given, with this one for what a rule warns of; without any for it where `reason` is null. */
export function withReason(given: Acknowledgements, finding: string, reason: AcknowledgementReason | null): Acknowledgements {
  const others = given.filter((each) => each.finding !== finding);
  return reason === null ? others : [...others, { finding, reason }];
}

export function reasonFor(given: Acknowledgements, finding: string): AcknowledgementReason | null {
  return given.find((each) => each.finding === finding)?.reason ?? null;
}
