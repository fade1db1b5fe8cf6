import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { settled } from '../../../../test/world/at-the-screen.js';
import { asker, Presses, type, type Asker } from '../../../../test/world/checking-desk.js';
import { answerBody, check, envelope, item, questionBody, request, unsealed } from '../check/wanted.examples.js';
import { Component as DecidePage } from './decide-page.js';

const asked = (id: string, agency: string) => envelope(`q-${id}`, 'request', 'council', { to: agency, createdAt: '2026-11-22T08:00:00.000Z' });
const taken = check([
  request('r1', 'heddlu', { state: 'answered', answer: { type: 'FULL', items: 1, at: '2026-11-22T09:00:00.000Z', message: 'a1' }, envelopes: [asked('r1', 'heddlu'), envelope('a1', 'response', 'heddlu', { createdAt: '2026-11-22T09:00:00.000Z' })] }),
  request('r2', 'iechyd', { state: 'withdrawn', envelopes: [asked('r2', 'iechyd')] }),
], { state: 'withdrawn' });
const messages = [unsealed('q-r1', questionBody()), unsealed('q-r2', questionBody()), unsealed('a1', answerBody({ items: [item('i1')] }))];
afterEach(() => { cleanup(); });

async function begun(erased: string[] = []): Promise<{ desk: Asker; presses: Presses }> {
  return { desk: await asker({ check: taken, messages, erased }, { '/checks/:reference/decide': DecidePage }, '/checks/LAT-7F3K-92/decide'), presses: new Presses() };
}

describe('a check that was taken back', () => {
  it('has what follows recorded on the terms of its own questions, and opens nothing else', async () => {
    const { desk, presses } = await begun();
    expect(screen.queryByRole('button', { name: /^Read everything/u })).toBeNull();
    await presses.press('button', 'Open what was asked');
    expect(desk.opened).toEqual(['q-r1', 'q-r2']);
    expect(desk.gestures).toEqual([{ action: 'open-content', objects: ['q-r1', 'q-r2'] }]);
    expect(screen.queryByRole('button', { name: 'Open what was asked' })).toBeNull();
    await presses.press('radio', 'No further action');
    await type('Why?', 'Sent to the wrong partnership: the family lives elsewhere.');
    await type('Why not a strategy discussion?', 'Nothing was asked of the right agencies.');
    fireEvent.submit(document.querySelector('form')!);
    await settled();
    expect(desk.log.map(({ act }) => act)).toEqual(['recordDecision', 'tellOutcome', 'tellOutcome']);
    expect(desk.letters.map(({ type: kind }) => kind)).toEqual(['decision', 'outcome', 'outcome']);
  });

  it('says first that they have to be opened', async () => {
    const { desk } = await begun();
    fireEvent.submit(document.querySelector('form')!);
    await settled();
    expect(document.querySelector('.govuk-error-summary a')?.textContent).toBe('Open what was asked first: the decision is recorded on its terms');
    expect(desk.log).toEqual([]);
  });

  it('says where its questions were erased by law', async () => {
    const { presses } = await begun(['q-r1', 'q-r2']);
    await presses.press('button', 'Open what was asked');
    expect([document.body.textContent?.includes('What was sealed here has been erased for good, by law. Its records remain.'), screen.queryByRole('button', { name: 'Open what was asked' })]).toEqual([true, null]);
  });
});
