import { canonicalJson } from '@lateral/contracts';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { AuditRow, CatalogueStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { ADOPT_CATALOGUE, CATALOGUE_VERSION } from './statements/catalogue.statement.js';
import type { Wake } from './wake.js';

/** Versions of the catalogue of law: what was relied on stays readable under its version. */
export class PostgresCatalogueStore implements CatalogueStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  /** Of several hubs that start at once, one adopts a version and records it. */
  async adopt(document: CatalogueDocument, digest: string, at: Date, record: AuditRow): Promise<'adopted' | 'known' | 'different'> {
    const adopted = await this.connections.first(ADOPT_CATALOGUE, { version: document.version, digest, document: canonicalJson(document), at, ...auditValues([record]) });
    if (adopted !== null) {
      this.wake.soon('audit');
      return 'adopted';
    }
    return (await this.version(document.version))?.digest === digest ? 'known' : 'different';
  }

  async version(version: string): Promise<{ document: CatalogueDocument; digest: string } | null> {
    const row = await this.connections.first<{ document: string; digest: string }>(CATALOGUE_VERSION, { version });
    return row === null ? null : { document: JSON.parse(row.document) as CatalogueDocument, digest: row.digest };
  }
}
