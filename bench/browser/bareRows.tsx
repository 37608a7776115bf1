/** Fifty rows of text and nothing else: what React and the browser need for a switch. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { createRandom, messageText } from '../lib/text.ts'

const random = createRandom(9)
const texts = Array.from({ length: 2000 }, () => messageText(random, 40 + random.below(200)))

const Row = ({ index }: { readonly index: number }) => (
  <div className="row">
    <div className="avatar" />
    <div>
      <b>customer {index}</b>
      <p>{texts[index % texts.length]}</p>
    </div>
  </div>
)

const Rows = () => {
  const [conversation, setConversation] = useState(0)
  return (
    <button
      type="button"
      className="scroller"
      data-conversation={conversation}
      onClick={() => {
        flushSync(() => {
          setConversation((before) => before + 1)
        })
      }}
    >
      {Array.from({ length: 50 }, (_, row) => (
        <Row key={`${conversation}-${row}`} index={conversation * 50 + row} />
      ))}
    </button>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Rows />)
