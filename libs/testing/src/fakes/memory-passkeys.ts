import type { PasskeyView } from '@lateral/contracts';
import { MOST_PASSKEYS, type AuditRow, type EnrolPasskeyWrite, type PasskeyChallenge, type PasskeyStore, type SpendWrite, type StepUp, type StepUpStore, type StoredPasskey, type WriteResult } from '@lateral/exchange';
import { keyOf, type MemoryTables } from './memory-tables.js';

/** Passkeys of members; a challenge is spent once, and a credential is enrolled once, whosever it is. */
export class MemoryPasskeyStore implements PasskeyStore {
  private readonly handles = new Map<string, string>();
  private readonly challenges = new Map<string, PasskeyChallenge>();
  readonly passkeys: StoredPasskey[] = [];

  constructor(private readonly tables: MemoryTables) {}

  begin(challenge: PasskeyChallenge, handle: string): Promise<{ handle: string }> {
    return this.tables.write(() => {
      const owner = ownerOf(challenge);
      this.challenges.set(challenge.challenge, challenge);
      this.handles.set(owner, this.handles.get(owner) ?? handle);
      return { handle: this.handles.get(owner)! };
    });
  }

  enrol(write: EnrolPasskeyWrite): Promise<WriteResult<PasskeyView>> {
    const { actor, attempt, at, passkey, records } = write;
    return this.tables.write((): WriteResult<PasskeyView> => {
      const key = keyOf(actor, attempt.key);
      const earlier = this.tables.keys.get(key);
      if (!this.mayEnrol(write) || earlier !== undefined) return earlier === undefined ? { outcome: 'changed' } : { outcome: 'replayed', ...structuredClone(earlier) };
      if (this.passkeys.some(({ credential }) => credential === passkey.credential)) return { outcome: 'id-taken' };
      const reply: PasskeyView = { id: passkey.id, credential: passkey.credential, enrolledAt: at.toISOString(), usedAt: null, disabledAt: null };
      this.challenges.delete(write.challenge);
      this.passkeys.push({ ...passkey, agency: actor.agency, member: actor.member, enrolledAt: at, usedAt: null, disabledAt: null });
      this.tables.keys.set(key, { digest: attempt.digest, reply });
      this.tables.record(records);
      return { outcome: 'done', reply: structuredClone(reply) };
    });
  }

  async of(agency: string, member: string): Promise<StoredPasskey[]> {
    const own = this.passkeys.filter((passkey) => passkey.agency === agency && passkey.member === member);
    return own.map((passkey) => ({ ...passkey })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async handleOf(agency: string, member: string): Promise<string | null> {
    return this.handles.get(ownerOf({ agency, member })) ?? null;
  }

  disable({ agency, member, id, at }: Parameters<PasskeyStore['disable']>[0], record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const passkey = this.passkeys.find((one) => one.id === id && one.agency === agency && one.member === member && one.disabledAt === null);
      if (passkey === undefined) return false;
      passkey.disabledAt = at;
      this.tables.record([record]);
      return true;
    });
  }

  /** Inside a write of another store: counts a use, where the counter goes up or the authenticator does not count. */
  use(passkey: NonNullable<SpendWrite['passkey']>, of: Pick<StepUp, 'agency' | 'member'>, at: Date): boolean {
    const { id, counter } = passkey;
    const known = this.passkeys.find((one) => one.id === id && one.agency === of.agency && one.member === of.member && one.disabledAt === null);
    if (known === undefined || !(known.counter < counter || (known.counter === 0 && counter === 0))) return false;
    Object.assign(known, { counter, usedAt: at });
    return true;
  }

  private mayEnrol({ actor, at, challenge, session, besides }: EnrolPasskeyWrite): boolean {
    const waiting = this.challenges.get(challenge);
    const isTheirs = waiting !== undefined && waiting.session === session && ownerOf(waiting) === ownerOf(actor) && waiting.expiresAt.getTime() > at.getTime();
    const inUse = this.passkeys.filter((passkey) => ownerOf(passkey) === ownerOf(actor) && passkey.disabledAt === null).length;
    return isTheirs && inUse < MOST_PASSKEYS && (inUse === 0 || besides);
  }
}

/** Gestures by session. */
export class MemoryStepUpStore implements StepUpStore {
  private readonly stepUps = new Map<string, StepUp & { grantedAt: Date | null }>();

  constructor(private readonly tables: MemoryTables, private readonly passkeys: MemoryPasskeyStore) {}

  begin(stepUp: Omit<StepUp, 'spentAt'>): Promise<void> {
    return this.tables.write(() => void this.stepUps.set(stepUp.id, { ...stepUp, objects: [...stepUp.objects], spentAt: null, grantedAt: null }));
  }

  async find(id: string, session: string): Promise<StepUp | null> {
    const found = this.stepUps.get(id);
    if (found === undefined || found.session !== session) return null;
    const { grantedAt: _, ...stepUp } = found;
    return { ...stepUp, objects: [...stepUp.objects] };
  }

  spend({ stepUp: id, session, at, passkey }: SpendWrite): Promise<boolean> {
    return this.tables.write(() => {
      const found = this.stepUps.get(id);
      if (found === undefined || found.session !== session || found.spentAt !== null || found.expiresAt.getTime() <= at.getTime()) return false;
      if (passkey !== null && !this.passkeys.use(passkey, found, at)) return false;
      found.spentAt = at;
      return true;
    });
  }

  grant({ stepUp: id, session, at, until }: Parameters<StepUpStore['grant']>[0], record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const found = this.stepUps.get(id);
      if (found === undefined || found.session !== session || found.spentAt === null || found.grantedAt !== null) return false;
      Object.assign(found, { grantedAt: at, expiresAt: until });
      this.tables.record([record]);
      return true;
    });
  }

  async granted(session: string, action: StepUp['action'], since: Date): Promise<{ objects: readonly string[]; grantedAt: Date }[]> {
    const good = [...this.stepUps.values()].flatMap(({ session: of, action: kind, id, objects, grantedAt }) =>
      (of === session && kind === action && grantedAt !== null && grantedAt.getTime() >= since.getTime() ? [{ id, objects: [...objects], grantedAt }] : []));
    return good.sort((a, b) => a.grantedAt.getTime() - b.grantedAt.getTime() || (a.id < b.id ? -1 : 1)).map(({ objects, grantedAt }) => ({ objects, grantedAt }));
  }
}

const ownerOf = ({ agency, member }: { agency: string; member: string }): string => JSON.stringify([agency, member]);
