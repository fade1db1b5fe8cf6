import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { IsBoolean, IsDefined, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { LATERAL_MODES } from './mode.js';
import type { LateralMode } from './mode.js';
import type { Secret } from './secret.js';
import { FlagSetting, ListSetting, NumberSetting, SecretBytesSetting, SecretSetting, SettingsError, fileOf, loadSettings } from './settings.js';

class ExampleSettings {
  @IsIn(LATERAL_MODES)
  LATERAL_MODE!: LateralMode;

  @NumberSetting()
  @IsInt() @Min(1) @Max(65535)
  EXAMPLE_PORT = 24000;

  @SecretSetting()
  @Matches(/^postgres:\/\//)
  EXAMPLE_DATABASE_URL!: Secret<string>;

  @ListSetting()
  @IsString({ each: true })
  EXAMPLE_WITNESSES: string[] = [];

  @FlagSetting()
  @IsOptional() @IsBoolean()
  EXAMPLE_LOUD?: boolean;
}

const GOOD = { LATERAL_MODE: 'test', EXAMPLE_DATABASE_URL: 'postgres://u:hunter2@h/db' };

function refusal(env: Record<string, string>, readFile?: (path: string) => string): SettingsError {
  try {
    loadSettings(ExampleSettings, env, readFile);
  } catch (error) {
    if (error instanceof SettingsError) return error;
  }
  throw new Error('was not refused');
}

describe('loadSettings', () => {
  it('reads what is given, keeps defaults, ignores other variables and freezes the result', () => {
    const settings = loadSettings(ExampleSettings, { ...GOOD, EXAMPLE_PORT: '8080', EXAMPLE_WITNESSES: 'a+1+x, b+2+y\nc', EXAMPLE_LOUD: 'false', PATH: '/bin' });
    expect(settings.LATERAL_MODE).toBe('test');
    expect(settings.EXAMPLE_PORT).toBe(8080);
    expect(settings.EXAMPLE_WITNESSES).toEqual(['a+1+x', 'b+2+y', 'c']);
    expect(settings.EXAMPLE_LOUD).toBe(false);
    expect(Object.keys(settings)).not.toContain('PATH');
    expect(Object.isFrozen(settings)).toBe(true);
    expect(loadSettings(ExampleSettings, { ...GOOD, EXAMPLE_PORT: '' }).EXAMPLE_PORT).toBe(24000);
  });

  it('keeps a secret unprintable', () => {
    const settings = loadSettings(ExampleSettings, GOOD);
    expect(inspect(settings) + JSON.stringify(settings)).not.toContain('hunter2');
    expect(settings.EXAMPLE_DATABASE_URL.reveal()).toBe(GOOD.EXAMPLE_DATABASE_URL);
  });

  it('remembers which file a setting came from, for what is renewed, and shows it to nobody else', () => {
    const settings = loadSettings(ExampleSettings, { LATERAL_MODE: 'demo', EXAMPLE_DATABASE_URL_FILE: '/run/db' }, () => 'postgres://x');
    expect(fileOf(settings, 'EXAMPLE_DATABASE_URL')).toBe('/run/db');
    expect(fileOf(settings, 'EXAMPLE_PORT')).toBeNull();
    expect(fileOf(loadSettings(ExampleSettings, GOOD), 'EXAMPLE_DATABASE_URL')).toBeNull();
    expect(fileOf({ ...settings }, 'EXAMPLE_DATABASE_URL')).toBeNull();
    expect(inspect(settings)).not.toContain('/run/db');
  });

  it('reads a secret from the file that NAME_FILE names, without its last line break', () => {
    const settings = loadSettings(ExampleSettings, { LATERAL_MODE: 'demo', EXAMPLE_DATABASE_URL_FILE: '/run/db' }, (path) => (path === '/run/db' ? 'postgres://x\n' : ''));
    expect(settings.EXAMPLE_DATABASE_URL.reveal()).toBe('postgres://x');
  });

  it('reads a key from a file byte by byte, or from base64', () => {
    class KeySettings {
      @SecretBytesSetting()
      @IsDefined()
      KEY!: Secret<Uint8Array>;
    }
    const raw = new Uint8Array([0xff, 0, 10, 32, 0x80]);
    expect([...loadSettings(KeySettings, { KEY_FILE: '/key' }, () => raw).KEY.reveal()]).toEqual([...raw]);
    expect([...loadSettings(KeySettings, { KEY: Buffer.from(raw).toString('base64') }).KEY.reveal()]).toEqual([...raw]);
    expect(() => loadSettings(KeySettings, {})).toThrow('KEY: is required');
  });

  it('names every wrong setting and never a value', () => {
    const error = refusal({ LATERAL_MODE: 'staging', EXAMPLE_PORT: '99 bottles', EXAMPLE_DATABASE_URL: 'mysql://u:hunter2@h/db', EXAMPLE_LOUD: 'loudly' });
    expect([...error.settings].sort()).toEqual(['EXAMPLE_DATABASE_URL', 'EXAMPLE_LOUD', 'EXAMPLE_PORT', 'LATERAL_MODE']);
    const shown = inspect(error, { depth: 9 });
    for (const value of ['staging', 'bottles', 'hunter2', 'loudly']) expect(shown).not.toContain(value);
    expect(error.message).toContain('LATERAL_MODE must be one of the following values: demo, test, production');
  });

  it('says what is required, and what is given twice or cannot be read', () => {
    expect(refusal({ EXAMPLE_DATABASE_URL: 'postgres://x' }).message).toBe('wrong settings: LATERAL_MODE: is required');
    expect(refusal({ ...GOOD, EXAMPLE_DATABASE_URL_FILE: '/run/db' }).message).toContain('not both');
    const unreadable = refusal({ LATERAL_MODE: 'demo', EXAMPLE_DATABASE_URL_FILE: '/run/secret-name' }, () => { throw new Error('ENOENT /run/secret-name'); });
    expect(unreadable.message).toContain('EXAMPLE_DATABASE_URL_FILE cannot be read');
    expect(unreadable.message).not.toContain('secret-name');
    expect(refusal({ LATERAL_MODE: 'demo', EXAMPLE_DATABASE_URL_FILE: '/x' }, () => ' \n').message).toContain('is empty');
  });
});
