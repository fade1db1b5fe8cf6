import type { TLSSocket } from 'node:tls';

/** Sends one framed message as the ledger's transport expects it and gives back whatever arrives until the connection ends. */
export function askRaw(socket: TLSSocket, pattern: string, data: object): Promise<{ answer: string; error: string | null }> {
  return new Promise((resolve) => {
    let answer = '';
    let error: string | null = null;
    const message = JSON.stringify({ pattern, data, id: 'attack' });
    socket.once('secureConnect', () => socket.write(`${message.length}#${message}`));
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString();
      if (answer.endsWith('}')) socket.end();
    });
    socket.on('error', (reason: Error & { code?: string }) => { error = `${reason.code ?? ''} ${reason.message}`; });
    socket.once('close', () => resolve({ answer, error }));
  });
}
