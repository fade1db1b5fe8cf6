import type { AgencyStatement, EvidenceEnvelope, Roster, SignedDocument } from '@lateral/contracts';
import {
  inspectEnvelope, memberAt, signerKeyOf, verifyAgencyStatement, verifyRosterChain, type InspectCode, type PartnershipRefusal, type RosterRefusal, type TrustedAgency, type TrustedRoster,
} from '@lateral/envelope/inspect';
import type { FindingCode } from './findings.js';
import type { EvidenceInspector, VouchedAgency, VouchedRoster } from './inspector.js';

/** The verifier's eyes for OpenPGP: `@lateral/envelope/inspect`, which holds no secret key and opens nothing. */
export const openPgpInspector: EvidenceInspector = {
  async openStatement(signed, { root, at }) {
    const verified = await verifyAgencyStatement(signed, { rootFingerprint: root, now: at });
    return verified.ok ? { ok: true, agency: vouchedAgency(signed.document, verified.agency) } : { ok: false, code: STATEMENT_FAULTS[verified.code] };
  },
};

const STATEMENT_FAULTS: Record<PartnershipRefusal, FindingCode> = {
  'malformed': 'agency-not-vouched', 'unpinned-root': 'another-root', 'bad-signature': 'agency-signature', 'rolled-back': 'agency-not-vouched',
  'unchained': 'agency-not-vouched', 'not-in-force': 'agency-not-vouched', 'expired': 'agency-not-vouched', 'uncertified-agency': 'agency-not-vouched', 'revoked': 'agency-not-vouched',
};
const ROSTER_FAULTS: Record<RosterRefusal, FindingCode> = {
  'malformed': 'roster-not-vouched', 'other-agency': 'roster-not-vouched', 'bad-signature': 'roster-signature', 'rolled-back': 'roster-not-vouched', 'unchained': 'roster-not-vouched',
  'not-two-custodians': 'roster-signature', 'too-few-custodians': 'roster-not-vouched', 'wrong-team-key': 'roster-not-vouched', 'history-changed': 'roster-not-vouched',
  'epoch-undeletable': 'roster-not-vouched',
};
const ENVELOPE_FAULTS: Record<InspectCode, FindingCode> = {
  'header-mismatch': 'header-changed', 'signer-unknown': 'signer-unknown', 'signature-invalid': 'header-signature', 'ciphertext-mismatch': 'ciphertext-changed',
  'justification-mismatch': 'justification-changed', 'readers-mismatch': 'readers-changed', 'time-mismatch': 'header-signature',
};

function vouchedAgency(statement: AgencyStatement, agency: TrustedAgency): VouchedAgency {
  return {
    statement,
    async openRosters(signed: readonly SignedDocument<Roster>[]) {
      const verified = await verifyRosterChain(signed, agency);
      return verified.ok ? { ok: true, rosters: verified.rosters.map(vouchedRoster) } : { ...verified, code: ROSTER_FAULTS[verified.code] };
    },
  };
}

function vouchedRoster(roster: TrustedRoster): VouchedRoster {
  return { document: roster.document, digest: roster.digest, since: roster.since, inspect: (envelope) => inspect(envelope, roster) };
}

async function inspect(envelope: EvidenceEnvelope, roster: TrustedRoster): ReturnType<VouchedRoster['inspect']> {
  const { from, created } = envelope.header.context;
  const at = new Date(created);
  const member = memberAt(roster, from.signer, at);
  const key = member && (await signerKeyOf(member.key, at));
  if (!member || !key) return { ok: false, code: 'signer-unknown' };
  const inspected = await inspectEnvelope({ envelope, sender: { agency: roster.document.agency, key } });
  return inspected.ok ? { ok: true, member: member.member } : { ok: false, code: ENVELOPE_FAULTS[inspected.code] };
}
