const CHANNEL = 'lateral-signed-in-again';
const EVENTS = ['focus', 'blur'] as const;
const hearers = new Set<() => void>();
let waiting = 0;

/** Whether somebody is waited for who signs in again in another tab: the page says so, for what they pressed goes on only then. */
export const elsewhere = {
  now: (): boolean => waiting > 0,
  hear: (hearer: () => void): (() => void) => {
    hearers.add(hearer);
    return () => { hearers.delete(hearer); };
  },
};

function wait(by: 1 | -1): void {
  waiting += by;
  for (const hearer of hearers) hearer();
}

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
  wait(1);
  return new Promise((resolve) => {
    let wasAway = false;
    const done = (): void => {
      for (const event of EVENTS) removeEventListener(event, look);
      document.removeEventListener('visibilitychange', look);
      channel.close();
      wait(-1);
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
