import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CheckView, RequestView } from '@lateral/contracts';
import { Button, Link } from '../components/index.js';
import { useCheck, useRefresh } from '../data/work.js';
import { Page } from '../frame/page.js';
import { ChangedMeanwhile } from '../frame/message-states.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { Form } from '../new-check/form.js';
import { pathTo, type Said } from './path-to.js';

export interface ActProps { check: CheckView; view: RequestView | null; act: Act; /** Back to the check, which says that it was done. */ done: (said: Said) => Promise<void> }

/** A page with one act of a check, or of one of its requests where the address names one. A request that is none of it is not there. */
export function ActPage({ title, children }: { title: string; children: (props: ActProps) => ReactNode }): ReactElement {
  const { t } = useTranslation('check');
  const { reference = '', request } = useParams();
  const query = useCheck(reference);
  const act = useAct();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const done = async (said: Said): Promise<void> => {
    await refresh().catch(() => undefined);
    await navigate(pathTo(reference), { state: { said } });
  };
  return (
    <Page title={title} caption={reference} back={{ href: pathTo(reference), label: t('toCheck') }} errors={act.errors} narrow>
      <Shown query={query} what={t('what')}>{(check) => {
        const view = request === undefined ? null : check.requests.find(({ id }) => id === request);
        if (view === undefined) throw new HubProblem(404, 'not-found');
        return <><Changed act={act} />{children({ check, view, act, done })}</>;
      }}</Shown>
    </Page>
  );
}

const CHANGED = new Set(['version-changed', 'wrong-state']);

/** The hub refused because something changed: what is there now is fetched, and what was chosen here stays. */
function Changed({ act }: { act: Act }): ReactElement | null {
  const refresh = useRefresh();
  if (!(act.error instanceof HubProblem) || !CHANGED.has(act.error.code)) return null;
  return <ChangedMeanwhile show={() => { void refresh().then(act.clear); }} />;
}

/** The form of such a page, with its one button and the way back. */
export function ActForm({ reference, go, busy, warning = false, onSubmit, children }: { reference: string; go: string; busy: boolean; warning?: boolean; onSubmit: () => void; children: ReactNode }): ReactElement {
  const { t } = useTranslation('check');
  return (
    <Form onSubmit={onSubmit}>
      {children}
      <div className="govuk-button-group">
        <Button type="submit" variant={warning ? 'warning' : undefined} disabled={busy}>{go}</Button>
        <Link className="govuk-link govuk-link--no-visited-state" href={pathTo(reference)}>{t('cancel')}</Link>
      </div>
    </Form>
  );
}
