import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { HubSession } from '../party/hub-session.js';
import { provenPack } from '../party/proven-pack.js';

const ROOT = resolve(import.meta.dirname, '../../../..');

export interface Verified {
  ok: boolean;
  /** What the verifier printed. */
  said: string;
  /** The line with which a person does the same. */
  line: string;
  size: number;
  root: string;
}

/** Fetches the evidence pack of a check, writes it to a file, and has the verifier (a program of its own, offline) judge it. */
export async function verifyRound(session: HubSession, { reference, folder, fingerprint }: { reference: string; folder: string; fingerprint: string }): Promise<Verified> {
  const pack = await provenPack(session, reference);
  const file = join(folder, `${reference}.${pack.agency}.evidence.json`);
  await writeFile(file, JSON.stringify(pack), { mode: 0o600 });
  const { code, said } = await run(['tools/verify/dist/main.js', file, '--root', fingerprint]);
  const [, size = '0', root = ''] = pack.checkpoint.split('\n');
  return { ok: code === 0, said, line: `npm run verify -- ${relative(process.cwd(), file)} --root ${fingerprint}`, size: Number(size), root };
}

function run(words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, words, { cwd: ROOT }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), said: `${stdout}${stderr}`.trimEnd() });
    });
  });
}
