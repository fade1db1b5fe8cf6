import { digestOf, EVENTS, type EventName, type NewRequestBody, type OpenCheckBody, type SealedEnvelope } from '@lateral/contracts';
import { referenceOf, type ResponseType, type Urgency } from '@lateral/domain';
import {
  AdoptCatalogue, ApproveAgreement, AskFurther, CarryRecords, ChangeContact, CloseCheck, CollectHeadings, Drafts, Holders, KeepDraft, Remind, CorrectRequest, GatherEvidence, HandOver, HandOverAttachment, KeepRecordOnly, ListOverrides, MoveDueTime, NotifyAgency, OpenCheck,
  ProposeAgreement, RateCheck, ReadAgreements, ReadLaw, ReadReceipts, RecordDecision, RecordExport, RecordOpening, Recuse, RelayOutbox, ReviewOverride, StoreAttachment, SubmitResponse, TellOutcome, WatchLedger, WithdrawCheck,
  WithdrawRequest, type Actor, type Attempt, type Result, type RequestFacts,
} from '@lateral/exchange';
import { SampleBytes } from '../hub/sample-writes.js';
import { CollectedJobs, CollectedMail, StandingClock, StandInInspector } from './fake-parts.js';
import { MemoryCheckStore } from './memory-check-store.js';
import { MemoryContactStore, MemoryDraftStore, MemoryWorkStore } from './memory-desk.js';
import { MemoryDirectoryStore } from './memory-directory.js';
import { MemoryEvidenceStore, MemoryIncidentStore, MemoryRecordStore } from './memory-evidence.js';
import { MemoryAgreementStore, MemoryCatalogueStore, MemoryOverrideStore } from './memory-law.js';
import { MemoryLedger } from './memory-ledger.js';
import { MemoryAttachmentStore, MemoryOutboxStore } from './memory-outbox.js';
import { MemoryOneTimeCodeStore, MemoryPersonStore, MemoryProviderTripStore, MemorySessionStore } from './memory-people.js';
import { MemoryRecusalStore } from './memory-recusals.js';
import { MemoryTables } from './memory-tables.js';
import { agreementDocument, publishedView, SampleLaw } from './sample-law.js';
import { memberOf, SampleDirectory, SampleMessages, sampleRegistration, type Draft } from './sample-parties.js';

export const AGENCIES = ['police-a', 'school-b', 'gp-c', 'lhb-d', 'housing-e'] as const;
const START = new Date('2026-03-09T10:15:00.000Z');

/** Every part an act needs, in memory, and every act over them. */
export class ExchangeWorld {
  readonly clock = new StandingClock(START);
  readonly randomness = new SampleBytes(7);
  readonly tables = new MemoryTables();
  readonly checks = new MemoryCheckStore(this.tables);
  readonly records = new MemoryRecordStore(this.tables);
  readonly incidents = new MemoryIncidentStore(this.tables);
  readonly evidence = new MemoryEvidenceStore(this.tables);
  readonly outbox = new MemoryOutboxStore(this.tables, (agency, escalates) => this.mailbox(agency, escalates), (agency) => !this.directory.agencies.includes(agency));
  readonly drafts = new MemoryDraftStore(this.tables);
  readonly work = new MemoryWorkStore(this.tables);
  readonly contacts = new MemoryContactStore(this.tables, (agency) => this.directoryStore.mailbox(agency));
  readonly sessions = new MemorySessionStore(this.tables);
  readonly people = new MemoryPersonStore(this.tables);
  readonly trips = new MemoryProviderTripStore(this.tables);
  readonly codes = new MemoryOneTimeCodeStore(this.tables, this.sessions);
  readonly attachments = new MemoryAttachmentStore(this.tables);
  readonly overrides = new MemoryOverrideStore(this.tables);
  readonly recusals = new MemoryRecusalStore(this.tables);
  readonly catalogues = new MemoryCatalogueStore(this.tables);
  readonly agreements = new MemoryAgreementStore(this.tables);
  readonly law = new SampleLaw(this.agreements);
  readonly directoryStore = new MemoryDirectoryStore(this.tables);
  readonly directory = new SampleDirectory(AGENCIES);
  readonly ledger = new MemoryLedger();
  readonly mailer = new CollectedMail();
  readonly publisher = new CollectedJobs();
  readonly messages = new SampleMessages(this.clock, this.randomness);
  readonly acts = actsOf(this);
  private attempts = 0;

