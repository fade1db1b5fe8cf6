import type { AgreementView } from '@lateral/contracts';
import { ACTS, hasRight } from '@lateral/domain/access';
import { expiryWarning, type AgreementDocument } from '@lateral/domain/agreements';
import { londonDay } from '@lateral/domain/deadlines';
import type { Actor, AgreementStore, Clock, Directory, DirectoryStore, DirectoryView, LawSource, Randomness } from '../ports/index.js';

export interface AgreementDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  /** Every version of the rosters, which the view of the newest does not have. */
  rosters: Pick<DirectoryStore, 'rosters'>;
  law: LawSource;
  agreements: AgreementStore;
}

export function isPartyTo({ parties }: AgreementDocument, agency: string): boolean {
  return parties.some((party) => party.agency === agency);
}

/** Whom a version concerns: its own parties, and those of the version in use, whom it may be about to leave out. */
export function concernedBy(document: AgreementDocument, standing: AgreementView | null): string[] {
  return [...new Set([...document.parties, ...(standing?.document.parties ?? [])].map(({ agency }) => agency))];
}

/** Whether the agency's own roster lets this member sign for it at `at`. */
export function isSignatory(view: DirectoryView, { agency, member }: Pick<Actor, 'agency' | 'member'>, at: Date): boolean {
  const found = view.member(agency, member);
  return found !== null && hasRight(ACTS['approve-agreement'], found.roles) && view.signer(agency, found.fingerprint, at)?.member === member;
}

/** A version as a party sees it at `now`: whether its end is near is told of what is in use. */
export function seenAt(view: AgreementView, now: Date): AgreementView {
  return { ...view, expiresWithin: view.state === 'published' ? expiryWarning(view.document, londonDay(now)) : null };
}
