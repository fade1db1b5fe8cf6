import { describe, expect, it } from 'vitest';
import { digestOf, utf8, type EvidencePack } from '@lateral/contracts';
import { GATEWAY, littleCatalogue, makeEvidence, recordIn, withRecords } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

describe('someone changes the law in the pack', () => {
  const verify = (pack: EvidencePack, root: string) => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

  it('so that a row had ended before it was relied on: it is not the law that the records name, and the recorded verdict is not right by it', async () => {
    const { pack, root } = await makeEvidence();
    const question = pack.envelopes[0]!.header.context.message;
    pack.catalogues = [littleCatalogue({ gatewayEnds: '2026-11-19' })];
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['changedRecord', [{ code: 'law-changed', about: 'facts-2026-11-21' }, { code: 'verdict-wrong', about: `${question}: accept / block +T13` }, { code: 'share-not-allowed', about: question }]]);
  });

  it('where a record says with which digest that version was adopted', async () => {
    const made = await makeEvidence();
    const adopted = recordIn(made.log, 30, 'catalogue.adopted.v1', { version: 'facts-2026-11-21', digest: digestOf('catalogue', littleCatalogue()) });
    const pack = await withRecords(made, [adopted]);
    const honest = await verify(pack, made.root);
    expect([honest.outcome, report(honest, 'en')]).toEqual(['proven', expect.stringContaining('by catalogue facts-2026-11-21, whose digest is the recorded one')]);
    const verdict = await verify({ ...pack, catalogues: [littleCatalogue({ gatewayEnds: '2030-12-31' })] }, made.root);
    expect([verdict.outcome, verdict.findings]).toEqual(['changedRecord', [{ code: 'law-changed', about: 'facts-2026-11-21' }]]);
  });

  it('to hide that the hub let an ended row pass: every record of a share names the digest of the law that it was judged by', async () => {
    const ended = littleCatalogue({ gatewayEnds: '2026-11-19' });
    const { pack, root } = await makeEvidence({ catalogue: ended, recorded: (right) => ({ ...right, verdict: 'accept', rules: [], acknowledged: [] }) });
    expect((await verify(pack, root)).outcome).toBe('wrongVerdict');
    const verdict = await verify({ ...pack, catalogues: [littleCatalogue()] }, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['changedRecord', [{ code: 'law-changed', about: 'facts-2026-11-21' }]]);
  });

  it('takes the row out, adds it a second time, adds a second law, or takes the law out', async () => {
    const { pack, root } = await makeEvidence();
    const law = littleCatalogue();
    const without = { ...law, rows: law.rows.filter(({ code }) => code !== GATEWAY) };
    const twice = { ...law, rows: [...law.rows, ...littleCatalogue({ gatewayEnds: '2026-11-19' }).rows.filter(({ code }) => code === GATEWAY)] };
    for (const [catalogues, outcome, code] of [
      [[without], 'changedRecord', 'catalogue-unfit'], [[twice], 'changedRecord', 'law-named-twice'], [[law, law], 'changedRecord', 'law-named-twice'],
      [[law, littleCatalogue({ version: 'facts-2025-01-01' })], 'changedRecord', 'law-not-relied-on'], [[], 'missingEntry', 'law-absent'],
    ] as const) {
      const verdict = await verify({ ...pack, catalogues: [...catalogues] }, root);
      expect([code, verdict.outcome, verdict.findings.map((each) => each.code)]).toEqual([code, outcome, expect.arrayContaining([code])]);
    }
  });

  it('or gives it a shape that the rules do not expect', async () => {
    const { pack, root } = await makeEvidence();
    for (const row of [{ code: 'A6-E' }, { ...littleCatalogue().rows[0], inForce: { S: { from: null, to: null } } }, { ...littleCatalogue().rows[0], sharers: 'LA_CSC' }]) {
      const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, catalogues: [{ ...littleCatalogue(), rows: [row] }] })), root, openPgpInspector);
      expect([verdict.outcome, verdict.findings[0]?.code]).toEqual(['unreadable', 'not-a-pack']);
    }
  });
});
