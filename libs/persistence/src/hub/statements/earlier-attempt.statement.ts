import { statement } from '../statement.js';

/** What the same member's attempt under a key came to. */
export const EARLIER_ATTEMPT = statement('earlier-attempt', 'select digest, reply from idempotency_key where agency = :agency::text and member = :member::text and key = :key::text');
