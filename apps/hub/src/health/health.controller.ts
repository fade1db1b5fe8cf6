import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Health } from '@lateral/platform';
import type { FastifyReply } from 'fastify';
import { HEALTH } from '../ports.js';

@Controller()
export class HealthController {
  constructor(@Inject(HEALTH) private readonly parts: Health) {}

  /** The process runs. */
  @Get('health')
  health(): { status: 'up' } {
    return { status: 'up' };
  }

  /** The process can do its work. The ledger is no part of it: nobody is kept waiting by evidence machinery. */
  @Get('ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply): { ready: boolean; down: string[] } {
    const state = this.parts.state();
    if (!state.ready) void reply.status(503);
    return state;
  }
}
