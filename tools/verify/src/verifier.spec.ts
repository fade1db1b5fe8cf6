import { beforeAll, describe, expect, it } from 'vitest';
import { utf8, VERIFY_EXIT, type EvidencePack } from '@lateral/contracts';
import { makeEvidence, proven, recordIn, statementsBy, TestLog, testRoot, testWitness, witnessed, type Evidence } from '@lateral/testing/evidence';
import { FINDINGS, outcomeOf } from './findings.js';
import { openPgpInspector } from './openpgp-inspector.js';
import { report } from './report.js';
import { verifyEvidence, type Verdict } from './verifier.js';
import { LANGUAGES } from './words.js';

let made: Evidence;
beforeAll(async () => {
  made = await makeEvidence();
});

const verify = (pack: EvidencePack, root: string | null = made.root): Promise<Verdict> => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
const codes = ({ findings }: Verdict) => [...new Set(findings.map(({ code }) => code))];

describe('an evidence pack', () => {
  it('is proven under the root that the reader brings', async () => {
    const verdict = await verify(made.pack);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
    expect(verdict.shown?.log).toMatchObject({ proven: 4, size: made.log.size, cosignatures: [] });
  });

  it('is proven without its ciphertext, which only the header then stands for', async () => {
    const envelopes = made.pack.envelopes.map((envelope) => ({ ...envelope, content: null, narrative: null }));
    expect((await verify({ ...made.pack, envelopes })).outcome).toBe('proven');
  });

  it('is only consistent in itself where the reader brings no root', async () => {
    const verdict = await verify(made.pack, null);
    expect([verdict.outcome, codes(verdict)]).toEqual(['notPinned', ['no-root-given']]);
    expect(report(verdict, 'en')).toMatch(/^CONSISTENT IN ITSELF, NOT PROVEN\n/);
  });

  it('counts the witnesses that the root knows, and no others', async () => {
    const time = 1_795_000_000;
    const checkpoint = await witnessed(await witnessed(await witnessed(made.pack.checkpoint, 1, time), 2, time), 9, time);
    const verdict = await verify({ ...made.pack, checkpoint });
    expect(verdict.outcome).toBe('proven');
    expect(verdict.shown?.log.cosignatures.map(({ name }) => name)).toEqual([testWitness(1).name, testWitness(2).name]);
    expect(report(verdict, 'en')).toContain('2 of 2 known witnesses');
  });

  it('is proven where its records lead to earlier heads that are shown to be the beginning of the last', async () => {
    const [first, ...rest] = made.pack.receipts;
    const early = await proven(first!, made.log, 3);
    const pack = { ...made.pack, receipts: [early, ...rest], consistency: [await made.log.consistency(3)] };
    expect((await verify(pack)).outcome).toBe('proven');
    expect(codes(await verify({ ...pack, consistency: [] }))).toEqual(['head-not-connected']);
  });

  it('names how many records are recorded and not yet proven', async () => {
    const receipts = made.pack.receipts.map((receipt, i) => (i < 2 ? receipt : { ...receipt, state: 'recorded' as const, index: null, proof: null }));
    const verdict = await verify({ ...made.pack, receipts });
    expect([verdict.outcome, verdict.findings]).toEqual(['missingEntry', [{ code: 'not-yet-proven', about: '2' }]]);
  });

  it('does not take a state for a proof', async () => {
    const receipts = made.pack.receipts.map((receipt) => ({ ...receipt, state: 'proven' as const, proof: null }));
    expect((await verify({ ...made.pack, receipts })).outcome).toBe('missingEntry');
  });

  it('may not mix in an act of another check', async () => {
    const log = made.log;
    const stray = recordIn(log, 50, 'check.closed.v1', { check: '019a0000-0000-7000-8000-000000000000', agency: made.asking.agency, member: 'm-1' });
    const receipts = [...await Promise.all([...made.pack.receipts, stray].map((receipt) => proven(receipt, log)))];
    expect(codes(await verify({ ...made.pack, receipts, checkpoint: await log.checkpoint() }))).toEqual(['another-check']);
  });

  it('may not name two logs', async () => {
    const root = await testRoot();
    const both = [made.asking, made.asked];
    const [one] = await statementsBy(root, made.log, both);
    const [, two] = await statementsBy(root, new TestLog(7), both);
    const verdict = await verify({ ...made.pack, agencies: [one!, two!] }, one!.document.root);
    expect([verdict.outcome, codes(verdict)]).toEqual(['unknownKey', ['several-logs']]);
  });

  it('is refused where a witness signed a head that is not this one', async () => {
    const other = await witnessed(await made.log.checkpoint(2), 1, 1_795_000_000);
    const line = other.trimEnd().split('\n').at(-1)!;
    expect((await verify({ ...made.pack, checkpoint: `${made.pack.checkpoint}${line}\n` })).outcome).toBe('badSignature');
  });
});

describe('the answer', () => {
  it('is the first class, in the order of the contract, that anything belongs to', () => {
    const one = (code: keyof typeof FINDINGS) => ({ code, about: null });
    expect(outcomeOf([])).toBe('proven');
    expect(outcomeOf([one('no-root-given'), one('not-yet-proven'), one('header-signature'), one('record-not-in-log')])).toBe('badSignature');
    for (const [code, name] of Object.entries(FINDINGS)) expect([code, outcomeOf([one(code as keyof typeof FINDINGS)])]).toEqual([code, name]);
    expect(new Set(Object.values(VERIFY_EXIT)).size).toBe(Object.keys(VERIFY_EXIT).length);
  });

  it('says in either language what is proven, for whom, and what is not', async () => {
    const verdict = await verify(made.pack);
    const said = LANGUAGES.map((language) => report(verdict, language));
    expect(said[0]).toContain(`Proven, for whoever trusts the root ${made.root}`);
    expect(said[0]).toContain('Not proven:');
    expect(said[0]).toContain('csc-north in English');
    expect(said[1]).toMatch(/^WEDI'I BROFI\n/);
    expect(said[1]).toContain('Heb ei brofi:');
    expect(said[1]).toContain('csc-north yn Gymraeg');
  });

  it('prints nothing of a file that could steer a terminal', async () => {
    const verdict = await verify({ ...made.pack, agency: '\u001b[2Jx' });
    expect(codes(verdict)).toContain('agency-absent');
    expect(report(verdict, 'en')).not.toContain('\u001b');
  });
});
