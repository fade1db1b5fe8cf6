import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type AgencyDetails } from '@lateral/partnership';
import { SystemRandom } from '@lateral/platform';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';

// An agency takes Argon2 three times to make: two passphrases, and the words of its fingerprint.

/** The offline laptop, and those of agencies, with somebody who answers what they are asked. */
export interface Laptop {
  folder: string;
  path(...parts: string[]): string;
  /** Carries out one command line; `answers` are typed one after the other. */
  run(argv: readonly string[], answers?: readonly string[]): Promise<{ exit: number; out: string; err: string; asked: { question: string; hidden: boolean }[] }>;
  json<T>(...parts: string[]): Promise<T>;
  write(name: string, value: unknown): Promise<string>;
  /** Every file below the folder: path and text. */
  files(): Promise<{ path: string; text: string; mode: number }[]>;
  set(now: string): void;
  end(): Promise<void>;
}

export async function laptop(start = '2026-11-02T09:00:00.250Z'): Promise<Laptop> {
  const folder = await mkdtemp(join(tmpdir(), 'lateral-laptop-'));
  let now = new Date(start);
  const path = (...parts: string[]): string => join(folder, ...parts);
  return {
    folder, path,
    async run(argv, answers = []) {
      const [out, err, left] = [[] as string[], [] as string[], [...answers]];
      const asked: { question: string; hidden: boolean }[] = [];
      const exit = await run(argv, {
        now: () => now, random: new SystemRandom(),
        terminal: {
          out: (text) => void out.push(text), err: (text) => void err.push(text), wipe: () => undefined,
          ask: async (question, options) => { asked.push({ question, hidden: options?.hidden ?? false }); return left.shift() ?? null; },
        },
      });
      return { exit, out: out.join('\n'), err: err.join('\n'), asked };
    },
    json: async <T>(...parts: string[]) => JSON.parse(await readFile(path(...parts), 'utf8')) as T,
    async write(name, value) {
      await writeFile(path(name), typeof value === 'string' ? value : JSON.stringify(value));
      return path(name);
    },
    async files() {
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      return Promise.all(names.filter((entry) => entry.isFile()).map(async (entry) => {
        const at = join(entry.parentPath, entry.name);
        return { path: at, text: await readFile(at, 'utf8'), mode: (await stat(at)).mode & 0o777 };
      }));
    },
    set: (time) => { now = new Date(time); },
    end: () => rm(folder, { recursive: true }),
  };
}

export const LOG = formatVerifierKey(ed25519Signer('log.north.test/acts', new Uint8Array(32).fill(1)).key);
export const KEY_LOG = formatVerifierKey(ed25519Signer('log.north.test/acts/keys', new Uint8Array(32).fill(2)).key);
export const WORDS = ['harbour lantern gravel meadow thistle', 'copper window violin barley anchor'] as const;
/** What two custodians type: each their passphrase, twice. */
export const TYPED: readonly string[] = WORDS.flatMap((words) => [words, words]);

export function details(change: Partial<AgencyDetails['agency']> = {}): AgencyDetails {
  return {
    v: 1, type: 'agency-details',
    agency: { type: 'LA_CSC', nation: 'W', name: { en: 'Test Council', cy: 'Cyngor Prawf' }, publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], ...change },
    mailbox: { mailbox: 'front.door@council.test', language: 'both' },
    custodians: [{ roles: ['custodian', 'signatory'], issuer: 'https://login.council.test/tenant', subject: 's-1' }, { roles: ['custodian'], issuer: 'https://login.council.test/tenant', subject: 's-2' }],
  };
}

/** Two sheets of the root (or another set) as options. */
export const shares = (of: Laptop, folder: string, [one, two]: readonly [number, number] = [1, 3], option = '--share'): string[] => [one, two].flatMap((index) => [option, of.path(folder, `root-share-${index}.txt`)]);

/** A laptop with a root, whose sheets are files. */
export async function laptopWithRoot(mode: 'production' | 'test' | 'demo' = 'test', start?: string): Promise<Laptop> {
  const made = await laptop(start);
  const { exit, err } = await made.run(['create', 'north', '--mode', mode, '--out', made.path('root'), '--sheets', made.path('paper')]);
  if (exit !== 0) throw new Error(err);
  return made;
}

/** An agency's keys made on its side; returns the fingerprint that it would read out. */
export async function makeAgencyOn(of: Laptop, id: string, more: readonly string[] = [], answers: readonly string[] = TYPED): Promise<string> {
  const out = more.includes('--out') ? [] : ['--out', of.path(id)];
  const { exit, err, out: said } = await of.run(['agency', 'create', id, '--details', await of.write(`${id}.details.json`, details()), ...out, '--sheets', of.path(`${id}-paper${out.length === 0 ? '-again' : ''}`), ...more], answers);
  if (exit !== 0) throw new Error(err);
  return /(?:[0-9A-F]{4} ){9}[0-9A-F]{4}/.exec(said)![0];
}

/** The agency made, certified and in the draft. */
export async function certified(of: Laptop, id: string): Promise<string> {
  const fingerprint = await makeAgencyOn(of, id);
  const { exit, err } = await of.run(['certify-agency', '--dir', of.path('root'), '--request', of.path(id, 'certification-request.json'), '--fingerprint', fingerprint, ...shares(of, 'paper')]);
  if (exit !== 0) throw new Error(err);
  return fingerprint;
}

export const logs = ['--log', LOG, '--key-log', KEY_LOG];
