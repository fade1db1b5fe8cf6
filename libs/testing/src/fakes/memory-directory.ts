import { digestOf, type AgencyStatement, type PartnershipFile, type PartnershipRegistration, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import type { AuditRow, DirectoryStore } from '@lateral/exchange';
import type { MemoryTables } from './memory-tables.js';

const byVersion = <T extends { document: { version: number } }>(documents: T[]): T[] => documents.sort((a, b) => a.document.version - b.document.version);

/** Signed documents, every version. A version only goes up, and one that is here already must be the very same document. */
export class MemoryDirectoryStore implements DirectoryStore {
  private files: SignedDocument<PartnershipFile>[] = [];
  private allStatements: (SignedDocument<AgencyStatement> & { registeredAt: Date })[] = [];
  private allRosters: SignedDocument<Roster>[] = [];
  private readonly copies = new Map<string, TeamKeyCopy>();
  private readonly mailboxes = new Map<string, PartnershipRegistration['mailboxes'][number]>();

  constructor(private readonly tables: MemoryTables) {}

  async partnership(): Promise<SignedDocument<PartnershipFile> | null> {
    return byVersion(this.files).at(-1) ?? null;
  }

  async partnershipVersions(from: number, limit: number): Promise<SignedDocument<PartnershipFile>[]> {
    return byVersion(this.files.filter(({ document }) => document.version >= from)).slice(0, limit);
  }

  async roster(agency: string): Promise<SignedDocument<Roster> | null> {
    return byVersion(this.allRosters.filter(({ document }) => document.agency === agency)).at(-1) ?? null;
  }

  async rosters(agencies: readonly string[]): Promise<SignedDocument<Roster>[]> {
    return [...agencies].sort().flatMap((agency) => byVersion(this.allRosters.filter(({ document }) => document.agency === agency)));
  }

  async statements(agencies: readonly string[], times: readonly Date[]): Promise<SignedDocument<AgencyStatement>[]> {
    return [...agencies].sort().flatMap((agency) => {
      const all = byVersion(this.allStatements.filter(({ document }) => document.agency.id === agency));
      const isUsed = all.map(({ registeredAt }, i) => times.some((time) => (i === 0 || time >= registeredAt) && (all[i + 1] === undefined || time < all[i + 1]!.registeredAt)));
      return all.filter((_, i) => isUsed[i]! || isUsed[i - 1] || i === all.length - 1).map(({ document, signatures }) => ({ document, signatures }));
    });
  }

  async teamKeyCopies(agency: string, member: string): Promise<TeamKeyCopy[]> {
    return [...this.copies.values()].filter((copy) => copy.agency === agency && copy.member === member).sort((a, b) => (a.epoch < b.epoch ? -1 : 1));
  }

  async mailbox(agency: string): Promise<{ mailbox: string; language: 'en' | 'cy' | 'both' } | null> {
    const found = this.mailboxes.get(agency);
    return found === undefined ? null : { mailbox: found.mailbox, language: found.language };
  }

  register(registration: PartnershipRegistration, records: readonly AuditRow[]): ReturnType<DirectoryStore['register']> {
    return this.tables.write(() => {
      const { partnership, rosters } = registration;
      const known = byVersion(this.files).at(-1)?.document;
      if (known !== undefined && known.partnership !== partnership.document.partnership) throw new Error('this database holds another partnership');
      const newest = new Map(byVersion([...this.allRosters]).map(({ document }) => [document.agency, document]));
      if (!mayFollow('partnership', known, partnership.document) || rosters.some(({ document }) => !mayFollow('roster', newest.get(document.agency), document))) return 'older-version';
      const repeated = new Set([...[...newest.values()].map((roster) => digestOf('roster', roster)), ...(known === undefined ? [] : [digestOf('partnership', known)])]);
      if (this.write(registration, records[0]?.at ?? new Date(partnership.document.issued)) === 0) return 'already-registered';
      this.tables.record(records.filter(({ record }) => !repeated.has(String((JSON.parse(record) as { digest?: unknown }).digest))));
      return 'registered';
    });
  }

  /** Writes what is new and says how much that was; a statement alone counts for nothing, it comes with its file. */
  private write({ partnership, statements, rosters, copies, people, mailboxes }: PartnershipRegistration, registeredAt: Date): number {
    let written = 0;
    if (!this.files.some(({ document }) => document.version === partnership.document.version)) written += this.files.push(partnership);
    for (const { id, type } of partnership.document.agencies) this.tables.partners.set(id, type);
    for (const statement of statements) {
      const { agency, version } = statement.document;
      if (!this.allStatements.some(({ document }) => document.agency.id === agency.id && document.version === version)) this.allStatements.push({ ...statement, registeredAt });
    }
    for (const roster of rosters) {
      const { agency, version } = roster.document;
      if (!this.allRosters.some(({ document }) => document.agency === agency && document.version === version)) written += this.allRosters.push(roster);
    }
    for (const copy of copies) written += put(this.copies, JSON.stringify([copy.agency, copy.member, copy.epoch]), copy);
    for (const person of people) {
      const isTaken = this.tables.people.some(({ agency, member, issuer, subject }) => (agency === person.agency && member === person.member) || (issuer === person.issuer && subject === person.subject));
      if (!isTaken) written += this.tables.people.push(person);
    }
    for (const mailbox of mailboxes) written += put(this.mailboxes, mailbox.agency, mailbox);
    return written;
  }
}

function mayFollow<T extends { version: number }>(kind: 'partnership' | 'roster', known: T | undefined, next: T): boolean {
  return known === undefined || next.version > known.version || (next.version === known.version && digestOf(kind, known) === digestOf(kind, next));
}

function put<T>(map: Map<string, T>, key: string, value: T): 0 | 1 {
  if (JSON.stringify(map.get(key)) === JSON.stringify(value)) return 0;
  map.set(key, value);
  return 1;
}
