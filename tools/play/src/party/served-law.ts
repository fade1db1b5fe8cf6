import { ROUTES, type CatalogueReply, type DeadlinesReply, type JustificationRecord } from '@lateral/contracts';
import type { Urgency } from '@lateral/domain';
import { Catalogue } from '@lateral/domain/catalogue';
import { dueAt, londonDay, type Asked, type Calendar } from '@lateral/domain/deadlines';
import { judge, type Party, type Verdict } from '@lateral/domain/justification';
import type { HubSession } from './hub-session.js';

/** The law and the deadlines that the hub serves, for judging here, by the same code, what is not sent there. */
export class ServedLaw {
  private constructor(private readonly catalogue: Catalogue, private readonly deadlines: DeadlinesReply) {}

  static async fetch(session: HubSession): Promise<ServedLaw> {
    const [{ document }, deadlines] = await Promise.all([session.get<CatalogueReply>(ROUTES.catalogue), session.get<DeadlinesReply>(ROUTES.deadlines)]);
    return new ServedLaw(new Catalogue(document), deadlines);
  }

  /** What the rules would make of a request at a time. */
  verdictOn(share: Omit<JustificationRecord, 'check' | 'request' | 'message' | 'salt' | 'v' | 'type'>, { owner, other, at }: { owner: Party; other: Party; at: Date }): Verdict {
    return judge({ share, owner, other, on: londonDay(at), request: null }, this.catalogue).verdict;
  }

  /** When an answer to it would be due, and by which rule. */
  due({ id, type }: { id: string; type: Party['type'] }, { postedAt, receivedAt, urgency }: { postedAt: Date; receivedAt: Date; urgency: Urgency }): { dueAt: string; dueRule: string } {
    const due = dueAt(this.deadlines.policy, this.deadlines.calendar, { postedAt, receivedAt, urgency, agencyType: type, agency: id });
    return { dueAt: due.dueAt.toISOString(), dueRule: due.rule };
  }
  /** The same by another list of bank holidays, as the time alone. Throws a CalendarDoesNotCoverError by the hub's own outside its years. */
  dueBy(holidays: readonly string[] | null, asked: Asked): Date {
    const { policy, calendar } = this.deadlines;
    const named: Calendar = holidays === null ? calendar : { ...calendar, from: 0, to: 9999, holidays: holidays.map((day) => ({ day, name: calendar.name, status: 'check' })) };
    return dueAt(policy, named, asked).dueAt;
  }
}
