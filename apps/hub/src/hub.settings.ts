import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { REFERENCE_PATTERN } from '@lateral/domain';
import type { LateralMode, Secret } from '@lateral/platform';
import { FileSetting, LATERAL_MODES, ListSetting, NumberSetting, SecretSetting } from '@lateral/platform';

/** What reaches the hub's database, and with it the operator's commands. */
export class HubDatabaseSettings {
  @IsIn(LATERAL_MODES)
  LATERAL_MODE!: LateralMode;

  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a Postgres address' })
  HUB_DATABASE_URL!: Secret<string>;

  /** The authority of the database's certificate: with it the connection is TLS, verified. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  HUB_DATABASE_CA?: string;
}

/** Both of the hub's databases: what its migration needs. */
export class HubMigrationSettings extends HubDatabaseSettings {
  /** The database of the objects' keys: replicated, never backed up, for a backup of it would undo every erasure. */
  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a Postgres address' })
  HUB_KEY_STORE_URL!: Secret<string>;

  /** The authority of the key store's certificate: with it the connection is TLS, verified. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  HUB_KEY_STORE_CA?: string;
}

/** Settings of the hub's process. Certificates, keys and addresses may be given as files (`NAME_FILE`). */
export class HubSettings extends HubMigrationSettings {
  @IsString() @IsNotEmpty()
  HUB_HOST = '127.0.0.1';

  /** 0 takes any free port. */
  @NumberSetting()
  @IsInt() @Min(0) @Max(65535)
  HUB_PORT!: number;

  /** What sign-in assertions must name as their audience: this hub and no other. */
  @Matches(/^https?:\/\/[^\s]{1,200}$/)
  HUB_AUDIENCE!: string;

  /** JSON: each agency's OpenID Connect provider as {agency, issuer, clientId, stepUp}. Without it only machines sign in. */
  @FileSetting() @IsOptional()
  @IsString() @IsNotEmpty()
  HUB_PROVIDERS?: string;

  /** Private JWK (P-256, ES256) by which the hub proves itself to the providers. */
  @SecretSetting() @IsOptional()
  @Matches(/^\s*\{[\s\S]*\}\s*$/, { message: '$property must be a private key as JWK' })
  HUB_SIGN_IN_KEY?: Secret<string>;

  /** Origin of the desk's pages, where it is another than the hub's own. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]{1,200}$/)
  HUB_DESK_ORIGIN?: string;

  /** Folder of the pages that people see, as the build makes them; by default those beside this bundle, if there are any. */
  @IsOptional()
  @IsString() @IsNotEmpty()
  HUB_PAGES?: string;

  /** Host that passkeys are made for: that of HUB_AUDIENCE, or one above it that the desk is under too. */
  @IsOptional()
  @Matches(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/)
  HUB_RP_ID?: string;

  /** How many proxies stand before the hub, each of which says truly for whom it asks. */
  @NumberSetting() @IsOptional()
  @IsInt() @Min(0) @Max(5)
  HUB_TRUST_PROXY = 0;

  /** Fingerprint of the partnership's offline root. Keys that it does not vouch for are not obeyed, whoever wrote them into the database. */
  @Matches(/^[0-9A-F]{40}$/, { message: '$property must be 40 upper-case hexadecimal digits' })
  ROOT_FINGERPRINT!: string;

  @IsString() @IsNotEmpty()
  LEDGER_HOST = '127.0.0.1';

  @NumberSetting()
  @IsInt() @Min(1) @Max(65535)
  LEDGER_PORT!: number;

  /** C2SP verifier key of the log; what the ledger says counts only under this key. */
  @IsString() @IsNotEmpty()
  LEDGER_VERIFIER_KEY!: string;

  /** The second log, of facts about keys: the same app with its own key and database. */
  @IsString() @IsNotEmpty()
  KEY_LEDGER_HOST = '127.0.0.1';

  @NumberSetting()
  @IsInt() @Min(1) @Max(65535)
  KEY_LEDGER_PORT!: number;

  @IsString() @IsNotEmpty()
  KEY_LEDGER_VERIFIER_KEY!: string;

  /** The hub's certificate towards the ledger, its key, and the one authority whose certificates are accepted. */
  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  HUB_TLS_CERT!: string;

  @SecretSetting()
  @Matches(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, { message: '$property must be a private key in PEM' })
  HUB_TLS_KEY!: Secret<string>;

  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  HUB_TLS_CA!: string;

  /** Folder of configuration: the catalogue of law, question packs, agreement templates, calendars. */
  @IsString() @IsNotEmpty()
  HUB_CONFIG!: string;

  /** File of the deadline policy that this partnership keeps: one of `deadlines/` in the folder above, or its own. */
  @IsString() @IsNotEmpty()
  HUB_DEADLINE_POLICY!: string;

  /** Connections to Postgres. */
  @NumberSetting() @IsOptional()
  @IsInt() @Min(2) @Max(64)
  HUB_POOL_SIZE = 16;
}

/** Settings of the operator's command that erases a check. */
export class EraseSettings extends HubMigrationSettings {
  /** Which check, by its reference. */
  @Matches(REFERENCE_PATTERN, { message: '$property must be the reference of a check' })
  HUB_ERASE_CHECK!: string;
}

/** Settings of the operator's command that carries out retention. */
export class RetainSettings extends HubMigrationSettings {
  /** Folder of configuration: `retention/` in it says how long what is kept. */
  @IsString() @IsNotEmpty()
  HUB_CONFIG!: string;

  /** Whether to say what is past its date, or to erase and delete it. */
  @IsIn(['report', 'carry-out'])
  HUB_RETAIN: 'report' | 'carry-out' = 'report';

  /** References of checks that stay, for a court, an inquiry or a review. Not remembered: to be given at every run. */
  @ListSetting()
  @Matches(REFERENCE_PATTERN, { each: true, message: '$property must be references of checks' })
  HUB_RETAIN_HOLDS: readonly string[] = [];
}

/** Settings of the operator's command that registers a partnership. */
export class RegisterSettings extends HubMigrationSettings {
  @Matches(/^[0-9A-F]{40}$/, { message: '$property must be 40 upper-case hexadecimal digits' })
  ROOT_FINGERPRINT!: string;

  /** The registration that `provision` wrote, as JSON. */
  @FileSetting()
  @IsString() @IsNotEmpty()
  HUB_REGISTRATION!: string;
}

/** Settings of the operator's command that makes the role which hub and courier run as. */
export class RoleSettings extends HubDatabaseSettings {
  /** Its name, as it stands before the password in HUB_DATABASE_URL and COURIER_DATABASE_URL. */
  @Matches(/^(?!pg_)[a-z][a-z0-9_]{0,62}$/, { message: '$property must be the name of a role: lower-case letters, digits and _' })
  HUB_ROLE!: string;

  /** Its password; without one the role must be there, and keeps its own. */
  @SecretSetting() @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{16,200}$/, { message: '$property must be 16 to 200 letters, digits, - or _' })
  HUB_ROLE_PASSWORD?: Secret<string>;
}
