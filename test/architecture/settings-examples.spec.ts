import { describe, expect, it } from 'vitest';
import { loadSettings, Secret } from '@lateral/platform';
import { filesBelow } from './house.js';
import { namesOf, readExample, readSecret, SETTINGS, settingOf } from './settings-classes.js';

/** Which classes the example of an app serves: its process and its commands. */
const classesOf: Record<string, string[]> = {
  courier: ['CourierSettings'],
  hub: ['HubSettings', 'HubDatabaseSettings', 'HubMigrationSettings', 'RegisterSettings', 'EraseSettings', 'RetainSettings', 'RoleSettings'],
  ledger: ['LedgerSettings', 'LedgerMigrationSettings'],
};
const examples = Object.entries(classesOf).map(([app, classes]) => ({ app, classes: classes.map((name) => ({ name, settings: SETTINGS[name]! })), example: readExample(app) }));

describe('config/examples', () => {
  it('has one example for each app and none besides', () => {
    expect(filesBelow('config/examples').toSorted()).toEqual(Object.keys(classesOf).map((app) => `config/examples/${app}.env`));
  });

  it('serves every settings class', () => {
    expect(Object.values(classesOf).flat().toSorted()).toEqual(Object.keys(SETTINGS).toSorted());
  });

  it.each(examples)('$app: loads through the real classes, its files given', ({ classes, example }) => {
    for (const { settings } of classes) expect(() => loadSettings(settings, example, readSecret)).not.toThrow();
  });

  it.each(examples)('$app: names every setting, defaults too, and nothing else', ({ classes, example }) => {
    const known = [...new Set(classes.flatMap(({ settings }) => namesOf(settings)))].toSorted();
    expect(Object.keys(example).map(settingOf).toSorted()).toEqual(known);
  });

  it.each(examples)('$app: says the defaults as they are', ({ classes, example }) => {
    for (const { settings } of classes) {
      const loaded = loadSettings(settings, example, readSecret) as Record<string, unknown>;
      for (const [name, value] of Object.entries(new settings())) expect([name, loaded[name]]).toEqual([name, value]);
    }
  });

  it.each(examples)('$app: gives every secret as a file', ({ classes, example }) => {
    for (const { settings } of classes) {
      const secrets = Object.entries(loadSettings(settings, example, readSecret)).filter(([, value]) => value instanceof Secret).map(([name]) => name);
      expect(secrets.filter((name) => !(`${name}_FILE` in example))).toEqual([]);
    }
  });

  it('says the same of what two apps share', () => {
    const [courier, hub, ledger] = examples.map(({ example }) => example);
    for (const name of ['LATERAL_MODE', 'LEDGER_PORT', 'LEDGER_VERIFIER_KEY', 'KEY_LEDGER_PORT', 'KEY_LEDGER_VERIFIER_KEY']) expect(courier?.[name]).toBe(hub?.[name]);
    expect(ledger?.['LEDGER_PORT']).toBe(hub?.['LEDGER_PORT']);
    expect(hub?.['LEDGER_VERIFIER_KEY']).toContain(ledger?.['LEDGER_ORIGIN']);
  });
});
