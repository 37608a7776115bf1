import { plainLine } from '../../ui/index.ts'
import { markHits, wordsOf } from './entries.ts'

/** A text with what was searched in it marked. */
export const Marked = ({ text, query }: { readonly text: string; readonly query: string }) => (
  <span className="fy-search-text">
    {markHits(plainLine(text), wordsOf(query)).map((part, index) =>
      part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
    )}
  </span>
)
