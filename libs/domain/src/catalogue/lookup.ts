import type { AgencyType, Nation, Threshold } from '../codes.js';
import type { CatalogueDocument, CatalogueRow, DefaultStack } from './catalogue.js';
import { standingOf } from './standing.js';
import type { Standing } from './standing.js';

/** One side of a share, as far as the law asks about it. */
export interface SideOfLaw {
  type: AgencyType;
  publicAuthority: boolean;
  /** Provides services under arrangements with a listed body. */
  commissionedProvider: boolean;
}

/** For what rows are offered: the nation of the side that relies on them, on a calendar day (`YYYY-MM-DD`). */
export interface OfferQuestion {
  nation: Nation;
  day: string;
  sharer: SideOfLaw;
  recipient: SideOfLaw;
  /** Leaves out rows about the other kind of subject; absent or `household` leaves out none. */
  subject?: 'child' | 'adult' | 'household';
}

/** For what stacks are offered. */
export interface StackQuestion {
  nation: Nation;
  sharer: Pick<SideOfLaw, 'type'>;
  direction: 'asking' | 'sharing';
  subject: 'child' | 'adult' | 'household';
  /** Null leaves out none. */
  threshold: Threshold | null;
  /** True where the rating is red: the stack for immediate danger is then offered too, last. */
  emergency: boolean;
}

/** The law of one version, by code. Built once and asked often: every answer but the lists is one look-up. */
export class Catalogue {
  readonly version: string;
  readonly #rows: ReadonlyMap<string, CatalogueRow>;
  readonly #stacks: ReadonlyMap<string, DefaultStack>;

  constructor(readonly document: CatalogueDocument) {
    this.version = document.version;
    this.#rows = new Map(document.rows.map((row) => [row.code, row]));
    this.#stacks = new Map(document.stacks.map((stack) => [stack.code, stack]));
  }

  row(code: string): CatalogueRow | null {
    return this.#rows.get(code) ?? null;
  }

  /** Whether a row has this code; stacks are not rows. */
  has(code: string): boolean {
    return this.#rows.has(code);
  }

  /** How a code stands in one nation on one calendar day (`YYYY-MM-DD`). */
  standing(code: string, nation: Nation, day: string): Standing {
    const row = this.#rows.get(code);
    return row === undefined ? 'unknown' : standingOf(row, nation, day);
  }

  /** Codes that are law in one nation on one day, offered or not, in the catalogue's order. */
  codesInForce(nation: Nation, day: string): string[] {
    return this.document.rows.filter((row) => standingOf(row, nation, day) === 'in_force').map(({ code }) => code);
  }

  /** Rows that a person may choose from, in the catalogue's order. */
  offered({ nation, day, sharer, recipient, subject }: OfferQuestion): CatalogueRow[] {
    return this.document.rows.filter((row) => row.offered
      && standingOf(row, nation, day) === 'in_force'
      && isAbout(row.subject, subject)
      && (row.publicAuthority === null || row.publicAuthority === sharer.publicAuthority)
      && !row.barredSharers.includes(sharer.type)
      && counts(row, row.sharers, sharer)
      && counts(row, row.recipients, recipient));
  }

  stack(code: string): DefaultStack | null {
    return this.#stacks.get(code) ?? null;
  }

  /** Stacks to offer ready made, in the catalogue's order, those for immediate danger last. */
  stacksFor({ nation, sharer, direction, subject, threshold, emergency }: StackQuestion): DefaultStack[] {
    const fitting = this.document.stacks.filter((stack) => stack.nations.includes(nation)
      && (stack.sharers === null || stack.sharers.includes(sharer.type))
      && (stack.direction === 'both' || stack.direction === direction)
      && isAbout(stack.subject, subject)
      && (stack.thresholds === null || threshold === null || stack.thresholds.includes(threshold))
      && (emergency || !stack.emergency));
    return fitting.toSorted((a, b) => Number(a.emergency) - Number(b.emergency));
  }
}

function isAbout(rowIsAbout: 'child' | 'adult' | 'both', subject: 'child' | 'adult' | 'household' | undefined): boolean {
  return subject === undefined || subject === 'household' || rowIsAbout === 'both' || rowIsAbout === subject;
}

function counts(row: CatalogueRow, listed: readonly AgencyType[] | null, side: SideOfLaw): boolean {
  if (listed === null) return true;
  return listed.includes(side.type) && (side.commissionedProvider || !row.commissionedOnly.includes(side.type));
}
