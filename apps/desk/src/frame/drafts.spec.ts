import { describe, expect, it } from 'vitest';
import type { DraftBody, DraftReply, DraftStanding } from '@lateral/contracts';
import { HubProblem } from '../hub/hub.js';
import { Drafts, SAVE_AFTER_MS, type DraftPlace } from './drafts.js';
import { TestClock } from './test-clock.js';

const PLACE: DraftPlace = { kind: 'answer', check: null, request: 'r-1', draft: null };

/** A worker that seals by writing backwards and can be locked, and a hub that keeps what it is given and can be away. */
function world() {
  const clock = new TestClock('2026-11-22T09:00:00.000Z');
  const kept = new Map<string, DraftReply>();
  const state = { isAway: false, isLocked: false, losesAnswers: false, fails: false };
  const sealing: { isSlow: boolean; go: (() => void)[] } = { isSlow: false, go: [] };
  const puts: { body: DraftBody; key: string }[] = [];
  const done = new Map<string, DraftStanding>();
  let keys = 0;
  const reach = (): void => { if (state.isAway || state.fails) throw new HubProblem(state.fails ? 503 : 0, state.fails ? 'unavailable' : 'away'); };
  const hub = {
    newKey: () => `key-${keys += 1}`,
    drafts: async () => { reach(); return [...kept.values()]; },
    draft: async (id: string) => { reach(); return kept.get(id) ?? null; },
    putDraft: async (id: string, body: DraftBody, key = '') => {
      reach();
      puts.push({ body, key });
      const before = done.get(key);
      if (before !== undefined) return before;
      if ((kept.get(id)?.version ?? 0) !== body.version) throw new HubProblem(409, 'version-changed');
      const standing: DraftStanding = { id, state: body.state, version: body.version + 1, updatedAt: clock.now().toISOString() };
      kept.set(id, { ...body, ...standing, by: 'me', bytes: body.sealed.length });
      done.set(key, standing);
      if (state.losesAnswers) throw new HubProblem(0, 'away');
      return standing;
    },
    deleteDraft: async (id: string) => { reach(); kept.delete(id); return null; },
  };
  const backwards = (text: string): string => Array.from(text).toReversed().join('');
  const ask = async (kind: string, given: { value?: unknown; sealed?: string }): Promise<unknown> => {
    if (state.isLocked) return { ok: false, code: 'locked' };
    if (kind === 'seal-draft' && sealing.isSlow) await new Promise<void>((go) => { sealing.go.push(go); });
    if (state.isLocked) throw new Error('the worker is gone');
    if (kind === 'seal-draft') return { ok: true, sealed: backwards(JSON.stringify(given.value)) };
    return { ok: true, value: JSON.parse(backwards(given.sealed ?? '')) as unknown, by: 'me' };
  };
  let ids = 0;
  const make = (): Drafts => new Drafts({ hub, secrets: { ask: ask as never }, timers: clock, now: clock.now, newId: () => `d-${ids += 1}` });
  return { clock, kept, state, sealing, puts, make };
}

const settled = async (): Promise<void> => { for (let turn = 0; turn < 30; turn += 1) await Promise.resolve(); };

async function opened(drafts: Drafts, place = PLACE): Promise<Drafts> {
  drafts.open(place);
  await settled();
  return drafts;
}

