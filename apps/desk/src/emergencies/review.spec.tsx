import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftReply, MemberRole, OverrideReviewBody, OverrideView, RequestView } from '@lateral/contracts';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { ASKED, keepingDrafts, law, NOW, OWN, POLICY, showDesk, type Shown } from '../../../../test/world/asking-desk.js';
import { HubProblem } from '../hub/hub.js';
import type { Wanted } from '../keeper/keeper.js';
import { answerBody, envelope, opened, questionBody, request } from '../check/wanted.examples.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { emptyAgency, emptyCheck, emptyPerson, type CheckDraft } from '../new-check/check-draft.js';
import { composeRequests } from '../new-check/compose.js';
import { EmergenciesWaiting } from '../frame/emergencies-waiting.js';
import { Component as ListPage } from './list-page.js';
import { Component as ReviewPage } from './review-page.js';

/* Somebody else looks at an emergency: a record that is said to be complete is complete, and nobody is the judge of their own. */
const WHY = 'A child said at school that the kitchen is locked at night, and only the police can say whether the home was visited for that.';
const written: CheckDraft = {
  ...emptyCheck({ check: 'c1', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', referralReason: 'What was said at school.',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd' }], asked: [emptyAgency('heddlu', ['police.address_calls'])], why: 'Tonight.', override: { reason: 'life_at_risk' },
};
function hurried(check: CheckDraft): OpenedMessage {
  const { body, narrative, record } = composeRequests(check, { law, policyDocument: POLICY, on: '2026-11-23', own: OWN, agencies: [OWN, ...ASKED], asker: undefined })![0]!;
  return opened('q-r1', body, { narrative, record: { v: 1, type: 'justification', check: 'c1', request: 'r1', message: 'q-r1', salt: 's', words: [], ...record } });
}
const used: OverrideView = { request: 'r1', message: 'q-r1', check: 'c1', reference: 'LAT-7F3K-92', asking: 'council', asked: 'heddlu', reason: 'life_at_risk', findings: ['necessity_why', 'consent_not_sought'], usedAt: '2026-11-23T08:00:00.000Z', usedBy: 'u-2', reviewDue: '2026-11-24T17:00:00.000Z', reviewedAt: null, finding: null };
const routes = [{ path: '/board', Component: EmergenciesWaiting }, { path: '/emergencies', Component: ListPage }, { path: '/emergencies/:message', Component: ReviewPage }];

let drafts: Map<string, DraftReply>;
let posted: [string, OverrideReviewBody][];
beforeEach(() => { [drafts, posted] = [new Map(), []]; });
afterEach(cleanup);

async function show(at: string, overrides: OverrideView[] = [used], answers: object = {}, { message = hurried(written), roles = ['senior_practitioner'], open = ({ envelope: of }) => ({ ...message, message: of }) }: { message?: OpenedMessage; roles?: readonly MemberRole[]; open?: (wanted: Wanted) => OpenedMessage } = {}): Promise<Shown> {
  const hub = { overrides: async () => ({ items: overrides, next: null }), request: async (of: string) => request(of, 'heddlu'), reviewOverride: async (of: string, body: OverrideReviewBody) => { posted.push([of, body]); return { message: 'm' }; }, ...keepingDrafts(drafts), ...answers };
  const shown = await showDesk(routes, at, hub, { openAll: async (_: unknown, wanted: Wanted[]) => wanted.map((each) => ({ envelope: each.envelope, opened: open(each) })) }, roles);
  await settled();
  return shown;
}
const press = async (role: 'button' | 'radio', name: string | RegExp): Promise<void> => { fireEvent.click(await screen.findByRole(role, { name })); await settled(); };
const go = (): Promise<void> => press('button', 'Encrypt and record the review');
const type = async (id: string, value: string): Promise<void> => { await write(document.getElementById(id)!, { value }); };
const faults = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map(({ textContent }) => textContent);

