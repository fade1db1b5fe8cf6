import { concatBytes, EVENTS, fromBase64Url, ROUTES, toBase64Url, utf8, canonicalJson, commitmentOf, type EntryKind, type EventName, type HandOverReply, type MessageType, type OpeningBody, type Reader, type Receipt, type ReceiptsReply, type SealedEnvelope, type TeamKeyCopy } from '@lateral/contracts';
import { attestedWords, HEADING, headingOf, mismatchedWords, openAttachment, openMessage, openNarrative, sealDraft, sealMessage, type AttachmentKey, type Expected, type Heading, type MessageBody, type Narrative, type OpenRefused, type PrivateKey } from '@lateral/envelope';
import type { LogMark } from '@lateral/envelope/keys';
import { nodeEd25519, type Randomness } from '@lateral/platform';
import { leafHash, noteVerifierOf, SIGNATURE_TYPES, verifyTlogProof } from '@lateral/tlog';
import { referenceOf } from '@lateral/domain';
import type { SealedField } from '@lateral/domain/justification';
import type { CodedDraft } from '../case/coded-record.js';
import { HubRefused, pathOf, type HubSession, type PartyTime } from './hub-session.js';
import { answered, patiently, type Patience } from './patience.js';
import { TrustedDirectory } from './trust.js';

/** How long a sealed message may be opened for the first time. */
const MESSAGE_LIFE_MS = 60 * 24 * 3_600_000;

export interface Letter {
  type: MessageType;
  check: string;
  request: string | null;
  /** The agency it goes to; null for a decision, which stays with its own team. */
  to: string | null;
  inReplyTo: string | null;
  corrects: string | null;
  body: MessageBody;
  narrative: Narrative;
  record: CodedDraft;
  attachment?: AttachmentKey;
}

/** The message that is waited for, as `Expected` of the envelope library has it. */
type Awaiting = Pick<Expected, 'type' | 'from' | 'check' | 'request' | 'inReplyTo'>;
type OpenedWhole = { ok: true; narrative: Narrative } & Pick<Collected, 'body' | 'attachments' | 'onHubsWord'>;

export interface Collected {
  reply: HandOverReply;
  body: MessageBody;
  attachments: AttachmentKey[];
  /** It has outlived its time, and the hub would not show that this agency had it before. */
  onHubsWord: boolean;
  /** Sealed fields of which the coded record says something else than what stands in them; the hub has been told. */
  mismatched: SealedField[];
}

/**
 * What a correspondent works with. `onHandOver` is awaited between the hand-over of a message and its opening;
 * `mark` changes the words of a letter just before it is sealed.
 */
export interface Means {
  time: PartyTime;
  random: Randomness;
  /** The last head of the key log that a client of this agency saw; `patience`: how it bears with a log that is behind. */
  keyLogHead?: LogMark | null;
  patience?: Patience;
  onHandOver?: () => Promise<void>;
  mark?: (letter: Letter) => Letter;
}

/** A message was collected and would not open: at which of the eight steps, and why. */
export class WouldNotOpen extends Error {
  constructor(readonly step: number, readonly code: string) {
    super(`the message was refused at step ${step}: ${code}`);
  }
}

/** A newest roster is not in the key log a day after it was signed: perhaps this client alone is shown it. `of`: the agency written to, or one that reads for it; null for the own. */
export class KeyLogLate extends Error {
  constructor(readonly of: string | null) {
    super(of === null ? 'the key log lacks the newest roster of the own agency: nothing but red is sealed' : `the key log lacks the newest roster of ${of}: nothing but red is sealed for it`);
  }
}

/** One member writing and reading: seals for the readers that the pinned root vouches for, opens only what passes all eight steps. */
export class Correspondent {
  private readonly seen = new Set<string>();

  private constructor(
    readonly session: HubSession,
    readonly directory: TrustedDirectory,
    private readonly teamKeys: readonly PrivateKey[],
    private readonly means: Means,
  ) {}

  /** Signs in, fetches the directory, verifies it and holds it against the key log, and unwraps this member's copies of the team key. */
  static async start(session: HubSession, means: Means): Promise<Correspondent> {
    await session.signIn();
    const now = means.time.now();
    const directory = await TrustedDirectory.fetch(session, { now, keyLogHead: means.keyLogHead ?? null, patience: means.patience });
    return new Correspondent(session, directory, await teamKeysOf(session, directory, now), means);
  }

  get agency(): string {
    return this.session.client.agency;
  }

