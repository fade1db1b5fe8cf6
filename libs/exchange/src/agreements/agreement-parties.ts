import type { AgreementView } from '@lateral/contracts';
import { expiryWarning, type AgreementDocument } from '@lateral/domain/agreements';
import { londonDay } from '@lateral/domain/deadlines';
import type { Actor, AgreementStore, Clock, Directory, DirectoryView, LawSource, Randomness } from '../ports/index.js';

export interface AgreementDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  law: LawSource;
  agreements: AgreementStore;
}

export function isPartyTo({ parties }: AgreementDocument, agency: string): boolean {
  return parties.some((party) => party.agency === agency);
}

/** Whether the agency's own roster lets this member sign for it. */
export function isSignatory(view: DirectoryView, { agency, member }: Pick<Actor, 'agency' | 'member'>): boolean {
  return view.member(agency, member)?.roles.includes('signatory') ?? false;
}

/** The same for one person in whichever agency they sit: the key that is theirs alone. One who has left is told by name. */
export function personOf(view: DirectoryView, { agency, member }: Pick<Actor, 'agency' | 'member'>): string {
  return view.member(agency, member)?.fingerprint ?? `${member}@${agency}`;
}

/** A version as a party sees it at `now`: whether its end is near is told of what is in use. */
export function seenAt(view: AgreementView, now: Date): AgreementView {
  return { ...view, expiresWithin: view.state === 'published' ? expiryWarning(view.document, londonDay(now)) : null };
}
