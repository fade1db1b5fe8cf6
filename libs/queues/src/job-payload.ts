import { QUEUES, type JobPayloads, type QueueName } from '@lateral/contracts';

/** Ids and codes only: no spaces, no punctuation of prose. A queue is readable by whoever runs Redis, so no words may get in. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const JOB_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,159}$/;
const SWEEPS: readonly JobPayloads['sweep']['sweep'][] = ['merge-delay', 'expired-keys', 'partitions'];

const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);

type Shape<P> = { readonly [F in keyof P]-?: (value: unknown) => boolean };
const SHAPES: { readonly [N in QueueName]: Shape<JobPayloads[N]> } = {
  'notify-agency': { event: isId, agency: isId },
  'sweep': { sweep: (value) => SWEEPS.some((sweep) => sweep === value) },
};

export type PayloadCheck<N extends QueueName> = { ok: true; payload: JobPayloads[N] } | { ok: false; field: string };

/**
 * Reads `data` against the closed shape of queue `name`. An unknown, missing or malformed field is refused by name;
 * only fields that the shape has, or a fixed word, are ever named.
 */
export function readPayload<N extends QueueName>(name: N, data: unknown): PayloadCheck<N> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { ok: false, field: '(not an object)' };
  const shape: Readonly<Record<string, (value: unknown) => boolean>> = SHAPES[name];
  const given: Readonly<Record<string, unknown>> = { ...data };
  if (Object.keys(given).some((field) => !Object.hasOwn(shape, field))) return { ok: false, field: '(unknown field)' };
  const wrong = Object.entries(shape).find(([field, holds]) => !holds(given[field]));
  return wrong === undefined ? { ok: true, payload: given as JobPayloads[N] } : { ok: false, field: wrong[0] };
}

/** The payload, or a TypeError that names the queue and the field (never the value): a producer's bug, found at once. */
export function requirePayload<N extends QueueName>(name: N, data: unknown): JobPayloads[N] {
  const read = readPayload(name, data);
  if (!read.ok) throw new TypeError(`queue ${name}: payload refused at ${read.field}`);
  return read.payload;
}

/** Job id of a notice: the same event for the same agency is the same job. */
export function notifyJobId(event: string, agency: string): string {
  return requireJobId(`${event}-${agency}`);
}

/** The engine separates its keys with colons and takes all-digit ids for its own counter, so neither may be a job id. */
export function requireJobId(jobId: string): string {
  if (!JOB_ID.test(jobId)) throw new TypeError('a job id is 1 to 160 letters, digits, hyphens and underscores');
  if (/^\d+$/.test(jobId)) throw new TypeError('a job id may not be all digits');
  return jobId;
}

/** The queue's own name: `sweep`, or `notify-agency-<agency>` where each agency has one so that none waits behind another. */
export function queueNameFor(name: QueueName, agency: string | undefined): string {
  if (!QUEUES[name].perAgency) {
    if (agency !== undefined) throw new TypeError(`queue ${name} is not kept per agency`);
    return name;
  }
  if (agency === undefined || !isId(agency)) throw new TypeError(`queue ${name} needs an agency id`);
  return `${name}-${agency}`;
}

/** The agency whose queue this payload belongs to, or undefined for a queue that all share. */
export function agencyOf(payload: JobPayloads[QueueName]): string | undefined {
  return 'agency' in payload ? payload.agency : undefined;
}
