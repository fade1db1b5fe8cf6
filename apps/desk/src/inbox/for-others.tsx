import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { URGENCY_CALLED } from '@lateral/domain/statement';
import type { DelegatedRequestView } from '@lateral/contracts';
import { Link, Table, Tag, type TableRow } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDelegated } from '../data/work.js';
import { called } from '../words/called.js';
import { URGENCY_COLOURS } from '../words/urgency.js';
import { useLanguage } from '../words/use-language.js';
import { DueClock } from './due-clock.js';

/** What was put to agencies whose office is closed and for which this one reads. It is answered by them, so it is no row of the inbox; nothing where there is none. */
export function ForOthers(): ReactElement | null {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const list = useDelegated().data ?? [];
  if (list.length === 0) return null;
  const rowOf = ({ id, reference, urgency, asking, asked, sentAt, dueAt }: DelegatedRequestView): TableRow => ({ key: id, cells: [
    { children: <Link className="govuk-link desk-reference" href={`/inbox/for-others/${id}`}>{reference}</Link> }, { children: <DueClock view={{ sentAt, dueAt, endedAt: null }} /> },
    { children: <Tag colour={URGENCY_COLOURS[urgency]}>{called(URGENCY_CALLED[urgency], language)}</Tag> }, { children: agencyName(asked) }, { children: agencyName(asking) },
  ] });
  return (
    <section className="desk-for-others">
      <Table caption={t('others.title')} captionSize="m" rows={list.map(rowOf)} head={[t('column.reference'), t('column.due'), t('column.urgency'), t('others.asked'), t('column.asking')].map((children) => ({ children }))} />
      <p className="govuk-body">{t('others.what')}</p>
    </section>
  );
}
