import { describe, expect, it } from 'vitest';
import { loadSettings } from '@lateral/platform';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { CourierSettings } from './courier.settings.js';
import { refusalOfSettings } from './refuse-to-start.js';

const GOOD: Record<string, string> = {
  LATERAL_MODE: 'production', COURIER_DATABASE_URL: 'postgres://lateral:p@db.council.org/hub', COURIER_DATABASE_CA: COUNCIL_CERTIFICATE, COURIER_QUEUE_BACKEND: 'redis', COURIER_QUEUE_URL: 'rediss://:p@queue.council.org', COURIER_QUEUE_PREFIX: 'lateral',
  COURIER_SMTP_URL: 'smtps://mail.council.org', COURIER_MAIL_FROM: 'lateral@council.org', COURIER_HEALTH_PORT: '0', LEDGER_PORT: '7443', LEDGER_VERIFIER_KEY: 'council.org/ledger+00000000+AQ', KEY_LEDGER_PORT: '7444', KEY_LEDGER_VERIFIER_KEY: 'council.org/keys+00000000+AQ',
  COURIER_TLS_CERT: COUNCIL_CERTIFICATE, COURIER_TLS_KEY: '-----BEGIN PRIVATE KEY-----', COURIER_TLS_CA: COUNCIL_CERTIFICATE,
};
const codeOf = (change: Record<string, string>): string | null => refusalOfSettings(loadSettings(CourierSettings, { ...GOOD, ...change }));

describe('courier in production', () => {
  it.each([
    ['nothing of the sort', {}, null],
    ['queues in Postgres over TLS', { COURIER_QUEUE_BACKEND: 'postgres', COURIER_QUEUE_URL: 'postgres://lateral:p@db.council.org/queues', COURIER_QUEUE_CA: COUNCIL_CERTIFICATE }, null],
    ['a database in clear', { COURIER_DATABASE_CA: '' }, 'database-without-tls'],
    ['a database without a password', { COURIER_DATABASE_URL: 'postgres://lateral@db.council.org/hub' }, 'database-without-password'],
    ['a Redis in clear', { COURIER_QUEUE_URL: 'redis://:p@queue.council.org' }, 'queue-without-tls'],
    ['a Redis in clear on this machine', { COURIER_QUEUE_URL: 'redis://:p@127.0.0.1' }, 'queue-without-tls'],
    ['a Redis without a password', { COURIER_QUEUE_URL: 'rediss://queue.council.org' }, 'queue-without-password'],
    ['queues in a Postgres in clear', { COURIER_QUEUE_BACKEND: 'postgres', COURIER_QUEUE_URL: 'postgres://lateral:p@db.council.org/queues' }, 'queue-without-tls'],
    ['a log of a demo', { LEDGER_VERIFIER_KEY: 'lateral.example/ledger+00000000+AQ' }, 'log-key-of-a-demo'],
    ['a key log of a demo', { KEY_LEDGER_VERIFIER_KEY: 'council.org/demo/keys+00000000+AQ' }, 'log-key-of-a-demo'],
  ])('given %s: %s', (_what, change, code) => {
    expect(codeOf(change as Record<string, string>)).toBe(code);
  });

  it('takes all of them in a test', () => {
    expect(codeOf({ LATERAL_MODE: 'test', COURIER_DATABASE_CA: '', COURIER_QUEUE_URL: 'redis://127.0.0.1', LEDGER_VERIFIER_KEY: 'lateral.example/ledger+00000000+AQ' })).toBeNull();
  });
});
