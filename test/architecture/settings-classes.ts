// The settings classes of every process, and what can be learnt of a class without starting anything.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { CourierSettings } from '@lateral/courier';
import { EraseSettings, HubDatabaseSettings, HubMigrationSettings, HubSettings, RegisterSettings, RetainSettings, RoleSettings } from '@lateral/hub';
import { LedgerMigrationSettings, LedgerSettings } from '@lateral/ledger';
import { loadSettings, SettingsError } from '@lateral/platform';
import { checkout, filesBelow } from './house.js';

export type SettingsClass = new () => object;

export const SETTINGS: Readonly<Record<string, SettingsClass>> = { CourierSettings, EraseSettings, HubDatabaseSettings, HubMigrationSettings, HubSettings, LedgerMigrationSettings, LedgerSettings, RegisterSettings, RetainSettings, RoleSettings };

/** Names of the settings classes as the sources of the apps declare them. */
export function declaredClasses(): string[] {
  const sources = filesBelow('apps').filter((file) => file.endsWith('.settings.ts'));
  return sources.flatMap((file) => [...readFileSync(join(checkout, file), 'utf8').matchAll(/export class (\w+)/gu)].map(([, name = '']) => name)).toSorted();
}

/** Settings without which the process does not start. */
export function requiredOf(settings: SettingsClass): string[] {
  try {
    loadSettings(settings, {});
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.settings.toSorted();
    throw error;
  }
}

/** Settings that have a default, and what it is. */
export function defaultsOf(settings: SettingsClass): Record<string, unknown> {
  return Object.fromEntries(Object.entries(new settings()).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Settings that may be left out and have no default. */
export function optionalOf(settings: SettingsClass): string[] {
  const declared = getMetadataStorage().getTargetValidationMetadatas(settings, '', false, false).map(({ propertyName }) => propertyName);
  const other = new Set([...requiredOf(settings), ...Object.keys(defaultsOf(settings))]);
  return [...new Set(declared)].filter((name) => !other.has(name)).toSorted();
}

export const namesOf = (settings: SettingsClass): string[] => [...requiredOf(settings), ...optionalOf(settings), ...Object.keys(defaultsOf(settings))].toSorted();

/** Whether `NAME_FILE` may name a file that holds the setting: then loading asks for that file. */
export function mayBeFile(settings: SettingsClass, name: string): boolean {
  let asked = false;
  const read = (): string => {
    asked = true;
    return 'x';
  };
  try {
    loadSettings(settings, { [`${name}_FILE`]: 'a file' }, read);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
  }
  return asked;
}

const CERTIFICATE = '-----BEGIN CERTIFICATE-----';
const KEY = '-----BEGIN PRIVATE KEY-----';

/** What stands in each secret of a whole installation; only its form is true. */
export const SECRETS: Readonly<Record<string, string | Uint8Array>> = {
  postgres_password: 'x', key_store_password: 'x',
  redis_conf: 'requirepass x',
  hub_database_url: 'postgres://lateral_hub:x@postgres:5432/lateral_hub',
  hub_key_store_url: 'postgres://lateral_key_store:x@key-store:5432/lateral_key_store',
  ledger_database_url: 'postgres://lateral_ledger:x@postgres:5432/lateral_ledger',
  ledger_app_database_url: 'postgres://lateral_ledger_app:x@postgres:5432/lateral_ledger',
  key_ledger_database_url: 'postgres://lateral_key_ledger:x@postgres:5432/lateral_key_ledger',
  key_ledger_app_database_url: 'postgres://lateral_key_ledger_app:x@postgres:5432/lateral_key_ledger',
  courier_database_url: 'postgres://lateral_hub:x@postgres:5432/lateral_hub',
  courier_queue_url: 'redis://:x@redis:6379',
  courier_smtp_url: 'smtp://mail:1025',
  hub_registration: '{}', hub_providers: '[]', hub_sign_in_key: '{}',
  services_ca: CERTIFICATE,
  hub_tls_cert: CERTIFICATE, hub_tls_key: KEY,
  courier_tls_cert: CERTIFICATE, courier_tls_key: KEY,
  ledger_tls_cert: CERTIFICATE, ledger_tls_key: KEY,
  ledger_signing_key: new Uint8Array(32), key_log_signing_key: new Uint8Array(32),
};

/** What the examples name besides: authorities of servers that the stack of docker/ does not have, since those speak in clear among themselves, and the password of a role that it does not make. */
const BESIDES: Readonly<Record<string, string>> = { database_ca: CERTIFICATE, key_store_ca: CERTIFICATE, queue_ca: CERTIFICATE, hub_role_password: 'x'.repeat(16) };

/** Reads a secret where the examples and the containers look for it; any other path is a fault. */
export function readSecret(path: string): string | Uint8Array {
  const secret = path.startsWith('/run/secrets/') ? { ...SECRETS, ...BESIDES }[path.slice('/run/secrets/'.length)] : undefined;
  if (secret === undefined) throw new Error(`no such secret: ${path}`);
  return secret;
}

/** NAME=value lines of an example; comments and empty lines are none. */
export function readExample(app: string): Record<string, string> {
  const lines = readFileSync(join(checkout, `config/examples/${app}.env`), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line): [string, string] => {
    const at = line.indexOf('=');
    if (at < 1) throw new Error(`not a NAME=value line in the example of ${app}: ${line}`);
    return [line.slice(0, at), line.slice(at + 1)];
  }));
}

/** The setting that an environment variable gives: `X_FILE` gives X. */
export const settingOf = (variable: string): string => variable.replace(/_FILE$/u, '');
