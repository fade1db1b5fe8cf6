import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckView, ResponseCodes } from '@lateral/contracts';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { Component as AnswersPage } from '../answers/answers-page.js';
import { Component as ChronologyPage } from '../chronology/chronology-page.js';
import { Component as DecidePage } from '../decide/decide-page.js';
import { HubProblem } from '../hub/hub.js';
import type { Unsealed } from '../keeper/keeper.js';
import { asker, Presses, type, type Asker, type AskerWorld } from '../../../../test/world/checking-desk.js';
import { Component as CheckPage } from './check-page.js';
import { answerBody, check, envelope, item, questionBody, request, unsealed } from './wanted.examples.js';

const Board = (): null => null;
const PAGES = { '/checks': Board, '/checks/:reference': CheckPage, '/checks/:reference/answers': AnswersPage, '/checks/:reference/answers/:request': AnswersPage, '/checks/:reference/chronology': ChronologyPage, '/checks/:reference/decide': DecidePage };
const AT = '/checks/LAT-7F3K-92';
const at = (time: string): { createdAt: string } => ({ createdAt: `2026-11-22T${time}:00.000Z` });
const asked = (id: string, agency: string, state: 'answered' | 'nothing_held' | 'refused' | 'acknowledged', answer: CheckView['requests'][number]['answer']): CheckView['requests'][number] => request(id, agency, {
  state, answer, endedAt: state === 'acknowledged' ? null : '2026-11-22T09:00:00.000Z', envelopes: [envelope(`q-${id}`, 'request', 'council', at('08:00')), ...(answer === null ? [] : [envelope(answer.message, 'response', agency, at('09:00'))])],
});
const codes = (type: NonNullable<CheckView['requests'][number]['answer']>['type'], items: number, message: string): NonNullable<CheckView['requests'][number]['answer']> => ({ type, items, at: '2026-11-22T09:00:00.000Z', message });
const four = check([
  asked('r1', 'heddlu', 'answered', codes('FULL', 2, 'a1')), asked('r2', 'iechyd', 'answered', codes('PARTIAL', 1, 'a2')), asked('r3', 'ysgol', 'nothing_held', codes('NO_TRACE', 0, 'a3')), asked('r4', 'tai', 'refused', codes('DECLINED', 0, 'a4')),
]);
const messages: Unsealed[] = [
  ...['r1', 'r2', 'r3', 'r4'].map((id) => unsealed(`q-${id}`, questionBody({ serviceHistory: '03/03/2024 Referral from school.' }))),
  unsealed('a1', answerBody({ items: [item('i1', { text: 'Corey Ashdown seen with a bruise to the left arm at home.', handling: 'may_not_tell_family' }), item('i2', { text: 'Call-out, shouting heard.', eventDate: '2025-11-01' })] })),
  unsealed('a2', answerBody({ responseType: 'PARTIAL', items: [item('i1', { text: 'Corey Ashdown seen with a bruise to the left arm.', nature: 'professional_opinion' })] })),
  unsealed('a3', answerBody({ responseType: 'NO_TRACE', items: [] })), unsealed('a4', answerBody({ responseType: 'DECLINED', items: [], refusalGround: 'source_protection', writtenReasons: 'It would show who told us.' })),
];
const world = (change: Partial<AskerWorld> = {}): AskerWorld => ({ check: four, messages, ...change });
const rowsIn = (): Element[] => [...document.querySelectorAll('.desk-chronology tbody tr')];
const rows = (): string[] => rowsIn().map((row) => row.querySelector('th')?.textContent ?? row.textContent ?? '');
const flow = async (change: Partial<AskerWorld> = {}, path = AT): Promise<{ desk: Asker; presses: Presses }> => ({ desk: await asker(world(change), PAGES, path), presses: new Presses() });

afterEach(() => { cleanup(); });

