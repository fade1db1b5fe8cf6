/**
 * The database could not be asked, or the connection was lost before it answered: what was asked may have happened. Asking
 * again with the same key is right in either case.
 */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  readonly kind = 'transient';
  readonly code = 'database-away';

  constructor(options?: ErrorOptions) {
    super('the database cannot be reached', options);
  }
}

/** Sockets, and the server's own words for going down, coming up and being full (SQLSTATE classes 08, 53 and 57). */
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '08000', '08001', '08003', '08006', '53300', '57P01', '57P02', '57P03', '57P05']);
/** The driver gives these no code: a connection that ends while a query waits on it, a pool that gets no connection in time. */
const AWAY_SENTENCES = [/^Connection terminated/, /^timeout exceeded when trying to connect/, /^Client has encountered a connection error/, /^Client was closed and is not queryable/];

/** Whether an error of the driver's means that the database is away, rather than that it refused something. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(typeof error === 'object' && error !== null)) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return AWAY_CODES.has(String(code)) || (code === undefined && typeof message === 'string' && AWAY_SENTENCES.some((sentence) => sentence.test(message)));
}
