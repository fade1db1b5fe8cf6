import { Controller, Get } from '@nestjs/common';
import { apiDocument } from './api-document.js';

@Controller()
export class ApiDocumentController {
  private readonly document = apiDocument();

  @Get('openapi.json')
  read(): Record<string, unknown> {
    return this.document;
  }
}
