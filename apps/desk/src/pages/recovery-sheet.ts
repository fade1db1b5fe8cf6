import type { Member, NewKey } from '../keeper.js';
import type { Desk } from './desk.js';
import { signInLink } from './sign-in.js';
import { button, el, summary } from './view.js';

/** Step 3: the one secret that ever leaves the worker, on paper. Shown once, then gone from the page too. */
export function recoverySheet(desk: Desk, me: Member, made: NewKey): void {
  const { parts, screen, words } = desk;
  const sheet = el(
    'section', { class: 'sheet', 'aria-labelledby': 'sheet-name', translate: 'no' },
    el('h2', { id: 'sheet-name' }, words.sheetName),
    summary([[words.agency, me.agency], [words.pseudonym, me.member], [words.sheetCode, el('code', { class: 'code', id: 'recovery-code' }, made.recoveryCode)], [words.fingerprint, el('code', {}, grouped(made.fingerprint))]]),
    el('p', {}, words.sheetKeep),
  );
  screen.show(
    words.sheetTitle, el('p', { class: 'not-printed' }, words.sheetHow), sheet,
    el('div', { class: 'actions' }, button(words.print, parts.print), button(words.printed, () => void desk.to(() => { fingerprintWords(desk, me, made); }), 'button secondary')),
  );
}

function fingerprintWords(desk: Desk, me: Member, { fingerprint, words: both }: NewKey): void {
  const { language, screen, words: said } = desk;
  const words = both[language];
  screen.show(
    said.wordsTitle, el('p', {}, said.wordsHow), el('ol', { class: 'words', translate: 'no' }, ...words.map((word) => el('li', {}, word))),
    summary([[said.fingerprint, el('code', {}, grouped(fingerprint))]]), button(said.go, () => void desk.toWaiting(me)),
  );
}

/** Until two custodians have signed there is nothing to do here but to come back. */
export function waitForCustodians(desk: Desk, { agency }: Member): void {
  const { screen, words } = desk;
  desk.keeper.lock();
  screen.show(words.waitTitle, el('p', {}, words.waitHow), el('p', {}, signInLink(agency, words.signInAgain)));
}

function grouped(fingerprint: string): string {
  return (fingerprint.match(/.{4}/g) ?? []).join(' ');
}
