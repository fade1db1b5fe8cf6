import { IsIn, IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { NumberSetting } from '@lateral/platform';

/** What `npm start` tells the player: addresses of the services it brought up, and where their data lie. */
export class PlaySettings {
  @IsString() @IsNotEmpty()
  DATABASE_URL!: string;

  @IsString() @IsNotEmpty()
  LEDGER_DATABASE_URL!: string;

  @IsString() @IsNotEmpty()
  LEDGER_APP_DATABASE_URL!: string;

  @IsString() @IsNotEmpty()
  KEY_STORE_DATABASE_URL!: string;

  @IsString() @IsNotEmpty()
  KEY_LEDGER_DATABASE_URL!: string;

  @IsString() @IsNotEmpty()
  KEY_LEDGER_APP_DATABASE_URL!: string;

  /** An identity that may order a checkpoint, where there is one. */
  @IsString()
  LATERAL_ADMIN_DATABASE_URL = '';

  @IsString()
  REDIS_URL = '';

  @IsString() @IsNotEmpty()
  SMTP_URL!: string;

  @IsIn(['redis', 'postgres'])
  LATERAL_QUEUE_BACKEND!: 'redis' | 'postgres';

  @IsString() @IsNotEmpty()
  LATERAL_SERVICES_FOLDER!: string;

  /** JSON: where Postgres, Redis, the mail catcher and the logs keep their files; null for what is somebody else's. */
  @IsString() @IsNotEmpty()
  LATERAL_SERVICES_PLACES!: string;

  @NumberSetting() @IsInt() @Min(1) @Max(65535)
  LATERAL_HUB_PORT!: number;

  @NumberSetting() @IsInt() @Min(1) @Max(65535)
  LATERAL_LEDGER_PORT!: number;

  @NumberSetting() @IsInt() @Min(1) @Max(65535)
  LATERAL_KEY_LEDGER_PORT!: number;

  @NumberSetting() @IsInt() @Min(1) @Max(65535)
  LATERAL_PROVIDER_PORT!: number;

  @NumberSetting() @IsInt() @Min(1) @Max(65535)
  LATERAL_COURIER_PORT!: number;
}

export interface ServicePlaces {
  postgres: string | null;
  redis: string | null;
  mail: string | null;
  logs: string;
}

export function placesOf(settings: PlaySettings): ServicePlaces {
  return JSON.parse(settings.LATERAL_SERVICES_PLACES) as ServicePlaces;
}
