import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import { Button, Link } from '../components/index.js';
import { useDrafts, useRefresh } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** Checks that were begun and not sent. One that was sent all the same, because its draft could not be told so, is not among them. */
export function Unsent({ checks }: { checks: readonly CheckView[] }): ReactElement | null {
  const { t } = useTranslation('board');
  const { language } = useLanguage();
  const { hub, now } = useDesk();
  const refresh = useRefresh();
  const sent = new Set(checks.map(({ id }) => id));
  const drafts = (useDrafts().data ?? []).filter(({ id, kind, check, readers }) => kind === 'check' && check === null && readers === 'self' && !sent.has(id));
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className="govuk-inset-text">
      <h2 className="govuk-heading-s" id="unsent">{t('unsent.title', { count: drafts.length })}</h2>
      <ul className="govuk-list">
        {drafts.map(({ id, updatedAt }) => {
          const time = momentOf(updatedAt, language, now());
          return (
            <li key={id} className="desk-unsent">
              {t('unsent.written', { time })} <Link className="govuk-link" href={`/checks/new/people?draft=${encodeURIComponent(id)}`}>{t('unsent.goOn')}<span className="govuk-visually-hidden"> {t('unsent.which', { time })}</span></Link>{' '}
              <Button type="button" variant="secondary" onClick={() => void hub.deleteDraft(id).then(refresh, refresh)}>{t('unsent.throwAway')}<span className="govuk-visually-hidden"> {t('unsent.which', { time })}</span></Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
