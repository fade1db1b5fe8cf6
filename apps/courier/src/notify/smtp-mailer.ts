import { createTransport, type Transporter } from 'nodemailer';
import type { NoticeView } from '@lateral/contracts';
import type { MailResult, NoticeMailer } from '@lateral/exchange';
import type { Secret } from '@lateral/platform';
import { noticeText } from './notice-text.js';

export interface SmtpSettings {
  url: Secret<string>;
  from: string;
}

/** Sends notices over SMTP, a few connections kept open. What came of it is judged by how far the conversation got. */
export class SmtpMailer implements NoticeMailer {
  // Connections of its own for each mailbox: mails that one agency's server keeps waiting would otherwise hold all there are.
  private readonly transports = new Map<string, Transporter>();

  constructor(private readonly settings: SmtpSettings) {}

  async send({ mailbox, language }: { mailbox: string; language: 'en' | 'cy' | 'both' }, notice: NoticeView): Promise<MailResult> {
    const { subject, text } = noticeText(notice, language);
    try {
      // The same id each time, so that a mailbox that gets it twice can show it once.
      await this.transportTo(mailbox).sendMail({ from: this.settings.from, to: mailbox, subject, text, messageId: `<${notice.id}@lateral.invalid>` });
      return { ok: true };
    } catch (error) {
      return failureOf(error);
    }
  }

  close(): void {
    for (const transport of this.transports.values()) transport.close();
  }

  private transportTo(mailbox: string): Transporter {
    const known = this.transports.get(mailbox) ?? createTransport(`${this.settings.url.reveal()}?pool=true&maxConnections=4&maxMessages=100&connectionTimeout=5000&greetingTimeout=5000&socketTimeout=15000`);
    this.transports.set(mailbox, known);
    return known;
  }
}

/** Of a recipient, unless it is of the sender (RFC 3463: an address, a mailbox). */
const OF_MAILBOX = /^5\.(?:1\.(?![78]$)|2\.)/;
/** The system is ill, has taken enough for a day, or has a rule against whoever sends. */
const OF_RELAY = /^5\.(?:3\.|4\.5$|7\.)/;
/** What says of a recipient that there is none; 530 (sign in first) or 503 (out of turn) say something of us. */
const REFUSES_RECIPIENT = [550, 551, 552, 553, 554, 556];

/**
 * A 5xx is the last word only where it is about the mailbox. About anything else, a password that has lapsed, a sender that is refused, it would be the last
 * word on every notice there is: those stay owed, as with 4xx and no connection, where nothing went out either. Anything else may have gone out.
 */
export function failureOf(error: unknown): Extract<MailResult, { ok: false }> {
  const { code, command, response, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') {
    return { ok: false, kind: refusesMailbox({ command, responseCode, response: String(response) }) ? 'permanent' : 'transient', code: `smtp-${responseCode}` };
  }
  const name = typeof code === 'string' && /^[A-Z]{2,20}$/.test(code) ? code.toLowerCase() : 'unknown';
  return { ok: false, kind: ['econnection', 'econnrefused', 'edns', 'etls'].includes(name) ? 'transient' : 'ambiguous', code: `smtp-${name}` };
}

/** Many servers refuse whoever sends only once they have heard the recipient. A mail that is refused for its words or its size says nothing of the mailbox either: all notices are alike. */
function refusesMailbox({ command, responseCode, response }: { command: unknown; responseCode: number; response: string }): boolean {
  if (responseCode < 500 || (command !== 'RCPT TO' && command !== 'DATA')) return false;
  const status = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
  if (OF_MAILBOX.test(status)) return true;
  return command === 'RCPT TO' && REFUSES_RECIPIENT.includes(responseCode) && !/^5\.1\./.test(status) && !OF_RELAY.test(status) && !/\brelay/i.test(response);
}
