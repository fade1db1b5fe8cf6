import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { littleAgreement, littleCatalogue, makeEvidence, proven, recordsOfRound, TestLog } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

// Whoever holds the log's key can sign a second history; what gives it away is that the two cannot be made one.
describe('the log itself shows two histories', () => {
  it('two heads of one size', async () => {
    const { pack, root, log } = await makeEvidence();
    const fork = new TestLog();
    for (let i = 0; i < log.size; i += 1) fork.append(utf8(`a history without this round ${i}`));
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, checkpoint: await fork.checkpoint() })), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['inconsistentCheckpoints', [{ code: 'two-heads-of-one-size', about: String(log.size) }]]);
  });

  it('a longer head that the records are not under, with a made-up proof between', async () => {
    const { pack, root, log } = await makeEvidence();
    const fork = new TestLog();
    for (let i = 0; i < log.size + 3; i += 1) fork.append(utf8(`a history without this round ${i}`));
    const consistency = [{ from: pack.checkpoint, path: (await fork.consistency(log.size)).path }];
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, checkpoint: await fork.checkpoint(), consistency })), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['inconsistentCheckpoints', [{ code: 'head-not-connected', about: String(log.size) }]]);
  });

  it('records under two heads, one of each history', async () => {
    const { pack, root, log, asking, asked } = await makeEvidence();
    const fork = new TestLog();
    fork.append(utf8('an entry slipped in at the front'));
    const [request, response] = pack.envelopes.map((envelope) => ({ ...envelope, content: envelope.content!, narrative: envelope.narrative! }));
    const slipped = await proven(recordsOfRound(fork, request!, response!, { catalogue: littleCatalogue(), agreements: [littleAgreement([asking.agency, asked.agency])] })[3]!, fork);
    const receipts = [...pack.receipts.slice(0, 3), slipped];
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, receipts })), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['inconsistentCheckpoints', [{ code: 'head-behind-proof', about: String(log.size + 1) }]]);
  });

  it('a head that was rolled back to before the records', async () => {
    const { pack, root, log } = await makeEvidence();
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, checkpoint: await log.checkpoint(2) })), root, openPgpInspector);
    expect(verdict.outcome).toBe('inconsistentCheckpoints');
  });
});
