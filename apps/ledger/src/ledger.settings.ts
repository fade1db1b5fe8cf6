import { IsDefined, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import type { LateralMode, Secret } from '@lateral/platform';
import { FileSetting, LATERAL_MODES, ListSetting, NumberSetting, SecretBytesSetting, SecretSetting } from '@lateral/platform';

/** Settings of the ledger's process. Certificates, keys and database addresses may be given as files (`NAME_FILE`). */
export class LedgerSettings {
  @IsIn(LATERAL_MODES)
  LATERAL_MODE!: LateralMode;

  /** The ledger's own database, as the role that may only insert and read. */
  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a Postgres address' })
  LEDGER_APP_DATABASE_URL!: Secret<string>;

  /** The authority of the database's certificate: with it the connection is TLS, verified. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  LEDGER_DATABASE_CA?: string;

  @IsString() @IsNotEmpty()
  LEDGER_HOST = '127.0.0.1';

  /** 0 takes any free port. */
  @NumberSetting()
  @IsInt() @Min(0) @Max(65535)
  LEDGER_PORT!: number;

  /** Name of the log: first line of every checkpoint and name of its key. */
  @Matches(/^[a-z0-9][a-z0-9./-]{0,199}$/)
  LEDGER_ORIGIN!: string;

  /** Ed25519 secret key of the log: 32 bytes as they are or in base64, or PKCS #8 in PEM. */
  @SecretBytesSetting()
  @IsDefined()
  LEDGER_SIGNING_KEY!: Secret<Uint8Array>;

  /** C2SP verifier keys of the witnesses whose cosignatures are kept. */
  @ListSetting()
  @IsString({ each: true })
  LEDGER_WITNESSES: readonly string[] = [];

  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  LEDGER_TLS_CERT!: string;

  @SecretSetting()
  @Matches(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, { message: '$property must be a private key in PEM' })
  LEDGER_TLS_KEY!: Secret<string>;

  /** The one authority whose certificates are accepted. */
  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  LEDGER_TLS_CA!: string;
}

/** Settings of the ledger's migration, which runs as the owner of the database. */
export class LedgerMigrationSettings {
  @IsIn(LATERAL_MODES)
  LATERAL_MODE!: LateralMode;

  /** The ledger's database as its owner. */
  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a Postgres address' })
  LEDGER_DATABASE_URL!: Secret<string>;

  /** Whose user gets INSERT and SELECT. */
  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\/[^:@/]+/, { message: '$property must be a Postgres address with a user' })
  LEDGER_APP_DATABASE_URL!: Secret<string>;

  /** The authority of the database's certificate: with it the connection is TLS, verified. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  LEDGER_DATABASE_CA?: string;
}
