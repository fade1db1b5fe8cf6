import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import type { LateralMode, Secret } from '@lateral/platform';
import { FileSetting, LATERAL_MODES, NumberSetting, SecretSetting } from '@lateral/platform';

/** Settings of courier's process. Certificates, keys and addresses may be given as files (`NAME_FILE`). */
export class CourierSettings {
  @IsIn(LATERAL_MODES)
  LATERAL_MODE!: LateralMode;

  @SecretSetting()
  @Matches(/^postgres(ql)?:\/\//, { message: '$property must be a Postgres address' })
  COURIER_DATABASE_URL!: Secret<string>;

  /** The authority of the database's certificate: with it the connection is TLS, verified. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  COURIER_DATABASE_CA?: string;

  @IsIn(['redis', 'postgres'])
  COURIER_QUEUE_BACKEND!: 'redis' | 'postgres';

  /** Redis or Valkey; with the Postgres backend the database that keeps the queues. */
  @SecretSetting()
  @Matches(/^(rediss?|postgres(ql)?):\/\//, { message: '$property must be a Redis or Postgres address' })
  COURIER_QUEUE_URL!: Secret<string>;

  /** The authority of the queue server's certificate. A `rediss://` address without one is verified under the machine's authorities. */
  @FileSetting() @IsOptional()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  COURIER_QUEUE_CA?: string;

  /** Parts the queues of one installation from those of another on the same server: Redis prefix or Postgres schema. */
  @Matches(/^[a-z][a-z0-9_]{0,40}$/)
  COURIER_QUEUE_PREFIX!: string;

  @SecretSetting()
  @Matches(/^smtps?:\/\//, { message: '$property must be an SMTP address' })
  COURIER_SMTP_URL!: Secret<string>;

  /** Sender of every notice. */
  @Matches(/^[^\s<>@]+@[^\s<>@]+$/)
  COURIER_MAIL_FROM!: string;

  /** Loopback port of health and readiness; 0 takes any free one. */
  @NumberSetting()
  @IsInt() @Min(0) @Max(65535)
  COURIER_HEALTH_PORT!: number;

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

  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  COURIER_TLS_CERT!: string;

  @SecretSetting()
  @Matches(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, { message: '$property must be a private key in PEM' })
  COURIER_TLS_KEY!: Secret<string>;

  @FileSetting()
  @Matches(/^-----BEGIN CERTIFICATE-----/, { message: '$property must be a certificate in PEM' })
  COURIER_TLS_CA!: string;

  /** Connections to Postgres. */
  @NumberSetting() @IsOptional()
  @IsInt() @Min(2) @Max(64)
  COURIER_POOL_SIZE = 8;
}
