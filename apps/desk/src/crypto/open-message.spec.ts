import { beforeAll, describe, expect, it } from 'vitest';
import type { HandOverReply } from '@lateral/contracts';
import { NARRATIVE, REQUEST_BODY, sendMessage, type SentMessage } from '@lateral/testing/envelope';
import type { TrustedDirectory } from './directory.js';
import { openMessage } from './open-message.js';

let sent: SentMessage;
beforeAll(async () => { sent = await sendMessage('request'); });

function open({ request, asking, message, isSeen = () => false, reasons = {} }: { request?: string; asking?: string; message?: string; isSeen?: () => boolean; reasons?: object } = {}): ReturnType<typeof openMessage> {
  const { envelope, sender, receiver, opening } = sent;
  const directory = { own: { id: receiver.agency }, partnership: { document: { partnership: 'north', log: '' }, agencies: new Map([[sender.agency, { id: sender.agency, rosterFrom: null }]]) }, rosters: new Map([[sender.agency, sender.roster]]), versions: new Map() } as unknown as TrustedDirectory;
  const changed = { ...envelope, justification: { ...envelope.justification, ...reasons } };
  const handOver = { envelope: changed, receipts: { share: null } } as unknown as HandOverReply;
  const { check, request: own, message: sentAs } = envelope.header.context;
  return openMessage({ handOver, expected: { type: 'request', from: asking ?? sender.agency, check, request: request ?? own ?? '', inReplyTo: null, message: message ?? sentAs } }, { directory, keys: [receiver.copy], isSeen, isOneself: () => false, now: opening.now });
}

describe('a request', () => {
  it('is opened with who signed it and the words behind its reasons', async () => {
    expect(await open()).toMatchObject({ ok: true, body: REQUEST_BODY, narrative: NARRATIVE, signer: { agency: 'csc-north', member: 'm-1' }, witness: 'recorded', readBy: [], mismatched: [], keyNews: [] });
  });

  it('is refused as another one, from another agency, a second time, or with other reasons', async () => {
    expect(await open({ request: '01900000-0000-7000-8000-000000000001' })).toMatchObject({ ok: false, step: 8, code: 'not-expected' });
    expect(await open({ message: '01900000-0000-7000-8000-000000000002' })).toMatchObject({ ok: false, step: 8, code: 'not-expected' });
    expect(await open({ asking: 'housing-north' })).toEqual({ ok: false, code: 'no-directory' });
    expect(await open({ isSeen: () => true })).toMatchObject({ ok: false, code: 'replayed' });
    expect(await open({ reasons: { urgency: 'red' } })).toMatchObject({ ok: false, code: 'justification-mismatch' });
  });
});
