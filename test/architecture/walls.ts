// The walls as data. A row that is in the way is changed here, with its reason, and not walked around.

export interface Direction {
  readonly folder: string;
  /** Workspaces of ours that its product files may import. */
  readonly may: readonly string[];
  readonly because: string;
}

const everyLib = ['contracts', 'domain', 'envelope', 'exchange', 'ledger-client', 'persistence', 'platform', 'queues', 'tlog'];

export const directions: readonly Direction[] = [
  { folder: 'libs/domain', may: [], because: 'what may happen depends on nothing that can change under it' },
  { folder: 'libs/contracts', may: ['domain'], because: 'shapes that cross a process know the field\'s words and nothing else' },
  { folder: 'libs/tlog', may: [], because: 'a proof must be checkable by a program that trusts none of ours' },
  { folder: 'libs/envelope', may: ['contracts', 'domain', 'tlog'], because: 'the same code seals, and checks the log of keys, in Node and in a browser' },
  { folder: 'libs/exchange', may: ['contracts', 'domain', 'tlog'], because: 'an act is decided without knowing which technology stores or sends it' },
  { folder: 'libs/platform', may: ['domain'], because: 'clock, ids, settings and logs know no business; files of config/ are read into the field\'s own shapes' },
  { folder: 'libs/persistence', may: ['contracts', 'domain', 'exchange', 'platform', 'tlog'], because: 'an adapter implements the ports of exchange and reaches no other adapter' },
  { folder: 'libs/queues', may: ['contracts', 'exchange', 'platform'], because: 'an adapter implements the ports of exchange and reaches no other adapter' },
  { folder: 'libs/ledger-client', may: ['contracts', 'exchange', 'platform', 'tlog'], because: 'it verifies what the ledger says, so it may not share the ledger\'s storage' },
  { folder: 'libs/testing', may: everyLib, because: 'fakes and contract suites stand beside every port' },
  { folder: 'apps/hub', may: ['contracts', 'domain', 'envelope', 'exchange', 'ledger-client', 'persistence', 'platform', 'tlog'], because: 'the hub reaches the queues only through the outbox, so no act can be told before it is committed' },
  { folder: 'apps/courier', may: ['contracts', 'domain', 'envelope', 'exchange', 'ledger-client', 'persistence', 'platform', 'queues', 'tlog'], because: 'the courier carries; it opens nothing' },
  { folder: 'apps/ledger', may: ['contracts', 'persistence', 'platform', 'tlog'], because: 'the ledger knows digests and positions: no check, no agency, no rule' },
  { folder: 'apps/desk', may: ['contracts', 'domain', 'envelope', 'tlog'], because: 'it runs in a browser, holds keys there, and meets the hub on the wire' },
  { folder: 'tools/verify', may: ['contracts', 'domain', 'envelope', 'tlog'], because: 'the verifier is its own small program and trusts nothing else; it judges shares again by the rules of the domain, which depend on nothing' },
  { folder: 'tools/partnership', may: ['contracts', 'domain', 'envelope', 'platform', 'tlog'], because: 'it runs on a laptop that is on no network, and nothing of the hub is needed for it' },
  { folder: 'tools/provision', may: ['contracts', 'domain', 'envelope', 'platform', 'tlog'], because: 'keys are made on the client\'s side; nothing of the hub is needed for it' },
  { folder: 'tools/play', may: ['contracts', 'domain', 'envelope', 'platform', 'tlog', 'provision', 'verify', 'services'], because: 'the player is every party\'s client: it speaks HTTP and cannot reach behind the door' },
  { folder: 'tools/identity-provider', may: ['platform'], because: 'it stands for agencies\' own providers, which know nothing of ours' },
  { folder: 'tools/services', may: [], because: 'it runs before anything is built' },
];

export interface Home {
  readonly technology: RegExp;
  readonly homes: readonly string[];
  readonly because: string;
}

