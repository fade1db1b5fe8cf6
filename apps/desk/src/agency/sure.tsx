import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '@lateral/domain/access';
import { Button, Panel } from '../components/index.js';
import { useAct } from '../frame/use-act.js';
import { AgencyPage } from './agency-page.js';
import { useSaidErrors } from './use-said-errors.js';

interface SureProps { act: Act; title: string; doIt: string; onDo: () => Promise<void>; onCancel: () => void; children: ReactNode }

/** An interruption before what cannot be taken back: it says what will be, and both ways out are as near. */
export function Sure({ act: allowed, title, doIt, onDo, onCancel, children }: SureProps): ReactElement {
  const { t } = useTranslation(['agency', 'frame']);
  const act = useAct();
  const errors = useSaidErrors(act);
  const actions = (
    <>
      <Button type="button" variant="inverse" disabled={act.busy} onClick={() => void act.run(onDo)}>{doIt}</Button>
      <Button type="button" variant="inverse" disabled={act.busy} onClick={onCancel}>{t('agency:cancel')}</Button>
    </>
  );
  return (
    <AgencyPage act={allowed} title={title} errors={errors} narrow>
      <Panel interruption headingLevel={2} title={t('frame:warning')} actions={actions}>{children}</Panel>
    </AgencyPage>
  );
}
