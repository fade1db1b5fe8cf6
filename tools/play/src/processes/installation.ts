import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SystemRandom, systemNow } from '@lateral/platform';
import { KEY_LOG_NAME, LEDGER_KEY_NAME, provisionPartnership, renewWhereDue, writeServiceCertificates, type ServiceCertificates } from '@lateral/provision';
import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import type { PlannedAgency } from '../case/plan.js';
import { accountOf, DEMO_MEMBERS } from '../people/demo-accounts.js';
import { demoIssuer, writeDemoProviders, type DemoProviders } from '../people/demo-providers.js';
import { placesOf, type PlaySettings } from '../play.settings.js';
import { keptDemo } from './kept-demo.js';
import { ServiceProcess, type ServiceSpec } from './service-process.js';

export type Kind = 'demo' | 'play';

/** What a hub is called whose rounds are played in another time than the browser's. */
const PLAYED_AUDIENCE = 'https://hub.lateral.example';
/** A machine that slept over the end of its certificates has new ones within the minute. */
const RENEW_MS = 60_000;
const ROOT = resolve(import.meta.dirname, '../../../..');
const CONFIG = join(ROOT, 'config');

type Entry = 'ledgerMigrate' | 'keyLedgerMigrate' | 'keyLedger' | 'identityProvider' | 'hubMigrate' | 'register' | 'ledger' | 'hub' | 'courier';

const IDENTITY_PROVIDER = 'tools/identity-provider/dist/main.js';

/** What runs while a round is played: the ledger's app twice, once for acts and once for key facts. */
type Running = 'ledger' | 'keyLedger' | 'hub' | 'courier' | 'identityProvider';

/** Entry points, bundled as they are run everywhere: an app's own in the demo, those of test/play (which bring the clock of the case) where a case is played. */
const ENTRIES: Record<Kind, Record<Entry, string>> = {
  demo: {
    ledgerMigrate: 'apps/ledger/dist/bundle/migrate.main.cjs', keyLedgerMigrate: 'apps/ledger/dist/bundle/migrate.main.cjs', keyLedger: 'apps/ledger/dist/bundle/main.cjs', identityProvider: IDENTITY_PROVIDER, hubMigrate: 'apps/hub/dist/bundle/migrate.main.cjs', register: 'apps/hub/dist/bundle/register.main.cjs',
    ledger: 'apps/ledger/dist/bundle/main.cjs', hub: 'apps/hub/dist/bundle/main.cjs', courier: 'apps/courier/dist/bundle/main.cjs',
  },
  play: {
    ledgerMigrate: 'test/play/dist/bundle/ledger-migrate.main.cjs', keyLedgerMigrate: 'test/play/dist/bundle/ledger-migrate.main.cjs', keyLedger: 'test/play/dist/bundle/ledger.main.cjs', identityProvider: IDENTITY_PROVIDER, hubMigrate: 'test/play/dist/bundle/hub-migrate.main.cjs', register: 'test/play/dist/bundle/register.main.cjs',
    ledger: 'test/play/dist/bundle/ledger.main.cjs', hub: 'test/play/dist/bundle/hub.main.cjs', courier: 'test/play/dist/bundle/courier.main.cjs',
  },
};

export interface InstallationInput {
  kind: Kind;
  settings: PlaySettings;
  agencies: readonly PlannedAgency[];
  /** By which the hub reckons due times. */
  policy: DeadlinePolicy;
  /** When the partnership was made; before anything in the round. */
  foundedAt: Date;
  /** Where keys, certificates and the clock of the case lie. */
  folder: string;
}

/** With the port of the demonstration's provider: the one it always had. */
type Prepared = InstallationInput & { providerPort: number };

/** A partnership with its processes: provisioned on the client side, migrated, registered, started, stopped. */
export class Installation {
  readonly processes = new Map<Running, ServiceProcess>();
  private renewing: NodeJS.Timeout | null = null;

  private constructor(
    readonly input: Prepared,
    readonly rootFingerprint: string,
    private readonly certificates: ServiceCertificates,
    private readonly witnesses: readonly string[],
    private readonly providers: DemoProviders | null,
  ) {}

  get hubUrl(): string {
    return `http://localhost:${this.input.settings.LATERAL_HUB_PORT}`;
  }

  /** Where the demonstration's people sign in; each agency's is below it. */
  get providerUrl(): string {
    return `http://localhost:${this.input.providerPort}`;
  }

  get audience(): string {
    return this.input.kind === 'demo' ? this.hubUrl : PLAYED_AUDIENCE;
  }

