import type { KnownProvider } from '@lateral/exchange';
import type { LateralMode } from '@lateral/platform';
import { NAME_PATTERN } from '../../http/rules.js';

/** An agency's provider as HUB_PROVIDERS names it, and what the hub is called there. */
export interface ConfiguredProvider extends KnownProvider { clientId: string }

/** What is wrong with HUB_PROVIDERS, in a code. */
export class ProvidersRefused extends Error {
  override readonly name = 'ProvidersRefused';
  constructor(readonly code: 'providers-unreadable' | 'provider-faulty' | 'provider-shared' | 'provider-insecure') {
    super(code);
  }
}

const FIELDS = ['agency', 'clientId', 'issuer', 'stepUp'];
const CLIENT_ID = /^[\x21-\x7e]{1,200}$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads HUB_PROVIDERS: a JSON list of {agency, issuer, clientId, stepUp}. One agency has one provider, and one issuer is one agency's:
 * a person is an issuer and a subject, so two agencies under one issuer could speak for each other's people. An issuer is https, except
 * on this machine outside production.
 */
export function readProviders(text: string, mode: LateralMode): ConfiguredProvider[] {
  const providers = parsed(text);
  if (new Set(providers.map(({ agency }) => agency)).size < providers.length || new Set(providers.map(({ issuer }) => issuer)).size < providers.length) throw new ProvidersRefused('provider-shared');
  if (providers.some(({ issuer }) => !isSecure(new URL(issuer), mode))) throw new ProvidersRefused('provider-insecure');
  return providers;
}

function parsed(text: string): ConfiguredProvider[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new ProvidersRefused('providers-unreadable');
  }
  if (!Array.isArray(list)) throw new ProvidersRefused('providers-unreadable');
  if (!list.every(isProvider)) throw new ProvidersRefused('provider-faulty');
  return list;
}

function isProvider(value: unknown): value is ConfiguredProvider {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== FIELDS.join()) return false;
  const { agency, clientId, issuer, stepUp } = value as Record<string, unknown>;
  return typeof agency === 'string' && NAME_PATTERN.test(agency) && typeof clientId === 'string' && CLIENT_ID.test(clientId) && typeof stepUp === 'boolean' && typeof issuer === 'string' && isIssuer(issuer);
}

/** RFC 8414: an address without query and fragment. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || text.length > 300) return false;
  const { hash, password, protocol, search, username } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && `${hash}${search}${username}${password}` === '' && !/[?#]/.test(text);
}

function isSecure({ hostname, protocol }: URL, mode: LateralMode): boolean {
  return protocol === 'https:' || (mode !== 'production' && LOOPBACK.has(hostname));
}
