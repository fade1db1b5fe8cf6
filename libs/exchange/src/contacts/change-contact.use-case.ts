import type { ContactBody, OfficeHours, OwnContactView } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Clock, ContactStore, Randomness } from '../ports/index.js';
import { conflict } from '../settle.js';

export interface ContactDeps {
  clock: Clock;
  randomness: Randomness;
  contacts: ContactStore;
}

/** An agency says how it can be spoken to, when, and where its notices go. All of it at once, over the version last read: saying it again verifies it. */
export class ChangeContact {
  constructor(private readonly deps: ContactDeps) {}

  async carryOut(actor: Actor, { version, ...said }: ContactBody): Promise<Result<OwnContactView>> {
    const { clock, contacts, randomness } = this.deps;
    const { agency, member } = actor;
    const fields = said.hours.flatMap((hours, i) => (isRange(hours) ? [] : [{ field: `/hours/${i}/to`, reason: 'out-of-range' }]));
    if (fields.length > 0) return refuse('invalid-request', { fields });
    const at = await clock.now();
    const contact = { agency, ...said, verifiedAt: at.toISOString(), version: version + 1 };
    if (await contacts.keep(contact, composeRecord('contact.changed.v1', { agency, member, version: contact.version }, { at, randomness, parties: [agency] }))) return done(contact);
    return conflict('version-changed', { version: (await contacts.of(agency))?.version ?? 0, state: 'said' });
  }
}

// Times of one form compare as text.
function isRange({ from, to }: OfficeHours): boolean {
  return from < to;
}
