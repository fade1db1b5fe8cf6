import { describe, expect, it } from 'vitest';
import { keyFactLeaf, utf8, type KeyFact } from '@lateral/contracts';
import { Frontier, ed25519Signer, leafHash, noteVerifier, signCheckpoint } from '@lateral/tlog';
import { checkKeyLog, judgeLogged, type HeldKeyLog } from './check-key-log.js';
import type { LogMark } from './version-marks.js';

const log = ed25519Signer('lateral.example/keys', new Uint8Array(32).fill(7));
const fact = (of: string, version: number, letter = 'A'): KeyFact => ({ v: 1, kind: 'roster', of, version, digest: letter.repeat(43) });
const headOf = (facts: readonly KeyFact[], signer = log): Promise<string> => {
  const tree = new Frontier();
  for (const each of facts) tree.append(leafHash(utf8(keyFactLeaf(each))));
  return signCheckpoint({ origin: 'lateral.example/keys', size: facts.length, root: tree.root() }, signer);
};
const FACTS = [fact('police-a', 1), fact('school-b', 1), fact('police-a', 2, 'B'), fact('gp-c', 1)];
const VERSIONS = [{ version: 1, digest: 'A'.repeat(43) }, { version: 2, digest: 'B'.repeat(43) }];
const asked = { log: noteVerifier(log.key), seen: null, agency: 'police-a', versions: VERSIONS };
const shown = async (facts = FACTS, checkpoint: string | Promise<string> = headOf(facts)): Promise<Parameters<typeof checkKeyLog>[0]> => ({ facts, checkpoint: await checkpoint });
const markOf = async (facts: readonly KeyFact[]): Promise<LogMark> => {
  const read = checkKeyLog(await shown([...facts]), { ...asked, versions: [], agency: 'nobody' });
  if (!read.ok) throw new Error(read.code);
  return read.head;
};

describe('the key log', () => {
  it('is believed where its head covers its facts and the agency knows all of its own', async () => {
    expect(checkKeyLog(await shown(), asked)).toMatchObject({ ok: true, waiting: false, head: { size: 4 } });
    expect(checkKeyLog(await shown([...FACTS, fact('late', 1)], headOf(FACTS)), asked)).toMatchObject({ ok: true, head: { size: 4 } });
  });

  it('may still lack the newest versions of the agency, and says which; none that is followed by one that it holds', async () => {
    const versions = [...VERSIONS, { version: 3, digest: 'C'.repeat(43) }];
    expect(checkKeyLog(await shown(), { ...asked, versions })).toMatchObject({ ok: true, waiting: true, missing: [3] });
    expect(checkKeyLog(await shown([FACTS[0]!, FACTS[1]!]), { ...asked, versions })).toMatchObject({ ok: true, waiting: true, missing: [2, 3] });
    expect(checkKeyLog(await shown([FACTS[0]!, fact('police-a', 3, 'C')]), { ...asked, versions })).toEqual({ ok: false, code: 'missing-fact' });
  });

  it('shows a roster of the agency that the agency never signed', async () => {
    expect(checkKeyLog(await shown([...FACTS, fact('police-a', 3, 'C')]), asked)).toEqual({ ok: false, code: 'foreign-fact' });
    expect(checkKeyLog(await shown([FACTS[0]!, fact('police-a', 2, 'C')]), asked)).toEqual({ ok: false, code: 'foreign-fact' });
  });

  it('goes on from what was seen of it, and from nothing else', async () => {
    const seen = await markOf(FACTS.slice(0, 2));
    expect(checkKeyLog(await shown(), { ...asked, seen })).toMatchObject({ ok: true });
    expect(checkKeyLog(await shown(), { ...asked, seen: await markOf(FACTS) })).toMatchObject({ ok: true });
    expect(checkKeyLog(await shown(FACTS.slice(0, 1)), { ...asked, seen, versions: VERSIONS.slice(0, 1) })).toEqual({ ok: false, code: 'rolled-back' });
    const other = [fact('police-a', 1), fact('school-b', 1, 'X'), ...FACTS.slice(2)];
    expect(checkKeyLog(await shown(other), { ...asked, seen })).toEqual({ ok: false, code: 'forked' });
    expect(checkKeyLog(await shown([fact('gp-c', 9), ...FACTS.slice(1)]), { ...asked, seen: await markOf(FACTS), versions: [] })).toEqual({ ok: false, code: 'forked' });
  });

  it('is nobody\'s without the pinned key, and not the tree of other facts', async () => {
    expect(checkKeyLog(await shown(FACTS, headOf(FACTS, ed25519Signer('lateral.example/keys', new Uint8Array(32).fill(8)))), asked)).toEqual({ ok: false, code: 'untrusted-head' });
    expect(checkKeyLog(await shown(FACTS, 'nothing'), asked)).toEqual({ ok: false, code: 'untrusted-head' });
    expect(checkKeyLog(await shown(FACTS.slice(0, 3), headOf(FACTS)), asked)).toEqual({ ok: false, code: 'other-tree' });
    expect(checkKeyLog(await shown([...FACTS.slice(0, 3), fact('gp-c', 2)], headOf(FACTS)), asked)).toEqual({ ok: false, code: 'other-tree' });
  });
});

