import { createServer } from 'node:net';

// Between the ports that only root may have and those that a checkout keeps for its services (tools/services/src/ports.mjs), and far
// below those that the kernel gives to whoever asks for any: what is found free there may be somebody else's before it is used.
const LOWEST = 10_000;
/** Each worker of a run has a span of its own: two never look at the same port. */
const SPAN = 2_500;
const SPANS = 4;

const given = new Set<number>();

/** A port for a server that is about to start, or to start again: nobody listens on it, and nobody else of this run is given it. */
export async function freePort(worker = Number(process.env['VITEST_POOL_ID'] ?? '1')): Promise<number> {
  const first = LOWEST + (worker % SPANS) * SPAN;
  for (;;) {
    const port = first + Math.floor(Math.random() * SPAN);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** On both addresses by which a machine calls itself: what listens on one of them would answer for `localhost`. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => { done(code !== 'EADDRINUSE'); });
    server.listen({ port, host, exclusive: true }, () => { server.close(() => { done(true); }); });
  });
}
