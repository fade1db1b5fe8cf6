import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { MemoryRouter } from 'react-router';
import type { ReactElement } from 'react';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import type { Member } from '../keeper/keeper-deps.js';
import { Refusal } from '../keeper/refusal.js';
import type { Standing } from '../session/session.js';
import { startWords } from '../words/start-words.js';
import { Component as Account } from './account.js';
import { OfferPasskey } from './offer-passkey.js';

const ME = { agency: 'school', member: 'u-1', roles: ['responder'], passkeys: 0, keyLocked: true, session: { id: 's', kind: 'person' } } as unknown as Member;
const CODE = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH';
const PASSKEYS = [1, 2].map((n) => ({ id: `p-${n}`, credential: `c-${n}`, enrolledAt: '2026-11-22T09:00:00.000Z', usedAt: null, disabledAt: null }));

/** A desk whose own keys note what is asked of them. `held`: what locks the key is open from the start. */
function desk({ me = ME, held = true, unlocks = true, failure = null as Error | null } = {}) {
  const acts: string[] = [];
  const said: string[] = [];
  const state = { held, failure };
  let standing: Standing = { phase: 'unlocked', me, log: 'exact' };
  const hearers = new Set<() => void>();
  const noted = (act: string) => async (...given: unknown[]): Promise<void> => {
    acts.push([act, ...given.slice(act === 'hold' ? 0 : 1).map((each) => JSON.stringify(each))].join(' '));
    if (state.failure !== null) throw state.failure;
  };
  const own = {
    isHeld: async () => state.held, holdBySecret: async (secret: unknown) => { await noted('hold')(secret); state.held = true; }, holdByPasskey: async () => { await noted('touch')(); state.held = true; },
    addPasskey: async () => { await noted('add')(); return unlocks; }, confirmAtProvider: async () => { state.failure = null; await noted('provider')(); },
    newSheet: async () => { await noted('sheet')(); return { locked: {}, fingerprint: 'F'.repeat(40), recoveryCode: CODE }; }, keepSheet: noted('keep'), disable: async (_: unknown, { id }: { id: string }) => { await noted(`disable ${id}`)(); },
  };
  let offers = true;
  const keeper = { own: () => own, known: { agencies: [], colleagues: [] }, endOffer: () => { offers = false; } };
  const hub = { agencies: async () => [], memberNames: async () => [], sessions: async () => [], passkeys: async () => PASSKEYS };
  const session = { hear: (hearer: () => void) => { hearers.add(hearer); return () => hearers.delete(hearer); }, now: () => standing, unlocked: (now: Member) => { standing = { phase: 'unlocked', me: now, log: 'exact' }; for (const hearer of hearers) hearer(); } };
  const made = { hub, keeper, session, secrets: { ask: async () => ({ ok: false }) }, announcer: { say: (text: string) => { said.push(text); } }, now: () => new Date('2026-11-22T09:00:00.000Z'), random: (length: number) => new Uint8Array(length) };
  const show = async (what: ReactElement): Promise<void> => {
    render(<DeskContext.Provider value={made as unknown as Desk}><QueryClientProvider client={newQueries()}><MemoryRouter>{what}</MemoryRouter></QueryClientProvider></DeskContext.Provider>);
    await settled();
  };
  return { acts, said, show, offers: () => offers, passkeys: () => ('me' in standing ? standing.me.passkeys : null) };
}
const press = async (name: string | RegExp): Promise<void> => {
  const button = screen.getByRole('button', { name });
  if (button.getAttribute('type') === 'button') fireEvent.click(button);
  else fireEvent.submit(button.closest('form')!);
  await settled();
};
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

beforeEach(async () => { await (await startWords('en')).changeLanguage('en'); });
afterEach(cleanup);