describe('a key log that was checked a little while ago', () => {
  const heldOf = async (facts: readonly KeyFact[]): Promise<{ held: HeldKeyLog; seen: LogMark }> => {
    const read = checkKeyLog(await shown([...facts]), { ...asked, versions: [], agency: 'nobody' });
    if (!read.ok) throw new Error(read.code);
    return { held: read.held, seen: read.head };
  };
  const later = fact('gp-c', 2, 'D');
  const grown = [...FACTS, later];

  it('is gone on with from where it was left, and is the same as one that is read whole', async () => {
    const before = await heldOf(FACTS);
    const whole = await heldOf(grown);
    const read = checkKeyLog({ from: 4, facts: [later], checkpoint: await headOf(grown) }, { ...asked, ...before });
    expect(read).toMatchObject({ ok: true, waiting: false, head: whole.seen });
    expect(read.ok && [...read.held.rosters]).toEqual([...whole.held.rosters]);
    // What was held is held as it was: a look that fails takes nothing away.
    expect([before.held.tree.size, before.held.rosters.get('gp-c')]).toEqual([4, [{ version: 1, digest: 'A'.repeat(43), index: 3 }]]);
    expect(checkKeyLog({ from: 4, facts: [], checkpoint: await headOf(FACTS) }, { ...asked, ...before })).toMatchObject({ ok: true, head: { size: 4 } });
    expect(checkKeyLog(await shown(grown), { ...asked, ...before })).toMatchObject({ ok: true, head: whole.seen });
  });

  it('does not go on with another log, a shorter one, or with a gap', async () => {
    const before = await heldOf(FACTS);
    const other = [fact('police-a', 1), fact('school-b', 1, 'X'), ...FACTS.slice(2), later];
    expect(checkKeyLog({ from: 4, facts: [later], checkpoint: await headOf(other) }, { ...asked, ...before })).toEqual({ ok: false, code: 'other-tree' });
    expect(checkKeyLog(await shown(other), { ...asked, ...before })).toEqual({ ok: false, code: 'forked' });
    expect(checkKeyLog(await shown(FACTS.slice(0, 3)), { ...asked, held: before.held })).toEqual({ ok: false, code: 'rolled-back' });
    expect(checkKeyLog({ from: 5, facts: [], checkpoint: await headOf(grown) }, { ...asked, ...before })).toEqual({ ok: false, code: 'other-tree' });
    expect(checkKeyLog({ from: 4, facts: [later], checkpoint: await headOf(grown) }, asked)).toEqual({ ok: false, code: 'other-tree' });
    expect(checkKeyLog({ from: 4, facts: [later], checkpoint: await headOf(grown) }, { ...asked, held: before.held, seen: await markOf(FACTS.slice(0, 2)) })).toEqual({ ok: false, code: 'other-tree' });
  });

  it('may hold a roster that was signed after the rosters were asked for; one that was there before was kept back', async () => {
    const before = await heldOf(FACTS);
    const newer = [...FACTS, fact('police-a', 3, 'C')];
    const look = async (since: number): Promise<ReturnType<typeof checkKeyLog>> => checkKeyLog({ from: 4, facts: newer.slice(4), checkpoint: await headOf(newer) }, { ...asked, ...before, since });
    expect(await look(4)).toMatchObject({ ok: true, waiting: false });
    expect(await look(5)).toEqual({ ok: false, code: 'foreign-fact' });
  });
});

describe('what a log holds of one agency', () => {
  const at = (index: number, version: number, letter = 'A'): { index: number; version: number; digest: string } => ({ index, version, digest: letter.repeat(43) });

  it('is what was shown, or lacks the newest; never another digest, not even beside the right one', () => {
    expect(judgeLogged([at(0, 1), at(2, 2, 'B')], VERSIONS)).toEqual({ ok: true, missing: [] });
    expect(judgeLogged([at(0, 1)], VERSIONS)).toEqual({ ok: true, missing: [2] });
    expect(judgeLogged([], VERSIONS)).toEqual({ ok: true, missing: [1, 2] });
    expect(judgeLogged([at(2, 2, 'B')], VERSIONS)).toEqual({ ok: false, code: 'missing-fact' });
    expect(judgeLogged([at(0, 1), at(2, 2, 'C')], VERSIONS)).toEqual({ ok: false, code: 'foreign-fact' });
    expect(judgeLogged([at(0, 1), at(2, 2, 'B'), at(9, 2, 'C')], VERSIONS, 5)).toEqual({ ok: false, code: 'foreign-fact' });
    expect(judgeLogged([at(0, 1), at(2, 2, 'B'), at(9, 3)], VERSIONS)).toEqual({ ok: false, code: 'foreign-fact' });
    expect(judgeLogged([at(0, 1), at(2, 2, 'B'), at(9, 3)], VERSIONS, 9)).toEqual({ ok: true, missing: [] });
  });
});
