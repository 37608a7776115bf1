import { plainText } from '../../../ui/index.ts'
import type { RecordWriter } from './writer.ts'

/** One message below the other, each under its time and author; the mark at the beginning tells editors that it is UTF-8. */
export const textWriter: RecordWriter = {
  extension: 'txt',
  mime: 'text/plain;charset=utf-8',
  begin: ({ title, madeAt }) => `\uFEFF${plainText(title)}\r\n${madeAt}\r\n\r\n`,
  lines: (lines) =>
    lines
      .map(
        ({ time, author, text }) => `[${time}] ${plainText(author)}\r\n${lineEnds(plainText(text))}\r\n\r\n`,
      )
      .join(''),
  end: () => '',
}

/** As every editor shows them. */
const lineEnds = (text: string): string => text.replace(/\r\n?|\n/gu, '\r\n')
