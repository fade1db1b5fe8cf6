import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Link, Panel, takeFocus } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { spanOf, timeOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { Sent } from './use-sending.js';

/** It is sent: when, how long it took, and what happens next. Whoever asked for time, or asked back, goes on from here to the answer. */
export function SentPanel({ sent: { at, view, stays }, again }: { sent: Sent; again: () => void }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = panel.current?.querySelector('h2');
    if (heading !== null && heading !== undefined) takeFocus(heading);
  }, []);
  const opened = view.acknowledgedAt === null ? null : spanOf(at.getTime() - Date.parse(view.acknowledgedAt), language);
  const time = timeOf(at, language);
  const goOn = (): void => {
    again();
    setTimeout(() => { document.getElementById('way')?.focus(); });
  };
  return (
    <div ref={panel}>
      <Panel headingLevel={2} title={t('sent.title')}>{opened === null ? t('sent.at', { time }) : t('sent.after', { time, span: opened })}</Panel>
      <p className="govuk-body">{t(stays ? 'sent.stays' : 'sent.next', { agency: agencyName(view.asking) })}</p>
      {stays ? <Button type="button" variant="secondary" onClick={goOn}>{t('sent.goOn')}</Button> : <p className="govuk-body">{t('sent.correct')}</p>}
      <p className="govuk-body"><Link className="govuk-link" href="/inbox">{t('sent.inbox')}</Link></p>
    </div>
  );
}