describe('four answers and one chronology', () => {
  it('take two presses and one gesture from the check\'s page: with unlocking and the board well within eight', async () => {
    const { desk, presses } = await flow();
    await presses.press('button', 'Read everything (8 sealed messages)');
    await presses.press('link', 'Chronology');
    expect(rows()).toEqual(['3 March 2024', 'No contact recorded with any agency, 19 months', '1 November 2025', '3 March 2026', '3 March 2026']);
    expect([presses.made.length, desk.gestures]).toEqual([2, [{ action: 'open-content', objects: ['q-r1', 'a1', 'q-r2', 'a2', 'q-r3', 'a3', 'q-r4', 'a4'] }]]);
    // Limits stand above it, whatever is shown.
    expect(screen.getByText('The family may not be told: 1 entry')).toBeTruthy();
  });

  it('opens nothing by itself', async () => {
    const { desk } = await flow();
    expect([desk.gestures, desk.opened]).toEqual([[], []]);
    expect([screen.getByText('Names and question are sealed until you open them.'), screen.getByText('2 items. All of it shared')].every(Boolean)).toBe(true);
  });

  it('joins what may be one event, keeps both sources, and parts them again', async () => {
    const { presses } = await flow({}, AT);
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'Chronology');
    expect(screen.getByText('heddlu and iechyd may describe the same event, 3 March 2026.')).toBeTruthy();
    await presses.press('button', /^Join/u);
    expect(rows()).toHaveLength(4);
    const last = rowsIn().at(-1)!.textContent ?? '';
    expect(['heddlu; iechyd', 'at home.', 'left arm.', 'The family may not be told'].filter((part) => !last.includes(part))).toEqual([]);
    await presses.press('button', /^Part again/u);
    expect([rows().length, screen.queryByText(/may describe/u)]).toEqual([5, null]);
  });

  it('is filtered when somebody presses for it, and no filter takes a limit away', async () => {
    const { presses } = await flow();
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'Chronology');
    await presses.press('checkbox', 'iechyd');
    expect(rows()).toHaveLength(5);
    await presses.press('button', 'Apply the filter');
    expect(rows()).toEqual(['3 March 2026']);
    expect([screen.getByText('3 entries are not shown because of your filter.'), screen.getByText('The family may not be told: 1 entry')].every(Boolean)).toBe(true);
  });

  it('says what is wrong with a day, and shows everything again', async () => {
    const { presses } = await flow();
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'Chronology');
    const from = within(screen.getByRole('group', { name: 'From' }));
    enter(from.getByLabelText('Day'), { value: '31' });
    await presses.press('button', 'Apply the filter');
    expect([document.title, document.querySelector('.govuk-error-summary a')?.getAttribute('href')]).toEqual(['Error: Chronology – Lateral', '#from-day']);
    await presses.press('button', 'Show everything');
    expect([rows().length, document.querySelector('.govuk-error-summary')]).toEqual([5, null]);
  });
});

