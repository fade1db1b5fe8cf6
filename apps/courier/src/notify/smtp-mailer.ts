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

/** 5xx is the server's last word; 4xx and no connection mean that nothing went out; anything else may have. */
export function failureOf(error: unknown): Extract<MailResult, { ok: false }> {
  const { code, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') {
    return { ok: false, kind: responseCode >= 500 ? 'permanent' : 'transient', code: `smtp-${responseCode}` };
  }
  const name = typeof code === 'string' && /^[A-Z]{2,20}$/.test(code) ? code.toLowerCase() : 'unknown';
  return { ok: false, kind: ['econnection', 'econnrefused', 'edns', 'etls'].includes(name) ? 'transient' : 'ambiguous', code: `smtp-${name}` };
}
