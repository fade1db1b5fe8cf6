import { useEffect, useRef, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { useDesk } from './desk.js';
import type { Idle } from './idle.js';

/** "Lateral will lock in 2 minutes": said aloud four times, shown all the while. Escape stays, as its button does. */
export function IdleDialog({ idle }: { idle: Idle }): ReactElement | null {
  const { session } = useDesk();
  const { t } = useTranslation('frame');
  const left = useLeft();
  const shown = useSyncExternalStore(idle.hear, idle.now);
  const dialog = useRef<HTMLDialogElement>(null);
  const isShown = shown !== null;
  useEffect(() => {
    const element = dialog.current;
    if (!isShown || element === null) return undefined;
    element.showModal();
    // Closed, it gives the focus back to where it was.
    return () => { element.close(); };
  }, [isShown]);
  return (
    <dialog ref={dialog} className="desk-dialog" aria-labelledby="idle-title" onCancel={() => { idle.stay(); }}>
      {shown !== null && (
        <>
          <h2 className="govuk-heading-m" id="idle-title">{t('idle.title')}</h2>
          <p className="govuk-body" aria-hidden="true">{t('idle.left', { time: left(shown.left) })}</p>
          <p className="govuk-visually-hidden" role="alert">{t('idle.left', { time: left(shown.said) })}</p>
          <div className="govuk-button-group">
            <Button type="button" autoFocus onClick={() => { idle.stay(); }}>{t('idle.stay')}</Button>
            <Button type="button" variant="secondary" onClick={() => void session.lock()}>{t('lockNow')}</Button>
          </div>
        </>
      )}
    </dialog>
  );
}

/** Seconds in words: "1 minute 20 seconds". */
function useLeft(): (seconds: number) => string {
  const { t } = useTranslation('frame');
  return (seconds) => {
    const minutes = t('idle.minutes', { count: Math.floor(seconds / 60) });
    const rest = t('idle.seconds', { count: seconds % 60 });
    if (seconds < 60) return rest;
    return seconds % 60 === 0 ? minutes : t('idle.both', { minutes, seconds: rest });
  };
}
