import { afterEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { MemoryRouter } from 'react-router';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { OwnKeys } from '../keeper/own-keys.js';
import { Refusal } from '../keeper/refusal.js';
import { account } from '../words/en/account.js';
import { firstUse as cy } from '../words/cy/first-use.js';
import { firstUse as en } from '../words/en/first-use.js';
import type { Language } from '../words/languages.js';
import { startWords } from '../words/start-words.js';
import { FirstUse } from './first-use.js';

const CODE = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';
const WORDS = { en: ['apple', 'bench', 'candle', 'drum', 'ember', 'ferry'], cy: ['afal', 'bara', 'cath', 'dafad', 'eira', 'ffordd'] };
const KEY = { fingerprint: 'F'.repeat(40), words: WORDS };

/** Somebody whose key is made and not signed yet, or with `made` whose key is made on this page. What is asked of their key is noted. */
async function show({ language = 'en' as Language, passkeys = 1, made = false, failure = null as Error | null } = {}): Promise<{ acts: string[]; leave: () => void }> {
  await startWords(language);
  const acts: string[] = [];
  let isHeld = false;
  const noted = (act: string): void => { acts.push(act); if (failure !== null) throw failure; };
  const waiting = { byPasskey: async () => { noted('touch'); return KEY; }, bySecret: async (_: unknown, secret: object) => { noted(JSON.stringify(secret)); isHeld = true; return KEY; } };
  const own = { isHeld: async () => isHeld, holdByPasskey: async () => { acts.push('touch to change'); isHeld = true; }, newSheet: async () => { acts.push('sheet'); return { locked: {}, fingerprint: KEY.fingerprint, recoveryCode: CODE }; }, keepSheet: async () => { acts.push('keep'); } };
  const me = { agency: 'school', member: 'u-1', roles: [], passkeys, keyLocked: !made, session: { id: 's', kind: 'newcomer' } };
  const standing = { phase: made ? 'keyless' : 'unsigned', me };
  const keeper = { own: (acts: unknown) => (acts === OwnKeys ? own : waiting), known: { agencies: [], colleagues: [] }, lock: () => { acts.push('lock'); }, makeKey: async () => ({ ...KEY, key: '', recoveryCode: CODE }) };
  const desk = { keeper, hub: { agencies: async () => [] }, secrets: { ask: async () => WORDS }, announcer: { say: () => undefined }, session: { hear: () => () => undefined, now: () => standing }, now: () => new Date('2026-11-22T09:00:00.000Z'), random: (length: number) => new Uint8Array(length) };
  const { unmount } = render(<DeskContext.Provider value={desk as unknown as Desk}><QueryClientProvider client={newQueries()}><MemoryRouter><FirstUse /></MemoryRouter></QueryClientProvider></DeskContext.Provider>);
  await settled();
  return { acts, leave: unmount };
}
const press = async (name: string): Promise<void> => {
  const button = screen.getByRole('button', { name });
  if (button.getAttribute('type') === 'button') fireEvent.click(button);
  else fireEvent.submit(button.closest('form')!);
  await settled();
};
const heading = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const shown = (): (string | null)[] => [...document.querySelectorAll('ol.desk-words li')].map(({ textContent }) => textContent);

afterEach(cleanup);

describe('whoever waits for two custodians', () => {
  it.each([['en', en], ['cy', cy]] as const)('is told in %s that the sheet on screen is gone, and sees no words before the key is opened', async (language, words) => {
    const { acts } = await show({ language });
    expect([screen.getByText(words.wait.gone) !== null, shown(), acts]).toEqual([true, [], []]);
    await press(words.wait.passkey);
    expect([shown(), acts]).toEqual([WORDS[language], ['touch']]);
  });

  it('opens it with a passphrase where a passkey does not', async () => {
    const { acts } = await show({ passkeys: 0 });
    expect(screen.queryByRole('button', { name: en.wait.passkey })).toBeNull();
    await write(screen.getByLabelText('Passphrase'), { value: 'five words' });
    await press(en.wait.passphrase);
    expect([shown(), acts]).toEqual([WORDS.en, ['{"kind":"passphrase","passphrase":"five words"}']]);
  });

  it('is told why it was not opened', async () => {
    await show({ failure: new Refusal('passkey-cannot-unlock') });
    await press(en.wait.passkey);
    expect([shown(), document.querySelectorAll('.govuk-error-summary li').length]).toEqual([[], 1]);
  });

  it('makes a new sheet, which counts once it is shown to be on paper, and comes back to the words', async () => {
    const { acts } = await show();
    await press(en.wait.passkey);
    await press(account.ways.sheet);
    expect([heading(), document.getElementById('recovery-code')?.textContent]).toEqual([en.sheet.title, CODE]);
    await press(en.sheet.printed);
    for (const label of ['Group 1 of the code', 'Group 2 of the code']) await write(screen.getByLabelText(label), { value: label.includes('1') ? 'AAAA' : 'BBBB' });
    await press(en.go);
    expect([heading(), acts.includes('keep')]).toEqual([account.sheet.title, false]);
    await press(account.sheet.keep);
    expect([heading(), shown(), acts]).toEqual([en.wait.title, WORDS.en, ['touch', 'touch to change', 'sheet', 'keep']]);
  });

  it('leaves no key open behind', async () => {
    const { acts, leave } = await show();
    await press(en.wait.passkey);
    leave();
    await settled();
    expect(acts).toEqual(['touch', 'lock']);
  });

  it('still has the words of a key that was made on this page', async () => {
    await show({ made: true });
    await press(en.key.make);
    await press(en.sheet.printed);
    for (const label of ['Group 1 of the code', 'Group 2 of the code']) await write(screen.getByLabelText(label), { value: label.includes('1') ? 'AAAA' : 'BBBB' });
    await press(en.go);
    await press(en.go);
    expect([heading(), shown(), screen.queryByText(en.wait.gone)]).toEqual([en.wait.title, WORDS.en, null]);
  });
});
