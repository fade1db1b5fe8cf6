import type { CustodyCopy, PartnershipAgency, PartnershipFile, PartnershipRegistration, Roster, SignedDocument, TeamKeyCopy } from '@lateral/contracts';
import { AGENCY_TYPES, NATIONS } from '@lateral/domain';
import { ROLES, type Role } from '@lateral/domain/access';
import { LATERAL_MODES } from '@lateral/platform';
import { anything, line, list, matching, oneOf, orNull, record, truth, whole, type Check } from './fields.js';

/** The root as it lies on the laptop: its secret part locked under what two of three sheets give, the rest bound to it. */
export interface LockedRoot { v: 1; type: 'locked-root'; partnership: string; mode: PartnershipFile['mode']; made: string; fingerprint: string; rootKey: string; sealed: string }

/** A key that was taken out for good. */
export interface RevokedKey { agency: string; primary: string; reason: 'retired' | 'compromised'; at: string }

/** What the next version will say. Nobody obeys it: it becomes a partnership file when the root has signed it. */
export interface Draft {
  v: 1; type: 'partnership-draft'; partnership: string; mode: PartnershipFile['mode']; agencies: PartnershipAgency[]; nextRoot: string | null; log: string | null; keyLog: string | null; revoked: RevokedKey[];
}

/** What an agency says of itself and asks the root to vouch for. */
export type AgencyWords = Omit<PartnershipAgency, 'rosterFrom'>;
export interface CertificationRequest { v: 1; type: 'certification-request'; made: string; agency: AgencyWords }

/** What an agency gives towards the registration: public parts and copies locked for its own people. */
export interface AgencyPart extends Pick<PartnershipRegistration, 'rosters' | 'copies' | 'custody' | 'people'> {
  v: 1; type: 'agency-part'; agency: string; mailbox: { mailbox: string; language: 'en' | 'cy' | 'both' };
  rosters: SignedDocument<Roster>[]; copies: TeamKeyCopy[]; custody: CustodyCopy[];
}

/** What somebody at the agency writes down before its key is made. Issuer and subject say whose sign-in is the custodian's; there is no room for a name. */
export interface AgencyDetails {
  v: 1; type: 'agency-details'; agency: Omit<AgencyWords, 'id' | 'primary' | 'key'>; mailbox: AgencyPart['mailbox'];
  custodians: { roles: Role[]; issuer: string; subject: string }[];
}

const FINGERPRINT = matching(/^[0-9A-F]{40}$/);
const BYTES = matching(/^[A-Za-z0-9_-]{1,1000000}$/);
const NAME = matching(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/);
const TIME = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const AGENCY_ID = /^[a-z0-9][a-z0-9-]{1,63}$/;
export const PARTNERSHIP_NAME = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
const PSEUDONYM = matching(/^[a-z0-9][a-z0-9-]{1,63}$/);
const MODE = oneOf(LATERAL_MODES);

const WORDS = {
  type: oneOf(AGENCY_TYPES), nation: oneOf(NATIONS), name: record({ en: line(200), cy: line(200) }), publicAuthority: truth, competentAuthority: truth, commissionedProvider: truth,
  witnesses: list(line(300), { most: 16 }),
};
const AGENCY = { ...WORDS, id: matching(AGENCY_ID), primary: FINGERPRINT, key: matching(/^[A-Za-z0-9_-]{1,40000}$/) };
const MAILBOX = record({ mailbox: matching(/^[^\s@]{1,64}@[^\s@]{1,255}$/), language: oneOf(['en', 'cy', 'both']) });
const ISSUER = matching(/^https?:\/\/[^\s?#]{1,500}$/);
const SUBJECT = line(255);

export const LOCKED_ROOT: Check = record({ v: oneOf([1]), type: oneOf(['locked-root']), partnership: NAME, mode: MODE, made: TIME, fingerprint: FINGERPRINT, rootKey: BYTES, sealed: BYTES });
export const DRAFT: Check = record({
  v: oneOf([1]), type: oneOf(['partnership-draft']), partnership: NAME, mode: MODE, nextRoot: orNull(FINGERPRINT), log: orNull(line(300)), keyLog: orNull(line(300)),
  agencies: list(record({ ...AGENCY, rosterFrom: orNull(record({ version: whole, digest: BYTES })) }), { most: 1_000 }),
  revoked: list(record({ agency: NAME, primary: FINGERPRINT, reason: oneOf(['retired', 'compromised']), at: TIME }), { most: 10_000 }),
});
export const REQUEST: Check = record({ v: oneOf([1]), type: oneOf(['certification-request']), made: TIME, agency: record(AGENCY) });
export const PART: Check = record({
  v: oneOf([1]), type: oneOf(['agency-part']), agency: matching(AGENCY_ID), mailbox: MAILBOX,
  rosters: list(record({ document: anything, signatures: list(BYTES, { least: 1, most: 8 }) }), { least: 1, most: 1_000 }),
  copies: list(record({ agency: NAME, member: PSEUDONYM, epoch: FINGERPRINT, wrapped: BYTES }), { most: 50_000 }),
  custody: list(record({ agency: NAME, member: PSEUDONYM, primary: FINGERPRINT, wrapped: BYTES }), { most: 5_000 }),
  people: list(record({ agency: NAME, member: PSEUDONYM, issuer: ISSUER, subject: SUBJECT }), { most: 5_000 }),
});
export const DETAILS: Check = record({
  v: oneOf([1]), type: oneOf(['agency-details']), agency: record(WORDS), mailbox: MAILBOX,
  custodians: list(record({ roles: list(oneOf(ROLES), { least: 1, most: ROLES.length }), issuer: ISSUER, subject: SUBJECT }), { least: 2, most: 2 }),
});
export const SIGNED: Check = record({ document: anything, signatures: list(BYTES, { least: 1, most: 8 }) });
