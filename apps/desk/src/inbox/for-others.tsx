import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDelegated } from '../data/work.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { DueClock } from './due-clock.js';

/** What was put to agencies whose office is closed and for which this one reads. It is answered by them, so it is no row of the inbox; nothing where there is none. */
export function ForOthers(): ReactElement | null {
  const { t } = useTranslation('inbox');
  const agencyName = useAgencyNames();
  const list = useDelegated().data ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="for-others">
      <h2 className="govuk-heading-m" id="for-others">{t('others.title')}</h2>
      <p className="govuk-body">{t('others.what')}</p>
      <ul className="govuk-list govuk-list--spaced">
        {list.map(({ id, reference, urgency, asking, asked, ...clock }) => (
          <li key={id} className="desk-for-others">
            <Link className="govuk-link desk-reference" href={`/inbox/for-others/${id}`}>{reference}</Link> <UrgencyTag urgency={urgency} />
            <div>{t('others.between', { asking: agencyName(asking), asked: agencyName(asked) })}</div>
            <div><DueClock view={{ ...clock, endedAt: null }} /></div>
          </li>
        ))}
      </ul>
    </section>
  );
}
