import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fireEvent, render, screen } from '@testing-library/preact';
import { StrictMode } from 'react';
import { NotificationBanner, ServiceNavigation } from './index.js';

const items = (count: number): { href: string; children: string }[] => [{ href: '/inbox', children: `Inbox (${count} waiting)` }, { href: '/checks', children: 'Checks' }];
const nav = (count: number): React.ReactElement => <StrictMode><ServiceNavigation items={items(count)} menuText="Dewislen" navigationId="nav" /></StrictMode>;
const toggle = (): Element => document.querySelector('.govuk-js-service-navigation-toggle')!;
const list = (): Element => document.getElementById('nav')!;

describe('a script of govuk-frontend', () => {
  beforeEach(() => {
    document.body.classList.add('govuk-frontend-supported');
    document.documentElement.setAttribute('style', '--govuk-breakpoint-tablet: 40.0625em');
    vi.spyOn(window, 'matchMedia').mockImplementation(() => ({ matches: false, addEventListener: () => undefined }) as unknown as MediaQueryList);
  });
  afterEach(() => {
    document.body.className = '';
    document.documentElement.removeAttribute('style');
    vi.restoreAllMocks();
  });

  it('folds the navigation on a narrow screen, also where effects run twice, and stays so when a count changes', () => {
    const { rerender } = render(nav(3));
    expect([list().hasAttribute('hidden'), toggle().hasAttribute('hidden'), toggle().getAttribute('aria-expanded')]).toEqual([true, false, 'false']);
    fireEvent.click(toggle());
    rerender(nav(4));
    expect(screen.getByText('Inbox (4 waiting)')).toBeTruthy();
    expect([list().hasAttribute('hidden'), toggle().getAttribute('aria-expanded')]).toEqual([false, 'true']);
  });

  it('is not started on a page that does not say it is supported', () => {
    document.body.className = '';
    render(nav(3));
    expect([list().hasAttribute('hidden'), toggle().hasAttribute('hidden')]).toEqual([false, true]);
  });

  it.each([[true, 'alert', true], [false, 'region', false]])('gives focus to a banner of success (%s), not to others', (success, role, focused) => {
    render(<NotificationBanner title="Llwyddiant" titleId="done" success={success} heading="Anfonwyd" />);
    expect(document.activeElement === screen.getByRole(role)).toBe(focused);
  });
});
