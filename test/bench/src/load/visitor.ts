import { hrMs } from '@lateral/platform';

/** A browser that signs in at the demonstration's provider, as far as cookies, redirects and one form need it. Counts how long it waits for the hub. */
export class Visitor {
  waitedMs = 0;
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly hubUrl: string) {}

  async signIn(agency: string, subject: string): Promise<void> {
    const page = await this.visit(`${this.hubUrl}/v1/sign-in/start?agency=${agency}`);
    const action = /<form[^>]*\baction="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
    if (action === undefined) throw new Error('the provider showed no form');
    const answer = await this.ask(new URL(action, page.url), { method: 'POST', body: new URLSearchParams({ subject }), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await this.visit(new URL(answer.headers.get('location') ?? '', action.startsWith('http') ? action : page.url).href);
    const me = await this.ask(new URL('/v1/me', this.hubUrl));
    if (me.status !== 200) throw new Error(`signed in, and was answered ${me.status}`);
  }

  private async visit(address: string): Promise<{ url: URL; text: string }> {
    let url = new URL(address);
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.ask(url);
      const location = response.headers.get('location');
      const text = await response.text();
      // The front page is not part of signing in.
      if (location === null || new URL(location, url).href === `${this.hubUrl}/`) return { url, text };
      url = new URL(location, url);
    }
    throw new Error('sent about in circles');
  }

  private async ask(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const began = hrMs();
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string> | undefined), ...(cookie === '' ? {} : { cookie }) } });
    if (url.href.startsWith(this.hubUrl)) this.waitedMs += hrMs() - began;
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }
}
