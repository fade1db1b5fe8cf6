import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DRAFT_KINDS, DRAFT_READERS, DRAFT_STATES, MOST_DRAFTS, type DraftBody } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, STRANGER, valueOf } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const WRITER = memberOf('school-b');
const COLLEAGUE = memberOf('school-b', 'm2');
const APPROVER: Actor = { ...COLLEAGUE, roles: ['approver'] };
const NOT_FOUND = { ok: false, code: 'not-found' };
const NOTE: DraftBody = { kind: 'note', check: null, request: null, readers: 'self', state: 'writing', version: 0, sealed: 'AAEC' };

describe('drafts', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  let answer: DraftBody;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c']);
    request = opened.requests[0]!;
    ({ reference } = opened);
    answer = { ...NOTE, kind: 'answer', check: null, request };
  });
  const keep = (id: string, body: DraftBody, actor: Actor = WRITER) => world.acts.keepDraft.carryOut(actor, id, body);
  const seen = async (actor: Actor): Promise<string[]> => (await world.acts.drafts.list(actor)).map(({ id }) => id);

  describe('somebody writes alone', () => {
    it('is theirs to read, write over and throw away; nobody is told and nothing is recorded', async () => {
      const [id, before] = [world.messages.id(), world.tables.counts()];
      expect(await keep(id, NOTE)).toEqual({ ok: true, value: { id, state: 'writing', version: 1, updatedAt: world.clock.at.toISOString() } });
      expect(await keep(id, { ...NOTE, version: 1, sealed: 'AAEE' })).toMatchObject({ ok: true, value: { version: 2 } });
      const view = { id, kind: 'note', check: null, request: null, readers: 'self', state: 'writing', by: 'm1', version: 2, updatedAt: world.clock.at.toISOString(), bytes: 3 };
      expect(await world.acts.drafts.list(WRITER)).toEqual([view]);
      expect(await world.acts.drafts.read(WRITER, id)).toEqual({ ok: true, value: { ...view, sealed: 'AAEE' } });
      expect(await world.acts.drafts.remove(WRITER, id)).toEqual({ ok: true, value: null });
      expect(world.tables.counts()).toEqual(before);
    });

    it('is nobody else\'s: colleague, approver and stranger are told that there is no such thing', async () => {
      const id = world.messages.id();
      await keep(id, answer);
      for (const actor of [COLLEAGUE, APPROVER, memberOf('gp-c'), STRANGER]) {
        expect([await seen(actor), await world.acts.drafts.read(actor, id), await world.acts.drafts.remove(actor, id)]).toEqual([[], NOT_FOUND, NOT_FOUND]);
        expect(await keep(id, { ...NOTE, version: 1 }, actor)).toMatchObject({ ok: false, code: 'version-changed', current: { version: 0, state: 'gone' } });
        expect(await keep(id, NOTE, actor)).toEqual({ ok: false, code: 'id-taken' });
      }
    });

    it('knows a retry, and tells two windows apart', async () => {
      const id = world.messages.id();
      const first = await keep(id, NOTE);
      expect(await keep(id, NOTE)).toEqual(first);
      expect(await keep(id, { ...NOTE, sealed: 'AAEE' })).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'writing' } });
      world.tables.beforeNextWrite(async () => void valueOf(await keep(id, { ...NOTE, version: 1, sealed: 'AAEE' })));
      expect(await keep(id, { ...NOTE, version: 1, sealed: 'AAEF' })).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'writing' } });
    });

    it(`has at most ${MOST_DRAFTS} of them`, async () => {
      for (let n = 0; n < MOST_DRAFTS; n += 1) valueOf(await keep(world.messages.id(), NOTE));
      expect(await keep(world.messages.id(), NOTE)).toEqual({ ok: false, code: 'limit-reached' });
      expect(await keep(world.messages.id(), NOTE, COLLEAGUE)).toMatchObject({ ok: true });
    });

    it('under an id of now', async () => {
      const old = uuid7(new Date(world.clock.at.getTime() - 90_000_000), world.randomness.bytes(10));
      expect(await keep(old, NOTE)).toEqual({ ok: false, code: 'id-outside-clock' });
    });

    it('of something that their agency has a part in', async () => {
      const unknown = { ok: false, code: 'invalid-request', fields: [{ field: '/request', reason: 'unknown' }] };
      for (const [actor, body] of [[memberOf('gp-c'), answer], [memberOf('police-a'), answer], [WRITER, { ...answer, request: world.messages.id() }]] as const) expect(await keep(world.messages.id(), body, actor)).toEqual(unknown);
      expect(await keep(world.messages.id(), { ...NOTE, kind: 'check', request }, memberOf('police-a'))).toMatchObject({ ok: true });
      expect(await keep(world.messages.id(), { ...NOTE, check: reference })).toMatchObject({ ok: true });
      for (const check of ['LC-00000-00000', reference]) expect(await keep(world.messages.id(), { ...NOTE, check }, STRANGER)).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/check', reason: 'unknown' }] });
    });

    it('stays what it is: of the same kind, check and request', async () => {
      const id = world.messages.id();
      await keep(id, answer);
      for (const [field, more] of [['/kind', { kind: 'note' }], ['/check', { check: reference }], ['/request', { request: null }]] as const) {
        expect(await keep(id, { ...answer, version: 1, ...more })).toEqual({ ok: false, code: 'invalid-request', fields: [{ field, reason: 'changed' }] });
      }
    });

    it('is gone for whoever has left the check', async () => {
      const id = world.messages.id();
      await keep(id, answer);
      valueOf(await world.acts.recuse.fromRequest(WRITER, world.attempt(), request));
      expect([await seen(WRITER), await world.acts.drafts.read(WRITER, id)]).toEqual([[], NOT_FOUND]);
    });
  });

  describe('an answer is put to the approvers', () => {
    let id: string;
    beforeEach(async () => {
      id = world.messages.id();
      valueOf(await keep(id, answer));
    });
    const put = (more: Partial<DraftBody> = {}) => keep(id, { ...answer, version: 1, readers: 'approvers', state: 'to_approve', ...more });
    const back = (more: Partial<DraftBody> = {}, actor = APPROVER) => keep(id, { ...answer, version: 2, readers: 'approvers', state: 'sent_back', sealed: 'AAEF', ...more }, actor);

    it('who see it, and hear of it live with their whole team; it is recorded', async () => {
      const [before, owed] = [world.tables.audit.length, world.tables.outbox.size];
      expect(await put()).toMatchObject({ ok: true, value: { state: 'to_approve', version: 2 } });
      expect([await seen(APPROVER), await seen({ ...COLLEAGUE, roles: ['team_manager'] }), await seen(COLLEAGUE), await seen(WRITER), await seen({ ...memberOf('gp-c'), roles: ['approver'] })]).toEqual([[id], [id], [], [id], []]);
      const { check } = await world.facts(request);
      const written = world.recordsSince(before);
      expect(written).toMatchObject([{ event: 'answer.put-to-approver.v1', parties: ['school-b'], fields: { check, request, draft: id, version: 2, member: 'm1' } }]);
      expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('answer.put-to-approver.v1'));
      expect([...world.tables.notices.values()]).toMatchObject([{ kind: 'answer.put-to-approver.v1', agency: 'school-b', request }]);
      expect(world.tables.outbox.size).toBe(owed);
      // Writing on while it waits is no second act.
      expect(await put({ version: 2, sealed: 'AAEE' })).toMatchObject({ ok: true, value: { version: 3 } });
      expect(world.recordsSince(before)).toHaveLength(1);
    });

    it('and sent back: the writer has it again, the approver no more', async () => {
      await put();
      const before = world.tables.audit.length;
      expect(await back()).toMatchObject({ ok: true, value: { state: 'sent_back', version: 3 } });
      expect([await seen(APPROVER), await seen(WRITER)]).toEqual([[], [id]]);
      expect(valueOf(await world.acts.drafts.read(WRITER, id))).toMatchObject({ by: 'm1', state: 'sent_back', sealed: 'AAEF' });
      const written = world.recordsSince(before);
      expect(written).toMatchObject([{ event: 'answer.sent-back.v1', parties: ['school-b'], fields: { request, draft: id, member: 'm2', writer: 'm1' } }]);
      expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('answer.sent-back.v1'));
      expect(await put({ version: 3 })).toMatchObject({ ok: true, value: { state: 'to_approve', version: 4 } });
    });

    it('and deleted by whoever released it', async () => {
      await put();
      expect(await world.acts.drafts.remove(APPROVER, id)).toEqual({ ok: true, value: null });
      expect(await seen(WRITER)).toEqual([]);
    });

    it('but not where it changed meanwhile', async () => {
      await put();
      world.tables.beforeNextWrite(async () => void valueOf(await put({ version: 2, sealed: 'AAEE' })));
      expect(await world.acts.drafts.remove(APPROVER, id)).toEqual({ ok: false, code: 'version-changed', current: { version: 3, state: 'to_approve' } });
    });

    it('by its writer alone, and sent back by somebody else alone', async () => {
      expect(await back({ version: 1 }, WRITER)).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/state', reason: 'not-the-writer-s' }] });
      await put();
      for (const state of ['writing', 'to_approve'] as const) expect(await back({ state })).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/state', reason: 'not-the-approver-s' }] });
      expect(await keep(world.messages.id(), { ...answer, state: 'sent_back' })).toMatchObject({ ok: false, code: 'invalid-request', fields: [{ field: '/state' }] });
    });

    it('only where it is an answer to a request, sealed so that they can read it', async () => {
      await fc.assert(fc.asyncProperty(fc.constantFrom(...DRAFT_KINDS), fc.constantFrom(...DRAFT_READERS), fc.constantFrom(...DRAFT_STATES), fc.boolean(), async (kind, readers, state, named) => {
        const fresh = world.messages.id();
        const outcome = await keep(fresh, { ...NOTE, kind, readers, state, request: named ? request : null });
        const may = state === 'writing' || (state === 'to_approve' && kind === 'answer' && named && readers === 'approvers');
        expect(outcome.ok).toBe(may);
        if (may) await world.acts.drafts.remove(WRITER, fresh);
      }));
    });
  });
});
