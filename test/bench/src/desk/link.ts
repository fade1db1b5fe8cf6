import { connect, createServer, type Server, type Socket } from 'node:net';
import { hrMs } from '@lateral/platform';

/** What a line carries, and how long a packet takes there and back. */
export interface Speed { kilobitsPerSecond: number; roundTripMs: number }
/** The three of the desk's budgets. */
export const SPEEDS = { office: { kilobitsPerSecond: 10_000, roundTripMs: 40 }, slow4g: { kilobitsPerSecond: 1_600, roundTripMs: 150 }, rural: { kilobitsPerSecond: 750, roundTripMs: 200 } } as const satisfies Record<string, Speed>;
export type SpeedName = keyof typeof SPEEDS;

const CHUNK = 1_400;
interface Line { freeAt: number }

/**
 * A slow line between a browser and a hub: every connection shares what it carries, and each begins with one trip there and back. All that a
 * browser's processes ask for goes over it, which the browser's own emulation does not hold to for workers. `null`: as fast as it goes.
 */
export class Link {
  speed: Speed | null = null;
  /** Bytes towards the browser. */
  carried = 0;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server, readonly port: number) {}

  static async to(port: number): Promise<Link> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const link = new Link(server, address.port);
    server.on('connection', (near) => { link.join(near, connect({ port, host: '127.0.0.1', noDelay: true })); });
    return link;
  }

  async end(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    const opened = hrMs() + (this.speed?.roundTripMs ?? 0);
    near.on('data', this.carrier(far, this.up, opened));
    far.on('data', (bytes: Buffer) => { this.carried += bytes.length; });
    far.on('data', this.carrier(near, this.down, opened));
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
    }
    near.on('close', () => { this.closed(near, far, this.up); });
    far.on('close', () => { this.closed(far, near, this.down); });
  }

  /** The other side hears of it after what is still on the line. */
  private closed(socket: Socket, other: Socket, line: Line): void {
    this.sockets.delete(socket);
    setTimeout(() => other.destroy(), this.speed === null ? 0 : Math.max(0, line.freeAt - hrMs()) + this.speed.roundTripMs);
  }

  private readonly up: Line = { freeAt: 0 };
  private readonly down: Line = { freeAt: 0 };

  /** Bytes go in packets, one after the other whosever they are, and arrive half a trip after the line has sent them: in their order, which timers do not keep. */
  private carrier(to: Socket, line: Line, from: number): (bytes: Buffer) => void {
    const underWay: Buffer[] = [];
    const arrive = (): void => {
      const packet = underWay.shift();
      if (packet !== undefined && !to.destroyed) to.write(packet);
    };
    return (bytes) => {
      const { speed } = this;
      if (speed === null && underWay.length === 0) {
        to.write(bytes);
        return;
      }
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const packet = bytes.subarray(at, at + CHUNK);
        line.freeAt = Math.max(line.freeAt, hrMs(), from) + (packet.length * 8) / (speed?.kilobitsPerSecond ?? Infinity);
        underWay.push(packet);
        setTimeout(arrive, line.freeAt - hrMs() + (speed?.roundTripMs ?? 0) / 2);
      }
    };
  }
}
