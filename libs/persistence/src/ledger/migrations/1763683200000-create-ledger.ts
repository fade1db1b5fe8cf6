import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log. Entries and complete nodes are written once and stay; level 0 of the tree is the entries' own leaf hashes.
 * Whoever owns the database can drop the triggers: they stop mistakes. What stops the owner is that every checkpoint ever
 * given away still has to be consistent with the next.
 */
export class CreateLedger1763683200000 implements MigrationInterface {
  readonly name = 'CreateLedger1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE installation (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      mark text NOT NULL CHECK (mark IN ('demo', 'test', 'play', 'production')))`);
    await runner.query(`CREATE TABLE ledger_entry (
      idx bigint PRIMARY KEY CHECK (idx >= 0),
      leaf bytea NOT NULL CHECK (length(leaf) BETWEEN 1 AND 1024),
      leaf_hash bytea NOT NULL UNIQUE CHECK (leaf_hash = sha256('\\x00'::bytea || leaf)))`);
    await runner.query(`CREATE TABLE ledger_node (
      level smallint NOT NULL CHECK (level BETWEEN 1 AND 53),
      idx bigint NOT NULL CHECK (idx >= 0),
      hash bytea NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (level, idx))`);
    await runner.query(`CREATE TABLE ledger_checkpoint (
      size bigint PRIMARY KEY CHECK (size >= 0),
      root bytea NOT NULL CHECK (length(root) = 32),
      note text NOT NULL)`);
    await runner.query(`CREATE TABLE cosignature (
      size bigint NOT NULL REFERENCES ledger_checkpoint (size),
      witness text NOT NULL,
      line text NOT NULL CHECK (length(line) <= 1024),
      PRIMARY KEY (size, witness))`);
    await runner.query(`CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege'; END $$`);
    for (const table of ['installation', 'ledger_entry', 'ledger_node', 'ledger_checkpoint', 'cosignature']) {
      await runner.query(`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['cosignature', 'ledger_checkpoint', 'ledger_node', 'ledger_entry', 'installation']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION refuse_rewriting()');
  }
}
