import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';
import type { DemoAgency, DemoClient } from './demo.js';
import { memoryAdapter } from './memory-adapter.js';
import { choicePage, faultPage, signedOutPage, signOutPage } from './pages.js';

const MOST_FORM_BYTES = 2_000;
const HOUR_S = 3_600;

/** One agency's provider: an issuer of its own, with its own keys, cookies and people. */
export class Tenant {
  private readonly answer: (request: IncomingMessage, response: ServerResponse) => void;

  private constructor(private readonly agency: DemoAgency, readonly issuer: string, private readonly path: string, private readonly provider: Provider, private readonly clients: readonly DemoClient[]) {
    this.answer = provider.callback() as unknown as Tenant['answer'];
  }

  static async make(agency: DemoAgency, { base, path, clients, seconds }: { base: string; path: string; clients: readonly DemoClient[]; seconds: () => number }): Promise<Tenant> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: `${agency.id}-1` };
    const issuer = `${base}${path}`;
    const provider = new Provider(issuer, configurationOf(agency, { path, clients, seconds, key }));
    return new Tenant(agency, issuer, path, provider, clients);
  }

  /** Whether a path is of this tenant. */
  owns(path: string): boolean {
    return path.startsWith(`${this.path}/`);
  }

  async handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    const isChoice = url.startsWith(`${this.path}/interaction/`);
    this.guard(response, isChoice ? "'none'" : "'self'");
    if (isChoice) return this.interact(request, response);
    request.originalUrl = url;
    request.url = url.slice(this.path.length);
    this.answer(request, response);
  }

  // The choice is made by a form, whose answer leads back to whoever sent the browser here: a browser holds that to the policy too.
  // Where somebody signs in over somebody else the library has a page that sends itself, and adds its one line's digest to `scripts`.
  private guard(response: ServerResponse, scripts: string): void {
    const origins = this.clients.flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin));
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${scripts}; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${[...new Set(origins)].join(' ')}`);
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', 'no-store');
  }

  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.provider.interactionDetails(request, response);
      if (request.method !== 'POST') return send(response, 200, choicePage(this.agency, request.url ?? ''));
      const subject = new URLSearchParams(await formOf(request)).get('subject');
      const person = this.agency.people.find((known) => known.subject === subject);
      if (person === undefined) return send(response, 400, faultPage('invalid_request'));
      await this.provider.interactionFinished(request, response, { login: { accountId: person.subject } }, { mergeWithLastSubmission: false });
    } catch {
      send(response, 400, faultPage('invalid_request'));
    }
  }
}

function configurationOf({ id, people }: DemoAgency, { path, clients, seconds, key }: { path: string; clients: readonly DemoClient[]; seconds: () => number; key: object }): Configuration {
  const cookie = (name: string): string => `demo-${id}-${name}`;
  const options = { httpOnly: true, sameSite: 'lax', signed: true, path: `${path}/` } as const;
  return {
    adapter: memoryAdapter(seconds),
    jwks: { keys: [key] },
    clients: clients.map((client) => ({
      client_id: client.clientId, redirect_uris: [...client.redirectUris], response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [client.publicKey] },
      ...(client.backChannelLogoutUri === undefined ? {} : { backchannel_logout_uri: client.backChannelLogoutUri, backchannel_logout_session_required: true }),
    })),
    clientAuthMethods: ['private_key_jwt'],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub'], sid: null, auth_time: null, iss: null },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false }, userinfo: { enabled: false }, backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = signOutPage(form); }, postLogoutSuccessSource: (context) => { context.body = signedOutPage(); } },
    },
    cookies: { keys: [randomBytes(32).toString('hex')], names: { session: cookie('session'), interaction: cookie('interaction'), resume: cookie('resume') }, long: options, short: { ...options } },
    interactions: { url: (_, { uid }) => `${path}/interaction/${uid}` },
    findAccount: (_, subject) => (people.some((person) => person.subject === subject) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined),
    // Nobody is asked whether the hub may know them: it is the agency that sends its people there.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => { context.type = 'html'; context.body = faultPage(out.error); },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 12 * HOUR_S, Grant: 12 * HOUR_S },
    // The hub stands on this machine too, which the library's own caller would not be let to reach.
    fetch: (url, { method, headers, body, signal } = {}) => globalThis.fetch(url, { method: method ?? 'GET', ...(headers === undefined ? {} : { headers }), body: body ?? null, signal: signal ?? null, redirect: 'error' }),
  };
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > MOST_FORM_BYTES) throw new Error('too long a form');
  }
  return text;
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}
