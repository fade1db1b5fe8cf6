import { ROUTES, type EvidencePack, type ReceiptsReply } from '@lateral/contracts';
import { within } from '../within.js';
import { pathOf, type HubSession } from './hub-session.js';

/** A record is under a signed head within this time, in milliseconds. */
const PROOF_PATIENCE_MS = 60_000;

/**
 * One agency's pack of a check, its sealed content with it, taken when every record in it is proven. A record that comes while it is fetched (a notice sent once more,
 * the fetching before this one) makes it wait and fetch again. When patience ends it is returned as it came, and the verifier says what is not yet proven.
 */
export async function provenPack(session: Pick<HubSession, 'get'>, reference: string, patienceMs = PROOF_PATIENCE_MS): Promise<EvidencePack> {
  const fetched: EvidencePack[] = [];
  await within(patienceMs, async () => {
    if (!isProven(await session.get<ReceiptsReply>(pathOf(ROUTES.receipts, { reference })))) return false;
    const pack = await packNow(session, reference);
    fetched.push(pack);
    return isProven(pack);
  });
  return fetched.at(-1) ?? packNow(session, reference);
}

function packNow(session: Pick<HubSession, 'get'>, reference: string): Promise<EvidencePack> {
  return session.get<EvidencePack>(`${pathOf(ROUTES.evidence, { reference })}?content=true`);
}

function isProven({ receipts }: Pick<ReceiptsReply, 'receipts'>): boolean {
  return receipts.every(({ state }) => state === 'proven');
}
