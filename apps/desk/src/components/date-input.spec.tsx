import { describe, expect, it, vi } from 'vitest';
import { render, screen } from '@testing-library/preact';
import { enter } from '../../../../test/world/at-the-screen.js';
import type { DateInputProps } from './index.js';
import { DateInput } from './index.js';

const labels = { day: 'Dydd', month: 'Mis', year: 'Blwyddyn' };
const red = (): string[] => [...document.querySelectorAll('.govuk-input--error')].map(({ id }) => id);
const show = (props: Partial<DateInputProps>): void => { render(<DateInput id="born" legend="Ganed" labels={labels} {...props} />); };

describe('the date input', () => {
  it('marks all parts if the whole is wrong', () => {
    show({ error: 'Rhowch ddyddiad' });
    expect(red()).toEqual(['born-day', 'born-month', 'born-year']);
  });

  it('marks only the parts that are wrong', () => {
    show({ error: 'Rhowch fis', errorParts: ['month'] });
    expect(red()).toEqual(['born-month']);
    expect(screen.getByRole('group').getAttribute('aria-describedby')).toBe('born-error');
  });

  it('marks none if nothing is wrong', () => {
    show({});
    expect(red()).toEqual([]);
  });

  it('asks only for the parts that have a label', () => {
    show({ labels: { month: 'Mis', year: 'Blwyddyn' } });
    expect([...document.querySelectorAll('input')].map(({ id }) => id)).toEqual(['born-month', 'born-year']);
  });

  it('tells the whole as typed, and shows it', () => {
    const told = vi.fn();
    show({ defaultValues: { year: '2019' }, onChange: told, namePrefix: 'child' });
    enter(screen.getByLabelText('Mis'), { value: '02' });
    expect(told).toHaveBeenLastCalledWith({ year: '2019', month: '02' });
    enter(screen.getByLabelText('Dydd'), { value: 'x' });
    expect(told).toHaveBeenLastCalledWith({ year: '2019', month: '02', day: 'x' });
    expect([...document.querySelectorAll('input')].map(({ name, value }) => [name, value])).toEqual([['child-day', 'x'], ['child-month', '02'], ['child-year', '2019']]);
  });
});