describe('the list of emergencies', () => {
  it('leads whoever may review to those that others sent, and tells of those that were reviewed', async () => {
    const own = { ...used, message: 'own', reference: 'LAT-OWN0-01', usedBy: 'u-1' };
    const done = { ...used, message: 'done', reference: 'LAT-DONE-01', reviewedAt: '2026-11-23T09:00:00.000Z', finding: 'not_justified' as const };
    await show('/emergencies', [used, own, done]);
    expect(screen.getAllByRole('link', { name: /^Review/u }).map((link) => link.getAttribute('href'))).toEqual(['/emergencies/q-r1']);
    expect(document.body.textContent).toContain('You sent it. Somebody else reviews it.');
    expect(document.body.textContent).toContain('It should not have been sent as an emergency');
  });

  it('leads nobody to them who may not review', async () => {
    await show('/emergencies', [used], {}, { roles: ['practitioner'] });
    expect(screen.queryAllByRole('link', { name: /^Review/u })).toEqual([]);
    expect(document.body.textContent).toContain('A senior practitioner, approver or team manager reviews it.');
    cleanup();
    await show('/emergencies/q-r1', [used], {}, { roles: ['practitioner'] });
    expect(screen.queryByRole('button', { name: 'Open what was sent' })).toBeNull();
    expect(document.body.textContent).toContain('A senior practitioner, approver or team manager reviews it.');
  });

  it('says what is overdue, and that nothing waits', async () => {
    await show('/emergencies', [{ ...used, reviewDue: '2026-11-23T09:00:00.000Z' }]);
    expect(document.querySelector('.desk-overdue')?.textContent).toMatch(/^Overdue/u);
    cleanup();
    await show('/emergencies', []);
    expect(screen.getByText('No emergency is waiting for a review.')).toBeTruthy();
  });
});

describe('a line on the board', () => {
  const said = (): string | null => document.querySelector('p')?.textContent ?? null;

  it('tells whoever may review of what waits for them, and of what is late; nobody of their own', async () => {
    await show('/board', [used, { ...used, message: 'late', reviewDue: '2026-11-23T09:00:00.000Z' }, { ...used, message: 'own', usedBy: 'u-1' }]);
    expect(said()).toBe('2 emergencies are waiting for your review, the first by 9am today 1 is overdue.');
    cleanup();
    await show('/board', [used], {}, { roles: ['practitioner'] });
    expect(said()).toBeNull();
    cleanup();
    await show('/board', [{ ...used, usedBy: 'u-1' }]);
    expect(said()).toBeNull();
  });
});

