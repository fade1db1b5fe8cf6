import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftReply } from '@lateral/contracts';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { ASKED, keepingDrafts, law, NOW, OWN, POLICY, showDesk, type Shown } from '../../../../test/world/asking-desk.js';
import type { Wanted } from '../keeper/keeper.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../new-check/check-draft.js';
import { composeRequests } from '../new-check/compose.js';
import { Component as AskPage } from './ask-page.js';
import { Component as QuestionPage } from './question-page.js';
import { check, opened, request } from './wanted.examples.js';

const [composed] = composeRequests({
  ...emptyCheck({ check: 'c1', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'amber', threshold: 's47', referralReason: 'What was said at school.', people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd' }], asked: [emptyAgency('heddlu', ['police.address_calls'])],
  why: 'A child said at school that the kitchen is locked at night, and only these agencies can say whether the home was visited for that.', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child',
}, { law, policyDocument: POLICY, on: '2026-11-23', own: OWN, agencies: [OWN, ...ASKED], asker: undefined })!;
const question = (id: string) => opened(id, composed!.body, { narrative: composed!.narrative, record: { v: 1, type: 'justification', check: 'c1', request: 'r1', message: id, salt: 's', words: [], ...composed!.record } });
const two = check([request('r1', 'heddlu'), request('r2', 'bwrdd')], { urgency: 'amber' });
const AT = '/checks/LAT-7F3K-92';
const routes = [{ path: '/checks/:reference/ask', Component: AskPage }, { path: '/checks/:reference/requests/:request/question', Component: QuestionPage }, { path: '*', element: <h1>elsewhere</h1> }];

/** What somebody made of the chronology: it belongs to the check too, and is nobody's question. */
const comments: DraftReply = { id: 'kept-note', kind: 'note', check: two.reference, request: null, readers: 'self', state: 'writing', version: 4, by: 'u-1', updatedAt: '2027-01-01T10:00:00.000Z', bytes: 1, sealed: JSON.stringify({ v: 1, value: { v: 1, leftOut: [], joined: [], apart: [], comments: { 'a1/i1': 'Third in a month.' } }, field: null }) };
let drafts: Map<string, DraftReply>;
let asked: string[];
beforeEach(() => { [drafts, asked] = [new Map([[comments.id, comments]]), []]; });
afterEach(cleanup);

async function show(path: string, answers: object = {}, change: Parameters<typeof opened>[2] = {}): Promise<Shown> {
  const did = (act: string) => async (of: string): Promise<object> => { asked.push(`${act} ${of}`); return {}; };
  const shown = await showDesk(routes, `${AT}${path}`, { check: async () => two, askFurther: did('askFurther'), correctRequest: did('correctRequest'), ...keepingDrafts(drafts), ...answers }, { mayOpen: () => true, openAll: async (_: unknown, wanted: Wanted[]) => wanted.map(({ envelope }) => ({ envelope, opened: { ...question(envelope), ...change } })) });
  await settled();
  return shown;
}
/** The page goes, with whatever is in clear in it, and somebody comes back to it. */
async function again(path: string): Promise<Shown> {
  cleanup();
  await settled();
  return show(path);
}
const kept = (): (readonly [string, string | null, string | null])[] => [...drafts.values()].filter(({ id }) => id !== comments.id).map(({ kind, check: of, request: about }) => [kind, of, about]);
const words = (): string => (document.getElementById('more') as HTMLTextAreaElement).value;
const press = async (role: 'button' | 'radio', name: string): Promise<void> => { fireEvent.click(screen.getByRole(role, { name })); await settled(); };

describe('a follow-up question', () => {
  it('is still there after the page was gone, for that request alone', async () => {
    await show('/requests/r1/question');
    await write(document.getElementById('more')!, { value: 'Who was there on 3 March?' });
    await again('/requests/r1/question');
    expect([words(), kept()]).toEqual(['Who was there on 3 March?', [['note', two.reference, 'r1']]]);
    await again('/requests/r2/question');
    expect(words()).toBe('');
  });

  it('is kept no longer once it is sent, and nothing else is thrown away with it', async () => {
    await show('/requests/r1/question');
    await write(document.getElementById('more')!, { value: 'Who was there on 3 March?' });
    await again('/requests/r1/question');
    await press('button', 'Encrypt and send');
    expect([asked, [...drafts.keys()]]).toEqual([['correctRequest r1'], [comments.id]]);
    expect(drafts.get(comments.id)).toBe(comments);
  });

  it('shows the reason that goes with it past a warning, where one was given for the question before', async () => {
    const { record } = question('q-r1');
    const gonePast: typeof record = { ...record, categories: ['police.address_calls', 'gp.concerns'], acknowledgements: [{ finding: 'agreement-does-not-cover', reason: 'checked_with_manager' }] };
    await show('/requests/r1/question', {}, { record: gonePast });
    await write(document.getElementById('more')!, { value: 'Who was there on 3 March?' });
    const reason = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Why may it go all the same?' });
    expect((await screen.findByRole<HTMLSelectElement>('combobox')).value).toBe('checked_with_manager');
    await write(reason(), { value: 'risk_outweighs' });
    expect(reason().value).toBe('risk_outweighs');
  });

  it('is not asked for before what was kept is here', async () => {
    await show('/requests/r1/question', { drafts: () => new Promise(() => undefined) });
    expect(document.getElementById('more')).toBeNull();
  });
});

describe('another agency', () => {
  it('is still chosen after the page was gone, with its questions and the words to it', async () => {
    await show('/ask');
    await press('radio', 'tai');
    const ticked = document.querySelectorAll('input[type=checkbox]:checked').length;
    await write(document.getElementById('more')!, { value: 'Who holds the tenancy?' });
    await again('/ask');
    expect([words(), (screen.getByRole('radio', { name: 'tai' }) as HTMLInputElement).checked, document.querySelectorAll('input[type=checkbox]:checked').length]).toEqual(['Who holds the tenancy?', true, ticked]);
    expect(kept()).toEqual([['check', two.reference, null]]);
    await press('button', 'Encrypt and send');
    expect([asked, [...drafts.keys()]]).toEqual([[`askFurther ${two.reference}`], [comments.id]]);
  });

  it('is not chosen before what was kept is here', async () => {
    await show('/ask', { drafts: () => new Promise(() => undefined) });
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
