import { useContext, type ReactNode } from 'react'

import { linkify, type TextPart } from '../../../domain/messages/linkify.ts'
import { marksIn, MARKS_LIMIT } from '../../../domain/messages/marksIn.ts'
import { plainText } from '../../ui/index.ts'
import { MarkedWord } from './MarkedWord.tsx'
import { MarkableContext, type Markable } from './marks.ts'

/** Text as text; addresses tell where they lead, and what could be kept of the customer is underlined. */
export const MessageText = ({ text }: { readonly text: string }) => {
  const markable = useContext(MarkableContext)
  const parts = linkify(plainText(text))
  return (
    <span className="fy-text" dir="auto">
      {markable ? markedParts(parts, markable) : parts.map(asIs)}
    </span>
  )
}

const asIs = (part: TextPart, index: number): ReactNode =>
  part.kind === 'text' ? (
    part.text
  ) : (
    <a key={index} href={part.href} title={part.host} target="_blank" rel="noopener noreferrer nofollow">
      {part.text}
    </a>
  )

/** The same with what can be kept; an address to write to can be kept, one to go to cannot. */
const markedParts = (parts: readonly TextPart[], { conversationId, tags }: Markable): ReactNode[] => {
  let rest = MARKS_LIMIT
  return parts.flatMap((part, index): ReactNode[] => {
    if (part.kind === 'link' && part.href.startsWith('https:')) return [asIs(part, index)]
    const marks = marksIn(part.text, tags).slice(0, rest)
    rest -= marks.length
    let end = 0
    const nodes = marks.flatMap((mark): ReactNode[] => {
      const word = part.text.slice(mark.from, mark.to)
      const before = part.text.slice(end, mark.from)
      end = mark.to
      return [
        before,
        <MarkedWord key={`${index} ${mark.from}`} mark={mark} text={word} conversationId={conversationId} />,
      ]
    })
    return [...nodes, part.text.slice(end)]
  })
}
