import type { DraftKind, DraftView } from '@lateral/contracts';
import type { Timers } from '../clock.js';
import type { Secrets } from '../crypto/secrets.js';
import { HubProblem, isClearNo, type Hub, type WriteKey } from '../hub/hub.js';

/** After so long without a key being pressed, what is unfinished is sealed and stored. */
export const SAVE_AFTER_MS = 2_000;
const TRY_AGAIN_MS = 15_000;
const ASK_AGAIN_MS = 3_000;
/** For how long whoever signs out waits for the hub to store what they wrote. */
const LEAVE_AFTER_MS = 5_000;

/** Where a draft belongs: the newest of its kind there is taken up again. `draft` where it is a certain one. */
export interface DraftPlace { kind: DraftKind; check: string | null; request: string | null; draft: string | null }
/** `opening`: what was kept is being fetched. `kept`: sealed in this page and not stored yet. `elsewhere`: another window wrote a later one. */
export type DraftSaving = 'opening' | 'unwritten' | 'writing' | 'saving' | 'saved' | 'kept' | 'elsewhere';
/** The field that was written in, by its id, and where in it. */
interface Field { id: string; caret: number | null }
export interface DraftShown { id: string; value: unknown; isWritten: boolean; saving: DraftSaving; savedAt: Date | null; returnTo: Field | null }

interface Entry {
  place: DraftPlace;
  shown: DraftShown;
  field: Field | null;
  version: number;
  sealed: string | null;
  /** Sealed, and not known to be stored. The key goes with these bytes: sent again they are the same act. */
  unsent: { sealed: string; key: WriteKey } | null;
  isDirty: boolean;
  cancel: () => void;
  work: Promise<void>;
  sealing: Promise<boolean>;
}

export interface DraftsDeps { hub: Pick<Hub, 'drafts' | 'draft' | 'putDraft' | 'deleteDraft' | 'newKey'>; secrets: Pick<Secrets, 'ask'>; timers: Timers; now: () => Date; newId: () => string }

const nothing = (): void => undefined;
const keyOf = ({ kind, check, request, draft }: DraftPlace): string => [kind, check, request, draft].join(' ');

/**
 * What somebody is writing. In clear it is in this page only, while keys are open; sealed to its writer it is kept in the page and stored
 * at the hub, so that it comes back after a lock, a closed window or on another computer.
 */
export class Drafts {
  private readonly entries = new Map<string, Entry>();
  private readonly hearers = new Set<() => void>();
  /** Sent or thrown away: not taken up again, even where the hub could not be told. */
  private readonly gone = new Set<string>();
  private hasJustUnlocked = false;

  constructor(private readonly deps: DraftsDeps) {}

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  shown(place: DraftPlace): DraftShown {
    return this.entry(place).shown;
  }

  /** Fetches what was kept, where that is not in clear here already. */
  open(place: DraftPlace): void {
    const entry = this.entry(place);
    if (entry.shown.saving !== 'opening') return;
    void this.queue(entry, () => this.restore(entry));
  }

  /**
   * Nothing is written while what was kept is not here: it would be written over by what was begun without it, or by an act that ends after
   * the keys went.
   */
  write(place: DraftPlace, value: unknown, field: Field | null): void {
    const entry = this.entry(place);
    if (entry.shown.saving === 'opening') return;
    entry.field = field ?? entry.field;
    entry.isDirty = true;
    this.show(entry, { value, isWritten: true, saving: 'writing' });
    entry.cancel();
    entry.cancel = this.deps.timers.after(SAVE_AFTER_MS, () => { void this.save(place); });
  }

  /** Seals and stores what is not stored yet, without waiting for the pause. */
  save(place: DraftPlace): Promise<void> {
    const entry = this.entry(place);
    entry.cancel();
    return this.queue(entry, async () => {
      if (await this.seal(entry)) await this.store(entry);
    });
  }

