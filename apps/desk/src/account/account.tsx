import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import type { NewSheet } from '../keeper/own-keys.js';
import { PrintSheet } from './new-sheet.js';
import { OwnName } from './own-name.js';
import { OwnPasskeys } from './own-passkeys.js';
import { OwnSessions } from './own-sessions.js';
import { OwnWays } from './own-ways.js';

/** `/account`: the own name, where one is signed in, the ways into the own key, and the way out. */
export function Component(): ReactElement {
  const { t } = useTranslation('account');
  const { session } = useDesk();
  const me = useMember();
  const act = useAct();
  const [sheet, setSheet] = useState<NewSheet | null>(null);
  // Whoever came in with a one-time code changes nothing of their own with it.
  const isByCode = me.session.kind === 'one-time-code';
  if (sheet !== null) return <PrintSheet me={me} sheet={sheet} onEnd={() => { setSheet(null); }} />;
  return (
    <Page title={t('title')} errors={act.errors} narrow>
      {!isByCode && <OwnName me={me} act={act} />}
      <OwnSessions act={act} />
      {!isByCode && <OwnPasskeys me={me} act={act} />}
      {!isByCode && <OwnWays me={me} act={act} onSheet={setSheet} />}
      <Button type="button" onClick={() => void session.signOut()}>{t('signOut')}</Button>
    </Page>
  );
}
