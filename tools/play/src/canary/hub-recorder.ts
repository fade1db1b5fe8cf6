import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/**
 * A loopback proxy between the player's clients and the hub that keeps every byte of both directions: what anyone on the wire would see
 * behind TLS. Each direction of each connection is a file of its own, so that no word is torn apart by what another connection says.
 */
export class HubRecorder {
  private readonly sockets = new Set<Socket>();
  private readonly written: Promise<void>[] = [];
  private connections = 0;
  private stopping: Promise<void> | null = null;

  private constructor(private readonly server: Server, private readonly hub: { host: string; port: number }, readonly folder: string) {
    server.on('connection', (client) => { this.carry(client); });
  }

  /** Empties the folder and listens on a free port. */
  static async start(hubUrl: string, folder: string): Promise<HubRecorder> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { hostname, port } = new URL(hubUrl);
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new HubRecorder(server, { host: hostname, port: Number(port) }, folder);
  }

  /** Where the hub is reached through this. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts what is still connected and resolves when every byte is in its file. Safe to repeat. */
  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => { resolve(); }));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    await Promise.all(this.written);
  }

  private carry(client: Socket): void {
    const hub = connect({ ...this.hub, allowHalfOpen: true });
    this.connections += 1;
    const name = String(this.connections).padStart(5, '0');
    this.keep(client, hub, `${name}.sent`);
    this.keep(hub, client, `${name}.received`);
  }

  private keep(from: Socket, to: Socket, name: string): void {
    const file = createWriteStream(join(this.folder, name), { mode: 0o600 });
    this.written.push(finished(file));
    this.sockets.add(from);
    from.on('data', (chunk: Buffer) => { file.write(chunk); });
    from.pipe(to);
    // Whoever was cut off notices at its own end; the recording keeps what was said until then.
    from.on('error', () => { to.destroy(); });
    from.once('close', () => {
      this.sockets.delete(from);
      file.end();
      to.end();
    });
  }
}
