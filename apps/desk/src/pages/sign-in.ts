import { ROUTES } from '@lateral/contracts';
import type { Desk } from './desk.js';
import { faultIn } from './texts.js';
import { el } from './view.js';

/** A link, not a form: the browser goes to the agency's own provider. */
export function signInLink(agency: string, label: string): HTMLAnchorElement {
  return el('a', { href: `${ROUTES.signInStart}?agency=${encodeURIComponent(agency)}`, class: 'agency' }, label);
}

/** Step 1: choose an agency. */
export async function signIn(desk: Desk): Promise<void> {
  const { hub, language, screen, words } = desk;
  const agencies = await hub.agencies();
  const links = agencies.map(({ agency, name }) => el('li', {}, signInLink(agency, name[language])));
  screen.show(words.signInTitle, el('p', {}, words.signInHow), links.length === 0 ? el('p', {}, words.noAgencies) : el('ul', { class: 'plain' }, ...links));
  const notice = desk.parts.takeNotice();
  if (notice !== null) screen.error(words.problem, faultIn(language, notice));
}
