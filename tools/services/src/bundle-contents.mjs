// @ts-check
// What goes into an app's one file, and what stays out of it.
import { readFile } from 'node:fs/promises';

/** Packages that others ask for only when a feature is used that we do not use; not installed, and refused by name if ever asked for. */
const never = ['kafkajs', 'mqtt', 'amqp-connection-manager', 'pg-native', 'pg-cloudflare', 'libphonenumber-js', '@nats-io/transport-node', '@nestjs/websockets', '@nestjs/platform-express', '@fastify/view', '@fastify/static', '@fastify/multipart'];

const named = new RegExp(`^(?:${never.map((name) => name.replace(/[/-]/gu, '\\$&')).join('|')})(?:/|$)`);

/** Stands for code that is left out: it can be loaded, and its classes named or extended, but nothing can be made of it. */
const leftOut = `class LeftOut { constructor() { throw new Error('this part of a package is left out of the bundle'); } }
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : LeftOut) });`;

const classHead = /\bclass (\w+)( extends [\w.$]+(?:\([^()]*\))?)? \{/gu;

/**
 * Our classes, and errors of packages, keep their names, which schemas, migrations and log lines say: the bundler renames where two
 * modules use one name.
 * @param {string} source
 */
export function withClassNames(source) {
  return source.replace(classHead, (head, name) => `${head} static { Object.defineProperty(this, 'name', { value: '${name}', configurable: true }); }`);
}

/**
 * TypeORM asks for a database's driver by a name it works out; the only one here is `pg`.
 * @param {string} source
 */
function onlyPg(source) {
  const asked = "return require(name);";
  if (!source.includes(asked)) throw new Error('TypeORM loads drivers in another way than it did: look at PlatformTools.load');
  return source.replace(asked, "if (name === 'pg') return require('pg'); throw new Error('not in the bundle: ' + name);").replace(/return require\(path_1[^\n]*/u, "throw new Error('not in the bundle: ' + name);");
}

/** @type {import('esbuild').Plugin} */
export const contents = {
  name: 'contents',
  setup(build) {
    const empty = { path: 'left-out', namespace: 'left-out' };
    build.onResolve({ filter: named }, () => empty);
    // Nest's own transports and BullMQ ask for it if there is one; the queues hand theirs in.
    build.onResolve({ filter: /^ioredis$/ }, ({ importer }) => (importer.includes('/libs/queues/') ? undefined : empty));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: leftOut }));
    build.onLoad({ filter: /\/typeorm\/driver\/[\w-]+\/[\w-]+\.js$/ }, ({ path }) => (/\/driver\/(?:postgres|types)\//u.test(path) ? undefined : { contents: leftOut }));
    build.onLoad({ filter: /\/typeorm\/platform\/PlatformTools\.js$/ }, async ({ path }) => ({ contents: onlyPg(await readFile(path, 'utf8')) }));
    build.onLoad({ filter: /\/(?:libs|apps|test)\/[\w-]+\/dist\/.*\.js$|\/node_modules\/.*(?:error|exception)[^/]*\.m?js$|\/errors?\/[\w.-]+\.m?js$/i }, async ({ path }) => ({ contents: withClassNames(await readFile(path, 'utf8')) }));
  },
};
