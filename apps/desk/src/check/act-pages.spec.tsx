import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { HubProblem } from '../hub/hub.js';
import { asker, Presses, type, type Asker } from '../../../../test/world/checking-desk.js';
import { Component as CheckPage } from './check-page.js';
import { Component as DuePage } from './due-page.js';
import { Component as UrgencyPage } from './urgency-page.js';
import { check, request } from './wanted.examples.js';
import { Component as WithdrawPage } from './withdraw-page.js';

const PAGES = { '/checks/:reference': CheckPage, '/checks/:reference/urgency': UrgencyPage, '/checks/:reference/withdraw': WithdrawPage, '/checks/:reference/requests/:request/withdraw': WithdrawPage, '/checks/:reference/requests/:request/due': DuePage };
const one = check([request('r1', 'heddlu')]);
const flow = async (refusals = new Map<string, HubProblem>()): Promise<{ desk: Asker; presses: Presses }> => ({ desk: await asker({ check: one, messages: [], refusals }, PAGES, '/checks/LAT-7F3K-92'), presses: new Presses() });
const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);

afterEach(() => { cleanup(); });

describe('acts on a check', () => {
  it('change its urgency with a reason, and say which times stay', async () => {
    const { desk, presses } = await flow();
    await presses.press('link', 'Change urgency');
    expect(document.body.textContent).toContain('heddlu: midday today');
    await presses.press('button', 'Change urgency');
    expect(summary()).toEqual(['Choose another urgency', 'Choose why it changes']);
    await presses.press('radio', 'Green');
    await type('Why does it change?', 'risk_reduced');
    await presses.press('button', 'Change urgency');
    expect(desk.log).toEqual([{ act: 'rateCheck', of: 'LAT-7F3K-92', what: { version: 4, urgency: 'green', reason: 'risk_reduced' } }]);
    expect([desk.path(), document.body.textContent?.includes('The urgency was changed.')]).toEqual(['/checks/LAT-7F3K-92', true]);
  });

  it('take it back whole, after saying what that does, and say that it is done', async () => {
    const { desk, presses } = await flow();
    await presses.press('link', 'Take the whole check back');
    await presses.press('button', 'Take it back');
    expect([summary(), desk.log]).toEqual([['Choose why'], []]);
    await presses.press('radio', 'Sent in error');
    await presses.press('button', 'Take it back');
    expect([desk.log.map(({ act, what }) => [act, what]), document.querySelector('.govuk-panel__title')?.textContent]).toEqual([[['withdrawCheck', { version: 4, reason: 'sent_in_error' }]], 'The check was taken back.']);
  });

  it('move the due time of one request to a time in London', async () => {
    const { desk, presses } = await flow();
    await presses.press('link', /^Move the due time/u);
    for (const [label, text] of [['Day', '23'], ['Month', '11'], ['Year', '2026'], ['At what time?', '14:30'], ['Why does it move?', 'agreed_with_agency']] as const) await type(label, text);
    await presses.press('button', 'Move a due time');
    expect(desk.log).toEqual([{ act: 'moveDueTime', of: 'r1', what: { version: 2, dueAt: '2026-11-23T14:30:00.000Z', reason: 'agreed_with_agency' } }]);
  });

  it('keep what was chosen where something changed meanwhile, and offer what is there now', async () => {
    const { presses } = await flow(new Map([['withdrawRequest r1', new HubProblem(409, 'version-changed')]]));
    await presses.press('link', /^Take this request back/u);
    await presses.press('radio', 'About the wrong person');
    await presses.press('button', 'Take it back');
    expect(document.querySelector('.govuk-inset-text p')?.textContent).toBe('This changed while you were writing. Your text is safe.');
    await presses.press('button', 'Show what changed');
    expect([summary(), document.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value]).toEqual([[], 'wrong_person']);
  });
});
