import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, InsetText, Link, Panel } from '../components/index.js';
import { pathTo } from '../check/path-to.js';
import { useAgencyNames } from '../data/people.js';
import { useProblemText } from '../frame/problem-text.js';
import type { Told } from './use-deciding.js';

/** It is recorded, and everybody who was to be told was. */
export function Recorded({ reference, told: { told } }: { reference: string; told: Told }): ReactElement {
  const { t } = useTranslation('decide');
  return (
    <>
      <Focused><Panel headingLevel={2} title={t('sent.title')}>{told.length === 0 ? t('sent.nobody') : t('sent.told', { count: told.length })}</Panel></Focused>
      <h2 className="govuk-heading-m">{t('sent.next')}</h2>
      <p className="govuk-body">{t('sent.referrer')}</p>
      <ul className="govuk-list"><li><Link className="govuk-link" href={pathTo(reference)}>{t('sent.toCheck')}</Link></li><li><Link className="govuk-link" href="/checks">{t('sent.toBoard')}</Link></li></ul>
    </>
  );
}

/** It is recorded; these were told and those were not. Only the rest is sent again; who cannot be told from here is named until somebody speaks to them. */
export function Rest({ told: { told, failed, lost }, again, leave, busy }: { told: Told; again: () => void; leave: () => void; busy: boolean }): ReactElement {
  const { t } = useTranslation('decide');
  const agencyName = useAgencyNames();
  const textOf = useProblemText();
  const names = (agencies: readonly string[]): string => agencies.map(agencyName).join(', ');
  return (
    <Focused>
      <InsetText>
        <h2 className="govuk-heading-m">{t('rest.title')}</h2>
        {told.length > 0 && <p>{t('rest.told', { names: names(told) })}</p>}
        <p><strong>{t('rest.failed', { names: names([...failed.map(({ agency }) => agency), ...lost]) })}</strong></p>
        <ul className="govuk-list">{failed.filter(({ error }) => error !== null).map(({ agency, error }) => <li key={agency}>{t('rest.why', { agency: agencyName(agency), why: textOf(error) })}</li>)}</ul>
        {lost.length > 0 && <p>{t('rest.lost', { names: names(lost) })}</p>}
        <p>{t('rest.leave')}</p>
        {failed.length > 0 ? <Button type="button" disabled={busy} onClick={again}>{t('rest.again')}</Button> : <Button type="button" disabled={busy} onClick={leave}>{t('rest.myself')}</Button>}
      </InsetText>
    </Focused>
  );
}

/** What came of a press takes the place of the form, and the focus with it. */
function Focused({ children }: { children: ReactElement }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { place.current?.focus(); }, []);
  return <div tabIndex={-1} ref={place}>{children}</div>;
}
