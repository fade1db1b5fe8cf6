import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { BackLink } from '../components/back-link.js';
import { ErrorSummary, type SummaryError } from '../components/error-summary.js';
import { useRedWaiting } from './red-waiting.js';

export interface PageProps {
  /** The one `h1`, and the title of the window: never a reference, a name or a word of a case. */
  title: string;
  /** Where the heading says more than the window's title may. */
  heading?: ReactNode;
  caption?: ReactNode;
  /** The way back, above everything. */
  back?: { href: string; label: string };
  /** Shown in a summary that takes the focus; a new array is another failed attempt. Leave out or empty for none. */
  errors?: readonly SummaryError[];
  /** A control of the page takes the focus in the heading's place, by `autoFocus`. */
  ownFocus?: boolean;
  /** Two thirds of the width, for reading and forms. */
  narrow?: boolean;
  children?: ReactNode;
}

const NONE: readonly SummaryError[] = [];

/** What every page is: title, heading with the focus, the summary of what is wrong. */
export function Page({ title, heading = title, caption, back, errors = NONE, ownFocus = false, narrow = false, children }: PageProps): ReactElement {
  const { t } = useTranslation('frame');
  const h1 = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useTitle(title, errors.length > 0);
  useEffect(() => { if (!ownFocus) h1.current?.focus({ preventScroll: true }); }, [ownFocus, pathname]);
  const attempt = useAttempt(errors);
  const inside = (
    <>
      {back !== undefined && <BackLink href={back.href} className="desk-not-printed">{back.label}</BackLink>}
      {errors.length > 0 && <ErrorSummary key={attempt} title={t('problem')} errors={errors} />}
      <h1 className="govuk-heading-l desk-heading" tabIndex={-1} ref={h1}>
        {caption !== undefined && <span className="govuk-caption-l">{caption}</span>}
        {heading}
      </h1>
      {children}
    </>
  );
  return narrow ? <div className="govuk-grid-row"><div className="govuk-grid-column-two-thirds">{inside}</div></div> : inside;
}

/** Sets the window's title, and again where the language, the errors or the red checks that wait change. */
function useTitle(title: string, isWrong: boolean): void {
  const { t } = useTranslation('frame');
  const red = useRedWaiting();
  const named = red === 0 ? title : t('redWaiting', { count: red, title });
  const full = t(isWrong ? 'titledWrong' : 'titled', { title: named });
  // With the page that it names, not a frame later: it is read out together with what is wrong.
  useLayoutEffect(() => { document.title = full; }, [full]);
}

/** Counts the arrays of errors that were given, so that each takes the focus when it comes. */
function useAttempt(errors: readonly SummaryError[]): number {
  const [seen, setSeen] = useState({ errors, attempt: 0 });
  if (seen.errors !== errors) setSeen({ errors, attempt: seen.attempt + 1 });
  return seen.attempt;
}
