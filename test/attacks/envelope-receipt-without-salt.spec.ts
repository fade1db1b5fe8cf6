// A hub hands over a message with a receipt of which no leaf can be made, to keep its reader from everything that is opened with it.
import { expect, it } from 'vitest';
import type { Receipt } from '@lateral/contracts';
import { receiptOf, sendMessage } from '@lateral/testing/envelope';
import { TestLog } from '@lateral/testing/evidence';
import { formatVerifierKey } from '@lateral/tlog';
import type { TrustedDirectory } from '../../apps/desk/src/crypto/directory.js';
import { openMessage } from '../../apps/desk/src/crypto/open-message.js';
import type { Given } from '../../apps/desk/src/crypto/protocol.js';
import type { KeeperDeps } from '../../apps/desk/src/keeper/keeper-deps.js';
import { Letters, type Trusting, type Unsealed } from '../../apps/desk/src/keeper/letters.js';

const log = new TestLog();
log.append(new Uint8Array([1]));

/** What the desk makes of a spoilt message and a sound one, opened together. */
async function opened(spoil: Partial<Receipt>): Promise<Unsealed[]> {
  const { envelope, sender, receiver, opening: { now, expected } } = await sendMessage('request');
  const directory = { own: { id: receiver.agency }, partnership: { document: { partnership: 'north', log: formatVerifierKey(log.signer.key) }, agencies: new Map([[sender.agency, { id: sender.agency, rosterFrom: null }]]) }, rosters: new Map([[sender.agency, sender.roster]]), versions: new Map() } as unknown as TrustedDirectory;
  const { message } = envelope.header.context;
  const spoilt = { ...receiptOf(envelope, 'proven', await log.proof(0)), ...spoil };
  let handedOver = 0;
  const hub = { handOver: async () => ({ envelope, receipts: { share: (handedOver += 1) === 1 ? spoilt : null } }), recordOpening: async () => null };
  const ask = async (_: string, given: Given<'open-message'>) => openMessage(given, { directory, keys: [receiver.copy], isSeen: () => false, isOneself: () => false, now });
  const letters = new Letters({ hub, secrets: { ask } } as unknown as KeeperDeps, { trust: async () => ({ delegates: [] }) } as unknown as Trusting);
  return letters.open(receiver.agency, [1, 2].map(() => ({ envelope: message, expected: { ...expected, type: 'request' as const } })));
}

it.each([['no salt', { salt: '' }], ['a short one', { salt: 'AAAA' }], ['one that is no base64url', { salt: '?'.repeat(43) }], ['an event that there is not', { event: 'nothing.v1' as Receipt['event'] }]])('%s: that message is refused, and the others are opened', async (_, spoil) => {
  expect(await opened(spoil)).toMatchObject([{ opened: null, code: 'proof-wrong', step: 3 }, { opened: { ok: true } }]);
});