export const homes: readonly Home[] = [
  { technology: /^openpgp$/u, homes: ['libs/envelope'], because: 'one frozen options object must reach every call that seals or opens' },
  { technology: /^(?:bullmq|ioredis)$/u, homes: ['libs/queues'], because: 'the queue backend is chosen in one place' },
  { technology: /^typeorm$/u, homes: ['libs/persistence'], because: 'tables and statements have one home' },
  { technology: /^pg$/u, homes: ['libs/persistence', 'libs/queues', 'libs/testing', 'tools/services', 'tools/play'], because: 'a product process reaches a database through its adapter' },
  { technology: /^@nestjs\//u, homes: ['apps/hub', 'apps/courier', 'apps/ledger', 'libs/ledger-client'], because: 'acts and adapters can be used without the framework' },
  { technology: /^@nestjs\/microservices$/u, homes: ['apps/ledger', 'libs/ledger-client'], because: 'the wire to the ledger has two ends' },
  { technology: /^(?:fastify|@fastify\/.*|@nestjs\/platform-fastify)$/u, homes: ['apps/hub'], because: 'there is one public door' },
  { technology: /^@simplewebauthn\/server$/u, homes: ['apps/hub'], because: 'what an authenticator answers is checked behind the one public door, in its folder of passkeys' },
  { technology: /^openid-client$/u, homes: ['apps/hub'], because: 'providers are spoken to behind the one public door, in its folder of sign-in' },
  { technology: /^oidc-provider$/u, homes: ['tools/identity-provider'], because: 'a provider that lets in whoever asks is in no product' },
  { technology: /^playwright-core$/u, homes: [], because: 'a browser is driven by tests alone, in test/browser' },
  { technology: /^nodemailer$/u, homes: ['apps/courier'], because: 'mail is sent by the courier alone' },
  { technology: /^smtp-server$/u, homes: ['tools/services'], because: 'catching mail is a tool\'s work' },
  { technology: /^@peculiar\/x509$/u, homes: ['tools/provision'], because: 'certificates are made on the client\'s side' },
  { technology: /^@noble\//u, homes: ['libs/contracts', 'libs/tlog', 'libs/envelope'], because: 'hashes and curves that run anywhere serve the pure libraries; others use Node\'s own' },
];

export interface ForbiddenDoor {
  readonly folder: string;
  /** Within the folder, where it may be entered all the same. */
  readonly outside?: string;
  readonly door: RegExp;
  readonly because: string;
}

export const forbiddenDoors: readonly ForbiddenDoor[] = [
  { folder: 'apps/hub', door: /^@lateral\/envelope(?!\/inspect$)/u, because: 'the hub cannot read what it carries' },
  { folder: 'apps/courier', door: /^@lateral\/envelope(?!\/inspect$)/u, because: 'the courier cannot read what it carries' },
  { folder: 'apps/desk', outside: 'apps/desk/src/crypto/', door: /^@lateral\/envelope(?!\/(?:words|heading)$)/u, because: 'the page holds no key: what opens and seals is the worker, and shapes of what is in it are all that a page may take' },
  { folder: 'tools/verify', door: /^@lateral\/envelope(?!\/inspect$)/u, because: 'a verifier needs no secret key' },
  { folder: 'apps/hub', door: /^@lateral\/persistence\/ledger/u, because: 'the hub does not see the ledger\'s tables' },
  { folder: 'apps/courier', door: /^@lateral\/persistence\/ledger/u, because: 'the courier does not see the ledger\'s tables' },
  { folder: 'apps/ledger', door: /^@lateral\/persistence(?!\/ledger$)/u, because: 'the ledger does not see the hub\'s tables' },
];

/** Libraries that run in a browser and in the smallest verifier as they run in Node. */
export const withoutNode: readonly string[] = ['libs/domain', 'libs/contracts', 'libs/tlog', 'libs/envelope', 'apps/desk'];