  /** Whether the hub has all that was written here. */
  isStored(place: DraftPlace): boolean {
    const { isDirty, unsent } = this.entry(place);
    return !isDirty && unsent === null;
  }

  /** It was sent, or is wanted no more. */
  discard(place: DraftPlace): Promise<void> {
    const entry = this.entry(place);
    entry.cancel();
    entry.isDirty = false;
    return this.queue(entry, async () => {
      const { id } = entry.shown;
      const isKept = entry.sealed !== null;
      this.gone.add(id);
      this.entries.delete(keyOf(place));
      this.show(this.entry(place), { saving: 'unwritten' });
      if (isKept) await this.deps.hub.deleteDraft(id).catch(nothing);
    });
  }

  /** Before keys go: everything is sealed; storing is begun and not waited for. */
  async putAway(): Promise<void> {
    await Promise.all([...this.entries.values()].map(async (entry) => {
      entry.cancel();
      if (await this.seal(entry)) void this.queue(entry, () => this.store(entry));
    }));
  }

  /** For whoever leaves: the hub has stored what it could be given, or has had its time. */
  async stored(): Promise<void> {
    const all = Promise.all([...this.entries.values()].map(({ work }) => work));
    await Promise.race([all, new Promise<void>((go) => { this.deps.timers.after(LEAVE_AFTER_MS, go); })]);
  }

  /** Keys are gone, and with them everything in clear. */
  locked(): void {
    for (const entry of this.entries.values()) {
      entry.cancel();
      entry.isDirty = false;
      entry.shown = { ...entry.shown, value: undefined, isWritten: false, saving: 'opening', returnTo: null };
    }
    this.tell();
  }

  /** What is restored from now until somebody goes elsewhere gives its field the focus back. */
  unlocked(): void {
    this.hasJustUnlocked = true;
  }

  wentElsewhere(): void {
    this.hasJustUnlocked = false;
  }

  focused(place: DraftPlace): void {
    const entry = this.entry(place);
    if (entry.shown.returnTo !== null) this.show(entry, { returnTo: null });
  }

  private entry(place: DraftPlace): Entry {
    const found = this.entries.get(keyOf(place));
    if (found !== undefined) return found;
    const id = place.draft ?? this.deps.newId();
    const shown: DraftShown = { id, value: undefined, isWritten: false, saving: 'opening', savedAt: null, returnTo: null };
    const entry: Entry = { place, shown, field: null, version: 0, sealed: null, unsent: null, isDirty: false, cancel: nothing, work: Promise.resolve(), sealing: Promise.resolve(false) };
    this.entries.set(keyOf(place), entry);
    return entry;
  }

  private async restore(entry: Entry): Promise<void> {
    if (entry.shown.saving !== 'opening') return;
    if (entry.sealed === null && !await this.fetch(entry)) {
      entry.cancel();
      entry.cancel = this.deps.timers.after(ASK_AGAIN_MS, () => { this.open(entry.place); });
      return;
    }
    const { kind } = entry.place;
    const opened = entry.sealed === null ? null : await this.deps.secrets.ask('open-draft', { draft: entry.shown.id, kind, sealed: entry.sealed, own: true });
    if (opened !== null && !opened.ok && opened.code === 'locked') return;
    if (opened?.ok !== true || !isKept(opened.value)) return this.show(entry, { saving: 'unwritten' });
    const { value, field } = opened.value;
    entry.field = field;
    this.show(entry, { value, isWritten: true, saving: entry.unsent === null ? 'saved' : 'kept', returnTo: this.hasJustUnlocked ? field : null });
    if (entry.unsent !== null) await this.store(entry);
  }

