import type { AcknowledgementReason, OverrideReason, ReviewFinding } from '@lateral/domain/justification';
import type { Phrase } from './words.js';

export const ACKNOWLEDGED_BECAUSE: Record<AcknowledgementReason, Phrase> = {
  checked_with_manager: { en: 'checked with a manager', cy: 'gwiriwyd gyda rheolwr' },
  checked_with_data_protection_officer: { en: 'checked with the data protection officer', cy: 'gwiriwyd gyda\'r swyddog diogelu data' },
  checked_with_legal: { en: 'checked with a lawyer', cy: 'gwiriwyd gyda chyfreithiwr' },
  risk_outweighs: { en: 'the risk outweighs it', cy: 'mae\'r risg yn drech' },
  no_other_route: { en: 'there is no other route', cy: 'nid oes llwybr arall' },
  agreement_being_renewed: { en: 'the agreement is being renewed', cy: 'mae\'r cytundeb yn cael ei adnewyddu' },
  agreement_not_needed: { en: 'no agreement is needed', cy: 'nid oes angen cytundeb' },
  codes_are_right_here: { en: 'the codes are right here', cy: 'mae\'r codau\'n gywir yma' },
};

export const OVERRIDDEN_BECAUSE: Record<OverrideReason, Phrase> = {
  life_at_risk: { en: 'a life at risk', cy: 'bywyd mewn perygl' },
  serious_harm_imminent: { en: 'serious harm about to happen', cy: 'niwed difrifol ar fin digwydd' },
  person_missing_now: { en: 'a person missing now', cy: 'person ar goll nawr' },
  clinician_waiting: { en: 'a clinician waiting', cy: 'clinigydd yn aros' },
  officer_at_door: { en: 'an officer at the door', cy: 'swyddog wrth y drws' },
};

export const REVIEW_FOUND: Record<ReviewFinding, Phrase> = {
  right_and_completed: { en: 'right, and the record put in order', cy: 'yn gywir, a\'r cofnod wedi\'i roi mewn trefn' },
  right_and_incomplete: { en: 'right, and the record still incomplete', cy: 'yn gywir, a\'r cofnod yn anghyflawn o hyd' },
  not_justified: { en: 'not justified', cy: 'heb gyfiawnhad' },
};
