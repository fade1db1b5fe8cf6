import { constants, createInflateRaw } from 'node:zlib';
import { PatternScanner, type Pattern } from './pattern-scanner.js';

/** Most compressed bytes of a gzip member that are looked into, and most that they may become: a bomb must not end the search. */
const MEMBER_BYTES = 1024 * 1024;
const INFLATED_BYTES = 8 * 1024 * 1024;
/** Gzip inside gzip is looked into this many times. */
const DEPTH = 2;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const GZIP_HEADER_BYTES = 10;
/** Bits of the fourth byte that RFC 1952 reserves: no member has them set, most random bytes after the magic have. */
const RESERVED_FLAGS = 0xe0;
const FLAGS = { headerChecksum: 0x02, extra: 0x04, name: 0x08, comment: 0x10 } as const;
/** Small, because what stands in the buffer when a member turns out to be broken is lost. */
const INFLATE_STEP = 256;

/**
 * Looks for patterns in a stream of bytes that comes in chunks, and inside every gzip member in it. What begins in one chunk and ends in
 * a later one is found, and counted once.
 */
export class ByteSearch {
  /** How many bytes were looked at, not counting what gzip members became. */
  bytes = 0;
  /** Hits by encoding; `gzip: ` stands before one that was inside a member. */
  readonly hits = new Map<string, number>();
  private readonly scanner: PatternScanner;
  private held = Buffer.alloc(0);
  /** Members that begin before this place in `held` have been looked into. */
  private membersFrom = 0;

  constructor(private readonly patterns: readonly Pattern[], private readonly depth = 0) {
    this.scanner = new PatternScanner(patterns);
  }

  get found(): number {
    return [...this.hits.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The chunk may be used again by the caller once this has resolved. */
  async push(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.length;
    const before = this.held.length;
    const bytes = before === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([this.held, chunk]);
    this.lookForPatterns(bytes, before);
    const undecided = await this.lookIntoMembers(bytes, false);
    const keepFrom = Math.max(0, Math.min(undecided, bytes.length - this.scanner.longest + 1, bytes.length - GZIP_HEADER_BYTES + 1));
    this.membersFrom = Math.max(0, undecided - keepFrom);
    this.held = Buffer.from(bytes.subarray(keepFrom));
  }

  /** What was pushed has come to its end; the next push begins something else. */
  async end(): Promise<void> {
    await this.lookIntoMembers(this.held, true);
    this.held = Buffer.alloc(0);
    this.membersFrom = 0;
  }

  /** The first `before` bytes were looked at already: only what ends after them is new. */
  private lookForPatterns(bytes: Buffer, before: number): void {
    const from = Math.max(0, before - this.scanner.longest + 1);
    this.scanner.scan(bytes.subarray(from), (at, pattern) => {
      if (from + at + pattern.bytes.length > before) this.count(pattern.encoding, 1);
    });
  }

  /** Returns the place of the first member that may go on past these bytes, or from where none has been looked for. */
  private async lookIntoMembers(bytes: Buffer, isLast: boolean): Promise<number> {
    if (this.depth === DEPTH) return bytes.length;
    for (let at = bytes.indexOf(GZIP_MAGIC, this.membersFrom); at !== -1; at = bytes.indexOf(GZIP_MAGIC, at + 1)) {
      if (!isLast && bytes.length - at < MEMBER_BYTES) return at;
      if (((bytes[at + 3] ?? RESERVED_FLAGS) & RESERVED_FLAGS) === 0) await this.lookIntoMember(bytes.subarray(at, at + MEMBER_BYTES));
    }
    return Math.max(this.membersFrom, bytes.length - GZIP_MAGIC.length + 1);
  }

  private async lookIntoMember(member: Buffer): Promise<void> {
    const inside = new ByteSearch(this.patterns, this.depth + 1);
    for (const chunk of await inflated(member)) await inside.push(chunk);
    await inside.end();
    for (const [encoding, count] of inside.hits) this.count(`gzip: ${encoding}`, count);
  }

  private count(encoding: string, count: number): void {
    this.hits.set(encoding, (this.hits.get(encoding) ?? 0) + count);
  }
}

/** Where the compressed bytes of a member begin (RFC 1952, section 2.3). */
function headerLength(member: Buffer): number {
  const flags = member[3] ?? 0;
  let at = GZIP_HEADER_BYTES;
  if (flags & FLAGS.extra) at += 2 + (member[at] ?? 0) + 256 * (member[at + 1] ?? 0);
  for (const flag of [FLAGS.name, FLAGS.comment]) if (flags & flag) at = member.indexOf(0, at) + 1 || member.length;
  return flags & FLAGS.headerChecksum ? at + 2 : at;
}

/**
 * What a member becomes, as far as it can be read: it may be cut off, damaged, or no member at all. The bare stream is inflated, because
 * a reader of whole files takes what stands behind a member for another one, and fails.
 */
function inflated(member: Buffer): Promise<Buffer[]> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: INFLATE_STEP });
    inflate.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= INFLATED_BYTES) inflate.destroy();
    });
    // Not gzip after all, or broken further on: what came before that is looked at.
    inflate.on('error', () => undefined);
    inflate.once('close', () => { resolve(chunks); });
    inflate.end(member.subarray(headerLength(member)));
  });
}
