import type { LogEvent, LogFields, Logger } from '@lateral/platform';

/** The logger as Nest injects it: a class, because an interface is no token. */
export abstract class Log implements Logger {
  abstract log(event: LogEvent, fields?: LogFields): void;
  abstract failure(event: LogEvent, error: unknown, fields?: LogFields): void;
}
