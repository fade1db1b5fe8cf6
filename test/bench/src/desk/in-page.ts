/*
 * What runs in the page, as text: this program knows no page. Each of them is put there by the debugger, which no policy of the page stops.
 */

/** Marks when the unlocking, and when enough rows of the board, are there; presses the one button; and adds up for how long the worker opens headings. */
export const watching = (rows: number): string => `(() => {
  const seen = { unlockMs: null, rowsMs: null, openedMs: 0, opened: 0, get names() { return document.querySelectorAll('.desk-board__about').length; } };
  globalThis.benchSeen = seen;
  const look = () => {
    const unlock = document.querySelector('button[aria-describedby="unlock-how"]');
    if (unlock !== null && seen.unlockMs === null) {
      seen.unlockMs = performance.now();
      requestAnimationFrame(() => { setTimeout(() => { unlock.click(); }); });
    }
    if (seen.rowsMs === null && document.querySelectorAll('table.desk-board tbody tr').length >= ${rows}) requestAnimationFrame(() => { seen.rowsMs ??= performance.now(); });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  const open = new Map();
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      // Before the page hears it: what the page then does with the names is not the worker's.
      this.addEventListener('message', ({ data: { id, told } }) => {
        if (!open.has(id)) return;
        seen.openedMs += performance.now() - open.get(id);
        seen.opened += told.filter(({ ok }) => ok).length;
        open.delete(id);
      });
    }
    postMessage(message, transfer) {
      if (message.kind === 'open-drafts' && message.given.kind === 'heading') open.set(message.id, performance.now());
      return super.postMessage(message, transfer);
    }
  };
})()`;

export const SEEN = 'globalThis.benchSeen';
/** `names`: checks that show whom they are about. */
export interface Seen { unlockMs: number | null; rowsMs: number | null; openedMs: number; opened: number; names: number }

/** Presses the button that opens the people of as many checks as one gesture may name. */
export const OPEN_NAMES = `document.querySelector('.govuk-button-group button:not([aria-pressed])').click()`;

/** A loop of a fixed length, in milliseconds: how much slower the page is than it was. */
export const LOOP = `(() => { const began = performance.now(); let sum = 0; for (let n = 0; n < 3e7; n += 1) sum = (sum + n * 7) % 1000003; return performance.now() - began + (sum < 0 ? 1 : 0); })()`;

const BYTES = `const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');`;

/** Makes a passkey and enrols it; its id. */
export const ENROL = `(async () => {
  ${BYTES}
  const post = async (path, body) => (await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body) }));
  const { challenge, rpId, user } = await (await post('/v1/passkeys/options', {})).json();
  const made = await navigator.credentials.create({ publicKey: {
    challenge: bytes(challenge), rp: { id: rpId, name: 'Lateral' }, user: { id: bytes(user), name: 'somebody', displayName: 'somebody' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, attestation: 'none', extensions: { prf: {} },
  } });
  const { status } = await post('/v1/passkeys', { credential: text(made.rawId), clientData: text(made.response.clientDataJSON), attestation: text(made.response.attestationObject), transports: made.response.getTransports() });
  if (status !== 201) throw new Error('a passkey was answered ' + status);
  return text(made.rawId);
})()`;

/** What the passkey evaluates for an input, both base64url. */
export const evaluating = (credential: string, input: string): string => `(async () => {
  ${BYTES}
  const given = await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), allowCredentials: [{ type: 'public-key', id: bytes('${credential}') }], userVerification: 'required', extensions: { prf: { eval: { first: bytes('${input}') } } } } });
  return text(given.getClientExtensionResults().prf.results.first);
})()`;
