import { delegatesAt, membersAt, proveKey, type HeldKeyLog, type PrivateKey, type RandomBytes } from '@lateral/envelope/keys';
import type * as Custody from './custody.js';
import { verifyDirectory, type TrustedDirectory } from './directory.js';
import type * as Epochs from './epoch-deletion.js';
import { HeldLock } from './held-lock.js';
import { holdAgainstLog, isContradicted, lookIn, refusalByLog } from './key-log.js';
import { openCopies } from './open-copies.js';
import { lockKey, makeKey, unlockKey, type Unlocked } from './personal-key.js';
import type { AskKind, Given, KnownAgency, KnownMember, Told, Whose } from './protocol.js';

/** How long keys stay unlocked while nobody uses them. The page locks a little earlier, with its drafts sealed; this is for a page that hangs. */
export const IDLE_MS = 11 * 60_000;

export interface VaultDeps { now: () => Date; random: RandomBytes; onLocked: () => void }
type Handlers = { [K in AskKind]: (given: Given<K>) => Promise<Told<K>> };

/** What only custodians and administrators need comes when it is asked for. */
const custody = (): Promise<typeof Custody> => import('./custody.js');
const epochs = (): Promise<typeof Epochs> => import('./epoch-deletion.js');
/** What works with an open key comes once it is open: a hub that goes away later must not keep anybody from sealing a draft. */
const LATER = {
  attachments: () => import('./attachments.js'), drafts: () => import('./drafts.js'), open: () => import('./open-message.js'), seal: () => import('./seal-message.js'),
};
const LOCKED = { ok: false, code: 'locked' } as const;
const NO_DIRECTORY = { ok: false, code: 'no-directory' } as const;

/** Everything secret that a browser holds, in one place, and the acts that need it. Nothing here returns a private key. */
export class Vault {
  private unlocked: Unlocked | null = null;
  private team: PrivateKey[] = [];
  private agencyKey: PrivateKey | null = null;
  private directory: TrustedDirectory | null = null;
  /** Messages accepted since the key was unlocked, with the check and request each belonged to. */
  private accepted = new Map<string, string>();
  private isLogLate = false;
  private log: HeldKeyLog | null = null;
  /** How much of it was held when the directory was verified. */
  private logSince = Infinity;
  private usedAt = 0;
  private readonly lock: HeldLock;

  constructor(private readonly deps: VaultDeps) {
    this.lock = new HeldLock(deps);
  }

  get holds(): { personal: boolean; team: number; custody: boolean } {
    return { personal: this.unlocked !== null, team: this.team.length, custody: this.agencyKey !== null };
  }

  /** Drops every key and says so. */
  forget(): void {
    const held = this.unlocked !== null;
    this.holdOnly(null);
    if (held) this.deps.onLocked();
  }

  /** To be called every few seconds: a computer that slept wakes to a locked key. */
  forgetIfIdle(): void {
    if (this.unlocked !== null && this.deps.now().getTime() - this.usedAt >= IDLE_MS) this.forget();
    this.lock.isHeld();
  }

  async carryOut<K extends AskKind>(kind: K, given: Given<K>): Promise<Told<K>> {
    this.forgetIfIdle();
    this.usedAt = this.deps.now().getTime();
    return this.handlers[kind](given);
  }

  private readonly handlers: Handlers = {
    'make-key': async (whose) => this.make(whose),
    'lock-key': async (given) => (this.unlocked === null ? { ok: false, code: 'no-key' } : lockKey(this.unlocked, given, this.deps.random)),
    'unlock': async (given) => this.unlock(given),
    'prove-key': async (given) => this.prove(given),
    'lock-held': async () => this.lock.isHeld(),
    'hold-lock': async (given) => (this.unlocked === null ? LOCKED : this.lock.open(given, this.unlocked)),
    'change-lock': async (given) => (this.unlocked === null ? LOCKED : this.lock.change(given, this.unlocked)),
    'forget': async () => { this.forget(); return null; },
    'touch': async () => ({ unlocked: this.unlocked !== null }),
    'verify-directory': async (shown) => this.verify(shown),
    'take-copies': async (given) => this.takeCopies(given),
    'take-custody': async (given) => this.takeCustody(given),
    'own-roster': async () => this.asOwn(async (own) => (await custody()).tellRoster(own, this.deps.now())),
    'read-joiner': async (given) => this.asOwn(async (own) => (await custody()).tellJoiner(given, own)),
    'next-roster': async (given) => this.propose(given),
    'own-epochs': async () => this.asOwn(async (own) => (await epochs()).tellEpochs(own, this.deps.now())),
    'delete-epochs': async (given) => this.deleteEpochs(given),
    'try-papers': async (given) => this.asOwn(async (own) => (await epochs()).tryPapers(given, own)),
    'read-proposal': async (given) => this.asOwn(async (own) => (await custody()).tellProposal(given, own, this.deps.now())),
    'cosign': async (given) => this.cosign(given),
    'open-message': async (given) => this.open(given),
    'seal-message': async (given) => this.seal(given),
    'seal-attachment': async (given) => (await LATER.attachments()).sealAttachment(given),
    'open-attachment': async (given) => (await LATER.attachments()).openAttachment(given),
    'seal-draft': async (given) => this.sealDraft(given),
    'open-draft': async ({ draft, sealed, ...how }) => (await this.openDrafts({ ...how, drafts: [{ draft, sealed }] }))[0]!,
    'open-drafts': async (given) => this.openDrafts(given),
    'words': async (given) => (await import('./compared-words.js')).fingerprintWords(given),
    'check-key-log': async (given) => this.checkLog(given),
  };

