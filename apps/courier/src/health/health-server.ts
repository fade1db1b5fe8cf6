import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from '@lateral/platform';

/** Answers `/health` (the process lives) and `/ready` (its parts are up) on loopback, and nothing else. */
export class HealthServer {
  private readonly server: Server;

  constructor(health: Health) {
    this.server = createServer((request, response) => {
      if (request.url === '/health') answer(response, 200, { status: 'ok' });
      else if (request.url === '/ready') {
        const { ready, down } = health.state();
        answer(response, ready ? 200 : 503, { ready, down });
      } else answer(response, 404, { status: 'not found' });
    });
  }

  /** Listens; returns the port. */
  async start(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => { resolve(); });
      this.server.closeAllConnections();
    });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
