import type { MessageType } from '@lateral/contracts';
import { attestedWords, mapBodyWords, mapNarrativeWords, type MessageBody, type Narrative } from '@lateral/envelope';
import type { Randomness } from '@lateral/platform';
import { PREFIX_LETTERS } from './encodings.js';

const SUFFIX_LETTERS = 8;
const LETTERS = 26;

/** Puts a word that occurs nowhere else into everything that is about to be sealed. All words of a run begin with the same letters. */
export class Planter {
  /** By this all words of the run are found. */
  readonly prefix: string;
  /** How many words were planted. */
  planted = 0;

  constructor(private readonly random: Randomness) {
    this.prefix = this.letters(PREFIX_LETTERS);
  }

  word(): string {
    this.planted += 1;
    return `${this.prefix}${this.letters(SUFFIX_LETTERS)}`;
  }

  /**
   * The same letter with a word in each of its free texts, dates as people write them among them; codes, ids and enumerations stay as
   * they are. So does a text that is wanting (empty, too short a necessity, a question that is a stock phrase): a word more would mend it.
   */
  letter<L extends { type: MessageType; body: MessageBody; narrative: Narrative }>(letter: L): L {
    const wanting = wantingTexts(letter);
    const change = (text: string, most: number): string => (text.trim() === '' || wanting.has(text) ? text : this.appended(text, most));
    return { ...letter, body: mapBodyWords(letter.type, letter.body, change), narrative: mapNarrativeWords(letter.narrative, change) };
  }

  /** The same file with a word at the end of its name and of its bytes. */
  file<F extends { name: string; bytes: Uint8Array }>(file: F): F {
    return { ...file, name: `${file.name}.${this.word()}`, bytes: Buffer.concat([file.bytes, Buffer.from(this.word())]) };
  }

  private appended(text: string, most: number): string {
    const word = this.word();
    return `${text.slice(0, most - word.length - 1)} ${word}`;
  }

  private letters(count: number): string {
    // Bytes past the last whole alphabet are drawn again: every letter is as likely as any other.
    const letters: string[] = [];
    while (letters.length < count) {
      for (const byte of this.random.bytes(count)) if (byte < 256 - (256 % LETTERS)) letters.push(String.fromCharCode(0x61 + (byte % LETTERS)));
    }
    return letters.slice(0, count).join('');
  }
}

/** Texts that the rules find wanting as they stand. */
function wantingTexts({ body, narrative }: { body: MessageBody; narrative: Narrative }): Set<string> {
  const attested = new Map(attestedWords(body, narrative).map((words) => [words.field, words]));
  const texts = new Set<string>();
  if (attested.get('necessity')?.length === 'under_60') texts.add(narrative.necessity);
  if ('question' in body && typeof body.question === 'string' && attested.get('question')?.linter.includes('stock-phrase') === true) texts.add(body.question);
  return texts;
}
