import type { EnrolPasskeyBody, PasskeyView } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Attempt, CheckStore, PasskeyVerifier } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import type { BeginPasskeyDeps } from './begin-passkey.use-case.js';
import { mayEnrol } from './may-enrol.js';

export interface EnrolPasskeyDeps extends BeginPasskeyDeps {
  verifier: PasskeyVerifier;
  checks: Pick<CheckStore, 'earlier'>;
}

/** A passkey that was made for a challenge of this very session becomes the member's. Every fault of it is the same refusal. */
export class EnrolPasskey {
  constructor(private readonly deps: EnrolPasskeyDeps) {}

  carryOut(present: Present, attempt: Attempt, body: EnrolPasskeyBody): Promise<Result<PasskeyView>> {
    return onceOnly(this.deps.checks, present.actor, attempt, () => this.enrol(present, attempt, body));
  }

  private async enrol(present: Present, attempt: Attempt, body: EnrolPasskeyBody): Promise<Result<PasskeyView>> {
    const { clock, passkeys, randomness, verifier } = this.deps;
    const may = await mayEnrol(this.deps, present);
    if (!may.ok) return may;
    const proven = await verifier.registered(body);
    if (proven === null) return refuse('passkey-refused');
    const { actor, session } = present;
    const { challenge, credential, publicKey, counter } = proven;
    const at = await clock.now();
    const id = uuid7(at, randomness.bytes(10));
    const record = composeRecord('passkey.enrolled.v1', { agency: actor.agency, member: actor.member, passkey: id }, { at, randomness, parties: [actor.agency] });
    const write = { actor, attempt, at, records: [record], outbox: [], passkey: { id, credential, publicKey, counter }, challenge, session: session.id, besides: may.besides };
    const result = await passkeys.enrol(write);
    // That somebody has enrolled this credential already is told to nobody.
    return result.outcome === 'id-taken' ? refuse('passkey-refused') : settle(result, attempt, () => Promise.resolve(refuse('passkey-refused')));
  }
}