  /** The newest that the hub holds for this place. False where it could not be asked: what is begun without it would take its place for good. */
  private async fetch(entry: Entry): Promise<boolean> {
    try {
      const found = await this.find(entry.place);
      const kept = found === null ? null : await this.deps.hub.draft(found.id);
      if (kept === null) return true;
      entry.version = kept.version;
      entry.sealed = kept.sealed;
      entry.shown = { ...entry.shown, id: kept.id, savedAt: new Date(kept.updatedAt) };
      return true;
    } catch (error) {
      return isClearNo(error);
    }
  }

  private async find({ kind, check, request, draft }: DraftPlace): Promise<DraftView | null> {
    const all = (await this.deps.hub.drafts()).filter((view) => view.readers === 'self' && view.kind === kind && !this.gone.has(view.id) && (draft === null ? view.check === check && view.request === request : view.id === draft));
    return all.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))[0] ?? null;
  }

  /** One after the other, and behind no hub: a lock waits for what is being sealed, and for nothing else. */
  private seal(entry: Entry): Promise<boolean> {
    entry.sealing = entry.sealing.then(() => this.sealNow(entry));
    return entry.sealing;
  }

  /** Whether there is something sealed that is not stored. */
  private async sealNow(entry: Entry): Promise<boolean> {
    if (!entry.isDirty) return entry.unsent !== null;
    entry.isDirty = false;
    this.show(entry, { saving: 'saving' });
    const kept = { v: 1, value: entry.shown.value, field: entry.field };
    const told = await this.deps.secrets.ask('seal-draft', { draft: entry.shown.id, kind: entry.place.kind, value: kept, readers: 'self' }).catch(() => null);
    if (told?.ok !== true) {
      // Keys that went meanwhile took the words with them: there is nothing left to be sealed again.
      entry.isDirty = entry.shown.isWritten;
      return false;
    }
    entry.sealed = told.sealed;
    entry.unsent = { sealed: told.sealed, key: this.deps.hub.newKey() };
    return true;
  }

  private async store(entry: Entry): Promise<void> {
    const { unsent, place: { kind, check, request }, version } = entry;
    if (unsent === null) return;
    try {
      const standing = await this.deps.hub.putDraft(entry.shown.id, { kind, check, request, readers: 'self', state: 'writing', version, sealed: unsent.sealed }, unsent.key);
      entry.version = standing.version;
      if (entry.unsent === unsent) entry.unsent = null;
      this.show(entry, { saving: this.after(entry, 'saved'), savedAt: this.deps.now() });
    } catch (error) {
      if (error instanceof HubProblem && error.code === 'version-changed') return this.meet(entry);
      this.show(entry, { saving: this.after(entry, 'kept') });
      entry.cancel = this.deps.timers.after(TRY_AGAIN_MS, () => { void this.save(entry.place); });
    }
  }

  /** Somebody wrote a later one: this page itself, where only the answer was lost, or another window. */
  private async meet(entry: Entry): Promise<void> {
    const there = await this.deps.hub.draft(entry.shown.id).catch(() => null);
    if (there === null || there.sealed !== entry.unsent?.sealed) return this.show(entry, { saving: 'elsewhere' });
    entry.version = there.version;
    entry.unsent = null;
    this.show(entry, { saving: this.after(entry, 'saved'), savedAt: new Date(there.updatedAt) });
  }

  private after(entry: Entry, saving: DraftSaving): DraftSaving {
    if (entry.shown.saving === 'opening') return 'opening';
    return entry.isDirty ? 'writing' : saving;
  }

  /** One after the other: two savings of one draft at once would each think the other a stranger. */
  private queue(entry: Entry, act: () => Promise<void>): Promise<void> {
    entry.work = entry.work.then(act, act);
    return entry.work;
  }

  private show(entry: Entry, change: Partial<DraftShown>): void {
    entry.shown = { ...entry.shown, ...change };
    this.tell();
  }

  private tell(): void {
    for (const hearer of this.hearers) hearer();
  }
}

function isKept(value: unknown): value is { value: unknown; field: Field | null } {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1 && 'value' in value && 'field' in value;
}
