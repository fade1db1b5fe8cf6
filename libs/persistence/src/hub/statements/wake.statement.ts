import { statement } from '../statement.js';

/** Sent alone, after the commits it speaks of. */
export const WAKE = statement('wake', 'select pg_notify(w.channel, w.payload) from unnest(:channels::text[], :payloads::text[]) as w(channel, payload)');
