import { describe, expect, it, vi } from 'vitest';
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'react';
import { enter } from '../../../../test/world/at-the-screen.js';
import { Checkboxes, Input, Radios } from './index.js';

const hidden = (id: string): boolean | undefined => document.getElementById(`conditional-${id}`)?.className.includes('--hidden');
const tel = <Input id="tel" name="tel" label="Telephone number" />;
const ways = [{ value: 'email', label: 'Email' }, { divider: 'or' }, { value: 'phone', label: 'Phone', conditional: tel }];

describe('radios', () => {
  it('reveal what belongs to the one that is chosen', () => {
    render(<Radios name="way" legend="How?" items={ways} />);
    const phone = screen.getByLabelText('Phone');
    expect([hidden('way-3'), phone.getAttribute('aria-expanded'), phone.getAttribute('aria-controls')]).toEqual([true, null, 'conditional-way-3']);
    fireEvent.click(phone);
    expect(hidden('way-3')).toBe(false);
  });

  it('keep what was typed there while another is chosen', () => {
    render(<Radios name="way" legend="How?" items={ways} defaultValue="phone" />);
    enter(screen.getByLabelText('Telephone number'), { value: '029 2018 0000' });
    fireEvent.click(screen.getByLabelText('Email'));
    expect(hidden('way-3')).toBe(true);
    fireEvent.click(screen.getByLabelText('Phone'));
    expect((screen.getByLabelText('Telephone number') as HTMLInputElement).value).toBe('029 2018 0000');
  });

  it('are held by whoever gives the value', () => {
    const changed = vi.fn();
    render(<Radios name="way" legend="How?" items={ways} value="email" onChange={changed} />);
    fireEvent.click(screen.getByLabelText('Phone'));
    expect(changed).toHaveBeenCalledWith('phone');
    expect(hidden('way-3')).toBe(true);
    expect((screen.getByLabelText('Email') as HTMLInputElement).checked).toBe(true);
  });

  it('keep their ids where an item gives none on purpose', () => {
    render(<Radios name="way" legend="How?" items={[{ value: 'a', label: 'A', id: undefined }]} />);
    expect(screen.getByLabelText('A').id).toBe('way');
  });
});

function Needs({ told }: { told: (values: readonly string[]) => void }): React.ReactElement {
  const [values, setValues] = useState<readonly string[]>(['ramp']);
  const items = [{ value: 'lift', label: 'Lift' }, { value: 'ramp', label: 'Ramp', conditional: tel }, { divider: 'or' }, { value: 'none', label: 'None', exclusive: true }];
  return <Checkboxes name="needs" legend="Which?" items={items} values={values} onChange={(next) => { told(next); setValues(next); }} />;
}

describe('checkboxes', () => {
  it('reveal what belongs to each that is ticked, and say so', () => {
    render(<Needs told={vi.fn()} />);
    const ramp = screen.getByLabelText('Ramp');
    expect([hidden('needs-2'), ramp.getAttribute('aria-expanded'), ramp.getAttribute('aria-controls')]).toEqual([false, 'true', 'conditional-needs-2']);
    fireEvent.click(ramp);
    expect([hidden('needs-2'), ramp.getAttribute('aria-expanded')]).toEqual([true, 'false']);
  });

  it('are told in the order in which they stand', () => {
    const told = vi.fn();
    render(<Needs told={told} />);
    fireEvent.click(screen.getByLabelText('Lift'));
    expect(told).toHaveBeenLastCalledWith(['lift', 'ramp']);
  });

  it('an exclusive one unticks the others, and any other unticks it', () => {
    const told = vi.fn();
    render(<Needs told={told} />);
    fireEvent.click(screen.getByLabelText('None'));
    expect(told).toHaveBeenLastCalledWith(['none']);
    expect(hidden('needs-2')).toBe(true);
    fireEvent.click(screen.getByLabelText('Lift'));
    expect(told).toHaveBeenLastCalledWith(['lift']);
  });
});