  get clockFile(): string {
    return join(this.input.folder, 'clock');
  }

  /** Where the processes' own log lines go. */
  get logFolder(): string {
    return placesOf(this.input.settings).logs;
  }

  get agreementTemplates(): string {
    return join(CONFIG, 'agreements');
  }

  private get policyFile(): string {
    return join(this.input.folder, 'deadline-policy.yaml');
  }

  /** Makes keys and certificates where there are none yet; a demo's second start finds those of the first. */
  static async prepare(given: InstallationInput): Promise<Installation> {
    await mkdir(given.folder, { recursive: true, mode: 0o700 });
    const certificates = await writeServiceCertificates(given.folder, systemNow());
    const kept = await keptDemo(given);
    const input: Prepared = { ...given, providerPort: kept?.providerPort ?? given.settings.LATERAL_PROVIDER_PORT };
    const registration = kept?.registration ?? (await provisionPartnership({
      agencies: input.agencies.map((agency) => ({
        id: agency.id, type: agency.type, nation: agency.nation, name: { en: agency.name, cy: agency.name }, publicAuthority: agency.publicAuthority, competentAuthority: agency.competentAuthority, commissionedProvider: agency.commissionedProvider,
        mailbox: `${agency.id}@agency.example.org`, language: agency.language === 'cy' ? 'both' : 'en', ...(input.kind === 'demo' ? { members: DEMO_MEMBERS } : {}),
      })),
      at: input.foundedAt, mode: 'demo', logVerifierKey: certificates.logVerifierKey, keyLogVerifierKey: certificates.keyLogVerifierKey, folder: input.folder,
      partnership: input.kind === 'demo' ? 'lateral-demo' : 'lateral-play', random: new SystemRandom(),
      ...(input.kind === 'demo' ? { provider: { issuerOf: (agency: string) => demoIssuer(input.providerPort, agency), subjectOf: accountOf } } : {}),
    })).registration;
    const { root, agencies } = registration.partnership.document;
    const installation = new Installation(input, root, certificates, agencies.flatMap(({ witnesses }) => witnesses), await Installation.providersOf(input));
    await installation.writePolicy(input.policy);
    return installation;
  }

  private static async providersOf({ kind, folder, settings, providerPort, agencies }: Prepared): Promise<DemoProviders | null> {
    if (kind === 'play') return null;
    return writeDemoProviders(folder, { port: providerPort, hubUrl: `http://localhost:${settings.LATERAL_HUB_PORT}`, agencies });
  }

  async migrate(): Promise<void> {
    await Promise.all((['ledgerMigrate', 'keyLedgerMigrate', 'hubMigrate'] as const).map((entry) => ServiceProcess.run(this.spec(entry))));
    await ServiceProcess.run(this.spec('register'));
  }

  async start(): Promise<void> {
    this.renewing = setInterval(() => { void this.renew(); }, RENEW_MS).unref();
    // In a played case nobody signs in by a browser: its time is not theirs.
    const people: readonly Running[] = this.input.kind === 'demo' ? ['identityProvider'] : [];
    await Promise.all([this.startOne('ledger'), this.startOne('keyLedger'), ...people.map((name) => this.startOne(name))]);
    await Promise.all([this.startOne('hub'), this.startOne('courier')]);
  }

  /** New certificates at half time, for the processes that run: a demonstration may be left on for days. */
  private async renew(): Promise<void> {
    await renewWhereDue(this.input.folder, systemNow()).catch((error: unknown) => { process.stderr.write(`certificates were not renewed: ${error instanceof Error ? error.message : 'failed'}\n`); });
  }

  async startOne(name: Running): Promise<void> {
    this.processes.set(name, await ServiceProcess.start(this.spec(name)));
  }

  /** Starts the hub again with another deadline policy: it reads its own at the start only. */
  async goOnUnder(policy: DeadlinePolicy): Promise<void> {
    await this.processes.get('hub')?.stop();
    await this.writePolicy(policy);
    await this.startOne('hub');
  }

  // What is JSON is YAML too.
  private writePolicy(policy: DeadlinePolicy): Promise<void> {
    return writeFile(this.policyFile, JSON.stringify(policy, null, 2), { mode: 0o600 });
  }

  /** What takes work in stops first. */
  async stop(): Promise<void> {
    if (this.renewing !== null) clearInterval(this.renewing);
    for (const name of ['hub', 'courier', 'ledger', 'keyLedger', 'identityProvider'] as const) await this.processes.get(name)?.stop();
  }

