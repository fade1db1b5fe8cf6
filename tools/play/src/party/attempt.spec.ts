import { describe, expect, it } from 'vitest';
import type { JudgedShare } from '@lateral/contracts';
import type { Draft } from '../case/plan.js';
import { acknowledging, stopped, tried } from './attempt.js';
import { HubRefused } from './hub-session.js';

const finding = (code: string, level: string): JudgedShare['findings'][number] => ({ code, level }) as JudgedShare['findings'][number];
const judged = { at: '/requests/0/envelope/justification', findings: [finding('T1', 'warn'), finding('T1', 'warn'), finding('thin-window', 'note'), finding('T5', 'block')] } as JudgedShare;

describe('trying to share', () => {
  it('takes what the rules found for an answer, and throws every other refusal', async () => {
    expect(await tried(() => Promise.resolve('posted'))).toEqual({ reply: 'posted', found: null });
    expect(await tried(() => Promise.reject(new HubRefused(422, { code: 'share-blocked', detail: '', judgements: [judged] })))).toEqual({ reply: null, found: [judged] });
    const other = new HubRefused(409, { code: 'wrong-state', detail: '' });
    await expect(tried(() => Promise.reject(other))).rejects.toBe(other);
  });

  it('acknowledges each warning once, and neither notes nor blocks', () => {
    const draft = { words: 'as they were', record: { acknowledgements: [] } } as unknown as Draft<string>;
    const again = acknowledging(draft, judged);
    expect(again.record.acknowledgements).toEqual([{ finding: 'T1', reason: 'codes_are_right_here' }]);
    expect([again.words, draft.record.acknowledgements]).toEqual(['as they were', []]);
    expect(acknowledging(draft, undefined).record.acknowledgements).toEqual([]);
  });

  it('says by code and place what stopped it', () => {
    expect(stopped([judged]).message).toBe('the hub would not let it leave: T1 at /requests/0/envelope/justification, T1 at /requests/0/envelope/justification, T5 at /requests/0/envelope/justification');
  });
});
