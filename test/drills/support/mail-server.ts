import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

/** What a mailbox does with a mail: takes it, or answers with an SMTP code. May keep the sender waiting. */
export type Mailbox = () => Promise<'take' | { code: number }>;

export interface TakenMail { to: string; messageId: string }

/** A mail server whose mailboxes behave as a drill says; those that it says nothing of take every mail at once. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  /** How often each mailbox was tried. */
  readonly tried = new Map<string, number>();
  readonly mailboxes = new Map<string, Mailbox>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const options = { authOptional: true, hideSTARTTLS: true, disableReverseLookup: true };
    const server: SMTPServer = new SMTPServer({
      ...options,
      onRcptTo: ({ address }, _session, done) => { void world.judge(address).then(done); },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => { chunks.push(chunk); });
        stream.on('end', () => {
          world.keep(session.envelope.rcptTo, Buffer.concat(chunks).toString('utf8'));
          done();
        });
      },
    });
    const world = new MailServer(server);
    // A sender that is killed, or that is kept waiting for too long, hangs up in the middle of a word.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return world;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => { this.server.close(() => { resolve(); }); });
  }

  private async judge(address: string): Promise<Error | null> {
    this.tried.set(address, (this.tried.get(address) ?? 0) + 1);
    const verdict = await (this.mailboxes.get(address)?.() ?? Promise.resolve('take' as const));
    return verdict === 'take' ? null : Object.assign(new Error('not taken'), { responseCode: verdict.code });
  }

  private keep(to: readonly SMTPServerAddress[], text: string): void {
    const messageId = /^Message-ID: <([^@>]+)@/im.exec(text)?.[1] ?? '';
    for (const { address } of to) this.taken.push({ to: address, messageId });
  }
}