  /** A world in which the partnership is registered, its law adopted, and an agreement between all of it in force. */
  static async begin(): Promise<ExchangeWorld> {
    const world = new ExchangeWorld();
    await world.directoryStore.register(sampleRegistration(AGENCIES), []);
    const { document } = world.law.catalogue;
    world.tables.catalogues.set(document.version, { document, digest: digestOf('catalogue', document) });
    world.tables.agreements.push(publishedView(agreementDocument(AGENCIES)));
    return world;
  }

  /** A key that was not used before, with the digest of a body of its own. */
  attempt(): Attempt {
    this.attempts += 1;
    return { key: `key-${String(this.attempts).padStart(16, '0')}`, digest: `body-${this.attempts}` };
  }

  /** The body of a check of police-a to each of `asked`; every coded record says `record` otherwise than an accepted one. */
  opening(asked: readonly string[] = ['school-b', 'gp-c'], urgency: Urgency = 'red', record: Draft['record'] = {}): OpenCheckBody {
    const check = this.messages.id();
    return { id: check, urgency, receivedAt: new Date(this.clock.at.getTime() - 900_000).toISOString(), requests: this.questions(check, asked, { urgency, record }) };
  }

  /** Questions of police-a in a check; the first has its heading. */
  questions(check: string, asked: readonly string[], draft: Partial<Draft> = {}): NewRequestBody[] {
    return asked.map((agency, at) => {
      const request = this.messages.id();
      return { id: request, agency, envelope: this.messages.message({ type: 'request', from: memberOf('police-a'), to: agency, check, request, ...draft }), ...(at === 0 ? { heading: SEALED_HEADING } : {}) };
    });
  }

  /** Opens a check as police-a; the clock goes on a second, as it does with every act below. */
  async opened(asked?: readonly string[], urgency?: Urgency): Promise<{ body: OpenCheckBody; reference: string; requests: string[] }> {
    const body = this.opening(asked, urgency);
    valueOf(await this.acts.openCheck.carryOut(memberOf('police-a'), this.attempt(), body));
    this.clock.pass(1000);
    return { body, reference: referenceOf(body.id), requests: body.requests.map(({ id }) => id) };
  }

  /** The asked agency collects the request in force. */
  async collected(request: string): Promise<RequestFacts> {
    const { asked, currentEnvelope } = await this.facts(request);
    valueOf(await this.acts.handOver.carryOut(memberOf(asked), this.attempt(), currentEnvelope));
    this.clock.pass(1000);
    return this.facts(request);
  }

  /** An answer to the request in force, as its agency would seal it. */
  async answer(request: string, response: ResponseType = 'FULL', corrects: string | null = null, record: Draft['record'] = {}): Promise<SealedEnvelope> {
    const { asked, asking, check, currentDigest, urgency } = await this.facts(request);
    return this.messages.message({ type: 'response', from: memberOf(asked), to: asking, check, request, inReplyTo: currentDigest, corrects, urgency, response, record });
  }

  /** Collects where that was not done, and answers. */
  async answered(request: string, response: ResponseType = 'FULL'): Promise<RequestFacts> {
    let facts = await this.facts(request);
    if (facts.state === 'open') facts = await this.collected(request);
    valueOf(await this.acts.submitResponse.carryOut(memberOf(facts.asked), this.attempt(), request, { version: facts.version, envelope: await this.answer(request, response) }));
    this.clock.pass(1000);
    return this.facts(request);
  }

  /** The asking agency decides. */
  async decided(reference: string): Promise<void> {
    const facts = (await this.checks.checkFacts(reference))!;
    const envelope = this.messages.message({ type: 'decision', from: memberOf('police-a'), to: null, check: facts.id, request: null, urgency: facts.urgency });
    valueOf(await this.acts.recordDecision.carryOut(memberOf('police-a'), this.attempt(), reference, { version: facts.version, envelope }));
    this.clock.pass(1000);
  }

  /** A decided check is closed. */
  async closed(reference: string): Promise<void> {
    valueOf(await this.acts.closeCheck.carryOut(memberOf('police-a'), this.attempt(), reference, { version: (await this.checks.checkFacts(reference))!.version }));
    this.clock.pass(1000);
  }

