import { describe, expect, it, vi } from 'vitest';
import { createEvent, fireEvent, render, screen } from '@testing-library/preact';
import type { LinkProps } from './index.js';
import { Button, LinkButton, LinkContext, PasswordInput } from './index.js';

function pressAt(ms: number): boolean {
  const button = screen.getByRole('button');
  const event = createEvent.click(button);
  Object.defineProperty(event, 'timeStamp', { value: ms });
  return fireEvent(button, event);
}

describe('a button', () => {
  it('does nothing on a second press within a second: neither its act nor the form\'s', () => {
    const act = vi.fn();
    render(<Button preventDoubleClick onClick={act}>Send</Button>);
    expect([pressAt(5000), pressAt(5999), pressAt(6000)]).toEqual([true, false, true]);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('is pressed as often as it is pressed, unless told', () => {
    const act = vi.fn();
    render(<Button type="button" onClick={act}>Add</Button>);
    pressAt(5000);
    pressAt(5001);
    expect(act).toHaveBeenCalledTimes(2);
  });
});

describe('a link that looks like a button', () => {
  it('is pressed with the space bar too, and the page does not scroll', () => {
    const act = vi.fn((event: { preventDefault: () => void }) => { event.preventDefault(); });
    render(<LinkButton href="/checks/new" onClick={act}>Begin</LinkButton>);
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: ' ' })).toBe(false);
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'a' })).toBe(true);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('is the router\'s link where the shell says so', () => {
    const Routed = ({ href, ...rest }: LinkProps): React.ReactElement => <a data-to={href} {...rest} />;
    render(<LinkContext.Provider value={Routed}><LinkButton href="/inbox">Inbox</LinkButton></LinkContext.Provider>);
    expect(screen.getByRole('button').dataset['to']).toBe('/inbox');
  });
});

describe('the password input', () => {
  const texts = { show: 'Dangos', hide: 'Cuddio', showLabel: 'Dangos y cyfrinair', hideLabel: 'Cuddio’r cyfrinair', shown: 'Mae’n weladwy', hidden: 'Mae’n gudd' };
  const state = (): unknown[] => [screen.getByLabelText('Cyfrinair').getAttribute('type'), screen.getByRole('button').textContent, screen.getByRole('button').getAttribute('aria-label'), document.querySelector('[aria-live]')?.textContent];

  it('is shown and hidden by its button, which says what it will do, and is hidden again when sent', () => {
    render(<form onSubmit={(event) => { event.preventDefault(); }}><PasswordInput id="secret" name="secret" label="Cyfrinair" texts={texts} /></form>);
    expect(state()).toEqual(['password', 'Dangos', 'Dangos y cyfrinair', '']);
    fireEvent.click(screen.getByRole('button'));
    expect(state()).toEqual(['text', 'Cuddio', 'Cuddio’r cyfrinair', 'Mae’n weladwy']);
    fireEvent.submit(document.querySelector('form')!);
    expect(state()).toEqual(['password', 'Dangos', 'Dangos y cyfrinair', 'Mae’n gudd']);
  });
});