  /** How a process of this installation is started. `change` replaces settings: a drill starts a second hub, or one that must refuse. */
  spec(entry: Entry, change: Record<string, string> = {}): ServiceSpec {
    return { name: entry, entry: join(ROOT, ENTRIES[this.input.kind][entry]), words: entry === 'identityProvider' ? ['--port', String(this.input.providerPort), '--tenants', this.providers?.tenants ?? ''] : [], environment: { ...this.environment(), ...(entry.startsWith('keyLedger') ? this.keyLedgerEnvironment() : {}), ...change }, log: join(this.logFolder, `${entry}.log`) };
  }

  /** The second log is the same app under another name, with its own key, database and door. */
  private keyLedgerEnvironment(): Record<string, string> {
    const { settings } = this.input;
    return {
      LEDGER_DATABASE_URL: settings.KEY_LEDGER_DATABASE_URL, LEDGER_APP_DATABASE_URL: settings.KEY_LEDGER_APP_DATABASE_URL,
      LEDGER_PORT: String(settings.LATERAL_KEY_LEDGER_PORT), LEDGER_ORIGIN: KEY_LOG_NAME, LEDGER_SIGNING_KEY_FILE: this.certificates.keyLogSigningKey,
    };
  }

  private environment(): Record<string, string> {
    const { settings, folder, kind } = this.input;
    const { ca, services, ledgerSigningKey, logVerifierKey } = this.certificates;
    const queueUrl = settings.LATERAL_QUEUE_BACKEND === 'redis' ? settings.REDIS_URL : settings.DATABASE_URL;
    // Two checkouts may be given the same Redis: each keeps to its own names.
    const prefix = `lateral_${kind}_${createHash('sha256').update(folder).digest('hex').slice(0, 10)}`;
    return {
      LATERAL_MODE: 'demo',
      LEDGER_DATABASE_URL: settings.LEDGER_DATABASE_URL, LEDGER_APP_DATABASE_URL: settings.LEDGER_APP_DATABASE_URL,
      LEDGER_HOST: '127.0.0.1', LEDGER_PORT: String(settings.LATERAL_LEDGER_PORT), LEDGER_ORIGIN: LEDGER_KEY_NAME,
      LEDGER_SIGNING_KEY_FILE: ledgerSigningKey, LEDGER_WITNESSES: this.witnesses.join(','), LEDGER_VERIFIER_KEY: logVerifierKey,
      LEDGER_TLS_CA_FILE: ca, LEDGER_TLS_CERT_FILE: services.ledger.certificate, LEDGER_TLS_KEY_FILE: services.ledger.key,
      KEY_LEDGER_HOST: '127.0.0.1', KEY_LEDGER_PORT: String(settings.LATERAL_KEY_LEDGER_PORT), KEY_LEDGER_VERIFIER_KEY: this.certificates.keyLogVerifierKey,
      HUB_KEY_STORE_URL: settings.KEY_STORE_DATABASE_URL,
      HUB_DATABASE_URL: settings.DATABASE_URL, HUB_HOST: '127.0.0.1', HUB_PORT: String(settings.LATERAL_HUB_PORT), HUB_AUDIENCE: this.audience, ROOT_FINGERPRINT: this.rootFingerprint,
      HUB_CONFIG: CONFIG, HUB_DEADLINE_POLICY: this.policyFile,
      HUB_REGISTRATION_FILE: join(folder, 'registration.json'),
      HUB_TLS_CA_FILE: ca, HUB_TLS_CERT_FILE: services.hub.certificate, HUB_TLS_KEY_FILE: services.hub.key,
      COURIER_DATABASE_URL: settings.DATABASE_URL, COURIER_QUEUE_BACKEND: settings.LATERAL_QUEUE_BACKEND, COURIER_QUEUE_URL: queueUrl, COURIER_QUEUE_PREFIX: prefix,
      COURIER_SMTP_URL: settings.SMTP_URL, COURIER_MAIL_FROM: 'notices@lateral.example.org', COURIER_HEALTH_PORT: String(settings.LATERAL_COURIER_PORT),
      COURIER_TLS_CA_FILE: ca, COURIER_TLS_CERT_FILE: services.courier.certificate, COURIER_TLS_KEY_FILE: services.courier.key,
      ...(kind === 'play' ? { PLAY_CLOCK_FILE: this.clockFile } : {}), ...(this.providers === null ? {} : { HUB_PROVIDERS_FILE: this.providers.providers, HUB_SIGN_IN_KEY_FILE: this.providers.signInKey }),
    };
  }
}
