import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk } from '../../../../test/world/answering-desk.js';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { called } from '../words/called.js';
import { answer as cy } from '../words/cy/answer.js';
import { answer as en } from '../words/en/answer.js';
import { LISTS_OF_STACK } from '../justify/lists-of-stack.js';
import { rememberSystems } from './last-systems.js';
import { rememberPolicyDocument } from './policy-document.js';

const WHY = { en: 'It tells whether the child is safe to go home tonight, which the discussion at two has to decide.', cy: 'Mae’n dweud a yw’r plentyn yn ddiogel i fynd adref heno, a rhaid penderfynu hynny am ddau.' };
let desk: AnsweringDesk;
beforeEach(() => { desk = new AnsweringDesk(); rememberSystems('m1', []); rememberPolicyDocument('heddlu', null); });
afterEach(cleanup);

const press = async (element: HTMLElement): Promise<void> => { fireEvent.click(element); await settled(); };
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** Everything said, and stopped by one rule: nobody knows the policy document. */
async function stopped(language: 'en' | 'cy', words: typeof en): Promise<void> {
  desk.policy = null;
  await desk.show('/inbox/r-1', language);
  await press(await screen.findByRole('radio', { name: words.way.share }, { timeout: 5_000 }));
  fireEvent.paste(screen.getByLabelText(words.items.paste), { clipboardData: { getData: () => '12/03/2024 Called to the address.' } });
  await settled();
  await press(screen.getByRole('checkbox', { name: new RegExp(words.item.confirm, 'u') }));
  await press(screen.getByRole('checkbox', { name: 'Niche' }));
  await press(screen.getByRole('radio', { name: words.reasons.left.nothing }));
  await press(screen.getByRole('radio', { name: words.reasons.harms.none_known }));
  expect(screen.queryByRole('group', { name: words.emergency.legend })).toBeNull();
  await write(screen.getByLabelText(words.reasons.why), { value: WHY[language] });
}

describe('an answer that the rules stop', () => {
  it.each([['en', en], ['cy', cy as typeof en]] as const)('goes in an emergency, with its reason (%s)', async (language, words) => {
    await stopped(language, words);
    await press(button(words.send.share));
    expect(desk.sent).toEqual([]);
    await press(await screen.findByRole('radio', { name: called(OVERRIDE_CALLED.life_at_risk, language) }));
    await screen.findByText(words.emergency.goes);
    await press(button(words.send.share));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect([desk.letters[0]!.record.override, desk.letters[0]!.narrative.overrideWords]).toEqual([{ reason: 'life_at_risk' }, WHY[language]]);
  });

  it('does not where somebody says that it is none, after all', async () => {
    await stopped('en', en);
    await press(await screen.findByRole('radio', { name: called(OVERRIDE_CALLED.life_at_risk, 'en') }));
    await press(screen.getByRole('radio', { name: en.emergency.no }));
    await press(button(en.send.share));
    expect(desk.sent).toEqual([]);
  });
});

describe('an answer whose basis somebody took away', () => {
  it.each([['en', en], ['cy', cy as typeof en]] as const)('rests on immediate danger in one press, and goes (%s)', async (language, words) => {
    await stopped(language, words);
    expect(screen.queryByRole('button', { name: words.basis.relyOnDanger })).toBeNull();
    await press(button(new RegExp(`^${words.basis.change}`, 'u')));
    const chosen = (): HTMLElement[] => LISTS_OF_STACK.flatMap(([list]) => screen.queryAllByRole('group', { name: words.basis.lists[list] })).flatMap((group) => within(group).queryAllByRole('checkbox', { checked: true }));
    while (chosen().length > 0) await press(chosen()[0]!);
    await screen.findByText(words.basis.danger);
    await press(button(words.basis.relyOnDanger));
    expect([chosen().length > 1, screen.queryByText(words.basis.danger)]).toEqual([true, null]);
    await press(button(words.send.share));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect([desk.letters[0]!.record.stack.defaultStack, desk.letters[0]!.record.override]).toEqual(['ST-14', null]);
  });
});

describe('the kind of information', () => {
  it('is as its categories tell, and can be changed', async () => {
    await stopped('en', en);
    await press(button(new RegExp(`^${en.basis.change}`, 'u')));
    const [special, offence] = [en.basis.classes.specialCategory, en.basis.classes.criminalOffence].map((name) => screen.getByRole('checkbox', { name }) as HTMLInputElement);
    expect([special!.checked, offence!.checked]).toEqual([false, true]);
    await press(special!);
    expect(special!.checked).toBe(true);
    await press(button(en.basis.asOffered));
    expect((screen.getByRole('checkbox', { name: en.basis.classes.specialCategory }) as HTMLInputElement).checked).toBe(false);
  });
});

describe('an item', () => {
  it('may be in the other language, with what the page wrote of it', async () => {
    await stopped('en', en);
    const before = (screen.getByLabelText(en.item.relevance) as HTMLInputElement).value;
    await write(screen.getByLabelText(en.item.language), { value: 'cy' });
    expect((screen.getByLabelText(en.item.relevance) as HTMLInputElement).value).toMatch(/^Mae’n ateb/u);
    expect(screen.getByLabelText(en.item.text).getAttribute('lang')).toBe('cy');
    await write(screen.getByLabelText(en.item.language), { value: 'en' });
    expect((screen.getByLabelText(en.item.relevance) as HTMLInputElement).value).toBe(before);
  });
});