describe('the ways into the own key', () => {
  it('a passkey is made at once where the key was just unlocked with words', async () => {
    const { acts, said, show, passkeys } = desk();
    await show(<Account />);
    await press('Make a passkey on this computer');
    expect([acts, passkeys(), said]).toEqual([['add'], 1, ['Your passkey is made. Next time one touch unlocks your key.']]);
  });

  it('otherwise the key is opened once more, and what was wished follows by itself', async () => {
    const { acts, show } = desk({ held: false });
    await show(<Account />);
    await press('Make a passkey on this computer');
    expect([acts, screen.queryByRole('button', { name: 'Unlock with a passkey that I have' })]).toEqual([[], null]);
    enter(screen.getByLabelText('Passphrase'), { value: 'five words' });
    await press('Continue with the passphrase');
    expect(acts).toEqual(['hold {"kind":"passphrase","passphrase":"five words"}', 'add']);
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
  });

  it('says of a passkey that unlocks nothing what it is good for', async () => {
    const { show } = desk({ unlocks: false });
    await show(<Account />);
    await press('Make a passkey on this computer');
    expect(document.querySelector('.govuk-inset-text')?.textContent).toContain('cannot unlock a key');
  });

  it('who has their passkey elsewhere may confirm by their agency\'s sign-in', async () => {
    const { acts, show } = desk({ me: { ...ME, passkeys: 1 }, failure: new DOMException('no', 'NotAllowedError') });
    await show(<Account />);
    await press('Make a passkey on this computer');
    await press('Confirm by your agency’s sign-in instead');
    expect(acts).toEqual(['add', 'provider', 'add']);
  });

  it('a new sheet is kept only once its code was copied back from paper', async () => {
    const { acts, show } = desk({ me: { ...ME, passkeys: 1 }, held: false });
    await show(<Account />);
    await press('Make a new recovery sheet');
    await press('Unlock with a passkey that I have');
    expect([heading(), document.getElementById('recovery-code')?.textContent]).toEqual(['Print your recovery sheet', CODE]);
    await press('I have printed it');
    expect(document.body.textContent).not.toContain(CODE);
    for (const field of screen.getAllByLabelText(/^Group \d of the code$/u)) {
      const place = Number(/\d/u.exec(document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '')?.[0]);
      enter(field, { value: CODE.split('-')[place - 1]! });
    }
    await press('Continue');
    expect([heading(), acts]).toEqual(['Use the new sheet', ['touch', 'sheet']]);
    await press('Use the new sheet from now on');
    expect([heading(), acts.at(-1)?.startsWith('keep')]).toEqual(['Your account', true]);
  });

  it('a passkey is disabled with all that it unlocked', async () => {
    const { acts, show, passkeys } = desk({ me: { ...ME, passkeys: 2 } });
    await show(<Account />);
    fireEvent.click(screen.getAllByRole('button', { name: /^Disable/u })[1]!);
    await settled();
    expect([acts, passkeys()]).toEqual([['disable p-2'], 1]);
  });

  it('whom a one-time code let in sees where they are signed in, and changes nothing', async () => {
    const { show } = desk({ me: { ...ME, session: { id: 's', kind: 'one-time-code' } } as unknown as Member });
    await show(<Account />);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Where you are signed in']);
  });
});

describe('the offer after words', () => {
  const offered = (): boolean => (document.body.textContent ?? '').includes('next time one touch unlocks');

  it('makes a passkey with one press and is gone', async () => {
    const { acts, show, offers } = desk();
    await show(<><h1>Inbox</h1><OfferPasskey me={ME} /></>);
    await press('Make a passkey');
    expect([acts, offered(), offers(), document.activeElement?.textContent]).toEqual([['add'], false, false, 'Inbox']);
  });

  it('is gone with "Not now", in Welsh too', async () => {
    await (await startWords('cy')).changeLanguage('cy');
    const { acts, show, offers } = desk();
    await show(<OfferPasskey me={ME} />);
    await press('Nid nawr');
    expect([acts, document.body.textContent, offers()]).toEqual([[], '', false]);
  });

  it('says why it did not come off, and where else it can be done', async () => {
    const { show } = desk({ failure: new Refusal('lock-closed') });
    await show(<OfferPasskey me={ME} />);
    await press('Make a passkey');
    expect([screen.getByRole('alert').textContent?.includes('Too much time has passed'), screen.getByRole('link').getAttribute('href'), offered()]).toEqual([true, '/account', true]);
  });
});
