/**
 * Every event a process may log, with its ordinary level: a closed list. A failure logged under an event takes its level
 * from the error instead. Words of an event say what happened; details go into fields.
 */
export const LOG_EVENTS = {
  'process.started': 'info',
  'process.ready': 'info',
  'process.not-ready': 'warn',
  'process.stopping': 'info',
  'process.stopped': 'info',
  'process.refused-to-start': 'error',
  'process.failed': 'error',
  'step.stopped': 'info',
  'step.overran': 'warn',
  'migration.ran': 'info',
  'request.handled': 'info',
  'request.refused': 'info',
  'request.failed': 'error',
  'database.connected': 'info',
  'database.lost': 'warn',
  'redis.lost': 'warn',
  'relay.published': 'info',
  'relay.failed': 'warn',
  'job.done': 'info',
  'job.failed': 'warn',
  'job.dead': 'error',
  'worker.stuck': 'error',
  'mail.sent': 'info',
  'mail.failed': 'warn',
  'stream.opened': 'info',
  'stream.closed': 'info',
  'sweep.done': 'info',
  'sweep.failed': 'warn',
  'ledger.appended': 'info',
  'ledger.append-failed': 'warn',
  'ledger.lock-waiting': 'info',
  'ledger.lock-held': 'info',
  'ledger.lock-lost': 'error',
  'ledger.recovered': 'warn',
  'ledger.away': 'error',
  'ledger.back': 'info',
  'ledger.forked': 'error',
  'ledger.peer-refused': 'warn',
  'ledger.merge-delay-exceeded': 'error',
} as const satisfies Record<string, LogLevel>;

export type LogLevel = 'info' | 'warn' | 'error';
export type LogEvent = keyof typeof LOG_EVENTS;
