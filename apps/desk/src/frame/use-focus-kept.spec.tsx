import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useFocusKept } from './use-focus-kept.js';

afterEach(() => { cleanup(); vi.useRealTimers(); });

/** A page on which a press takes away what was pressed, with what stands around it. */
function Opening(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  useFocusKept();
  return (
    <main>
      <h1>Check</h1>
      <h2>People</h2>
      {isOpen ? <p>Corey</p> : <section><h2>Sealed</h2><button type="button" onClick={() => { setOpen(true); }}>Read everything</button></section>}
      <h2>Agencies</h2>
    </main>
  );
}

function Elsewhere({ over, children }: { over?: string; children: () => ReactElement }): ReactElement {
  const [isThere, setThere] = useState(false);
  useFocusKept();
  return <main>{over !== undefined && <h2>{over}</h2>}<Suspense>{isThere ? children() : <><h1>Sent</h1><button type="button" onClick={() => { setThere(true); }}>Go to it</button></>}</Suspense></main>;
}

const press = (name: string): void => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};

/** What was pressed for is there, and whatever was to be restored has been. */
async function longAfterward(): Promise<void> {
  await vi.waitFor(() => { screen.getByText('Corey'); });
  await vi.advanceTimersByTimeAsync(1_000);
}

describe('the focus', () => {
  it('goes to the last heading that is left, where what was pressed is gone', async () => {
    render(<Opening />);
    press('Read everything');
    await waitFor(() => { expect(document.activeElement?.textContent).toBe('People'); });
  });

  it('goes to the heading of a page that waited for a part of it', async () => {
    let arrive = (_: { default: () => ReactElement }): void => undefined;
    const Part = lazy(() => new Promise<{ default: () => ReactElement }>((resolve) => { arrive = resolve; }));
    render(<Elsewhere>{() => <><h1>Check</h1><Part /></>}</Elsewhere>);
    press('Go to it');
    await waitFor(() => { expect(screen.queryByText('Sent')).toBeNull(); });
    arrive({ default: () => <p>Who was asked</p> });
    await screen.findByText('Who was asked');
    await waitFor(() => { expect(document.activeElement?.textContent).toBe('Check'); });
  });

  it('goes to the heading of the next page, and not to an offer that stays over every page', async () => {
    render(<Elsewhere over="An easier way">{() => <h1 key="next">Check</h1>}</Elsewhere>);
    press('Go to it');
    await waitFor(() => { expect(document.activeElement?.textContent).toBe('Check'); });
  });

  it('stays where somebody put it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    render(<Opening />);
    const other = document.body.appendChild(document.createElement('input'));
    press('Read everything');
    other.focus();
    await longAfterward();
    expect(document.activeElement).toBe(other);
    other.remove();
  });

  it('is brought back to nobody who pressed beside everything', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    render(<Opening />);
    const button = screen.getByRole('button', { name: 'Read everything' });
    button.focus();
    fireEvent.pointerDown(screen.getByText('Agencies'));
    button.blur();
    fireEvent.click(button);
    await longAfterward();
    expect(document.activeElement).toBe(document.body);
  });
});
