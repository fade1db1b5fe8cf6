import type { Connections } from './connections.js';
import { grantWithin } from './roles.js';
import { scramVerifier } from './scram-verifier.js';
import type { SqlClient } from './statement.js';

export interface LoginRole {
  name: string;
  /** Without one the role must be there, and its password stays. */
  password: string | null;
  /** 16 random bytes. */
  salt: Uint8Array;
}

export type MadeRole =
  | { ok: true; did: 'made' | 'password-set' | 'granted' }
  | { ok: false; code: 'not-the-owner' | 'role-missing' | 'may-not-make-roles' | 'role-too-strong' | 'role-shut-out' };

const IS_OWNER = `select pg_has_role(current_user, relowner, 'usage') as owner from pg_class where oid = 'lateral_check'::regclass`;
/** Strong: it can more than what it is granted here, by attributes, by other roles, by owning something in this database, or by making it. */
const STANDING = `
select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
    or exists (select 1 from pg_auth_members m where m.member = r.oid)
    or exists (select 1 from pg_shdepend d, pg_database b where b.datname = current_database() and d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
      and (d.dbid = b.oid or (d.classid = 'pg_database'::regclass and d.objid = b.oid)))
    or has_schema_privilege(r.oid, current_schema()::regnamespace, 'create')
    or has_database_privilege(r.oid, current_database(), 'create') as strong,
    has_database_privilege(r.oid, current_database(), 'connect') and has_schema_privilege(r.oid, current_schema()::regnamespace, 'usage') as enters
  from pg_roles r where rolname = $1`;
const MAKE = `select format('create role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password %L', $1::text, $2::text) as sql`;
const SET_PASSWORD = `select format('alter role %I login password %L', $1::text, $2::text) as sql`;
/** One session that hangs would hold up the horizon that the ledger is filled behind. */
const LIMIT = `select format('alter role %I set idle_in_transaction_session_timeout = %L', $1::text, $2::text) as sql`;

/**
 * The role that hub and courier run as: made where it is not there, given its password where one is named, and granted what they need
 * and no more, all of it or nothing. For the owner of the tables, after migrating; to be repeated at will.
 */
export async function makeLoginRole(connections: Connections, { name, password, salt }: LoginRole): Promise<MadeRole> {
  const verifier = password === null ? null : scramVerifier(password, salt);
  try {
    return { ok: true, did: await connections.transaction((client) => inOneGo(client, name, verifier)) };
  } catch (error) {
    if (error instanceof RoleRefused) return { ok: false, code: error.code };
    throw error;
  }
}

async function inOneGo(client: SqlClient, name: string, verifier: string | null): Promise<'made' | 'password-set' | 'granted'> {
  const [tables] = (await client.query<{ owner: boolean }>({ text: IS_OWNER, values: [] })).rows;
  if (tables?.owner !== true) throw new RoleRefused('not-the-owner');
  const before = await standingOf(client, name);
  if (before?.strong === true) throw new RoleRefused('role-too-strong');
  if (before === null && verifier === null) throw new RoleRefused('role-missing');
  if (verifier !== null) {
    await asMaker(client, before === null ? MAKE : SET_PASSWORD, [name, verifier]);
    await asMaker(client, LIMIT, [name, '10s']);
  }
  await grantWithin(client, name);
  const after = await standingOf(client, name);
  // What everybody may do counts for a new role too.
  if (after?.strong !== false) throw new RoleRefused('role-too-strong');
  if (!after.enters) throw new RoleRefused('role-shut-out');
  return verifier === null ? 'granted' : before === null ? 'made' : 'password-set';
}

async function standingOf(client: SqlClient, name: string): Promise<{ strong: boolean; enters: boolean } | null> {
  return (await client.query<{ strong: boolean; enters: boolean }>({ text: STANDING, values: [name] })).rows[0] ?? null;
}

/** Definitions take no parameters, so the server quotes what goes into them. */
async function asMaker(client: SqlClient, definition: string, values: string[]): Promise<void> {
  const [made] = (await client.query<{ sql: string }>({ text: definition, values })).rows;
  try {
    await client.query({ text: made!.sql, values: [] });
  } catch (error) {
    throw (error as { code?: unknown }).code === '42501' ? new RoleRefused('may-not-make-roles') : error;
  }
}

/** Ends the transaction, so that of what is refused nothing stays. */
class RoleRefused extends Error {
  constructor(readonly code: (MadeRole & { ok: false })['code']) {
    super(code);
  }
}