  private async make(whose: Given<'make-key'>): Promise<Told<'make-key'>> {
    const made = await makeKey(whose, this.deps.now());
    this.holdOnly(made.unlocked);
    return made.told;
  }

  private async unlock(given: Given<'unlock'>): Promise<Told<'unlock'>> {
    const opened = await unlockKey(given);
    if (opened.unlocked === null) return opened.told;
    this.holdOnly(opened.unlocked);
    for (const load of Object.values(LATER)) void load().catch(() => undefined);
    // Whoever came in by words may want an easier way in next time; whoever has one touches again to change something.
    if (given.secret.kind === 'passkey') opened.mek.fill(0);
    else this.lock.hold(opened.mek);
    return opened.told;
  }

  private async prove({ session, nonce }: Given<'prove-key'>): Promise<Told<'prove-key'>> {
    if (this.unlocked === null) return LOCKED;
    const { key, whose } = this.unlocked;
    return { ok: true, signature: await proveKey({ ...whose, session, nonce }, { key, at: this.deps.now() }) };
  }

  private holdOnly(unlocked: Unlocked | null): void {
    this.unlocked = unlocked;
    this.team = [];
    this.agencyKey = null;
    this.lock.drop();
    this.accepted.clear();
  }

  private async verify(shown: Given<'verify-directory'>): Promise<Told<'verify-directory'>> {
    const verified = await verifyDirectory(shown, this.deps.now());
    // What was trusted before is trusted no longer once something else is shown in its place.
    this.directory = verified.ok ? verified.directory : null;
    this.logSince = this.log?.tree.size ?? Infinity;
    if (!verified.ok) return verified;
    const [{ marks, directory }, now] = [verified, this.deps.now()];
    const { log, logSince: since } = this;
    const keyLog = log === null ? { from: 0, lacks: false } : await lookIn(directory, marks, { log, since, now });
    return {
      ok: true, marks, agencies: directory.partnership.document.agencies.map(knownOf), colleagues: colleaguesIn(directory, now), delegates: delegatesIn(directory, now), keyLog,
    };
  }

  private async takeCopies({ copies }: Given<'take-copies'>): Promise<Told<'take-copies'>> {
    if (this.unlocked === null) return LOCKED;
    const roster = this.directory?.rosters.get(this.directory.own.id);
    if (this.directory === null || roster === undefined) return NO_DIRECTORY;
    const { own: agency, former } = this.directory;
    const { team, told } = await openCopies(copies, [{ agency, roster }, ...former], { memberKey: this.unlocked.key, at: this.deps.now() });
    this.team = team;
    return told;
  }

  private async takeCustody({ copy }: Given<'take-custody'>): Promise<Told<'take-custody'>> {
    if (this.unlocked === null) return LOCKED;
    const roster = this.directory?.rosters.get(this.directory.own.id);
    if (this.directory === null || roster === undefined) return NO_DIRECTORY;
    const opened = await (await custody()).unwrapCustody(copy, { agency: this.directory.own, roster, memberKey: this.unlocked.key, at: this.deps.now() });
    if (!opened.ok) return opened;
    this.agencyKey = opened.agencyKey;
    return { ok: true };
  }

  /** With the own agency and its roster in force, as verified. */
  private async asOwn<T>(act: (own: Custody.Own) => Promise<T>): Promise<T | typeof NO_DIRECTORY> {
    const roster = this.directory?.rosters.get(this.directory.own.id);
    return this.directory === null || roster === undefined ? NO_DIRECTORY : act({ agency: this.directory.own, roster });
  }

  private async cosign(given: Given<'cosign'>): Promise<Told<'cosign'>> {
    const { unlocked } = this;
    return unlocked === null ? LOCKED : this.asOwn(async (own) => (await custody()).cosignProposal(given, own, { unlocked, at: this.deps.now() }));
  }

