import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import type { NewKey } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** Step 4: the one secret that ever leaves the worker, on paper. Printed it is the sheet and nothing of the page about it. */
export function RecoverySheet({ me, made, onPrinted }: { me: Member; made: Pick<NewKey, 'recoveryCode' | 'fingerprint'>; onPrinted: () => void }): ReactElement {
  const { t } = useTranslation('firstUse');
  const { now } = useDesk();
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  return (
    <Page title={t('sheet.title')} heading={<span className="desk-not-printed">{t('sheet.title')}</span>} narrow>
      <p className="govuk-body desk-not-printed">{t('sheet.how')}</p>
      <section className="desk-sheet" aria-labelledby="sheet-name">
        <h2 className="govuk-heading-m" id="sheet-name">{t('sheet.name')}</h2>
        <SummaryList
          rows={[
            { key: t('sheet.agency'), value: agencyName(me.agency) },
            { key: t('sheet.pseudonym'), value: <span translate="no">{me.member}</span> },
            { key: t('sheet.code'), value: <code className="desk-code" id="recovery-code" translate="no">{made.recoveryCode}</code> },
            { key: t('sheet.fingerprint'), value: <code className="desk-code" translate="no">{grouped(made.fingerprint)}</code> },
            { key: t('sheet.made'), value: dayOf(now(), language) },
          ]}
        />
        <p className="govuk-body">{t('sheet.keep')}</p>
      </section>
      <div className="govuk-button-group desk-not-printed">
        <Button type="button" onClick={() => { globalThis.print(); }}>{t('sheet.print')}</Button>
        <Button type="button" variant="secondary" onClick={onPrinted}>{t('sheet.printed')}</Button>
      </div>
    </Page>
  );
}

/** In groups of four, as it is read aloud. */
export function grouped(fingerprint: string): string {
  return (fingerprint.match(/.{4}/g) ?? []).join(' ');
}
