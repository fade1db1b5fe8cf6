import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { NoticeView } from '@lateral/contracts';
import { StillIn } from '@lateral/exchange';
import type { Present } from '@lateral/exchange';
import { hrMs } from '@lateral/platform';
import type { Logger } from '@lateral/platform';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { ID_PATTERN } from '../http/rules.js';
import { LOG, NOTICE_SOURCE } from '../ports.js';
import type { NoticeSource } from '../ports.js';
import { Person } from '../step-up/present.js';
import { AgencyStreams } from './agency-streams.js';

const HEARTBEAT_MS = 15_000;
const POLL_MS = 2_000;
/**
 * A stream ends with its session: at once where a hub has ended that, and at most so much later where it ran out, where its member left by
 * date, or where the word from another hub was lost. One reading for all streams of a hub.
 */
const SESSIONS_CHECKED_MS = 10_000;
/** After this a client has to come back and show its token again, whatever was found by then. */
const LONGEST_STREAM_MS = 15 * 60_000;
/** A client that reads slower than this is cut off; it comes back and goes on where it was. */
const MOST_BUFFERED_BYTES = 256 * 1024;

/** Server-sent events for the caller's agency: that something waits, never who asks and never about whom. */
@Controller('v1/events')
export class EventsController implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams: AgencyStreams;
  private readonly heartbeats = new Set<() => void>();
  private timers: NodeJS.Timeout[] = [];
  private stopListening: (() => Promise<void>)[] = [];

  constructor(@Inject(NOTICE_SOURCE) private readonly notices: NoticeSource, stillIn: StillIn, @Inject(LOG) private readonly log: Logger) {
    this.streams = new AgencyStreams(notices, stillIn, log);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = [await this.notices.listen((ids) => void this.streams.woken(ids)), await this.notices.listenForEnds(() => void this.streams.checkSessions())];
    this.timers = [
      setInterval(() => void this.streams.poll(), POLL_MS).unref(),
      setInterval(() => void this.streams.checkSessions(), SESSIONS_CHECKED_MS).unref(),
      setInterval(() => { for (const beat of this.heartbeats) beat(); }, HEARTBEAT_MS).unref(),
    ];
  }

  /** Before the server closes: it waits for its connections, and these would never end by themselves. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.streams.closeAll();
    for (const stop of this.stopListening) await stop();
  }

  @Get()
  async listen(@Person() { actor: { agency, member, reach }, session }: Present, @Headers('last-event-id') lastSeen: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    if (lastSeen !== undefined && !ID_PATTERN.test(lastSeen)) throw new ProblemError('invalid-request', { fields: [{ field: '/last-event-id', reason: 'wrong-format' }] });
    const { raw } = reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').hijack();
    raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    raw.write(': connected\n\n');
    const opened = hrMs();
    const heartbeat = (): void => void (hrMs() - opened > LONGEST_STREAM_MS ? leave() : raw.write(':\n\n'));
    this.heartbeats.add(heartbeat);
    this.log.log('stream.opened', { agency });
    let end: (() => void) | null = null;
    // Nothing is written to it from here on, though a client that does not read may keep the connection for a while.
    const leave = (): void => {
      this.heartbeats.delete(heartbeat);
      end?.();
      raw.end();
    };
    raw.on('close', () => {
      leave();
      this.log.log('stream.closed', { agency });
    });
    try {
      end = await this.streams.add({ session: session.id, agency, member, ...(reach === undefined ? {} : { reach }), send: (notice) => !raw.writableEnded && (raw.write(framed(notice)) || raw.writableLength < MOST_BUFFERED_BYTES), close: leave }, lastSeen ?? null);
    } catch (error) {
      // What was missed would never come on this stream; the client comes back for it with the last that it saw.
      this.log.failure('database.lost', error, { part: 'notices' });
      return leave();
    }
    if (raw.destroyed || raw.writableEnded) end();
  }
}

/** One event as the text/event-stream format has it; our JSON has no line breaks. */
function framed(notice: NoticeView): string {
  return `id: ${notice.id}\nevent: ${notice.kind}\ndata: ${JSON.stringify(notice)}\n\n`;
}
