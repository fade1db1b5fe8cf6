import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act, render, screen } from '@testing-library/preact';
import { enter } from '../../../../test/world/at-the-screen.js';
import type { CountType } from './character-count.js';
import { CharacterCount } from './index.js';

const left = (n: number): string => (n < 0 ? `${-n} over` : `${n} left`);
const box = (): HTMLTextAreaElement => screen.getByLabelText('Why');
const type = (value: string): void => { enter(box(), { value }); };
const seen = (): Element => document.querySelector('.govuk-character-count__status')!;
const spoken = (): Element => document.querySelector('.govuk-character-count__sr-status')!;
const limit = <CharacterCount id="why" name="why" label="Why" max={5} limitText="Up to 5" leftText={left} />;

describe('the character count', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('shows at once how many are left, and says it when typing has paused', () => {
    render(limit);
    type('abc');
    expect([seen().textContent, spoken().textContent]).toEqual(['2 left', '5 left']);
    type('abcd');
    void act(() => { vi.advanceTimersByTime(999); });
    expect(spoken().textContent).toBe('5 left');
    void act(() => { vi.advanceTimersByTime(1); });
    expect(spoken().textContent).toBe('1 left');
  });

  it('is read politely, and only once: who hears it is spared what is seen', () => {
    render(limit);
    expect([spoken().getAttribute('aria-live'), seen().getAttribute('aria-hidden')]).toEqual(['polite', 'true']);
    expect(document.getElementById('why-info')?.className).toContain('govuk-visually-hidden');
    expect(box().getAttribute('aria-describedby')).toBe('why-info');
  });

  it('turns red over the limit and lets people type on', () => {
    render(limit);
    type('abcdefgh');
    expect(box().value).toBe('abcdefgh');
    expect([seen().textContent, seen().className.includes('govuk-error-message'), box().className.includes('govuk-textarea--error')]).toEqual(['3 over', true, true]);
  });

  it('is kept to itself below the threshold', () => {
    render(<CharacterCount id="why" label="Why" max={10} threshold={50} limitText="Up to 10" leftText={left} />);
    const state = (): unknown[] => [seen().className.includes('--disabled'), spoken().getAttribute('aria-hidden')];
    expect(state()).toEqual([true, 'true']);
    type('abcde');
    expect(state()).toEqual([false, null]);
  });

  it.each<CountType>(['length', 'characters', 'words'])('counts %s', (countType) => {
    render(<CharacterCount id="why" label="Why" max={20} countType={countType} limitText="Up to 20" leftText={String} defaultValue="👩🏻‍🚀 tŷ Mair" />);
    const counts: Record<CountType, number> = { length: '👩🏻‍🚀 tŷ Mair'.length, characters: 9, words: 2 };
    expect(seen().textContent).toBe(String(20 - counts[countType]));
  });

  it('counts what it is given, not what it was told', () => {
    render(<CharacterCount id="why" label="Why" max={5} limitText="Up to 5" leftText={left} value="ab" />);
    type('abcd');
    expect(seen().textContent).toBe('3 left');
  });
});
