import { describe, expect, it } from 'vitest';
import { fireEvent, render } from '@testing-library/preact';
import type { ReactElement } from 'react';
import { useSteady } from './use-steady.js';

interface Row { id: string; state: string }
function Table({ rows, of = '' }: { rows: readonly Row[]; of?: string }): ReactElement {
  const { shown, waiting, show, within } = useSteady(rows, of);
  return (
    <>
      {waiting > 0 && <button type="button" onClick={show}>{waiting}</button>}
      <ul {...within}>{shown.map(({ id, state }) => <li key={id}><a href="/">{`${id} ${state}`}</a></li>)}</ul>
    </>
  );
}
const A = { id: 'a', state: 'open' };
const B = { id: 'b', state: 'open' };
const C = { id: 'c', state: 'open' };

describe('rows', () => {
  const textOf = (container: Element): string[] => [...container.querySelectorAll('li')].map((each) => each.textContent);

  it('change at once while nobody is at them', () => {
    const { container, rerender } = render(<Table rows={[A, B]} />);
    rerender(<Table rows={[C, A]} />);
    expect(textOf(container)).toEqual(['c open', 'a open']);
  });

  it('stay where they are under a pointer, and say how many wait', () => {
    const { container, rerender } = render(<Table rows={[A, B]} />);
    fireEvent.pointerEnter(container.querySelector('ul')!);
    rerender(<Table rows={[C, { ...A, state: 'answered' }, B]} />);
    expect([textOf(container), container.querySelector('button')?.textContent]).toEqual([['a open', 'b open'], '2']);
    fireEvent.click(container.querySelector('button')!);
    expect([textOf(container), container.querySelector('button')]).toEqual([['c open', 'a answered', 'b open'], null]);
  });

  it('stay where they are around a focus, and change when it leaves', () => {
    const { container, rerender } = render(<Table rows={[A, B]} />);
    const list = container.querySelector('ul')!;
    fireEvent.focusIn(list.querySelector('a')!);
    rerender(<Table rows={[B]} />);
    expect(textOf(container)).toEqual(['a open', 'b open']);
    fireEvent.focusOut(list.querySelector('a')!, { relatedTarget: list.querySelectorAll('a')[1] });
    expect(textOf(container)).toEqual(['a open', 'b open']);
    fireEvent.focusOut(list.querySelector('a')!, { relatedTarget: null });
    expect(textOf(container)).toEqual(['b open']);
  });

  it('of another filter are shown at once', () => {
    const { container, rerender } = render(<Table rows={[A, B]} of="mine" />);
    fireEvent.pointerEnter(container.querySelector('ul')!);
    rerender(<Table rows={[C]} of="team" />);
    expect(textOf(container)).toEqual(['c open']);
  });
});
