/** How a process was told to run. There is no default: an app without LATERAL_MODE does not start. */
export const LATERAL_MODES = ['demo', 'test', 'production'] as const;
export type LateralMode = (typeof LATERAL_MODES)[number];

/** What a database was made for, written into it once. `play` databases hold rounds played in case time. */
export const INSTALLATION_MARKS = ['demo', 'test', 'play', 'production'] as const;
export type InstallationMark = (typeof INSTALLATION_MARKS)[number];

/**
 * May a process in this mode use a database with this mark? Only its own kind: demo data never reach production, production
 * data never a demo, and no ordinary start reads a database whose times were invented. `null` where it may, else a code.
 */
export function refusalOfMark(expected: InstallationMark, found: string | null): 'database-unmarked' | 'database-marked-otherwise' | null {
  if (found === null) return 'database-unmarked';
  return found === expected ? null : 'database-marked-otherwise';
}

/** The words that every demo certificate's subject and every demo root's user id carry, so that no production process accepts one. */
export const DEMO_SUBJECT_MARK = 'LATERAL DEMO';