  /** Seals a letter; the envelope's id is drawn here. Throws KeyLogLate. */
  seal(letter: Letter): Promise<SealedEnvelope> {
    return this.sealMarked(this.marked(letter));
  }

  /** The same of a question, and the line that says to the own team whom it is about. */
  async sealWithHeading(written: Letter): Promise<{ envelope: SealedEnvelope; heading?: string }> {
    const letter = this.marked(written);
    const [envelope, about] = [await this.sealMarked(letter), headingOf(letter.body)];
    return about === null ? { envelope } : { envelope, heading: await this.sealHeading(envelope.header.context.message, about) };
  }

  private async sealHeading(message: string, about: Heading): Promise<string> {
    const { agency, means: { time }, session: { client } } = this;
    const own = await this.directory.reader(agency, time.now());
    return sealDraft(about, { agency, draft: message, kind: HEADING }, { readers: [{ key: own.key, epoch: own.reader.epoch }], writer: client.personal, at: time.now() });
  }

  private marked(letter: Letter): Letter {
    return this.means.mark?.(letter) ?? letter;
  }

  private async sealMarked(letter: Letter): Promise<SealedEnvelope> {
    const at = this.means.time.now();
    const message = this.session.newId();
    const own = await this.directory.reader(this.agency, at);
    const to = letter.to === null ? [] : [await this.directory.reader(letter.to, at)];
    const delegates = letter.to === null ? [] : await this.directory.delegates(letter.to, at, [this.agency]);
    // A child at risk is not kept waiting for a log that is late.
    if (letter.record.urgency !== 'red') await this.refuseLate([own, ...to, ...delegates], at);
    const officers = (await Promise.all([this.agency, ...(letter.to === null ? [] : [letter.to])].map((agency) => this.directory.officers(agency, at)))).flat();
    return sealMessage({
      context: {
        type: letter.type, partnership: this.directory.partnership.document.partnership, check: letter.check, request: letter.request, message,
        from: { agency: this.agency, signer: this.session.client.fingerprint }, to: to.map(({ reader }) => reader),
        ...(delegates.length === 0 ? {} : { delegates: delegates.map(({ reader }) => reader) }), self: own.reader,
        officers: officers.map(({ reader }) => reader), inReplyTo: letter.inReplyTo, corrects: letter.corrects,
        expires: new Date(at.getTime() + MESSAGE_LIFE_MS).toISOString(),
      },
      body: letter.body, narrative: letter.narrative,
      // What is attested is what is sealed, whatever the draft said of an earlier wording.
      justification: { ...letter.record, words: attestedWords(letter.body, letter.narrative), v: 1, type: 'justification', check: letter.check, request: letter.request, message, salt: toBase64Url(this.means.random.bytes(16)) },
      senderKey: this.session.client.personal,
      keys: [own.key, ...to.map(({ key }) => key), ...delegates.map(({ key }) => key), ...officers.map(({ key }) => key)],
      ...(letter.attachment === undefined ? {} : { attachment: letter.attachment }),
      at,
    });
  }

  private async refuseLate(readers: readonly { reader: Reader }[], at: Date): Promise<void> {
    for (const { reader: { agency } } of readers) {
      if (await this.directory.isKeyLogLate(agency, at)) throw new KeyLogLate(agency === this.agency ? null : agency);
    }
  }

  /** Collects an envelope, opens it and tells the hub that it was opened; a refusal is told too, and thrown. */
  async collect(envelope: string, expected: Awaiting): Promise<Collected> {
    const reply = await this.session.post<HandOverReply>(pathOf(ROUTES.handOver, { envelope }), {});
    await this.means.onHandOver?.();
    const opened = await this.openOrAgain(envelope, reply, expected);
    const say = (body: OpeningBody): Promise<unknown> => this.session.post(pathOf(ROUTES.openings, { envelope }), body);
    if (!opened.ok) {
      await say({ shown: false, step: opened.step, reason: opened.code });
      throw new WouldNotOpen(opened.step, opened.code);
    }
    this.seen.add(envelope);
    const mismatched = mismatchedWords(reply.envelope.justification, opened.body, opened.narrative);
    await say(mismatched.length === 0 ? { shown: true } : { shown: true, mismatched });
    return { reply, body: opened.body, attachments: opened.attachments, onHubsWord: opened.onHubsWord, mismatched };
  }

