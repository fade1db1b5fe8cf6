import type { InstallationMark } from '@lateral/platform';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

const MARK = statement('mark-installation', 'insert into installation (mark) values (:mark::text) on conflict do nothing');
const READ_MARK = statement('read-mark', 'select mark from installation');

/** What this database was made for. Written once: a demo's data can never become production's. */
export class Installation {
  constructor(private readonly connections: Connections) {}

  /** The mark, or null in a database that bears none (also one that was never migrated). */
  async mark(): Promise<InstallationMark | null> {
    const there = await this.connections.with((client) => client.query<{ there: boolean }>({ text: `select to_regclass('installation') is not null as there`, values: [] }));
    if (there.rows[0]?.there !== true) return null;
    return (await this.connections.first<{ mark: InstallationMark }>(READ_MARK, {}))?.mark ?? null;
  }

  /** Sets the mark where there is none. Returns the one that stands, which the caller compares with its own. */
  async setMark(mark: InstallationMark): Promise<InstallationMark> {
    await this.connections.rows(MARK, { mark });
    const standing = await this.mark();
    if (standing === null) throw new Error('the installation was not marked');
    return standing;
  }
}
