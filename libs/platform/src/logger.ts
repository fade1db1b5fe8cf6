import { LOG_EVENTS } from './log-events.js';
import type { LogEvent, LogLevel } from './log-events.js';
import { systemNow } from './time.js';
import type { Clock } from './time.js';

/**
 * What a log line may carry beside its event: codes, ids and numbers under these names, nothing else. Text that people
 * wrote has no field to go into; agency ids and references of checks are not personal data, names and e-mail addresses are.
 */
export interface LogFields {
  code?: string;
  kind?: string;
  part?: string;
  mode?: string;
  method?: string;
  route?: string;
  status?: number;
  check?: string;
  request?: string;
  message?: string;
  agency?: string;
  member?: string;
  event?: string;
  record?: string;
  queue?: string;
  job?: string;
  /** Id of one HTTP request, as the response's `request-id` says it. */
  trace?: string;
  attempt?: number;
  sweep?: string;
  setting?: string;
  /** A file of configuration, the line in it and the field, as it is written there. */
  file?: string;
  line?: number;
  field?: string;
  fault?: string;
  identity?: string;
  version?: string;
  host?: string;
  port?: number;
  pid?: number;
  count?: number;
  size?: number;
  index?: number;
  bytes?: number;
  ms?: number;
}

export interface Logger {
  /** One line at the event's ordinary level. */
  log(event: LogEvent, fields?: LogFields): void;
  /** One line whose level follows the error: transient failures warn, everything else is an error. The error's text is not logged. */
  failure(event: LogEvent, error: unknown, fields?: LogFields): void;
}

const CODE = /^[A-Za-z0-9/][A-Za-z0-9 _.:/+[\]-]{0,199}$/;
const FRAME = /([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/;

/** A logger of JSON lines on standard output. `write` takes one line with its line break; `now` dates the lines. */
export function createLogger(options: { app: string; write?: (line: string) => void; now?: Clock }): Logger {
  const write = options.write ?? ((line: string) => void process.stdout.write(line));
  const now = options.now ?? systemNow;
  const put = (level: LogLevel, event: LogEvent, details: Record<string, unknown>): void => {
    write(`${JSON.stringify({ at: now().toISOString(), level, app: options.app, event, ...details })}\n`);
  };
  return {
    log: (event, fields = {}) => put(LOG_EVENTS[event], event, cleaned(fields)),
    failure: (event, error, fields = {}) => put(levelOf(error), event, { ...describedError(error), ...cleaned(fields) }),
  };
}

/** The level a failure deserves: it says itself whether trying again is expected to mend it. */
export function levelOf(error: unknown): LogLevel {
  return memberOf(error, 'kind') === 'transient' ? 'warn' : 'error';
}

// Messages of errors quote what people sent (a constraint's detail shows the row), so only names, codes and places are kept.
function describedError(error: unknown): Record<string, unknown> {
  const stack = memberOf(error, 'stack');
  const frames = (typeof stack === 'string' ? stack : '').split('\n').map((line) => FRAME.exec(line.trim())?.[1]).filter((place) => place !== undefined);
  return {
    error: coded(memberOf(error, 'name') ?? typeof error),
    ...(memberOf(error, 'code') === undefined ? {} : { code: coded(memberOf(error, 'code')) }),
    ...(memberOf(error, 'kind') === undefined ? {} : { kind: coded(memberOf(error, 'kind')) }),
    ...(frames.length === 0 ? {} : { places: frames.slice(0, 4) }),
  };
}

function cleaned(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]) => [name, coded(value)]));
}

function coded(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && CODE.test(value) ? value : '[not a code]';
}

function memberOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}
