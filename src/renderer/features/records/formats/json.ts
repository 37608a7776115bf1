import type { RecordWriter } from './writer.ts'

/** The product's own format: the messages as they are, with the names of their authors beside them. */
export const jsonWriter: RecordWriter = {
  extension: 'json',
  mime: 'application/json',
  begin: ({ title, at }) =>
    `{"format":"foyer-records","version":1,"title":${JSON.stringify(title)},"exportedAt":${at},"messages":[`,
  lines: (lines, first) =>
    lines
      .map(
        ({ author, message }, index) =>
          `${first && index === 0 ? '' : ','}\n${JSON.stringify({ author, ...message })}`,
      )
      .join(''),
  end: () => '\n]}\n',
}
