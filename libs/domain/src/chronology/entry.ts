import type { SubjectRole } from '../codes.js';
import type { HandlingLimit, ItemNature } from '../justification/codes.js';

/** One thing that one agency, or the own service, recorded. Everything in it is opened words: it stays where they were opened. */
export interface ChronologyEntry {
  /** Tells it apart from every other entry. */
  key: string;
  agency: string;
  /** A day or moment in ISO 8601, a month `2024-03`, a year `2024`, or words ("before Christmas 2023"); null where nobody knows. */
  eventDate: string | null;
  recordedDate: string | null;
  text: string;
  nature: ItemNature;
  /** What kind of thing it tells of: a data category's code, where its giver coded one. */
  type: string | null;
  /** How its giver knows. */
  source: string;
  handling: HandlingLimit | null;
  /** Pseudonyms of whom it is about, and their roles. */
  about: readonly string[];
  aboutRoles: readonly SubjectRole[];
  relevance: string;
}
