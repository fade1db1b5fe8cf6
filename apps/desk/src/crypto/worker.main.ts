import { systemNow } from '../clock.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { Vault } from './vault.js';

/** As much of a worker's surroundings as is used; it may reach nothing else, and its own policy lets it connect nowhere. */
interface Surroundings {
  onmessage: ((message: { data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const LOOK_MS = 5_000;
const worker = globalThis as unknown as Surroundings;
const vault = new Vault({
  now: systemNow,
  random: { bytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)) },
  onLocked: () => worker.postMessage({ event: 'locked' }),
});

worker.onmessage = ({ data: { id, kind, given } }) => {
  // What went wrong inside is not told: an error's words may hold what no page should see.
  void vault.carryOut(kind, given).then((told) => worker.postMessage({ id, told }), () => worker.postMessage({ id, fault: true }));
};
setInterval(() => { vault.forgetIfIdle(); }, LOOK_MS);