describe('the review of an emergency', () => {
  const opens = async (overrides?: OverrideView[], answers?: object, message?: OpenedMessage): Promise<Shown> => {
    const shown = await show('/emergencies/q-r1', overrides, answers, message === undefined ? {} : { message });
    await press('button', 'Open what was sent');
    return shown;
  };

  it('takes a finding and its reason, and is posted once with a record sealed to the own team', async () => {
    const { letters, address } = await opens();
    await go();
    expect([faults(), posted]).toEqual([['Choose what you found', 'Say what you base it on'], []]);
    await press('radio', 'It should not have been sent as an emergency');
    await type('found', 'Nobody was in danger.');
    await go();
    expect([posted.map(([of, { finding }]) => [of, finding]), address()]).toEqual([[['q-r1', 'not_justified']], '/emergencies']);
    expect(letters).toMatchObject([{ type: 'record', to: null, check: 'c1', request: 'r1', body: { type: 'record', text: 'Nobody was in danger.' }, record: { direction: 'asking', override: null } }]);
    expect([screen.getByText('The review is recorded') !== null, drafts.size]).toEqual([true, 0]);
  });

  it('is refused as complete while its record lacks something, at the field that mends it', async () => {
    await opens();
    await press('radio', /its record can be completed/u);
    await type('found', 'It was right.');
    await go();
    expect([posted, document.querySelectorAll('.govuk-error-summary a[href="#why"], .govuk-error-summary a[href="#told"]').length]).toEqual([[], 2]);
    await type('why', WHY);
    await press('radio', 'No, it could increase risk to a child');
    await go();
    expect(posted.map(([, { finding }]) => finding)).toEqual(['right_and_completed']);
  });

  it('has a place for what only a warning asks for', async () => {
    await opens(undefined, undefined, hurried({ ...written, thresholdWhy: '' }));
    await press('radio', /its record can be completed/u);
    expect(document.querySelector('label[for="threshold-why"]')).not.toBeNull();
  });

  it('begins as another message of the same check was reviewed, for as long as nothing is locked', async () => {
    const { go: to } = await opens([used, { ...used, request: 'r2', message: 'q-r2', asked: 'bwrdd' }]);
    await press('radio', /its record can be completed/u);
    await type('found', 'It was right.');
    await type('why', WHY);
    await press('radio', 'No, it could increase risk to a child');
    await go();
    await to('/emergencies/q-r2');
    await settled();
    await press('button', 'Open what was sent');
    expect(document.body.textContent).toContain('Filled in as you reviewed another message of this check.');
    expect([(document.getElementById('found') as HTMLTextAreaElement).value, document.querySelectorAll('input[name=finding]:checked').length, drafts.size]).toEqual(['It was right.', 0, 0]);
    await press('radio', /its record can be completed/u);
    expect((document.getElementById('why') as HTMLTextAreaElement).value).toBe(WHY);
    await go();
    expect(posted.map(([of, { finding }]) => [of, finding])).toEqual([['q-r1', 'right_and_completed'], ['q-r2', 'right_and_completed']]);
  });

  describe('of an answer', () => {
    const answered = { ...used, message: 'a-r1', asking: 'heddlu', asked: 'council' };
    const asked = request('r1', 'council', { asking: 'heddlu', state: 'answered', envelopes: [envelope('q-r1', 'request', 'heddlu', { createdAt: '2026-11-23T07:00:00.000Z' }), envelope('a-r1', 'response', 'council', { createdAt: '2026-11-23T08:00:00.000Z' })] });
    const messages = new Map([['q-r1', opened('q-r1', questionBody())], ['a-r1', opened('a-r1', answerBody(), { record: { ...opened('a-r1', answerBody()).record, direction: 'sharing', urgency: 'red', override: { reason: 'officer_at_door' } } })]]);
    const openedHere: Wanted[] = [];
    const opensAnswer = async (view: RequestView): Promise<Shown> => show('/emergencies/a-r1', [answered], { request: async () => view }, { open: (wanted) => { openedHere.push(wanted); return messages.get(wanted.envelope)!; } });

    it('opens the question beside it, under one gesture, and records what was found as sharing', async () => {
      const { letters, confirmed } = await opensAnswer(asked);
      await press('button', 'Open what was sent');
      expect([confirmed, openedHere.map(({ envelope: of, expected: { inReplyTo } }) => [of, inReplyTo])]).toEqual([[['q-r1', 'a-r1']], [['q-r1', null], ['a-r1', 'digest-q-r1']]]);
      expect([screen.getByText('An answer to heddlu') !== null, document.body.textContent?.includes('What i1 tells of.')]).toEqual([true, true]);
      await press('radio', /cannot be completed any more/u);
      await type('found', 'She was at the door.');
      await go();
      expect([posted.map(([of, { finding }]) => [of, finding]), letters]).toMatchObject([[['a-r1', 'right_and_incomplete']], [{ type: 'record', to: null, record: { direction: 'sharing', override: null } }]]);
    });

    it('is made though the question was taken back later, and says so', async () => {
      await opensAnswer({ ...asked, state: 'withdrawn' });
      await press('button', 'Open what was sent');
      expect(screen.getByText('The question was taken back later.')).toBeTruthy();
      expect(document.body.textContent).toContain('What i1 tells of.');
      await press('radio', /should not have been sent/u);
      await type('found', 'Nobody was at the door.');
      await go();
      expect(posted.map(([of, { finding }]) => [of, finding])).toEqual([['a-r1', 'not_justified']]);
    });

    it('opens the one question that it answers, and none that came after it', async () => {
      const corrected = envelope('q-r2', 'request', 'heddlu', { createdAt: '2026-11-23T08:30:00.000Z' });
      const { confirmed } = await opensAnswer({ ...asked, envelopes: [...asked.envelopes.map((each) => (each.id === 'q-r1' ? { ...each, supersededBy: 'q-r2' } : each)), corrected] });
      await press('button', 'Open what was sent');
      expect(confirmed).toEqual([['q-r1', 'a-r1']]);
    });
  });

  it('keeps what was written through a lock', async () => {
    await opens();
    await type('found', 'Nobody was in danger.');
    cleanup();
    await settled();
    await opens();
    expect((document.getElementById('found') as HTMLTextAreaElement).value).toBe('Nobody was in danger.');
    expect([...drafts.values()].map(({ kind, check, request: of }) => [kind, check, of])).toEqual([['decision', 'LAT-7F3K-92', 'r1']]);
  });

  it('shows what a quicker colleague found, and records nothing', async () => {
    const there = [used];
    await opens(there, { reviewOverride: async () => { there[0] = { ...used, reviewedAt: '2026-11-23T09:30:00.000Z', finding: 'not_justified' }; throw new HubProblem(409, 'wrong-state'); } });
    await press('radio', /cannot be completed any more/u);
    await type('found', 'It was right.');
    await go();
    await press('button', /show/iu);
    expect(document.body.textContent).toContain('This was reviewed at');
    expect(document.getElementById('found')).toBeNull();
  });

  it('is nobody\'s own', async () => {
    await show('/emergencies/q-r1', [{ ...used, usedBy: 'u-1' }]);
    expect(document.body.textContent).toContain('You sent this, so somebody else reviews it');
    expect(screen.queryByRole('button', { name: 'Open what was sent' })).toBeNull();
  });
});