  /** Where an agency's notices go: where it says so itself, else where it was registered with. */
  private async mailbox(agency: string, escalates: boolean): Promise<{ mailbox: string; language: 'en' | 'cy' | 'both' } | null> {
    const said = await this.contacts.of(agency);
    const mailbox = (escalates ? said?.escalationMailbox : null) ?? said?.mailbox ?? null;
    return said === null || mailbox === null ? null : { mailbox, language: said.language };
  }

  async facts(request: string): Promise<RequestFacts> {
    const facts = await this.checks.requestFacts(request);
    if (facts === null) throw new Error('there is no such request');
    return facts;
  }

  /** Audit records written since there were `before` of them, as their readers get them. */
  recordsSince(before: number): { event: EventName; parties: readonly string[]; fields: Record<string, unknown> }[] {
    return this.tables.audit.slice(before).map(({ row }) => ({ event: row.event, parties: row.parties, fields: JSON.parse(row.record) as Record<string, unknown> }));
  }
}

/** What an act came to, where a test needs it to have gone well. */
export function valueOf<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.fields ?? outcome.judgements ?? outcome.current ?? {})}`);
  return outcome.value;
}

/** The fields that a record of this event has, no more and no fewer. */
export function listedFields(event: EventName): string[] {
  return [...EVENTS[event].fields, 'v', 'id', 'event', 'at'].sort();
}

/** Stands for the line that says to the own team whom a question is about. */
export const SEALED_HEADING = 'c2VhbGVkLWhlYWRpbmc';
export const STRANGER: Actor = memberOf('housing-e');

function actsOf(world: ExchangeWorld) {
  const { clock, randomness, checks, records, incidents, evidence, outbox, attachments, directoryStore, directory, ledger, mailer, publisher, law, catalogues, agreements, overrides, recusals, drafts, work, contacts } = world;
  const share = { clock, randomness, directory, law, inspector: new StandInInspector(), attachments, checks };
  const watchLedger = new WatchLedger({ clock, randomness, incidents, records, pager: { page: () => undefined } });
  const notifyAgency = new NotifyAgency({ clock, randomness, outbox, mailer });
  return {
    openCheck: new OpenCheck(share), correctRequest: new CorrectRequest(share), submitResponse: new SubmitResponse({ ...share, contacts }), tellOutcome: new TellOutcome(share), recordDecision: new RecordDecision(share),
    withdrawCheck: new WithdrawCheck(share), withdrawRequest: new WithdrawRequest(share), closeCheck: new CloseCheck(share), recordOpening: new RecordOpening(share), recordExport: new RecordExport(share),
    handOver: new HandOver({ clock, randomness, checks, records, incidents, proofs: ledger }), handOverAttachment: new HandOverAttachment({ ...share, incidents }), storeAttachment: new StoreAttachment(share),
    collectHeadings: new CollectHeadings({ clock, randomness, checks, incidents }), readReceipts: new ReadReceipts({ checks, records, proofs: ledger }), gatherEvidence: new GatherEvidence({ clock, randomness, checks, records, evidence, directory: directoryStore, catalogues, agreements, proofs: ledger }),
    askFurther: new AskFurther(share), rateCheck: new RateCheck(share), moveDueTime: new MoveDueTime(share), keepRecordOnly: new KeepRecordOnly({ ...share, evidence }),
    reviewOverride: new ReviewOverride({ ...share, overrides, directoryStore }), listOverrides: new ListOverrides({ overrides }), recuse: new Recuse({ clock, randomness, checks, recusals }),
    proposeAgreement: new ProposeAgreement({ ...share, agreements, rosters: directoryStore }), approveAgreement: new ApproveAgreement({ ...share, agreements, rosters: directoryStore }), readAgreements: new ReadAgreements({ clock, agreements }),
    adoptCatalogue: new AdoptCatalogue({ clock, randomness, catalogues }), readLaw: new ReadLaw({ clock, law, catalogues }),
    watchLedger, carryRecords: new CarryRecords({ clock, records, ledger, watch: watchLedger }),
    holders: new Holders({ ...share, work }), remind: new Remind({ ...share, work }), changeContact: new ChangeContact({ clock, randomness, contacts }),
    keepDraft: new KeepDraft({ ...share, drafts }), drafts: new Drafts({ drafts }),
    relayOutbox: new RelayOutbox({ clock, outbox, publisher, notify: notifyAgency }), notifyAgency,
  };
}
