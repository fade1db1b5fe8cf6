import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencyNames, useNames } from '../data/people.js';
import { useNow } from '../inbox/use-now.js';
import { agoOf, spanOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { loadOf, type Load } from './figures.js';
import { Grid } from './grid.js';
import { holderOf, type TeamRow } from './rows.js';

/** Load, oldest and typical time: by the other agency, and by who has it. */
export function LoadTables({ rows }: { rows: readonly TeamRow[] }): ReactElement {
  const { t } = useTranslation('team');
  const agencyName = useAgencyNames();
  const nameOf = useNames();
  const now = useNow();
  return (
    <section aria-labelledby="team-load">
      <h2 className="govuk-heading-m" id="team-load">{t('load.title')}</h2>
      <LoadTable caption={t('load.byWorker')} first={t('load.worker')} loads={loadOf(rows, holderOf, now)} name={(member) => (member === null ? t('nobody') : nameOf(member))} now={now} />
      <LoadTable caption={t('load.byAgency')} first={t('load.agency')} loads={loadOf(rows, ({ partner }) => partner, now)} name={(agency) => agencyName(agency ?? '')} now={now} />
    </section>
  );
}

function LoadTable({ caption, first, loads, name, now }: { caption: string; first: string; loads: readonly Load[]; name: (of: string | null) => string; now: Date }): ReactElement {
  const { t } = useTranslation('team');
  const { language } = useLanguage();
  const columns = [{ key: 'of', label: first }, ...(['load', 'oldest', 'typical'] as const).map((key) => ({ key, label: t(`load.${key}`) }))];
  const rows = loads.map(({ of, load, oldest, typicalMs }) => ({
    key: of ?? '', cells: [name(of), load, oldest === null ? t('load.nothing') : agoOf(oldest, now, language), typicalMs === null ? t('load.none') : spanOf(typicalMs, language)],
  }));
  return <Grid caption={caption} showCaption columns={columns} rows={rows} />;
}