describe('answers', () => {
  it('tell refused and nothing held apart, show what binds, and what is marked goes to the decision', async () => {
    const { presses } = await flow();
    await presses.press('button', /^Read everything/u);
    expect(screen.getAllByText('Do not tell the family this came from us')).toHaveLength(1);
    await presses.press('link', 'All answers');
    for (const said of ['Nothing held. They looked and found no record.', 'Ground: protection of a source', 'It would show who told us.']) expect(screen.getByText(said)).toBeTruthy();
    await presses.press('radio', 'Yes');
    await presses.press('link', 'Decide');
    expect([...document.querySelectorAll<HTMLInputElement>('input[name=relied]:checked')].map((box) => box.labels?.[0]?.textContent)).toEqual(['Corey Ashdown seen with a bruise to the left arm at home.']);
  });

  it.each([['share_all', /^Known, no concern/u], ['share_part', /does not say that there is no concern/u]] as const)('say of known people which nothing it is: %s', async (decision, said) => {
    const response: ResponseCodes = { type: 'KNOWN_NO_CONCERN', decision, refusalGround: null, systems: [], searched: [], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null };
    const known = unsealed('a1', answerBody({ responseType: 'KNOWN_NO_CONCERN', items: [] }));
    const given = { ...known, opened: { ...known.opened!, record: { ...known.opened!.record, response } } };
    const { presses } = await flow({ check: check([asked('r1', 'heddlu', 'answered', codes('KNOWN_NO_CONCERN', 0, 'a1'))]), messages: [messages[0]!, given] });
    expect(screen.getByText('Known, nothing to share')).toBeTruthy();
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'All answers');
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('that cannot be proven are an interruption, and nothing of them is shown', async () => {
    const { presses } = await flow({ messages: messages.map((each) => (each.envelope === 'a1' ? { envelope: 'a1', opened: null, code: 'signature-invalid', step: 1 } : each)) });
    await presses.press('button', /^Read everything/u);
    expect(screen.getByText('Do not rely on the answer')).toBeTruthy();
    await presses.press('link', 'All answers');
    expect(screen.getByText('Do not rely on this answer')).toBeTruthy();
    expect(screen.getByText('Phone them on 029 2018 0000.')).toBeTruthy();
    expect(document.body.textContent).not.toContain('shouting heard');
  });

  it('that came too late to be opened for the first time are called that, and not forged', async () => {
    const { presses } = await flow({ messages: messages.map((each) => (each.envelope === 'a1' ? { envelope: 'a1', opened: null, code: 'expired', step: 8 } : each)) });
    await presses.press('button', /^Read everything/u);
    expect(screen.queryByText('Do not rely on the answer')).toBeNull();
    await presses.press('link', 'All answers');
    expect(screen.getByText(/^This answer was sent too long ago/u)).toBeTruthy();
    expect(screen.queryByText('Do not rely on this answer')).toBeNull();
  });
});

describe('an answer that is no message', () => {
  it.each([['en', 'This answer could not be read. Its sender does not know that. Phone them.', '029 2018 0000'], ['cy', 'Ni ellid darllen yr ateb hwn. Nid yw’r anfonwr yn gwybod hynny. Ffoniwch nhw.', '029 2018 0000']] as const)('is said in %s to have reached nobody, with whom to phone', async (language, said, phone) => {
    const { presses } = await flow({ language, messages: messages.map((each) => (each.envelope === 'a1' ? { envelope: 'a1', opened: null, code: 'content-mismatch', step: 7 } : each)) }, `${AT}/answers`);
    await presses.press('button', language === 'en' ? /^Read everything/u : /^Darllen popeth/u);
    const place = [...document.querySelectorAll('.govuk-inset-text')].find(({ textContent }) => textContent?.includes(said));
    expect([place !== undefined, place?.textContent?.includes(phone)]).toEqual([true, true]);
  });
});

describe('a decision', () => {
  it('takes three presses and one gesture, and tells everybody', async () => {
    const { desk, presses } = await flow();
    await presses.press('button', /^Read everything/u);
    const before = presses.made.length;
    await presses.press('link', 'Decide');
    await presses.press('radio', 'Strategy discussion');
    await type('Why?', 'Three visits in a month, and a bruise.');
    await presses.press('button', 'Record it and tell 4 agencies');
    expect(presses.made.length - before).toBe(3);
    expect(desk.gestures.map(({ action, objects }) => [action, objects.length])).toEqual([['open-content', 8], ['send-share', 5]]);
    expect(desk.log.map(({ act, of }) => [act, of])).toEqual([['recordDecision', 'LAT-7F3K-92'], ['tellOutcome', 'r1'], ['tellOutcome', 'r2'], ['tellOutcome', 'r3'], ['tellOutcome', 'r4']]);
    expect(desk.letters.map(({ type, body }) => [type, 'used' in body ? body.used : null])).toEqual([['decision', null], ['outcome', 'no'], ['outcome', 'no'], ['outcome', 'yes'], ['outcome', 'yes']]);
    expect(screen.getByText('4 agencies were told.')).toBeTruthy();
  });

  it('asks for what is missing, and why not a strategy discussion of a red check', async () => {
    const open = { ...four, requests: [...four.requests, asked('r5', 'prob', 'acknowledged', null)] };
    const { desk, presses } = await flow({ check: open, messages: [...messages, unsealed('q-r5', questionBody())] });
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'Decide');
    expect(screen.getByText('prob has not answered. Decide anyway?')).toBeTruthy();
    await presses.press('radio', 'No further action');
    await presses.press('button', /^Record it/u);
    const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);
    expect(summary()).toEqual(['Enter why it is decided without them', 'Enter why not a strategy discussion', 'Enter why']);
    expect([document.title, desk.log]).toEqual(['Error: Decide – Lateral', []]);
    for (const link of document.querySelectorAll('.govuk-error-summary a')) expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
  });

  it('says who was not told, and tells only them', async () => {
    const refusals = new Map([['tellOutcome r2', new HubProblem(503, 'unavailable')]]);
    const { desk, presses } = await flow({ refusals });
    await presses.press('button', /^Read everything/u);
    await presses.press('link', 'Decide');
    await presses.press('radio', 'Strategy discussion');
    await type('Why?', 'Because.');
    await presses.press('button', /^Record it/u);
    expect([screen.getByText('Not told: iechyd.'), screen.getByText('Told: heddlu, ysgol, tai.')].every(Boolean)).toBe(true);
    refusals.clear();
    const before = desk.log.length;
    await presses.press('button', 'Tell the rest');
    expect(desk.log.slice(before).map(({ act, of }) => [act, of])).toEqual([['tellOutcome', 'r2']]);
    expect([desk.letters.length, screen.getByText('4 agencies were told.') !== null]).toEqual([5, true]);
  });
});

