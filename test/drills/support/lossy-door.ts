import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the hub on which the answer to the first attempt of every write is lost: the hub has carried it out, nobody hears of it. */
export class LossyDoor {
  /** Writes whose answer was lost, as method and path. */
  readonly lost: string[] = [];
  private readonly seen = new Set<string>();

  private constructor(private readonly server: Server, private readonly hubPort: number) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => { this.pass(request, response); });
  }

  static async start(hubUrl: string): Promise<LossyDoor> {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return new LossyDoor(server, Number(new URL(hubUrl).port));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => { resolve(); });
      this.server.closeAllConnections();
    });
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '', headers } = request;
    const onward = ask({ host: '127.0.0.1', port: this.hubPort, method, path, headers }, (answer) => {
      if (this.loses(method, path, headers['idempotency-key'])) {
        // Only when the hub has said all it had to say is its answer lost.
        answer.resume();
        answer.once('end', () => { request.socket.destroy(); });
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => { request.socket.destroy(); });
    response.on('close', () => { onward.destroy(); });
    request.pipe(onward);
  }

  private loses(method: string, path: string, key: string | string[] | undefined): boolean {
    const attempt = String(key ?? path);
    if (method === 'GET' || this.seen.has(attempt)) return false;
    this.seen.add(attempt);
    // An upload is repeated under a new id; one lost answer of them is enough.
    if (method === 'PUT' && this.lost.some((write) => write.startsWith('PUT'))) return false;
    this.lost.push(`${method} ${path}`);
    return true;
  }
}