  /** As below: for one proposal and its kit. */
  private async deleteEpochs(given: Given<'delete-epochs'>): Promise<Told<'delete-epochs'>> {
    const { unlocked, agencyKey, deps: { now, random } } = this;
    if (unlocked === null) return LOCKED;
    if (agencyKey === null) return { ok: false, code: 'no-custody' };
    this.agencyKey = null;
    return this.asOwn(async (own) => (await epochs()).makeDeletion(given, own, { agencyKey, unlocked, random, at: now() }));
  }

  /** The agency's whole key is held for one proposal and no longer. */
  private async propose(given: Given<'next-roster'>): Promise<Told<'next-roster'>> {
    const { unlocked, agencyKey } = this;
    if (unlocked === null) return LOCKED;
    if (agencyKey === null) return { ok: false, code: 'no-custody' };
    this.agencyKey = null;
    return this.asOwn(async (own) => (await custody()).makeProposal(given, own, { agencyKey, unlocked, at: this.deps.now() }));
  }

  private async open(given: Given<'open-message'>): Promise<Told<'open-message'>> {
    const { unlocked, directory, team: keys, log, logSince: since } = this;
    if (unlocked === null) return LOCKED;
    if (directory === null) return NO_DIRECTORY;
    // Whose list of people is another in the log may have let anybody sign.
    if (log !== null && isContradicted(given.expected.from, directory, { log, since })) return { ok: false, code: 'key-log-contradicts' };
    const place = `${given.expected.check} ${given.expected.request ?? ''}`;
    const isSeen = (message: string): boolean => this.accepted.has(message) && this.accepted.get(message) !== place;
    const isOneself = ({ agency, member }: Whose): boolean => agency === unlocked.whose.agency && member === unlocked.whose.member;
    const { openMessage } = await LATER.open();
    const opened = await openMessage(given, { directory, keys, isSeen, isOneself, now: this.deps.now() });
    if (opened.ok) this.accepted.set(opened.message, place);
    return opened;
  }

  private async seal(given: Given<'seal-message'>): Promise<Told<'seal-message'>> {
    const { unlocked, directory, log, logSince: since } = this;
    if (unlocked === null) return LOCKED;
    if (directory === null) return NO_DIRECTORY;
    const [{ sealMessage }, now] = [await LATER.seal(), this.deps.now()];
    // A child at risk is not kept waiting for a log that is late or away.
    if (this.isLogLate && given.letter.record.urgency !== 'red') return { ok: false, code: 'key-log-late' };
    const refused = log === null ? null : await refusalByLog(given.letter, directory, { log, since, now });
    return refused ?? sealMessage(given, { directory, unlocked, random: this.deps.random, now });
  }

  private async sealDraft(given: Given<'seal-draft'>): Promise<Told<'seal-draft'>> {
    const { unlocked, directory, team } = this;
    return unlocked === null ? LOCKED : (await LATER.drafts()).sealDraft(given, { directory, unlocked, team, now: this.deps.now() });
  }

  private async openDrafts(given: Given<'open-drafts'>): Promise<Told<'open-drafts'>> {
    const { unlocked, directory, team } = this;
    return unlocked === null ? given.drafts.map(() => LOCKED) : (await LATER.drafts()).openDrafts(given, { directory, unlocked, team, now: this.deps.now() });
  }

  private async checkLog(given: Given<'check-key-log'>): Promise<Told<'check-key-log'>> {
    const { directory, logSince: since } = this;
    if (directory === null) return NO_DIRECTORY;
    const { told, log } = await holdAgainstLog(given, directory, { log: this.log, since, now: this.deps.now() });
    this.log = log;
    this.isLogLate = !told.ok || told.state === 'overdue' || told.state === 'silent';
    // What the log contradicts is trusted no longer.
    if (!told.ok) this.directory = null;
    return told;
  }
}

function knownOf({ id, name, type, nation, publicAuthority, competentAuthority, commissionedProvider }: KnownAgency): KnownAgency {
  return { id, name, type, nation, publicAuthority, competentAuthority, commissionedProvider };
}

function delegatesIn({ partnership, rosters }: TrustedDirectory, at: Date): string[] {
  return [...new Set([...rosters.values()].flatMap(({ document }) => delegatesAt(document, at)))].filter((agency) => partnership.agencies.has(agency));
}

function colleaguesIn({ own, rosters }: TrustedDirectory, at: Date): KnownMember[] {
  const roster = rosters.get(own.id);
  return roster === undefined ? [] : membersAt(roster, at).map(({ member, roles, fingerprint }) => ({ member, roles: [...roles], fingerprint }));
}
