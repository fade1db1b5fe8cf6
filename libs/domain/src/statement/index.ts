export type { NamesByCode } from './answer.js';
export { composeStatement } from './compose.js';
export type { StatementInput } from './compose.js';
export { sourceOf } from './law.js';
export type { RowsByCode } from './law.js';
export {
  ACKNOWLEDGEMENT_CALLED, AGENCY_CALLED, CAPACITY_CALLED, GROUND_CALLED, HANDLING_CALLED, NATURE_CALLED, NOT_SOUGHT_CALLED, NO_CONSENT_CALLED, OVERRIDE_CALLED, OVERRIDE_GROUND_CALLED, PURPOSE_CALLED, ROLE_CALLED, THRESHOLD_CALLED, URGENCY_CALLED,
} from './words.js';
