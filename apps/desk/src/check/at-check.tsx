import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CheckView } from '@lateral/contracts';
import { useCheck } from '../data/work.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { pathTo } from './path-to.js';

/** A page below a check's own: its heading, the way back, and what it shows of the check once that is read. */
export function AtCheck({ title, what, children }: { title: string; what: string; children: (check: CheckView, act: Act) => ReactElement }): ReactElement {
  const { t } = useTranslation('check');
  const { reference = '' } = useParams();
  const query = useCheck(reference);
  const act = useAct();
  return (
    <Page title={title} caption={reference} back={{ href: pathTo(reference), label: t('toCheck') }} errors={act.errors}>
      <Shown query={query} what={what}>{(check) => children(check, act)}</Shown>
    </Page>
  );
}
