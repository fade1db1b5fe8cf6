import { describe, expect, it } from 'vitest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cookies } from './cookies.js';

const TOKEN = 'A'.repeat(43);

function written(isSecure: boolean, write: (cookies: Cookies, reply: FastifyReply) => void): unknown[] {
  const set: unknown[] = [];
  write(new Cookies(isSecure), { setCookie: (...given: unknown[]) => set.push(given) } as unknown as FastifyReply);
  return set;
}
const asking = (cookies: Record<string, string>): FastifyRequest => ({ cookies }) as unknown as FastifyRequest;

describe('the hub\'s cookies', () => {
  it('are this host\'s alone over HTTPS, and plain on loopback', () => {
    const session = { path: '/', sameSite: 'lax', httpOnly: true };
    expect(written(true, (cookies, reply) => cookies.keepSession(reply, TOKEN))).toEqual([['__Host-lateral', TOKEN, { ...session, secure: true }]]);
    expect(written(false, (cookies, reply) => cookies.keepSession(reply, TOKEN))).toEqual([['lateral', TOKEN, { ...session, secure: false }]]);
    expect(written(true, (cookies, reply) => cookies.endSession(reply))).toEqual([['__Host-lateral', '', { ...session, secure: true, maxAge: 0 }]]);
    expect(written(true, (cookies, reply) => cookies.keepStart(reply, TOKEN))).toEqual([['__Host-lateral-start', TOKEN, { ...session, secure: true, maxAge: 600 }]]);
  });

  it('let a page read a code of why it failed, and nothing else', () => {
    expect(written(true, (cookies, reply) => cookies.notice(reply, 'refused'))).toEqual([['__Host-lateral-notice', 'refused', { path: '/', sameSite: 'lax', secure: true, httpOnly: false, maxAge: 60 }]]);
  });

  it('are read under their own name, and only where they could be one', () => {
    expect(new Cookies(true).session(asking({ '__Host-lateral': TOKEN }))).toBe(TOKEN);
    // A plain name over HTTPS may have been set by another host of the domain.
    expect(new Cookies(true).session(asking({ lateral: TOKEN }))).toBeNull();
    for (const value of ['', 'A', `${TOKEN}A`, `${TOKEN.slice(1)}"`]) expect(new Cookies(false).session(asking({ lateral: value }))).toBeNull();
  });
});
