import { MEMBER_ROLES, type AgencyStatement, type PartnershipFile, type Roster } from '@lateral/contracts';
import { CODE, DIGEST, FINGERPRINT, NAME, TIME, fits, list, matching, oneOf, orNull, record, text, truth, whole } from '../shapes.js';

/** An agency's certification and the file that lists it live at most this long. */
const MAX_LIFE_MS = 400 * 86_400_000;
const MAX_AGENCIES = 1_000;
const MAX_MEMBERS = 5_000;
const MAX_DELEGATES = 16;
const MAX_HOURS = 64;
/** A month each, for longer than anything is kept. */
const MAX_EPOCHS = 2_000;

/** Bytes of one key with its certifications, base64url. */
const KEY = matching(/^[A-Za-z0-9_-]{1,40000}$/);
/** Raw Ed25519 public key: 32 bytes. */
const RAW_KEY = matching(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
const PSEUDONYM = matching(/^[a-z0-9][a-z0-9-]{1,63}$/);
const VERSION = whole(1, 2 ** 31);

const AGENCY = record({
  id: NAME,
  type: CODE,
  nation: oneOf(['E', 'W']),
  name: record({ en: text(200), cy: text(200) }),
  primary: FINGERPRINT,
  key: KEY,
  publicAuthority: truth,
  competentAuthority: truth,
  commissionedProvider: truth,
  witnesses: list(text(300), 16),
  rosterFrom: orNull(record({ version: VERSION, digest: DIGEST })),
});

const ROOTS_WORD = {
  v: oneOf([1]),
  partnership: NAME,
  version: VERSION,
  issued: TIME,
  expires: TIME,
  root: FINGERPRINT,
  rootKey: KEY,
  log: text(300),
  keyLog: text(300),
  mode: oneOf(['demo', 'test', 'production']),
} as const;

const PARTNERSHIP = record({ ...ROOTS_WORD, type: oneOf(['partnership']), previous: orNull(DIGEST), nextRoot: orNull(FINGERPRINT), agencies: list(AGENCY, MAX_AGENCIES) });
const STATEMENT = record({ ...ROOTS_WORD, type: oneOf(['agency']), agency: AGENCY });

const MEMBER = record({
  member: PSEUDONYM,
  roles: list(oneOf(MEMBER_ROLES), MEMBER_ROLES.length),
  key: KEY,
  fingerprint: FINGERPRINT,
  from: TIME,
  until: orNull(TIME),
  signIn: orNull(RAW_KEY),
});
/** Minutes of a day in local time, in which `24:00` is the end of the day and no beginning. */
const DELEGATE = record({
  agency: NAME,
  hours: list(record({ day: whole(1, 7), from: matching(/^([01]\d|2[0-3]):[0-5]\d$/), to: matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/) }), MAX_HOURS),
  from: TIME,
  until: orNull(TIME),
});
const ROSTER = record({
  v: oneOf([1]), type: oneOf(['roster']), agency: NAME, version: VERSION, issued: TIME, previous: orNull(DIGEST), members: list(MEMBER, MAX_MEMBERS),
  teamKey: orNull(KEY), delegates: list(DELEGATE, MAX_DELEGATES),
}, { handedOut: DIGEST, deletedEpochs: list(FINGERPRINT, MAX_EPOCHS) });

/**
 * Whether a value from the network has the shape of a partnership file: every agency once, by a whole fingerprint. The
 * root's signature says who wrote it, not that every field is what its type claims.
 */
export function isPartnershipFile(value: unknown): value is PartnershipFile {
  return fits(PARTNERSHIP, value) && hasPrevious(value) && hasLife(value) && value.nextRoot !== value.root
    && areDistinct(value.agencies.map(({ id }) => id)) && areDistinct(value.agencies.map(({ primary }) => primary));
}

/** Whether a value from the network has the shape of the root's word about one agency. */
export function isAgencyStatement(value: unknown): value is AgencyStatement {
  return fits(STATEMENT, value) && hasLife(value);
}

/** Whether a value from the network has the shape of a roster: every key once, with known roles. */
export function isRoster(value: unknown): value is Roster {
  return fits(ROSTER, value) && hasPrevious(value) && isOneAtATime(value.members) && areDistinct(value.members.map(({ fingerprint }) => fingerprint))
    && areDistinct(value.deletedEpochs ?? []) && value.deletedEpochs?.length !== 0 && value.delegates.every(({ agency, hours }) => agency !== value.agency && hours.every(({ from, to }) => from < to));
}

// Whoever comes back with another key has the old one ended first: of two keys in force nobody could say whose word counts.
function isOneAtATime(members: readonly { member: string; from: string; until: string | null }[]): boolean {
  const latest = new Map<string, string | null>();
  for (const { member, from, until } of [...members].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = latest.get(member);
    if (before !== undefined && (before === null || before > from)) return false;
    latest.set(member, until);
  }
  return true;
}

// Version 1 has nothing before it; every later one names what it replaces.
function hasPrevious({ version, previous }: { version: number; previous: string | null }): boolean {
  return (version === 1) === (previous === null);
}

function hasLife({ issued, expires }: { issued: string; expires: string }): boolean {
  const life = Date.parse(expires) - Date.parse(issued);
  return life > 0 && life <= MAX_LIFE_MS;
}

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;
