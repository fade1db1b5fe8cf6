import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session by a one-time code was given to sign with its member's own key, and when that was done. It is the session's, and ends with it. */
export class KeyProof0009 implements MigrationInterface {
  readonly name = 'KeyProof0009000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table session
      add column proof_nonce text, add column proof_until timestamptz, add column key_proven_at timestamptz,
      add constraint session_key_proof check ((proof_nonce is null) = (proof_until is null) and (kind = 'one-time-code' or (proof_nonce is null and key_proven_at is null)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop constraint session_key_proof, drop column proof_nonce, drop column proof_until, drop column key_proven_at');
  }
}
