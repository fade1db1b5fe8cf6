import { describe, expect, it } from 'vitest';
import { MOST_FILES_AT_ONCE, type PartnershipFile, type SignedDocument } from '@lateral/contracts';
import { noMarks } from '@lateral/envelope/keys';
import type { Given, Told } from '../crypto/protocol.js';
import type { Secrets } from '../crypto/secrets.js';
import { DirectoryCheck } from './directory-check.js';
import { Hub } from '../hub/hub.js';

const ROOT = 'A'.repeat(40);
const MARKS = noMarks(ROOT);
const fileOf = (version: number): SignedDocument<PartnershipFile> => ({ document: { version } as PartnershipFile, signatures: [] });
type Asked = Given<'verify-directory'>;
const OF_BEFORE = MOST_FILES_AT_ONCE + 3;
const upTo = (version: number): number[] => Array.from({ length: version }, (_, at) => at + 1);

/** A hub that has three files more than it gives at once, and a worker that answers what `judge` says. */
function world(judge: (asked: Asked) => Told<'verify-directory'>): { check: DirectoryCheck; grow(): void; paths: string[]; asked: Asked[]; kept: string[] } {
  let newest = OF_BEFORE;
  const [paths, asked, kept]: [string[], Asked[], string[]] = [[], [], []];
  const answer = (path: string): unknown => {
    const from = Number(/from=(\d+)/u.exec(path)?.[1] ?? 1);
    if (path.startsWith('/v1/partnership/versions')) return upTo(newest).slice(from - 1, from - 1 + MOST_FILES_AT_ONCE).map(fileOf);
    return path === '/v1/partnership' ? fileOf(newest) : [];
  };
  const hub = new Hub(async (path) => { paths.push(path as string); return new Response(JSON.stringify(answer(path as string))); }, (length) => new Uint8Array(length));
  const secrets = { ask: async (_: string, given: Asked) => { asked.push(given); return judge(given); } } as unknown as Secrets;
  const storage = { getItem: () => kept.at(-1) ?? null, setItem: (_: string, text: string) => { kept.push(text); } };
  return { check: new DirectoryCheck({ hub, secrets, storage, pin: async () => ROOT }), grow: () => { newest += 1; }, paths, asked, kept };
}
const ok: Told<'verify-directory'> = { ok: true, marks: MARKS, agencies: [], colleagues: [], delegates: [], keyLog: { from: 0, lacks: false } };
const versionsIn = ({ versions }: Asked): number[] | null => versions?.map(({ document: { version } }) => version) ?? null;

describe('what is shown of the directory', () => {
  it('is judged without the files of before where these are not needed', async () => {
    const { check, paths, asked, kept } = world(() => ok);
    expect(await check.verify('school-north', ['school-north'])).toBe(ok);
    expect([asked.map(versionsIn), kept]).toEqual([[null], [JSON.stringify(MARKS)]]);
    expect(paths.some((path) => path.startsWith('/v1/partnership/versions'))).toBe(false);
  });

  it('is judged with all of them where the worker asks for them; they are fetched once, and the newer ones after that', async () => {
    const { check, grow, paths, asked } = world(({ versions }) => (versions === null ? { ok: false, code: 'versions-needed', of: null } : ok));
    await check.verify('school-north', ['school-north']);
    expect(asked.map(versionsIn)).toEqual([null, upTo(OF_BEFORE)]);
    expect(paths.filter((path) => path.startsWith('/v1/partnership/versions'))).toEqual(['/v1/partnership/versions?from=1', '/v1/partnership/versions?from=21']);
    const before = paths.length;
    await check.verify('school-north', []);
    expect(paths.slice(before)).toEqual(['/v1/partnership']);
    grow();
    await check.verify('school-north', []);
    expect(versionsIn(asked.at(-1)!)).toEqual(upTo(OF_BEFORE + 1));
  });

  it('is judged once more where another window has seen something meanwhile', async () => {
    const theirs = noMarks('B'.repeat(40));
    const { check, asked, kept } = world(() => {
      if (asked.length === 1) kept.push(JSON.stringify(theirs));
      return ok;
    });
    await check.verify('school-north', []);
    expect(asked.map(({ marks }) => marks)).toEqual([null, theirs]);
    expect(kept).toEqual([JSON.stringify(theirs), JSON.stringify(MARKS)]);
  });

  it('leaves no mark where it is refused', async () => {
    const { check, kept } = world(({ versions }) => ({ ok: false, code: versions === null ? 'versions-needed' : 'root-not-announced', of: null }));
    await expect(check.verify('school-north', [])).rejects.toMatchObject({ code: 'root-not-announced' });
    expect(kept).toEqual([]);
  });
});
