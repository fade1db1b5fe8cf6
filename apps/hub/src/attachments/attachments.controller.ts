import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { HandOverAttachment, StoreAttachment } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { nothingInBody } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { ProblemError, valueOf } from '../http/problem.js';

/** Ciphertext too large for JSON. It streams in and out and is never whole in memory. */
@Controller('v1/attachments')
export class AttachmentsController {
  constructor(
    private readonly storeAttachment: StoreAttachment,
    private readonly handOverAttachment: HandOverAttachment,
  ) {}

  /** The id in the path makes a repeated upload the same act: this one write needs no Idempotency-Key. */
  @Put(':attachment')
  @HttpCode(201)
  async store(@Caller() actor: Actor, @Param('attachment', idInPath) attachment: string, @Body() body: unknown): Promise<{ length: number; digest: string }> {
    if (!(body instanceof Readable)) throw new ProblemError('unsupported-media-type');
    return valueOf(await this.storeAttachment.carryOut(actor, attachment, body as AsyncIterable<Uint8Array>));
  }

  @Post(':attachment/hand-over')
  @HttpCode(200)
  async collect(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('attachment', idInPath) attachment: string, @Body(nothingInBody) _body: unknown): Promise<StreamableFile> {
    const { length, chunks } = valueOf(await this.handOverAttachment.carryOut(actor, attempt, attachment));
    // The record is committed: bytes may leave now, and not before.
    return new StreamableFile(Readable.from(chunks, { objectMode: false }), { type: 'application/octet-stream', length });
  }
}
