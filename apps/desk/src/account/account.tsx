import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import { OwnName } from './own-name.js';
import { OwnPasskeys } from './own-passkeys.js';
import { OwnSessions } from './own-sessions.js';

/** `/account`: the own name, where one is signed in, passkeys, and the way out. */
export function Component(): ReactElement {
  const { t } = useTranslation('account');
  const { session } = useDesk();
  const me = useMember();
  const act = useAct();
  return (
    <Page title={t('title')} errors={act.errors} narrow>
      <OwnName me={me} act={act} />
      <OwnSessions act={act} />
      <OwnPasskeys me={me} act={act} />
      <Button type="button" onClick={() => void session.signOut()}>{t('signOut')}</Button>
    </Page>
  );
}
