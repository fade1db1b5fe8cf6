import { beforeEach, describe, expect, it } from 'vitest';
import type { JustificationRecord, ResponseCodes } from '@lateral/contracts';
import { ExchangeWorld, memberOf, sampleStack, type Draft } from '@lateral/testing/fakes';
import type { LawView } from '../ports/index.js';
import { faultOfCodes } from './index.js';

describe('what is no record', () => {
  let world: ExchangeWorld;
  let law: LawView;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    law = await world.law.view();
  });
  const coded = (type: Draft['type'], record: Draft['record'] = {}): JustificationRecord =>
    world.messages.message({ type, from: memberOf('police-a'), to: type === 'decision' || type === 'record' ? null : 'school-b', check: world.messages.id(), request: world.messages.id(), record }).justification;
  const fault = (...records: JustificationRecord[]) => faultOfCodes(records.map((justification, i) => ({ at: `/${i}`, justification })), { law });
  const TYPES = ['request', 'response', 'outcome', 'decision', 'record'] as const;

  it.each(TYPES)('is told from an ordinary %s', (type) => expect(fault(coded(type))).toBeNull());

  it.each(TYPES)('is a %s with a word in the place of a code', (type) => {
    expect(fault(coded(type), coded(type, { categories: ['mother-drinks-every-day'], stack: sampleStack({ gateway: ['CA1989-47', 'he-hits-her'] }) }))).toEqual({
      ok: false, code: 'unknown-code',
      fields: [{ field: '/1/stack/gateway/1', reason: 'unknown-code', code: 'he-hits-her' }, { field: '/1/categories/0', reason: 'unknown-code', code: 'mother-drinks-every-day' }],
    });
  });

  it.each(TYPES)('is a %s by another version of the law', (type) => {
    expect(fault(coded(type, { stack: sampleStack({ catalogueVersion: 'she-is-afraid' }) }))).toEqual({ ok: false, code: 'catalogue-not-current', fields: [{ field: '/0/stack/catalogueVersion', reason: 'another-version' }] });
  });

  it('rests on no basis where it goes to somebody', () => {
    const baseless = TYPES.filter((type) => fault(coded(type, { stack: sampleStack({ art6: [] }) })) !== null);
    expect(baseless).toEqual(['request', 'response', 'outcome']);
    expect(fault(coded('outcome', { stack: sampleStack({ art6: [] }) }))).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/0/stack/art6', reason: 'no-basis' }] });
  });

  it('is an answer that contradicts itself, named by its fields', () => {
    const { response } = coded('response');
    const answer = (change: Partial<ResponseCodes>) => fault(coded('response', { response: { ...response!, ...change } }));
    expect(answer({ decision: 'decline', given: [], items: [] })).toEqual({
      ok: false, code: 'invalid-request',
      fields: [{ field: '/0/response/decision', reason: 'not-of-this-type' }, { field: '/0/response/given', reason: 'too-few' }, { field: '/0/response/items', reason: 'too-few' }],
    });
    expect(answer({ type: 'DECLINED', decision: 'decline', refusalGround: 'not_held' })).toMatchObject({ fields: [{ field: '/0/response/given', reason: 'too-many' }, { field: '/0/response/items', reason: 'too-many' }] });
  });

  it('carries an override and is no emergency', () => {
    const overriding = TYPES.filter((type) => fault(coded(type, { override: { reason: 'life_at_risk' } })) !== null);
    expect(overriding).toEqual(['outcome', 'decision', 'record']);
    expect(fault(coded('outcome', { override: { reason: 'life_at_risk' } }))).toMatchObject({ fields: [{ field: '/0/override', reason: 'nothing-to-override' }] });
  });
});
