import type { ExportFormat } from '../../../../protocol/queries/index.ts'
import { htmlWriter } from './html.ts'
import { jsonWriter } from './json.ts'
import { textWriter } from './text.ts'
import type { RecordWriter } from './writer.ts'

export const WRITERS: Readonly<Record<ExportFormat, RecordWriter>> = {
  text: textWriter,
  html: htmlWriter,
  json: jsonWriter,
}

export { exportName } from './exportName.ts'
export type { RecordLine } from './writer.ts'
