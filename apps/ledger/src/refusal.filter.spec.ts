import { describe, expect, it } from 'vitest';
import { createLogger } from '@lateral/platform';
import { firstValueFrom } from 'rxjs';
import { LedgerRefused } from './ledger-refused.js';
import { RefusalFilter } from './refusal.filter.js';

describe('RefusalFilter', () => {
  const lines: string[] = [];
  const filter = new RefusalFilter(createLogger({ app: 'ledger', write: (line) => lines.push(line) }));
  const wireOf = (error: unknown) => firstValueFrom(filter.catch(error)).then(() => null, (wire: unknown) => wire);

  it('sends the code, kind and field of a refusal', async () => {
    expect(await wireOf(new LedgerRefused('invalid-request', '/size'))).toEqual({ code: 'invalid-request', kind: 'permanent', field: '/size' });
    expect(await wireOf(new LedgerRefused('append-unknown', undefined, { cause: new Error('secret text') }))).toEqual({ code: 'append-unknown', kind: 'ambiguous' });
  });

  it('says of a surprise only that it was one, to the caller and to the log', async () => {
    expect(await wireOf(new TypeError('Daisy'))).toEqual({ code: 'internal', kind: 'ambiguous' });
    expect(await wireOf('thrown text')).toEqual({ code: 'internal', kind: 'ambiguous' });
    expect(lines.join('')).toContain('"error":"TypeError"');
    expect(lines.join('')).not.toMatch(/Daisy|text/);
  });
});
