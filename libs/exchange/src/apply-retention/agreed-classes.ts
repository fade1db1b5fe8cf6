import type { RetentionClass } from '@lateral/domain/agreements';
import type { KeptShare } from '@lateral/domain/retention';
import type { AgreementStore, EndedCheck } from '../ports/index.js';

/** Which class the parties agreed on for what was shared, by the clause that was found to cover it then. Each version is read once. */
export class AgreedClasses {
  private readonly known = new Map<string, RetentionClass>();

  constructor(private readonly agreements: Pick<AgreementStore, 'version'>) {}

  async of(shares: EndedCheck['shares']): Promise<KeptShare[]> {
    const kept: KeptShare[] = [];
    for (const { cover, subjectKind } of shares) kept.push({ agreed: cover === null ? null : await this.classOf(cover), subjectKind });
    return kept;
  }

  private async classOf(cover: NonNullable<EndedCheck['shares'][number]['cover']>): Promise<RetentionClass> {
    const key = JSON.stringify([cover.agreement, cover.version, cover.clause]);
    const found = this.known.get(key) ?? (await this.read(cover));
    this.known.set(key, found);
    return found;
  }

  private async read({ agreement, version, clause: number }: NonNullable<EndedCheck['shares'][number]['cover']>): Promise<RetentionClass> {
    const document = (await this.agreements.version(agreement, version))?.document;
    const clause = document?.clauses.find((each) => each.number === number);
    // Versions are never forgotten, and what is kept too short cannot be had again.
    if (document === undefined || clause === undefined) throw new Error('a share was covered by what is no longer here');
    return clause.retentionClass ?? document.retentionClass;
  }
}
