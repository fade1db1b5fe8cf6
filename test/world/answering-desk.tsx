import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/preact';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { DelegatedRequestView, DraftBody, DraftReply, ExportBody, RequestView, SealedEnvelope, SubmitResponseBody } from '@lateral/contracts';
import { attestedWords, type RequestBody } from '@lateral/envelope/words';
import type { Letter, OpenedMessage } from '../../apps/desk/src/crypto/protocol.js';
import { newQueries } from '../../apps/desk/src/data/queries.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../../apps/desk/src/new-check/check-draft.js';
import { composeRequests } from '../../apps/desk/src/new-check/compose.js';
import { Announcer } from '../../apps/desk/src/frame/announcer.js';
import { DeskContext, type Desk } from '../../apps/desk/src/frame/desk.js';
import { Drafts } from '../../apps/desk/src/frame/drafts.js';
import { TestClock } from '../../apps/desk/src/frame/test-clock.js';
import { HubProblem } from '../../apps/desk/src/hub/hub.js';
import type { Unsealed, Wanted } from '../../apps/desk/src/keeper/keeper.js';
import { RequestPage } from '../../apps/desk/src/answer/request-page.js';
import { Component as ForOthersPage } from '../../apps/desk/src/inbox/for-others-page.js';
import { InboxPage } from '../../apps/desk/src/inbox/inbox-page.js';
import type { Language } from '../../apps/desk/src/words/languages.js';
import { startWords } from '../../apps/desk/src/words/start-words.js';
import { shippedLaw, someAgency } from './shipped-law.js';

