import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { DemoAgency, DemoClient } from './demo.js';
import { faultPage } from './pages.js';
import { Tenant } from './tenant.js';

export interface IdentityProviderInput {
  /** 0 takes any free port. */
  port: number;
  agencies: readonly DemoAgency[];
  clients: readonly DemoClient[];
  /** Where to listen; nothing but this machine's own loopback is taken. */
  host?: string;
  mode?: string;
  elapsedMs: () => number;
}

export interface IdentityProvider {
  port: number;
  /** What the agency's provider is called in HUB_PROVIDERS. */
  issuerOf(agency: string): string;
  close(): Promise<void>;
}

/** Why it does not start. */
export class IdentityProviderRefused extends Error {
  override readonly name = 'IdentityProviderRefused';
  constructor(readonly code: 'not-in-production' | 'loopback-only' | 'agency-faulty') {
    super(code);
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost'];
const AGENCY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * Real OpenID Connect providers, one to an agency, under http://localhost:PORT/demo/<agency>. They let in whoever asks as whomever they
 * choose, so they listen on this machine alone and refuse to be any part of production.
 */
export async function makeIdentityProvider({ agencies, clients, elapsedMs, host = '127.0.0.1', mode = 'demo', port }: IdentityProviderInput): Promise<IdentityProvider> {
  if (mode !== 'demo' && mode !== 'test') throw new IdentityProviderRefused('not-in-production');
  if (!LOOPBACK.includes(host)) throw new IdentityProviderRefused('loopback-only');
  if (agencies.some(({ id }) => !AGENCY.test(id))) throw new IdentityProviderRefused('agency-faulty');
  const tenants: Tenant[] = [];
  const server = createServer((request, response) => void route(tenants, request, response));
  const taken = await listening(server, port);
  const base = `http://localhost:${taken}`;
  for (const agency of agencies) tenants.push(await Tenant.make(agency, { base, path: `/demo/${agency.id}`, clients, seconds: () => elapsedMs() / 1000 }));
  return {
    port: taken,
    issuerOf: (agency) => `${base}/demo/${agency}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function route(tenants: readonly Tenant[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const tenant = tenants.find((known) => known.owns((request.url ?? '/').split('?', 1)[0] ?? '/'));
  if (tenant !== undefined) return tenant.handle(request, response);
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(faultPage('not_found'));
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('it does not listen on a port'));
      else resolve(address.port);
    });
  });
}
