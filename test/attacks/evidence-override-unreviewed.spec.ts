import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack } from '@lateral/contracts';
import { makeEmergency, makeEvidence, recordIn, REVIEW_DUE, reviewed, withRecords } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

describe('someone passes an emergency override off as reviewed, or as none', () => {
  const verify = (pack: EvidencePack, root: string) => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

  it('without a review it is shown as open, in either language', async () => {
    const { pack, root } = await makeEmergency();
    const verdict = await verify(pack, root);
    expect([verdict.outcome, [...verdict.shown!.overrides.values()]]).toEqual(['proven', [{ reason: 'life_at_risk', codes: ['necessity_why'], review: 'open', due: REVIEW_DUE, found: null }]]);
    expect(report(verdict, 'en')).toContain(`emergency override (a life at risk) of necessity_why; OPEN: no review is in this pack; due ${REVIEW_DUE}`);
    expect(report(verdict, 'cy')).toContain('AGORED: nid oes adolygiad yn y pecyn hwn');
  });

  it('and as overdue where the pack goes on past the time', async () => {
    const made = await makeEmergency();
    const later = recordIn(made.log, 40, 'check.closed.v1', { check: made.pack.check.id, agency: made.asking.agency, member: 'm-1' }, '2026-11-23T17:00:00.001Z');
    const verdict = await verify(await withRecords(made, [later]), made.root);
    expect([verdict.outcome, report(verdict, 'en')]).toEqual(['proven', expect.stringContaining('OPEN AND OVERDUE')]);
  });

  it('takes the record of its use out', async () => {
    const { pack, root } = await makeEmergency();
    pack.receipts = pack.receipts.filter(({ event }) => event !== 'override.used.v1');
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['missingEntry', [{ code: 'override-unrecorded', about: pack.envelopes[0]!.header.context.message }]]);
  });

  it('takes the override out of the judgement', async () => {
    const { pack, root } = await makeEmergency();
    pack.envelopes[0]!.judgement = { ...pack.envelopes[0]!.judgement!, overridden: [] };
    expect((await verify(pack, root)).outcome).toBe('changedRecord');
  });

  it('reviews it himself', async () => {
    const { pack, root } = await reviewed(await makeEmergency(), { at: '2026-11-23T09:00:00.000Z', member: 'm-1' });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['wrongVerdict', ['review-unfit']]);
  });

  it('takes the review out of the pack, but not its record', async () => {
    const { pack, root } = await reviewed(await makeEmergency(), { at: '2026-11-23T09:00:00.000Z' });
    pack.envelopes = pack.envelopes.slice(0, 2);
    expect((await verify(pack, root)).outcome).toBe('missingEntry');
  });

  it('records the use of one for a share that needed none', async () => {
    const made = await makeEvidence();
    const { check, request, message, from } = made.pack.envelopes[0]!.header.context;
    const used = recordIn(made.log, 10, 'override.used.v1', { check, request, message, agency: from.agency, member: 'm-1', reason: 'life_at_risk', findings: 'T5', reviewDue: REVIEW_DUE });
    expect((await verify(await withRecords(made, [used]), made.root)).findings).toEqual([{ code: 'judgement-disagrees', about: message }]);
  });
});
