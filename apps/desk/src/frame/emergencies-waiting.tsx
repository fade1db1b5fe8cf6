import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../components/index.js';
import { useOverrides } from '../data/work.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { useDesk, useMember } from './desk.js';
import { may } from './roles.js';

/** What a colleague sent as an emergency and nobody has reviewed: said to whoever may, where they work. Nobody reviews their own. */
export function EmergenciesWaiting(): ReactElement | null {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { member, roles } = useMember();
  const mayReview = may('review-override', roles);
  const all = useOverrides(mayReview).data ?? [];
  const due = all.filter(({ reviewedAt, usedBy }) => reviewedAt === null && usedBy !== member).map(({ reviewDue }) => reviewDue).toSorted();
  if (!mayReview || due[0] === undefined) return null;
  const late = due.filter((at) => new Date(at) < now()).length;
  return (
    <p className="govuk-body">
      <Link href="/emergencies">{t('emergencies', { count: due.length, at: momentOf(due[0], language, now()) })}</Link>
      {late > 0 && <> <strong className="desk-overdue">{t('emergenciesLate', { count: late })}</strong></>}
    </p>
  );
}