describe('the check\'s page', () => {
  it('does not move under the pointer when an answer comes, and says that there is one', async () => {
    const waiting = { ...four, requests: four.requests.map((view) => (view.id === 'r1' ? asked('r1', 'heddlu', 'acknowledged', null) : view)) };
    const { desk, presses } = await flow({ check: waiting });
    fireEvent.pointerEnter(screen.getByRole('heading', { name: 'Agencies' }).parentElement!);
    desk.world.check = four;
    await desk.refetch();
    await settled();
    expect(screen.queryByText('2 items. All of it shared')).toBeNull();
    await presses.press('button', 'Show 1 new answer');
    expect(screen.getByText('2 items. All of it shared')).toBeTruthy();
  });

  it('says of what was closed unanswered no time in which it was answered', async () => {
    await flow({ check: check([request('r1', 'heddlu', { state: 'expired', endedAt: '2026-11-22T09:00:00.000Z' })], { state: 'closed' }) });
    expect(screen.getByText('Closed unanswered').parentElement?.textContent).toBe('Closed unanswered. No longer waited for');
  });

  it('tells that somebody was reminded lately', async () => {
    const waiting = check([asked('r1', 'heddlu', 'acknowledged', null)]);
    const { presses } = await flow({ check: waiting, refusals: new Map([['remind r1', new HubProblem(429, 'too-many-requests')]]) });
    await presses.press('button', 'Remind of heddlu');
    expect(screen.getByText('heddlu was reminded less than an hour ago. Use the telephone.')).toBeTruthy();
  });

  it('is left for good by whoever knows somebody, after they were told what it does', async () => {
    const { desk, presses } = await flow();
    await presses.press('button', 'I know someone in this');
    expect(desk.log).toEqual([]);
    expect(document.activeElement?.textContent).toBe('You know someone in this');
    await presses.press('button', 'Leave this check');
    expect([desk.log.map(({ act }) => act), desk.path()]).toEqual([['recuseFromCheck'], '/checks']);
  });

  it('hides names until somebody asks for one', async () => {
    const { presses } = await flow();
    await presses.press('button', /^Read everything/u);
    expect(screen.getByText('Corey Ashdown')).toBeTruthy();
    await presses.press('button', 'Hide names');
    expect(screen.queryByText('Corey Ashdown')).toBeNull();
    await presses.press('button', 'C A Show this name');
    expect(screen.getByText('Corey Ashdown')).toBeTruthy();
    await presses.press('button', 'Hide names');
  });

  it('is in Welsh too', async () => {
    await flow({ language: 'cy' });
    expect([document.title, screen.getByRole('button', { name: 'Darllen popeth (8 neges dan sêl)' }) !== null]).toEqual(['Gwiriad – Lateral', true]);
    expect(document.body.textContent).not.toMatch(/\b(?:the|check|answer|Nothing held)\b/u);
  });
});
