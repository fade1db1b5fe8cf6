import type { Connections } from './connections.js';
import type { SqlClient } from './statement.js';

/** What an application's role may do with each table; the tables belong to the role that migrates. What was recorded, sealed or justified is written once. */
const WRITE_ONCE = ['audit_record', 'audit_position', 'envelope_body', 'justification', 'check_reference', 'partnership_file', 'agency_statement', 'agency_roster', 'agency_notice', 'installation',
  'catalogue_version', 'agreement_party', 'agreement_approval', 'recusal'];
const GRANTS: Record<string, string> = {
  ...Object.fromEntries(WRITE_ONCE.map((table) => [table, 'select, insert'])),
  // Who asks whom, when it was sent and which message is whose never change; where each stands does.
  lateral_check: 'select, insert, update (state, version, urgency, decided_at, closed_at, held_by)',
  check_request: 'select, insert, update (state, version, notice, acknowledged_at, ended_at, due_at, due_rule, current_envelope, current_digest, current_response, held_by, reminded_at, escalated_at)',
  envelope: 'select, insert, update (collected_at)', attachment: 'select, insert, update (envelope_id)', incident: 'select, insert, update (ended_at)',
  partnership_agency: 'select, insert, update (type, version)', agency_mailbox: 'select, insert, update (mailbox, language)', audit_cursor: 'select, update (xid, seq)',
  attachment_chunk: 'select, insert, delete', outbox_event: 'select, insert, update, delete',
  // A version's document and an override's use are written once; only how far each has come moves on.
  agreement_version: 'select, insert, update (state, published_at)', emergency_override: 'select, insert, update (reviewed_at, finding, review_message)',
  // Who a passkey belongs to and what it verifies with never changes; what a gesture was for neither.
  passkey_user: 'select, insert, update (handle, in_use)', passkey: 'select, insert, update (counter, used_at, disabled_at)', passkey_challenge: 'select, insert, update, delete',
  step_up: 'select, insert, update (spent_at, granted_at, expires_at), delete',
  // Keys as they are locked for people, and those people: with the roster that leaves somebody out theirs go.
  team_key_copy: 'select, insert, update (wrapped, object), delete', custody_copy: 'select, insert, update (primary_key, wrapped, object), delete',
  copy_object: 'select, insert, update (given_up_at), delete', given_up_upload: 'select, insert, delete',
  locked_key: 'select, insert, update (withheld_at), delete', recovery_kit: 'select, insert, update (stored_at)',
  person: 'select, insert, delete', roster_proposal: 'select, insert, update, delete',
  // Whom an invitation is for, and its code, never changes; nor does what the key log holds, but where.
  invitation: 'select, insert, update (redeemed_at, issuer, subject, key, fingerprint, joined_at)', key_fact: 'select, insert, update (idx)',
  // Of a log only the newest head is kept; which log it is never changes, and a trigger lets it go forward only.
  ledger_head: 'select, insert, update (size, root, note, noted_at)',
  draft: 'select, insert, update (readers, state, version, updated_at, sealed), delete', member_name: 'select, insert, update (sealed, updated_at)', agency_contact: 'select, insert, update',
  // `update` for locking the rows that a sweep deletes.
  idempotency_key: 'select, insert, update, delete', session: 'select, insert, update, delete', used_assertion: 'select, insert, update, delete',
  sign_in_attempt: 'select, insert, update, delete', one_time_code: 'select, insert, update, delete',
};

const SEQUENCES = 'attachment_upload, audit_record_seq_seq';
/** They work with the owner's rights. */
const FUNCTIONS = ['make_due_months()', 'give_up_uploads(timestamptz, integer)'];
const REMEMBER = 'insert into application_role (name) values ($1) on conflict do nothing';
/** One hand at a time: two that grant at once would fail on each other. */
const GRANTING = `select pg_advisory_xact_lock(hashtext('lateral grants'))`;

/**
 * Lets `role` do what hub and courier do, and no more: whatever else it was granted in this schema is taken back. Run by the owner, after
 * migrating. Months are made for it (migration 16): a role that could make partitions could also take them away. Uploads that were never sent are deleted for it (migration 18).
 */
export async function grantApplicationRole(connections: Connections, role: string): Promise<void> {
  await connections.transaction((client) => grantWithin(client, role));
}

/** The same within the caller's transaction. The role is remembered, and granted what later migrations add. */
export async function grantWithin(client: SqlClient, role: string): Promise<void> {
  await client.query({ text: GRANTING, values: [] });
  await grantTo(client, role);
  await client.query({ text: REMEMBER, values: [role] });
}

/** The same for every role that was granted before and is still there: what a migration adds is granted with it. */
export async function grantAgain(connections: Connections): Promise<void> {
  await connections.transaction(async (client) => {
    await client.query({ text: GRANTING, values: [] });
    const { rows } = await client.query<{ name: string }>({ text: 'select name from application_role where exists (select 1 from pg_roles where rolname = name) order by name', values: [] });
    for (const { name } of rows) await grantTo(client, name);
  });
}

async function grantTo(client: SqlClient, role: string): Promise<void> {
  const { rows } = await client.query<{ role: string; schema: string; database: string }>({ text: 'select quote_ident($1) as role, quote_ident(current_schema()) as schema, quote_ident(current_database()) as database', values: [role] });
  const [names] = rows;
  if (names === undefined || names.role === '""') throw new Error('a role without a name');
  const { role: grantee, schema, database } = names;
  const grants = [
    ...['tables', 'sequences', 'functions'].map((all) => `revoke all on all ${all} in schema ${schema} from ${grantee}`),
    `grant connect on database ${database} to ${grantee}`,
    `grant usage on schema ${schema} to ${grantee}`,
    ...Object.entries(GRANTS).map(([table, rights]) => `grant ${rights} on ${table} to ${grantee}`),
    `grant usage on sequence ${SEQUENCES} to ${grantee}`,
    `grant select on hub_migration to ${grantee}`,
    ...FUNCTIONS.map((name) => `grant execute on function ${name} to ${grantee}`),
  ];
  for (const text of grants) await client.query({ text, values: [] });
}
