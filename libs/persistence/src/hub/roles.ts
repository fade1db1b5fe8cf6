import type { Connections } from './connections.js';

/** What an application's role may do with each table; the tables belong to the role that migrates. What was recorded, sealed or justified is written once. */
const WRITE_ONCE = ['audit_record', 'audit_position', 'envelope_body', 'justification', 'check_reference', 'partnership_file', 'agency_statement', 'agency_roster', 'agency_notice', 'installation',
  'catalogue_version', 'agreement_party', 'agreement_approval', 'recusal'];
const GRANTS: Record<string, string> = {
  ...Object.fromEntries(WRITE_ONCE.map((table) => [table, 'select, insert'])),
  lateral_check: 'select, insert, update', check_request: 'select, insert, update', envelope: 'select, insert, update', attachment: 'select, insert, update', incident: 'select, insert, update',
  partnership_agency: 'select, insert, update', agency_mailbox: 'select, insert, update', audit_cursor: 'select, update',
  attachment_chunk: 'select, insert, delete', outbox_event: 'select, insert, update, delete',
  // A version's document and an override's use are written once; only how far each has come moves on.
  agreement_version: 'select, insert, update (state, published_at)', emergency_override: 'select, insert, update (reviewed_at, finding, review_message)',
  // Who a passkey belongs to and what it verifies with never changes; what a gesture was for neither.
  passkey_user: 'select, insert, update (handle, in_use)', passkey: 'select, insert, update (counter, used_at, disabled_at)', passkey_challenge: 'select, insert, update, delete',
  step_up: 'select, insert, update (spent_at, granted_at, expires_at), delete',
  // Keys as they are locked for people, and those people: with the roster that leaves somebody out theirs go.
  team_key_copy: 'select, insert, update (wrapped), delete', custody_copy: 'select, insert, update (primary_key, wrapped), delete',
  locked_key: 'select, insert, update (withheld_at), delete', recovery_kit: 'select, insert, update (stored_at)',
  person: 'select, insert, delete', roster_proposal: 'select, insert, update, delete',
  // Whom an invitation is for, and its code, never changes; nor does what the key log holds, but where.
  invitation: 'select, insert, update (redeemed_at, issuer, subject, key, fingerprint, joined_at)', key_fact: 'select, insert, update (idx)',
  draft: 'select, insert, update (readers, state, version, updated_at, sealed), delete', member_name: 'select, insert, update (sealed, updated_at)', agency_contact: 'select, insert, update',
  // `update` for locking the rows that a sweep deletes.
  idempotency_key: 'select, insert, update, delete', session: 'select, insert, update, delete', used_assertion: 'select, insert, update, delete',
  sign_in_attempt: 'select, insert, update, delete', one_time_code: 'select, insert, update, delete',
};

/**
 * Lets `role` do what hub and courier do, and no more. Run by the owner, after migrating. Months are made by the owner too:
 * a role that could make partitions could also take them away.
 */
export async function grantApplicationRole(connections: Connections, role: string): Promise<void> {
  await connections.transaction(async (client) => {
    const { rows } = await client.query<{ role: string }>({ text: 'select quote_ident($1) as role', values: [role] });
    const grantee = rows[0]?.role;
    if (grantee === undefined) throw new Error('a role without a name');
    for (const [table, rights] of Object.entries(GRANTS)) await client.query({ text: `grant ${rights} on ${table} to ${grantee}`, values: [] });
    await client.query({ text: `grant usage on sequence attachment_upload, audit_record_seq_seq to ${grantee}`, values: [] });
    await client.query({ text: `grant select on hub_migration to ${grantee}`, values: [] });
  });
}
