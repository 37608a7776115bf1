import { useEffect, useState } from 'preact/hooks'

import type { OtherEntry } from '../../../protocol/wire/index.ts'
import type { Words } from '../../words/index.ts'
import { readOthers } from '../entryAnswer.ts'

/** What is left of an entry that was closed: the company's other ones (R-18-010). */
export const ClosedEntry = ({ widgetId, words }: { readonly widgetId: string; readonly words: Words }) => {
  const [others, setOthers] = useState<readonly OtherEntry[]>([])
  useEffect(() => {
    void readOthers(widgetId).then(setOthers)
  }, [widgetId])
  return (
    <>
      <h1>{words.closedEntry}</h1>
      <p>{others.length > 0 ? words.otherEntries : words.closedEntryHint}</p>
      {others.length > 0 && (
        <ul class="others">
          {others.map(({ title, url }) => (
            <li key={url}>
              <a href={url} target="_top">
                {title || words.company}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