export const NOW = '2026-11-22T10:43:00.000Z';
const council = { ...someAgency('council', 'LA_CSC', 'W'), name: { en: 'Cardiff Council', cy: 'Cyngor Caerdydd' } };
const police = someAgency('heddlu', 'POLICE', 'W');
const law = await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']);
export const policyDocument = { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' };
const [asked] = composeRequests({
  ...emptyCheck({ check: 'c', language: 'en', now: new Date(NOW) }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Corey', family: 'Ashdown' }, { ...emptyPerson('p2', 'parent'), given: 'Leanne', family: 'Ashdown', address: '1 Hidden Row', isHidden: true }], asked: [emptyAgency('heddlu', ['police.address_calls', 'police.weapons'])],
  why: 'A child said at school that the kitchen is locked at night, and only police can say whether anybody was called there.', referralReason: 'Said at school.', serviceHistory: 'None.',
}, { law, policyDocument, on: '2026-11-22', own: council, agencies: [council, police], asker: undefined })!;
export const question = asked!.body as RequestBody;

const envelope = { to: 'heddlu', createdAt: NOW, collectedAt: null, supersededBy: null, erasedAt: null };
export const view: RequestView = {
  id: 'r-1', check: 'c-1', reference: 'LAT-7F3K-92', asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'red', state: 'acknowledged', version: 2, notice: 'delivered', sentAt: '2026-11-22T10:00:00.000Z', dueAt: '2026-11-22T12:40:00.000Z', dueRule: 'r',
  acknowledgedAt: '2026-11-22T10:02:00.000Z', endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [{ ...envelope, id: 'e-1', type: 'request', from: 'council' }],
};
const opened: OpenedMessage = {
  ok: true, message: 'e-1', body: question, narrative: asked!.narrative, attachments: [], signer: { agency: 'council', member: 'm9' }, created: NOW, expires: NOW, witness: 'proven', onHubsWord: false, readBy: [], digest: 'digest-1', mismatched: [], keyNews: [],
  record: { ...asked!.judged.record, v: 1, type: 'justification', check: 'c-1', request: 'r-1', message: 'e-1', agency: 'council', salt: '', words: attestedWords(question, asked!.narrative) },
};

/** The desk of a police responder with one request, a hub and a worker that can be told to fail. */
export class AnsweringDesk {
  readonly clock = new TestClock(NOW);
  readonly queries = newQueries();
  readonly letters: Letter[] = [];
  readonly sent: { body: SubmitResponseBody; key: string }[] = [];
  readonly confirmed: string[][] = [];
  readonly drafts = new Map<string, DraftReply>();
  readonly held: [string | null, string | null][] = [];
  /** Requests that a colleague takes just before, by whom; null where the hub falls silent instead. */
  readonly taken = new Map<string, string | null>();
  readonly recused: string[] = [];
  readonly exported: [string, ExportBody][] = [];
  readonly files = new Map<string, number>();
  inbox: RequestView[] = [view];
  delegated: DelegatedRequestView[] = [];
  roles: string[] = ['responder'];
  unsealed: Unsealed = { envelope: 'e-1', opened };
  readonly openedBy = new Map<string, OpenedMessage>();
  mayOpen = true;
  /** Envelopes of which the hub has nothing left to hand over. */
  erased: string[] = [];
  /** Of the own agency; null where it has said none. */
  policy: typeof policyDocument | null = policyDocument;
  /** The hub's next list is a while coming. */
  isListSlow = false;
  openings = 0;
  failure: HubProblem | null = null;
  private ids = 0;

  readonly hub = {
    newKey: () => `key-${this.ids += 1}`,
    request: async (id: string) => this.inbox.find((each) => each.id === id) ?? Promise.reject(new HubProblem(404, 'not-found')), inbox: async () => (this.isListSlow ? new Promise(() => undefined) : { items: this.inbox, next: null }), delegated: async () => ({ items: this.delegated, next: null }),
    catalogue: async () => ({ document: law.catalogue.document }), questionPacks: async () => ({ packs: law.packs }), deadlines: async () => law.deadlines,
    agreements: async () => ({ agreements: law.agreements.map((each) => ({ ...each, state: 'published' })), next: null }), agencies: async () => [], memberNames: async () => [], ownContact: async () => ({ policyDocument: this.policy }), contacts: async () => [{ agency: 'council', phone: '029 2018 0000' }],
    holdRequest: async (id: string, { from, to }: { from: string | null; to: string | null }) => {
      const holder = this.taken.get(id);
      if (holder === null) throw new HubProblem(0, 'away');
      if (holder !== undefined) {
        this.inbox = this.inbox.map((each) => (each.id === id ? { ...each, heldBy: holder } : each));
        throw new HubProblem(409, 'holder-changed', { type: '', title: '', status: 409, code: 'holder-changed', detail: '', holder } as never);
      }
      this.held.push([from, to]);
      return { holder: to };
    },
    recuseFromRequest: async (id: string) => { this.recused.push(id); this.inbox = this.inbox.filter((each) => each.id !== id); return null; },
    recordExport: async (reference: string, body: ExportBody) => {
      if (this.failure !== null) throw this.failure;
      this.exported.push([reference, body]);
      return null;
    },
    drafts: async () => [...this.drafts.values()], draft: async (id: string) => this.drafts.get(id) ?? null, deleteDraft: async (id: string) => { this.drafts.delete(id); return null; },
    putDraft: async (id: string, body: DraftBody) => {
      this.drafts.set(id, { ...body, id, version: body.version + 1, updatedAt: NOW, by: this.drafts.get(id)?.by ?? 'm1', bytes: 1 });
      return { id, state: body.state, version: body.version + 1, updatedAt: NOW };
    },
    putAttachment: async (id: string, ciphertext: Uint8Array) => { this.files.set(id, ciphertext.length); },
    respond: async (_id: string, body: SubmitResponseBody, key: string) => {
      this.sent.push({ body, key });
      if (this.failure !== null) throw this.failure;
      return {};
    },
  };
  private secrets = {
    ask: async (kind: string, given: { value?: unknown; sealed?: string; draft?: string; id?: string; mime?: string; bytes?: Uint8Array }) => {
      if (kind === 'seal-draft') return { ok: true, sealed: JSON.stringify(given.value) };
      if (kind === 'seal-attachment') return { ok: true, ciphertext: given.bytes, key: { id: given.id, name: 'n', mime: given.mime, size: 1, plaintextDigest: 'd', length: 1, digest: 'd', key: 'k' } };
      return { ok: true, value: JSON.parse(given.sealed ?? 'null') as unknown, by: this.drafts.get(given.draft ?? '')?.by ?? 'm1' };
    },
  };
  private keeper = {
    known: { agencies: [council, police], colleagues: [] }, mayOpen: () => this.mayOpen,
    openAll: async (_me: unknown, wanted: readonly Wanted[]) => { this.openings += 1; if (wanted.some(({ envelope: id }) => this.erased.includes(id))) throw new HubProblem(410, 'erased'); return wanted.map(({ envelope: id }): Unsealed => { const other = this.openedBy.get(id); return other === undefined ? this.unsealed : { envelope: id, opened: other }; }); },
    seal: async (_me: unknown, letters: readonly Letter[]) => { this.letters.push(...letters); return letters.map(({ message }) => ({ message }) as unknown as SealedEnvelope); },
    confirm: async (_action: string, objects: string[]) => { this.confirmed.push(objects); },
  };

  async show(path = '/inbox/r-1', language: Language = 'en'): Promise<RenderResult> {
    await startWords(language);
    const { hub, secrets, keeper, clock } = this;
    const standing = { phase: 'unlocked', me: { agency: 'heddlu', member: 'm1', roles: this.roles } };
    const newId = (): string => `id-${this.ids += 1}`;
    const desk = {
      hub, secrets, keeper, now: clock.now, timers: clock, newId, session: { hear: () => () => undefined, now: () => standing },
      drafts: new Drafts({ hub: hub as never, secrets: secrets as never, timers: clock, now: clock.now, newId }), announcer: new Announcer({ now: clock.now, timers: clock }),
    } as unknown as Desk;
    const routes = <Routes><Route path="/inbox" element={<InboxPage />} /><Route path="/inbox/:request" element={<RequestPage />} /><Route path="/inbox/for-others/:request" element={<ForOthersPage />} /></Routes>;
    return render(<DeskContext.Provider value={desk}><QueryClientProvider client={this.queries}><MemoryRouter initialEntries={[path]}>{routes}</MemoryRouter></QueryClientProvider></DeskContext.Provider>);
  }
}
