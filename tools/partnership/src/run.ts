import { LATERAL_MODES } from '@lateral/platform';
import { certifyAgency } from './agencies/certify-agency.js';
import { removeAgency, revokeAgency } from './agencies/remove-agency.js';
import { createAgency } from './agency-side/create-agency.js';
import { among, assertOnly, daysFrom, languageOf, needed, readArguments, type Given } from './arguments.js';
import { HELP } from './help.js';
import { MOST_DAYS, USUAL_DAYS } from './issue/issue-version.js';
import { renew, sign } from './issue/sign.js';
import { EXIT, type Exit } from './exit.js';
import { Refusal } from './refusal.js';
import { createPartnership } from './root/create.js';
import { planNextRoot } from './root/plan-next-root.js';
import { rotateRoot } from './root/rotate-root.js';
import { typedFingerprint } from './say-fingerprint.js';
import { show } from './show/show.js';
import { exitOf, refusalLine } from './words/refusals.js';
import { LANGUAGES } from './words/language.js';
import type { World } from './world.js';

type Options = Parameters<typeof assertOnly>[1];
/** One command: how many words it takes beside its name, which options, and what it does. */
interface Command { words: number; options: Options; carryOut(given: Given, world: World): Promise<void> }

const REASONS = ['retired', 'compromised'] as const;
const days = ({ values }: Given): number => daysFrom(values.days, { usual: USUAL_DAYS, most: MOST_DAYS });
const dirOf = ({ values }: Given): string => needed(values.dir, '--dir DIR');
const word = ({ words }: Given): string => needed(words.at(-1), 'ID');
const fingerprintFrom = (text: string | undefined, option: string): string => needed(typedFingerprint(needed(text, option)), option);

const COMMANDS: Record<string, Command> = {
  'create': { words: 1, options: ['mode', 'out', 'sheets'], carryOut: (given, world) => createPartnership({ name: word(given), mode: among(given.values.mode, LATERAL_MODES, '--mode'), out: needed(given.values.out, '--out DIR'), sheets: given.values.sheets }, world) },
  'certify-agency': {
    words: 0, options: ['dir', 'request', 'fingerprint', 'replace-key', 'share'],
    carryOut: (given, world) => certifyAgency({
      dir: dirOf(given), request: needed(given.values.request, '--request FILE'), fingerprint: fingerprintFrom(given.values.fingerprint, '--fingerprint'),
      replaceKey: given.values['replace-key'], shares: given.values.share,
    }, world),
  },
  'sign': {
    words: 0, options: ['dir', 'part', 'vouch', 'log', 'key-log', 'days', 'share'],
    carryOut: (given, world) => sign({ dir: dirOf(given), shares: given.values.share, parts: given.values.part, vouch: given.values.vouch, days: days(given), log: given.values.log, keyLog: given.values['key-log'] }, world),
  },
  'renew': { words: 0, options: ['dir', 'days', 'share'], carryOut: (given, world) => renew({ dir: dirOf(given), shares: given.values.share, days: days(given) }, world) },
  'revoke-agency': { words: 1, options: ['dir', 'reason'], carryOut: (given, world) => revokeAgency({ dir: dirOf(given), agency: word(given), reason: among(given.values.reason, REASONS, '--reason') }, world) },
  'remove-agency': { words: 1, options: ['dir'], carryOut: (given, world) => removeAgency({ dir: dirOf(given), agency: word(given) }, world) },
  'plan-next-root': { words: 0, options: ['dir', 'sheets'], carryOut: (given, world) => planNextRoot({ dir: dirOf(given), sheets: given.values.sheets }, world) },
  'rotate-root': {
    words: 0, options: ['dir', 'days', 'share', 'old-root', 'old-share'],
    carryOut: (given, world) => {
      const old = given.values['old-root'];
      return rotateRoot({ dir: dirOf(given), shares: given.values.share, days: days(given), oldRoot: old === undefined ? undefined : among(old, REASONS, '--old-root'), oldShares: given.values['old-share'] }, world);
    },
  },
  'agency create': {
    words: 1, options: ['details', 'out', 'sheets', 'after', 'kit', 'share'],
    carryOut: ({ words, values }, world) => createAgency({ id: words.at(-1)!, details: needed(values.details, '--details FILE'), out: needed(values.out, '--out DIR'), sheets: values.sheets, after: values.after, kit: values.kit, shares: values.share }, world),
  },
  'show': { words: 1, options: ['root'], carryOut: (given, world) => show({ file: word(given), root: given.values.root === undefined ? null : fingerprintFrom(given.values.root, '--root') }, world) },
};

/** Carries out one command line. Whatever is refused is said on standard error, with the file and the field; returns what the process ends with. */
export async function run(argv: readonly string[], parts: Omit<World, 'language'>): Promise<Exit> {
  const language = languageOf(argv);
  try {
    const given = readArguments(argv);
    if (given.values.help || given.words.length === 0) {
      parts.terminal.out(HELP[language]);
      return given.values.help ? EXIT.done : EXIT.usage;
    }
    among(given.values.lang, LANGUAGES, '--lang');
    const name = given.words[0] === 'agency' ? given.words.slice(0, 2).join(' ') : given.words[0]!;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined || given.words.length !== name.split(' ').length + command.words) throw new Refusal('usage', { about: given.words.slice(0, 3).join(' ') });
    assertOnly(given, command.options);
    await command.carryOut(given, { ...parts, language });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.terminal.err(refusalLine(error, language));
    return exitOf(error);
  }
}
