/**
 * Opens the provider in a tab of its own and comes back when the person does: a page that goes there itself loses the keys that are unlocked
 * in it. Whether they signed in is for the hub to say. Rejects as a gesture that was called off where the browser opens no tab.
 */
export function signInAgain(location: string): Promise<void> {
  const opened = window.open(location, '_blank');
  if (opened === null) return Promise.reject(new DOMException('no tab was opened', 'NotAllowedError'));
  return new Promise((resolve) => {
    let wasAway = false;
    const look = (): void => {
      wasAway ||= document.visibilityState === 'hidden' || !document.hasFocus();
      if (!wasAway || document.visibilityState === 'hidden' || !document.hasFocus()) return;
      for (const event of EVENTS) removeEventListener(event, look);
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    for (const event of EVENTS) addEventListener(event, look);
    document.addEventListener('visibilitychange', look);
    look();
  });
}

const EVENTS = ['focus', 'blur'] as const;
