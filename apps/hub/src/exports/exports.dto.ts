import { EXPORT_FORMS, MOST_EXPORTED_MESSAGES } from '@lateral/contracts';
import type { ExportBody, ExportForm } from '@lateral/contracts';
import { Flag, OneOf, Whole } from '../http/rules.js';

export class ExportDto implements ExportBody {
  @OneOf(EXPORT_FORMS) form!: ExportForm;
  @Whole(0, MOST_EXPORTED_MESSAGES) messages!: number;
  @Flag() restricted!: boolean;
}