describe('a draft', () => {
  it('is sealed and stored two seconds after the last key, once', async () => {
    const { clock, puts, kept, make } = world();
    const drafts = await opened(make());
    expect(drafts.shown(PLACE)).toMatchObject({ isWritten: false, saving: 'unwritten' });
    for (const text of ['a', 'ab', 'abc']) {
      drafts.write(PLACE, text, { id: 'field', caret: text.length });
      await clock.by(SAVE_AFTER_MS - 1);
    }
    expect(puts).toEqual([]);
    await clock.by(1);
    await settled();
    expect([puts.length, drafts.shown(PLACE).saving, [...kept.values()][0]?.readers]).toEqual([1, 'saved', 'self']);
    expect(JSON.stringify([...kept.values()])).not.toContain('abc');
  });

  it('comes back after a lock with its field, and nothing of it is in clear meanwhile', async () => {
    const { state, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'half a sent', { id: 'what', caret: 5 });
    await drafts.putAway();
    drafts.locked();
    state.isLocked = true;
    expect(JSON.stringify(drafts)).not.toContain('half a sent');
    drafts.open(PLACE);
    await settled();
    expect(drafts.shown(PLACE)).toMatchObject({ isWritten: false, saving: 'opening', value: undefined });
    state.isLocked = false;
    drafts.unlocked();
    await opened(drafts);
    expect(drafts.shown(PLACE)).toMatchObject({ value: 'half a sent', isWritten: true, returnTo: { id: 'what', caret: 5 } });
  });

  it('comes back from the hub on another computer, without taking the focus once somebody went elsewhere', async () => {
    const { make } = world();
    const first = await opened(make());
    first.write(PLACE, 'begun elsewhere', { id: 'what', caret: null });
    await first.save(PLACE);
    const second = make();
    second.unlocked();
    second.wentElsewhere();
    await opened(second);
    expect(second.shown(PLACE)).toMatchObject({ id: first.shown(PLACE).id, value: 'begun elsewhere', returnTo: null, saving: 'saved' });
    expect((await opened(second, { ...PLACE, request: 'r-2' })).shown({ ...PLACE, request: 'r-2' }).isWritten).toBe(false);
  });

  it('is kept while the hub is away, and stored when it is back', async () => {
    const { clock, state, kept, make } = world();
    const drafts = await opened(make());
    state.isAway = true;
    drafts.write(PLACE, 'kept', null);
    await drafts.save(PLACE);
    expect([drafts.shown(PLACE).saving, kept.size]).toEqual(['kept', 0]);
    state.isAway = false;
    await clock.by(15_000);
    await settled();
    expect([drafts.shown(PLACE).saving, kept.size]).toEqual(['saved', 1]);
  });

  it('whose answer was lost is the same act again, and no stranger\'s', async () => {
    const { clock, state, puts, make } = world();
    const drafts = await opened(make());
    state.losesAnswers = true;
    drafts.write(PLACE, 'one', null);
    await drafts.save(PLACE);
    state.losesAnswers = false;
    await clock.by(15_000);
    await settled();
    expect(puts.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(drafts.shown(PLACE).saving).toBe('saved');
    state.losesAnswers = true;
    drafts.write(PLACE, 'two', null);
    await drafts.save(PLACE);
    state.losesAnswers = false;
    drafts.write(PLACE, 'three', null);
    await drafts.save(PLACE);
    expect(drafts.shown(PLACE)).toMatchObject({ saving: 'elsewhere', value: 'three' });
  });

  it('is whole where somebody locks while it is being sealed', async () => {
    const { sealing, state, kept, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'typed, and the lock pressed', null);
    sealing.isSlow = true;
    void drafts.save(PLACE);
    await settled();
    const locking = drafts.putAway().then(() => { drafts.locked(); state.isLocked = true; });
    await settled();
    sealing.isSlow = false;
    for (const go of sealing.go) go();
    await locking;
    state.isLocked = false;
    await opened(drafts);
    expect([drafts.shown(PLACE).value, drafts.shown(PLACE).isWritten, kept.size]).toEqual(['typed, and the lock pressed', true, 1]);
  });

  it('comes back as it was last sealed, where the worker went in the middle of sealing', async () => {
    const { sealing, state, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'stored', null);
    await drafts.save(PLACE);
    drafts.write(PLACE, 'stored, and more', null);
    sealing.isSlow = true;
    void drafts.save(PLACE);
    await settled();
    Object.assign(state, { isLocked: true });
    drafts.locked();
    for (const go of sealing.go) go();
    await settled();
    Object.assign(state, { isLocked: false });
    sealing.isSlow = false;
    expect((await opened(drafts)).shown(PLACE)).toMatchObject({ value: 'stored', isWritten: true });
  });

  it('is written over by nothing that ends after the lock, or begins before it is here', async () => {
    const { kept, clock, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'two pages', null);
    await drafts.save(PLACE);
    await drafts.putAway();
    drafts.locked();
    drafts.write(PLACE, 'a file, and nothing else', null);
    expect(JSON.stringify(drafts)).not.toContain('a file');
    await clock.by(SAVE_AFTER_MS);
    expect((await opened(drafts)).shown(PLACE)).toMatchObject({ value: 'two pages', saving: 'saved' });
    expect([...kept.values()].map(({ version }) => version)).toEqual([1]);
  });

  it('is waited for while the hub cannot be asked, and not begun anew', async () => {
    const { state, clock, kept, make } = world();
    const first = await opened(make());
    first.write(PLACE, 'two pages', null);
    await first.save(PLACE);
    for (const way of ['isAway', 'fails'] as const) {
      state[way] = true;
      const second = await opened(make());
      second.write(PLACE, 'begun anew', null);
      await clock.by(15_000);
      expect(second.shown(PLACE)).toMatchObject({ saving: 'opening', isWritten: false });
      state[way] = false;
      await clock.by(3_000);
      await settled();
      expect([second.shown(PLACE).value, kept.size]).toEqual(['two pages', 1]);
    }
  });

  it('is stored before somebody leaves, as long as the hub answers', async () => {
    const { state, clock, kept, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'one', null);
    await drafts.putAway();
    await drafts.stored();
    expect(kept.size).toBe(1);
    const silent = new Promise<never>(() => undefined);
    const away = new Drafts({ ...drafts['deps'], hub: { ...drafts['deps'].hub, putDraft: () => silent } });
    await opened(away, { ...PLACE, request: 'r-2' });
    away.write({ ...PLACE, request: 'r-2' }, 'two', null);
    await away.putAway();
    const left = away.stored();
    await clock.by(5_000);
    await left;
    expect([kept.size, state.isAway]).toEqual([1, false]);
  });

  it('that another window went on with is not written over', async () => {
    const { kept, make } = world();
    const one = await opened(make());
    one.write(PLACE, 'mine', null);
    await one.save(PLACE);
    const other = await opened(make());
    other.write(PLACE, 'theirs', null);
    await other.save(PLACE);
    const stored = JSON.stringify([...kept.values()]);
    one.write(PLACE, 'mine again', null);
    await one.save(PLACE);
    expect([one.shown(PLACE).saving, JSON.stringify([...kept.values()])]).toEqual(['elsewhere', stored]);
  });

  it('that was sent is gone here and there, and is not taken up again', async () => {
    const { state, kept, make } = world();
    const drafts = await opened(make());
    drafts.write(PLACE, 'sent', null);
    await drafts.save(PLACE);
    state.isAway = true;
    await drafts.discard(PLACE);
    expect(drafts.shown(PLACE)).toMatchObject({ isWritten: false, saving: 'unwritten' });
    state.isAway = false;
    drafts.locked();
    await opened(drafts);
    expect([drafts.shown(PLACE).isWritten, kept.size]).toEqual([false, 1]);
  });
});
