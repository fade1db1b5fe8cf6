import { afterEach, describe, expect, it, vi } from 'vitest';
import { fireEvent, render, screen } from '@testing-library/preact';
import { Checkboxes, ErrorPrefixContext, ErrorSummary, Input, Radios, SkipLink } from './index.js';

const items = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];

function Form({ attempt = 1 }: { attempt?: number }): React.ReactElement {
  const errors = [{ field: 'ref', message: 'Enter a reference' }, { field: 'told', message: 'Say whether' }, { field: 'gone', message: 'No such field' }, { message: 'The hub is away' }];
  return (
    <>
      <ErrorSummary key={attempt} title="There is a problem" errors={errors} />
      <Input id="ref" name="ref" label="Reference" hint="Like LAT" error="Enter a reference" aria-describedby="above" />
      <Radios name="told" legend="Have they been told?" items={items} error="Say whether" errorPrefix="Gwall" />
    </>
  );
}

describe('the error summary', () => {
  const shown: (string | null)[] = [];
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) { shown.push(this.textContent); });
  afterEach(() => { shown.length = 0; scroll.mockClear(); });

  it('takes focus when it appears, and can be focused no more once left', () => {
    render(<Form />);
    const summary = document.querySelector('.govuk-error-summary')!;
    expect([document.activeElement, summary.getAttribute('tabindex')]).toEqual([summary, '-1']);
    screen.getByLabelText('Reference').focus();
    expect(summary.hasAttribute('tabindex')).toBe(false);
  });

  it('takes it again after another attempt, under another key', () => {
    const { rerender } = render(<Form />);
    screen.getByLabelText('Reference').focus();
    rerender(<Form attempt={2} />);
    expect(document.activeElement?.className).toBe('govuk-error-summary');
  });

  it('leaves focus where it is if told to', () => {
    render(<ErrorSummary title="There is a problem" autoFocus={false} />);
    expect(document.activeElement).toBe(document.body);
  });

  it.each([['Enter a reference', 'ref', 'Reference'], ['Say whether', 'told', 'Have they been told?']])('%s: leads to the field, its question in sight', (message, id, question) => {
    render(<Form />);
    expect(fireEvent.click(screen.getByText(message, { selector: 'a' }))).toBe(false);
    expect([document.activeElement?.id, shown]).toEqual([id, [question]]);
  });

  it('lets a link be a link where there is no such field, and words be words', () => {
    render(<Form />);
    expect(fireEvent.click(screen.getByText('No such field'))).toBe(true);
    expect(screen.getByText('The hub is away').tagName).toBe('LI');
  });
});

describe('a field that is wrong', () => {
  it('is described by what stands above it, by its hint and by its error, in this order', () => {
    render(<Form />);
    expect(screen.getByLabelText('Reference').getAttribute('aria-describedby')).toBe('above ref-hint ref-error');
    expect(screen.getByRole('group').getAttribute('aria-describedby')).toBe('told-error');
  });

  it('has the word before its error from the language, unless it brings its own', () => {
    render(<ErrorPrefixContext.Provider value="Error"><Form /></ErrorPrefixContext.Provider>);
    expect(['ref', 'told'].map((id) => document.getElementById(`${id}-error`)?.textContent)).toEqual(['Error: Enter a reference', 'Gwall: Say whether']);
  });

  it('describes each checkbox where there is no fieldset', () => {
    render(<Checkboxes name="ok" hint="Read it first" error="Tick it" items={[{ value: 'yes', label: 'I agree', hint: 'All of it' }]} />);
    expect(screen.getByLabelText('I agree').getAttribute('aria-describedby')).toBe('ok-hint ok-error ok-item-hint');
  });
});

describe('the skip link', () => {
  it('moves to its target without touching the address', () => {
    render(<><SkipLink target="main">Skip</SkipLink><main id="main">Words</main></>);
    const main = screen.getByRole('main');
    expect(fireEvent.click(screen.getByText('Skip'))).toBe(false);
    expect([document.activeElement, main.className]).toEqual([main, 'govuk-skip-link-focused-element']);
    main.blur();
    expect([main.hasAttribute('tabindex'), main.className]).toEqual([false, '']);
  });
});
