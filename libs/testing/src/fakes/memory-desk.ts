import { LIVE_EVENTS, type ContactView, type DraftView, type LiveEvent, type MemberNameView, type OwnContactView, type ReminderReply } from '@lateral/contracts';
import { TERMINAL_STATES } from '@lateral/domain';
import type { AuditRow, ContactStore, Draft, DraftStore, DraftWrite, HolderWrite, MemberNameStore, Reader, RemindWrite, WorkStore, WriteResult } from '@lateral/exchange';
import { keyOf, reaches, recusalOf, type MemoryTables } from './memory-tables.js';

/** The id of the same notice for the other party, as the adapter makes it. */
export const twinOf = (id: string): string => id.slice(0, -12) + id.slice(-12).replace(/./g, (digit) => ((Number.parseInt(digit, 16) + 1) % 16).toString(16));

/** What connected clients are shown of an act by which no mail goes out. */
export function show(tables: MemoryTables, { actor: { agency: own }, records }: Pick<HolderWrite, 'actor' | 'records'>): void {
  for (const { id, event, at, check, request, parties } of records.filter((row) => row.event in LIVE_EVENTS)) {
    const line = request === null ? tables.checks.get(check ?? '') : tables.requests.get(request);
    if (line === undefined) continue;
    const dueAt = 'dueAt' in line ? line.dueAt.toISOString() : null;
    const told = LIVE_EVENTS[event as LiveEvent] === 'both' ? [own, ...parties.filter((agency) => agency !== own)] : [own];
    told.forEach((agency, i) => {
      const notice = i === 0 ? id : twinOf(id);
      tables.notices.set(notice, { id: notice, kind: event, reference: line.reference, request, agency, urgency: line.urgency, dueAt, at: at.toISOString() });
    });
  }
}

export class MemoryWorkStore implements WorkStore {
  constructor(private readonly tables: MemoryTables) {}

  giveRequest({ of, ...write }: HolderWrite): Promise<boolean> {
    return this.give(() => this.tables.requests.get(of), write, ({ check }) => check);
  }

  giveCheck({ of, ...write }: HolderWrite): Promise<boolean> {
    return this.give(() => this.tables.checks.get(of), write, ({ id }) => id);
  }

  remind({ actor, attempt, at, records, request, level, since, outbox }: RemindWrite): Promise<WriteResult<ReminderReply>> {
    return this.tables.write((): WriteResult<ReminderReply> => {
      const earlier = this.tables.keys.get(keyOf(actor, attempt.key));
      if (earlier !== undefined) return { outcome: 'replayed', ...structuredClone(earlier) };
      const line = this.tables.requests.get(request);
      const which = level === 'escalation' ? 'escalatedAt' : 'remindedAt';
      const last = line?.[which] ?? null;
      if (line === undefined || TERMINAL_STATES.includes(line.state) || (last !== null && last.getTime() >= since.getTime())) return { outcome: 'changed' };
      line[which] = at;
      this.tables.record(records);
      this.tables.owe([outbox]);
      const reply = { request, level, at: at.toISOString() };
      this.tables.keys.set(keyOf(actor, attempt.key), { digest: attempt.digest, reply });
      return { outcome: 'done', reply };
    });
  }

  private give<Line extends { heldBy: string | null }>(find: () => Line | undefined, { actor, from, to, records }: Omit<HolderWrite, 'of'>, checkOf: (line: Line) => string): Promise<boolean> {
    return this.tables.write(() => {
      const line = find();
      if (line === undefined || line.heldBy !== from || (to !== null && this.tables.recusals.has(recusalOf(checkOf(line), { agency: actor.agency, member: to })))) return false;
      line.heldBy = to;
      this.tables.record(records);
      show(this.tables, { actor, records });
      return true;
    });
  }
}

export class MemoryDraftStore implements DraftStore {
  constructor(private readonly tables: MemoryTables) {}

  begin({ actor, draft, records }: DraftWrite, most: number): Promise<'kept' | 'taken' | 'full'> {
    return this.tables.write(() => {
      const { drafts } = this.tables;
      if ([...drafts.values()].filter(({ agency, member }) => agency === draft.agency && member === draft.member).length >= most) return 'full';
      if (drafts.has(draft.id)) return 'taken';
      this.put(draft, { actor, records });
      return 'kept';
    });
  }

