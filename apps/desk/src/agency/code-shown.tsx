import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SummaryList, WarningText } from '../components/index.js';
import { useNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyPage } from './agency-page.js';

export interface ShownCode { kind: 'invitation' | 'oneTime'; member: string; code: string; expires: string }

/** A code on the screen, this once. It stands nowhere but here, and is gone when the page is left or locks. */
export function CodeShown({ code: { kind, member, code, expires }, onRead }: { code: ShownCode; onRead: () => void }): ReactElement {
  const { t } = useTranslation(['agency', 'frame']);
  const { now } = useDesk();
  const { language } = useLanguage();
  const nameOf = useNames();
  return (
    <AgencyPage key="code" act="see-joiners" title={t(`agency:code.${kind}`)} narrow>
      <SummaryList rows={[{ key: t('agency:code.for'), value: <span translate="no">{nameOf(member)}</span> }, { key: t(`agency:code.${kind}`), value: <code className="desk-code" translate="no">{code}</code> }]} />
      <WarningText prefix={t('frame:warning')}>{t('agency:code.how')} {t('agency:code.once')}</WarningText>
      <p className="govuk-body">{t('agency:code.until', { time: momentOf(expires, language, now()) })}</p>
      {kind === 'oneTime' && <p className="govuk-body">{t('agency:code.oneTimeHow')}</p>}
      <Button type="button" onClick={onRead}>{t('agency:code.done')}</Button>
    </AgencyPage>
  );
}