  /** What has outlived its time is opened again where the records of its check show that this agency had it before. */
  private async openOrAgain(envelope: string, reply: HandOverReply, expected: Awaiting): Promise<OpenedWhole | OpenRefused> {
    const opened = await this.open(envelope, reply, expected);
    return opened.ok || opened.code !== 'expired' ? opened : this.open(envelope, reply, expected, await this.handOvers(expected.check));
  }

  private handOvers(check: string): Promise<readonly Receipt[] | 'not-shown'> {
    return patiently(async () => {
      try {
        return (await this.session.ask<ReceiptsReply>(pathOf(ROUTES.receipts, { reference: referenceOf(check) }))).receipts;
      } catch (cause) {
        // A ledger that is away keeps nobody waiting.
        if (cause instanceof HubRefused) return 'not-shown';
        throw cause;
      }
    });
  }

  /** Content and narrative both: what was attested of the words is held against the words. */
  private async open(envelope: string, { envelope: sealed, receipts }: HandOverReply, expected: Awaiting, handOvers: readonly Receipt[] | 'not-shown' = []): Promise<OpenedWhole | OpenRefused> {
    const { partnership } = this.directory.partnership.document;
    const common = {
      envelope: sealed, keys: this.teamKeys, senderRoster: await this.directory.roster(expected.from), addressedRosters: await this.directory.rosters(sealed.header.context.to[0]?.agency ?? this.agency),
      receipt: receipts.share, verifyProof: (receipt: Receipt) => this.judge(receipt), now: this.means.time.now(),
    };
    const content = await openMessage({ ...common, handOvers, expected: { ...expected, agency: this.agency, partnership }, isSeen: (message) => this.seen.has(message) });
    if (!content.ok) return content;
    const reasons = await openNarrative({ ...common, expected: { agency: this.agency, partnership, check: expected.check, message: envelope } });
    return reasons.ok ? { ok: true, body: content.body, attachments: content.attachments, onHubsWord: content.onHubsWord, narrative: reasons.narrative } : reasons;
  }

  /** Collects one attachment and opens it whole; what is cut short or changed is refused, and nothing of it is kept. */
  collectAttachment(key: AttachmentKey): Promise<Uint8Array> {
    const attempt = this.session.newId();
    return patiently(async () => {
      const chunks: Uint8Array[] = [];
      const ciphertext = await this.session.collect(pathOf(ROUTES.attachmentHandOver, { attachment: key.id }), attempt);
      const opened = await answered(() => openAttachment({ ciphertext, key, sink: { write: (chunk) => { chunks.push(chunk); }, commit: () => undefined, abandon: () => { chunks.length = 0; } } }));
      if (!opened.ok) throw new WouldNotOpen(7, opened.code);
      return concatBytes(...chunks);
    });
  }

  /** Whether a receipt's proof leads from the re-made leaf to a head that the pinned log key signed. */
  judge({ event, record, salt, proof }: Receipt): 'proven' | 'wrong' {
    const log = noteVerifierOf(this.directory.partnership.document.log, SIGNATURE_TYPES.ed25519, nodeEd25519);
    if (proof === null || log === null || !isEvent(event)) return 'wrong';
    try {
      const leaf = canonicalJson({ v: 1, k: EVENTS[event].entry satisfies EntryKind, c: commitmentOf(record, fromBase64Url(salt)) });
      return verifyTlogProof(proof, leafHash(utf8(leaf)), log).ok ? 'proven' : 'wrong';
    } catch {
      // A salt that is none makes no leaf.
      return 'wrong';
    }
  }
}

/**
 * Every copy that opens: each holds the epochs of its time, and which of them is the newest no order of the hub's says. One that does not open
 * hides no other; without any, nothing could be read, so nothing is begun.
 */
async function teamKeysOf(session: HubSession, directory: TrustedDirectory, at: Date): Promise<PrivateKey[]> {
  const { client } = session;
  const copies = await session.get<TeamKeyCopy[]>(ROUTES.teamKeyCopy);
  if (copies.length === 0) throw new Error('the hub holds no copy of the team key for this member');
  const own = { agency: directory.agency(client.agency), roster: await directory.roster(client.agency), at };
  const opened = await Promise.all(copies.map((copy) => client.openTeamCopy(copy, own)));
  const keys = opened.flatMap((each) => (each.ok ? [each.copy] : []));
  if (keys.length === 0) throw new Error(`no copy of the team key would open: ${opened.flatMap((each) => (each.ok ? [] : [each.code])).join(', ')}`);
  return keys;
}

function isEvent(event: string): event is EventName {
  return Object.hasOwn(EVENTS, event);
}
