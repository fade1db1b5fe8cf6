import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailResult } from '@lateral/exchange';
import { Secret } from '@lateral/platform';
import { failureOf, SmtpMailer } from './smtp-mailer.js';

describe('what a failed e-mail was', () => {
  it.each([
    [{ responseCode: 550, code: 'EENVELOPE', command: 'RCPT TO' }, 'permanent', 'smtp-550'],
    [{ responseCode: 550, code: 'EENVELOPE' }, 'transient', 'smtp-550'],
    [{ responseCode: 451, code: 'EENVELOPE' }, 'transient', 'smtp-451'],
    [{ code: 'ECONNECTION' }, 'transient', 'smtp-econnection'],
    [{ code: 'ETIMEDOUT' }, 'ambiguous', 'smtp-etimedout'],
    [new Error('who knows what stands here'), 'ambiguous', 'smtp-unknown'],
    ['not even an error', 'ambiguous', 'smtp-unknown'],
  ] as const)('%j is %s', (error, kind, code) => {
    expect(failureOf(error)).toEqual({ ok: false, kind, code });
  });
});

type Word = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | '.';
const TAKES: Record<Word, string> = { 'greeting': '220 relay.example', 'EHLO': '250-relay.example\r\n250 AUTH PLAIN', 'STARTTLS': '220 go on', 'AUTH': '235 2.7.0 ok', 'MAIL': '250 2.1.0 ok', 'RCPT': '250 2.1.5 ok', 'DATA': '354 go on', '.': '250 2.0.0 queued' };

describe('whose refusal it was', () => {
  let end = (): void => undefined;
  afterEach(() => { end(); });

  /** Sends a notice through a server that takes mail, but for the replies given. */
  async function through(replies: Partial<Record<Word, string>>): Promise<MailResult> {
    const says = { ...TAKES, ...replies };
    const server = createServer((socket) => {
      let inText = false;
      socket.on('error', () => undefined).write(`${says.greeting}\r\n`);
      socket.setEncoding('utf8').on('data', (sent: string) => {
        for (const line of sent.split('\r\n')) {
          const word = line.split(' ')[0]! as Word;
          if (!(word in says) || (inText && word !== '.')) continue;
          inText = word === 'DATA' && says.DATA.startsWith('3');
          socket.write(`${says[word]}\r\n`);
        }
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const mailer = new SmtpMailer({ url: new Secret(`smtp://courier:lapsed@127.0.0.1:${(server.address() as AddressInfo).port}`), from: 'notices@lateral.example' });
    end = () => { mailer.close(); server.close(); };
    return mailer.send({ mailbox: 'duty@agency.example', language: 'en' }, { id: '019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071', kind: 'request.posted.v1', reference: 'LC-7GQ2M-4X9TB', request: null, agency: 'police-a', urgency: 'red', dueAt: null, at: '2026-11-23T10:00:00.000Z' });
  }

  it('is nobody\'s where the mail is taken', async () => {
    expect(await through({})).toEqual({ ok: true });
  });

  it.each<[string, Partial<Record<Word, string>>]>([
    ['takes no mail just now', { greeting: '554 5.3.2 not accepting messages' }],
    ['cannot encrypt', { EHLO: '250-relay.example\r\n250 STARTTLS', STARTTLS: '554 5.7.3 no' }],
    ['knows our password no more', { AUTH: '535 5.7.8 credentials invalid' }],
    ['wants to be signed in to', { MAIL: '530 5.7.0 authentication required' }],
    ['refuses our sender', { MAIL: '550 5.7.1 sender not allowed' }],
    ['refuses our sender once it knows the recipient', { RCPT: '553 5.1.8 sender\'s domain not found' }],
    ['passes nothing on for us', { RCPT: '554 5.7.1 relay access denied' }],
    ['passes nothing on for us, and says so in words alone', { RCPT: '550 relay not permitted' }],
    ['wants to be signed in to once it knows the recipient', { RCPT: '530 authentication required' }],
    ['has taken enough from us for a day', { RCPT: '550 5.4.5 daily sending limit exceeded' }],
    ['is ill', { RCPT: '554 5.3.0 system error' }],
    ['does not let us begin', { DATA: '554 5.5.1 no valid recipients' }],
    ['takes our words for spam: every notice reads alike', { '.': '554 5.7.1 rejected as spam' }],
    ['says nothing but no, of a mail that is like any other', { '.': '554 transaction failed' }],
    ['takes no mail of this size', { '.': '552 5.3.4 message too big for this system' }],
  ])('is the relay\'s where it %s, and the notice stays owed', async (_, replies) => {
    const code = `smtp-${/5\d\d/.exec(Object.values(replies).at(-1)!)![0]}`;
    expect(await through(replies)).toEqual({ ok: false, kind: 'transient', code });
  });

  it.each<[string, Partial<Record<Word, string>>]>([
    ['is not there', { RCPT: '550 5.1.1 user unknown' }],
    ['is not there, said in words alone', { RCPT: '550 no such user' }],
    ['is not among those that are relayed to', { RCPT: '550 5.1.1 user unknown in relay recipient table' }],
    ['is no address', { RCPT: '501 5.1.3 bad recipient address syntax' }],
    ['has no server', { RCPT: '556 5.1.10 domain takes no mail' }],
    ['is denied by its own house', { RCPT: '550 5.4.1 recipient address rejected' }],
    ['is closed', { RCPT: '550 5.2.1 mailbox disabled' }],
    ['is not there, which was found out when all had been said', { '.': '550 5.1.1 user unknown' }],
    ['is full', { '.': '552 5.2.2 mailbox full' }],
  ])('is the mailbox\'s where that %s, and the asker is told', async (_, replies) => {
    expect(await through(replies)).toMatchObject({ ok: false, kind: 'permanent' });
  });
});