  replace({ actor, draft, records }: DraftWrite, from: { version: number; state: Draft['state'] }): Promise<boolean> {
    return this.tables.write(() => {
      const before = this.tables.drafts.get(draft.id);
      if (before === undefined || before.agency !== draft.agency || before.member !== draft.member || before.version !== from.version || before.state !== from.state) return false;
      const { readers, state, version, updatedAt, sealed } = draft;
      this.put({ ...before, readers, state, version, updatedAt, sealed }, { actor, records });
      return true;
    });
  }

  async find(id: string, reader: Reader): Promise<Draft | null> {
    const draft = this.tables.drafts.get(id);
    return draft === undefined || !this.isReached(draft, reader) ? null : structuredClone(draft);
  }

  async list(reader: Reader, approves: boolean): Promise<DraftView[]> {
    const mine = ({ member, state, readers }: Draft): boolean => member === reader.member || (approves && state === 'to_approve' && readers === 'approvers');
    const found = [...this.tables.drafts.values()].filter((draft) => this.isReached(draft, reader) && mine(draft));
    return found.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? 1 : -1)).map(viewOf);
  }

  remove(id: string, version: number): Promise<boolean> {
    return this.tables.write(() => this.tables.drafts.get(id)?.version === version && this.tables.drafts.delete(id));
  }

  private isReached({ agency, checkId, request }: Draft, reader: Reader): boolean {
    const { checks, requests } = this.tables;
    const red = checkId === null || checks.get(checkId)?.urgency === 'red' || requests.get(request ?? '')?.urgency === 'red';
    return agency === reader.agency && reaches(this.tables, reader, checkId ?? '', red ? 'red' : undefined);
  }

  private put(draft: Draft, act: Pick<DraftWrite, 'actor' | 'records'>): void {
    this.tables.drafts.set(draft.id, structuredClone(draft));
    this.tables.record(act.records);
    show(this.tables, act);
  }
}

function viewOf({ id, kind, reference: check, request, readers, state, member: by, version, updatedAt, sealed }: Draft): DraftView {
  return { id, kind, check, request, readers, state, by, version, updatedAt: updatedAt.toISOString(), bytes: Math.floor((sealed.length * 3) / 4) };
}

export class MemoryContactStore implements ContactStore {
  constructor(private readonly tables: MemoryTables, private readonly mailboxOf: (agency: string) => Promise<{ mailbox: string; language: 'en' | 'cy' | 'both' } | null>) {}

  async all(): Promise<ContactView[]> {
    return [...this.tables.partners.keys()].sort().map((agency) => {
      const { phone, outOfHoursPhone, hours, verifiedAt, version } = this.tables.contacts.get(agency) ?? NOTHING_SAID;
      return { agency, phone, outOfHoursPhone, hours, verifiedAt, version };
    });
  }

  async of(agency: string): Promise<OwnContactView | null> {
    if (!this.tables.partners.has(agency)) return null;
    const [said, registered] = [this.tables.contacts.get(agency), await this.mailboxOf(agency)];
    return { ...(said ?? NOTHING_SAID), agency, mailbox: said?.mailbox ?? registered?.mailbox ?? null, language: said?.language ?? registered?.language ?? 'both' };
  }

  keep(contact: OwnContactView, record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      if ((this.tables.contacts.get(contact.agency)?.version ?? 0) !== contact.version - 1) return false;
      this.tables.contacts.set(contact.agency, structuredClone(contact));
      this.tables.record([record]);
      return true;
    });
  }
}
const NOTHING_SAID = { phone: null, outOfHoursPhone: null, hours: [], mailbox: null, escalationMailbox: null, policyDocument: null, approved: 'some' as const, verifiedAt: null, version: 0 };

export class MemoryMemberNameStore implements MemberNameStore {
  private readonly names = new Map<string, { agency: string } & MemberNameView>();

  async keep({ agency, member, sealed }: { agency: string; member: string; sealed: string }, at: Date): Promise<void> {
    const key = JSON.stringify([agency, member]);
    if (this.names.get(key)?.sealed !== sealed) this.names.set(key, { agency, member, sealed, updatedAt: at.toISOString() });
  }

  async of(agency: string): Promise<MemberNameView[]> {
    const own = [...this.names.values()].filter((name) => name.agency === agency).map(({ member, sealed, updatedAt }) => ({ member, sealed, updatedAt }));
    return own.sort((a, b) => (a.member < b.member ? -1 : 1));
  }
}
