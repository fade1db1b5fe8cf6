import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, VERIFY_EXIT, type EvidencePack } from '@lateral/contracts';
import { pathOf, provenPack, type HubRefused, type RoundReport } from '@lateral/play';
import { renewPartnership } from '@lateral/provision';
import { RoundWorld } from '../world/round-world.js';

const ROOT = resolve(import.meta.dirname, '../..');
const LIMIT_MS = 180_000;

/** The verifier as an auditor runs it: a program of its own, which is given a file. */
function verify(...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['tools/verify/dist/main.js', ...words], { cwd: ROOT }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

describe('one lateral check goes all the way round', () => {
  let world: RoundWorld;
  let report: RoundReport;

  beforeAll(async () => {
    world = await RoundWorld.start();
    report = await world.play();
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it('ends every request in one terminal state, as the case tells it', () => {
    expect(report.requests.map(({ requestId, terminal, response }) => [requestId, terminal, response?.type])).toEqual([
      ['r1', 'answered', 'PARTIAL'], ['r2', 'answered', 'FULL'], ['r3', 'answered', 'KNOWN_RELEVANT'], ['r4', 'nothing_held', 'NO_TRACE'],
    ]);
    for (const { states } of report.requests) expect(states.map(([state]) => state).slice(0, 2)).toEqual(['open', 'acknowledged']);
  });

  it('records a decision that relies on the items the agencies sent', () => {
    expect(report.checks).toHaveLength(1);
    expect(report.checks[0]?.decision).toEqual({ outcome: 'S47_JOINT', reliedOn: ['r1i2', 'r2i1', 'r3i1', 'r1i1', 'r2i3', 'r3i2'] });
  });

  it('tells each asked agency by event, and proves every request and answer to both sides', () => {
    for (const { noticeMs, receipts } of report.requests) {
      expect(noticeMs).not.toBeNull();
      expect(receipts).toEqual({ request: 'proven', response: 'proven' });
    }
    expect(report.ok).toBe(true);
    expect(report.ledger.verified).toBe(true);
  });

  it('tells the story without colours or cursor codes where there is no terminal', () => {
    expect(world.told.join('\n')).toContain('decides S47_JOINT');
    expect(world.told.join('\n')).not.toContain('\u001b');
  });

  describe('the evidence of it', () => {
    const packOf = async (agency: string, side: 'asking' | 'answering'): Promise<EvidencePack> => {
      const { session } = await world.clients()[side](agency);
      return provenPack(session, report.checks[0]!.reference);
    };
    const written = async (name: string, content: unknown): Promise<string> => {
      const file = join(world.installation.input.folder, name);
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    };

    it('holds for a responder its own request and answer, and no other agency occurs in its bytes', async () => {
      const pack = await packOf('police', 'answering');
      const bytes = JSON.stringify(pack);
      for (const other of ['icb', 'school', 'prob']) expect(bytes).not.toMatch(new RegExp(`["@/]${other}["@/]`));
      expect(pack.envelopes.map(({ header }) => header.context.type).sort()).toEqual(['outcome', 'request', 'response']);
      const { code, said } = await verify(await written('police.json', pack), '--root', world.installation.rootFingerprint);
      expect(said).toContain('PROVEN');
      expect(code).toBe(VERIFY_EXIT.proven);
    }, LIMIT_MS);

    it('says at its top that it is personal data, in both languages', async () => {
      const { notice } = await packOf('la-csc', 'asking');
      expect(notice.en).toContain('personal data');
      expect(notice.cy).toContain('ddata personol');
    });

    it('is consistent in itself and not proven where the reader brings no root', async () => {
      const file = await written('csc.json', await packOf('la-csc', 'asking'));
      expect((await verify(file)).code).toBe(VERIFY_EXIT.notPinned);
      expect((await verify(file, '--root', 'A'.repeat(40))).code).toBe(VERIFY_EXIT.unknownKey);
    }, LIMIT_MS);

    it('shows a record that was changed by one letter', async () => {
      const file = await written('changed.json', await packOf('la-csc', 'asking'));
      const bytes = await readFile(file, 'utf8');
      await writeFile(file, bytes.replace('\\"response.submitted.v1\\"', '\\"response.submitted.v2\\"'));
      expect((await verify(file, '--root', world.installation.rootFingerprint)).code).toBe(VERIFY_EXIT.changedRecord);
    }, LIMIT_MS);

    it('goes on proving when the root has spoken anew since: the pack brings what it said then, and what it says now', async () => {
      await renewPartnership({ folder: world.installation.input.folder, at: new Date(), rotate: [] });
      await world.installation.migrate();
      const pack = await packOf('la-csc', 'asking');
      const versions = pack.agencies.filter(({ document }) => document.agency.id === 'la-csc').map(({ document }) => document.version);
      expect(versions).toEqual([1, 2]);
      expect((await verify(await written('renewed.json', pack), '--root', world.installation.rootFingerprint)).code).toBe(VERIFY_EXIT.proven);
    }, LIMIT_MS);

    it('is refused to an agency that was not asked, exactly as an unknown reference is', async () => {
      const { session } = await world.clients().answering('school');
      const refusal = async (reference: string): Promise<HubRefused> => session.get(pathOf(ROUTES.evidence, { reference })).then(() => { throw new Error('it was handed out'); }, (error: unknown) => error as HubRefused);
      const unknown = await refusal('LC-00000-00000');
      expect(unknown.status).toBe(404);
    }, LIMIT_MS);
  });
});
