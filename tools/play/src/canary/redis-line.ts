import { connect, type Socket } from 'node:net';

export type RedisReply = Buffer | number | null | RedisReply[];

/** Redis answered that it would not do it. Carries its own code word and nothing of what was asked. */
export class RedisRefused extends Error {}

/**
 * A connection that speaks just enough of the Redis protocol (RESP2) to look at every key: the queue library's client is at home in
 * libs/queues, and a search must see bytes as they lie there, without a client's ideas of them.
 */
export class RedisLine {
  private received = Buffer.alloc(0);
  private readonly waiting: { resolve: (reply: RedisReply) => void; reject: (cause: Error) => void }[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => { this.take(chunk); });
    const fail = (cause: Error): void => { for (const { reject } of this.waiting.splice(0)) reject(cause); };
    socket.on('error', fail);
    socket.on('close', () => { fail(new Error('Redis closed the connection')); });
  }

  static async open(url: string): Promise<RedisLine> {
    const { hostname, port, username, password, pathname } = new URL(url);
    const socket = connect({ host: hostname, port: port === '' ? 6379 : Number(port) });
    const line = new RedisLine(socket);
    if (password !== '') await line.ask('AUTH', ...(username === '' ? [] : [decodeURIComponent(username)]), decodeURIComponent(password));
    if (pathname.length > 1) await line.ask('SELECT', pathname.slice(1));
    return line;
  }

  ask(...words: (string | Buffer)[]): Promise<RedisReply> {
    const parts = words.flatMap((word) => {
      const bytes = Buffer.from(word);
      return [Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')];
    });
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.socket.write(Buffer.concat([Buffer.from(`*${words.length}\r\n`), ...parts]));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (let read = readReply(this.received, 0); read !== null; read = readReply(this.received, 0)) {
      this.received = this.received.subarray(read.next);
      const asked = this.waiting.shift();
      if (read.reply instanceof RedisRefused) asked?.reject(read.reply);
      else asked?.resolve(read.reply);
    }
  }
}

type Read = { reply: RedisReply | RedisRefused; next: number } | null;

/** One reply from `at` on; null while it has not come whole. */
function readReply(bytes: Buffer, at: number): Read {
  const end = bytes.indexOf('\r\n', at);
  if (end === -1) return null;
  const said = bytes.toString('latin1', at + 1, end);
  const next = end + 2;
  switch (bytes[at]) {
    case 0x2b: return { reply: Buffer.from(said, 'latin1'), next };
    case 0x2d: return { reply: new RedisRefused(`Redis refused: ${said.split(' ', 1)[0] ?? ''}`), next };
    case 0x3a: return { reply: Number(said), next };
    case 0x24: return readBulk(bytes, next, Number(said));
    case 0x2a: return readList(bytes, next, Number(said));
    default: throw new Error('Redis answered in a protocol that is not RESP2');
  }
}

function readBulk(bytes: Buffer, at: number, length: number): Read {
  if (length === -1) return { reply: null, next: at };
  return bytes.length < at + length + 2 ? null : { reply: Buffer.from(bytes.subarray(at, at + length)), next: at + length + 2 };
}

function readList(bytes: Buffer, at: number, length: number): Read {
  const items: RedisReply[] = [];
  let next = at;
  for (let i = 0; i < length; i += 1) {
    const read = readReply(bytes, next);
    if (read === null) return null;
    if (read.reply instanceof RedisRefused) return read;
    items.push(read.reply);
    next = read.next;
  }
  return { reply: length === -1 ? null : items, next };
}
