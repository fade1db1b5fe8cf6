import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections on which nothing was ever asked: clients open some ahead of time. A server that closes waits for them, for it takes
 * them for neither idle nor done. Returns what ends those that there are.
 */
export function watchUnused(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: { socket: Socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
