import '@fastify/cookie';
import { TRIP_MS } from '@lateral/exchange';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Why a browser came back from its provider with nothing; the page says it in words. */
const NOTICES = ['start-again', 'refused', 'step-up-refused', 'provider-away', 'no-provider'] as const;
export type SignInNotice = (typeof NOTICES)[number];
const NOTICE_S = 60;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * The hub's cookies. Over HTTPS each bears the `__Host-` prefix, by which a browser takes it from this host alone, for all of it and over
 * TLS; on the loopback demo the names are plain. No script reads the session, and no other site's form or image sends it.
 */
export class Cookies {
  private readonly prefix: string;

  constructor(private readonly isSecure: boolean) {
    this.prefix = isSecure ? '__Host-' : '';
  }

  /** The token of the session, or null where there is none that could be one. */
  session(request: FastifyRequest): string | null {
    return this.read(request, 'lateral');
  }

  /** The secret of a start at the provider. */
  start(request: FastifyRequest): string | null {
    return this.read(request, 'lateral-start');
  }

  keepSession(reply: FastifyReply, token: string): void {
    this.write(reply, 'lateral', token, { httpOnly: true });
  }

  endSession(reply: FastifyReply): void {
    this.write(reply, 'lateral', '', { httpOnly: true, maxAge: 0 });
  }

  keepStart(reply: FastifyReply, secret: string): void {
    this.write(reply, 'lateral-start', secret, { httpOnly: true, maxAge: TRIP_MS / 1000 });
  }

  endStart(reply: FastifyReply): void {
    this.write(reply, 'lateral-start', '', { httpOnly: true, maxAge: 0 });
  }

  /** A code for the page to read, one of a fixed list: nothing that anybody sent is said back. */
  notice(reply: FastifyReply, notice: SignInNotice): void {
    this.write(reply, 'lateral-notice', notice, { httpOnly: false, maxAge: NOTICE_S });
  }

  /** The code of `notice`, which is said once. Anything else that stands there is nobody's. */
  takeNotice(request: FastifyRequest, reply: FastifyReply): SignInNotice | null {
    const value = request.cookies[`${this.prefix}lateral-notice`];
    if (value !== undefined) this.write(reply, 'lateral-notice', '', { httpOnly: false, maxAge: 0 });
    return NOTICES.find((notice) => notice === value) ?? null;
  }

  private read(request: FastifyRequest, name: string): string | null {
    const value = request.cookies[`${this.prefix}${name}`];
    return value !== undefined && SECRET.test(value) ? value : null;
  }

  private write(reply: FastifyReply, name: string, value: string, options: { httpOnly: boolean; maxAge?: number }): void {
    void reply.setCookie(`${this.prefix}${name}`, value, { path: '/', secure: this.isSecure, sameSite: 'lax', ...options });
  }
}
