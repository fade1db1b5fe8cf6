// @ts-check
import { connect } from 'node:net';

/**
 * Speaks a line protocol on a loopback port: sends each line in turn after an answer has come, and returns all that was answered.
 * Undefined when nobody listens, or the answer takes too long. Enough to ask a server whether it knows our password.
 * @param {number} port
 * @param {string[]} lines
 * @param {{ serverSpeaksFirst?: boolean }} [manner]
 * @returns {Promise<string | undefined>}
 */
export function converse(port, lines, manner = {}) {
  return new Promise((answer) => {
    const waiting = [...lines];
    let heard = '';
    const socket = connect({ port, host: '127.0.0.1' });
    const sayNext = () => {
      const line = waiting.shift();
      if (line === undefined) return socket.end();
      return socket.write(`${line}\r\n`);
    };
    socket.setTimeout(2_000, () => socket.destroy(new Error('silent')));
    socket.on('connect', () => manner.serverSpeaksFirst === true || sayNext());
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      // `250-` begins a line that more lines follow.
      if (heard.endsWith('\r\n') && !/(?:^|\n)\d{3}-[^\n]*\n$/u.test(heard)) sayNext();
    });
    socket.on('error', () => answer(undefined));
    socket.on('close', () => answer(heard));
  });
}
