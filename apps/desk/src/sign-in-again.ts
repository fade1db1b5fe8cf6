const CHANNEL = 'lateral-signed-in-again';
const EVENTS = ['focus', 'blur'] as const;

/**
 * Opens the provider in a tab of its own and comes back when the person does: a page that goes there itself loses the keys that are unlocked
 * in it. The other tab says when it is through; where it says nothing, coming back to this one is enough. Whether they signed in is for the
 * hub to say. Rejects as a gesture that was called off where the browser opens no tab.
 */
export function signInAgain(location: string): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  const opened = window.open(location, '_blank');
  if (opened === null) {
    channel.close();
    return Promise.reject(new DOMException('no tab was opened', 'NotAllowedError'));
  }
  return new Promise((resolve) => {
    let wasAway = false;
    const done = (): void => {
      for (const event of EVENTS) removeEventListener(event, look);
      document.removeEventListener('visibilitychange', look);
      channel.close();
      resolve();
    };
    const look = (): void => {
      const isAway = document.visibilityState === 'hidden' || !document.hasFocus();
      wasAway ||= isAway;
      if (wasAway && !isAway) done();
    };
    channel.onmessage = done;
    for (const event of EVENTS) addEventListener(event, look);
    document.addEventListener('visibilitychange', look);
    look();
  });
}

/** Said by the tab that came back from the provider. It tells nothing but that. */
export function sayBack(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}
