// @ts-check
// A mail server that delivers nothing: it keeps each message as a file, so a person or a test can read what was sent to whom.
// A process of its own. Settings come by environment: MAIL_CATCHER_PORT, MAIL_CATCHER_FOLDER, MAIL_CATCHER_PASSWORD.
import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const { MAIL_CATCHER_PORT: port, MAIL_CATCHER_FOLDER: folder, MAIL_CATCHER_PASSWORD: password } = process.env;
if (!port || !folder || !password) throw new Error('the mail catcher needs MAIL_CATCHER_PORT, MAIL_CATCHER_FOLDER and MAIL_CATCHER_PASSWORD');

const server = new SMTPServer({
  name: 'localhost',
  banner: 'mail catcher',
  hideSTARTTLS: true, // Loopback only, and no certificate: an offer of TLS would make clients refuse.
  allowInsecureAuth: true,
  authMethods: ['PLAIN', 'LOGIN'],
  size: 1024 * 1024,
  disableReverseLookup: true,
  onAuth: (auth, _session, done) => {
    if (auth.username === 'lateral' && auth.password === password) done(null, { user: auth.username });
    else done(new Error('wrong name or password'));
  },
  onData: (stream, session, done) => {
    /** @type {Buffer[]} */
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('error', done);
    stream.on('end', () => {
      try {
        if (stream.sizeExceeded) throw Object.assign(new Error('message too large'), { responseCode: 552 });
        keep(session, Buffer.concat(parts));
        done();
      } catch (error) {
        done(/** @type {Error} */ (error));
      }
    });
  },
});

/**
 * Written under another name first: whoever watches the folder never sees half a message.
 * @param {import('smtp-server').SMTPServerSession} session
 * @param {Buffer} message
 */
function keep(session, message) {
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  const trace = [`Return-Path: <${from}>`, ...rcptTo.map((to) => `Delivered-To: ${to.address}`)].map((line) => `${line}\r\n`).join('');
  const name = `${new Date().toISOString().replaceAll(/[:.]/gu, '')}-${randomUUID().slice(0, 8)}`;
  const draft = join(/** @type {string} */ (folder), `.${name}`);
  writeFileSync(draft, Buffer.concat([Buffer.from(trace), message]), { mode: 0o600 });
  renameSync(draft, join(/** @type {string} */ (folder), `${name}.eml`));
}

server.on('error', (error) => process.stderr.write(`${error.message}\n`));
server.listen(Number(port), '127.0.0.1');
server.server.once('error', () => process.exit(1)); // The port is taken: whoever started us chooses another.
process.once('SIGTERM', () => server.close(() => process.exit(0)));
