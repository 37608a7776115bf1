import { useEffect, useRef, useState } from 'react'

import type { Message } from '../../../protocol/model/index.ts'
import { useSystemText } from '../../i18n/index.ts'
import { plainText } from '../../ui/index.ts'

/** Reads out what the system reports in the open conversation, once it is new; messages are read out elsewhere (R-03-078). */
export const LineAnnouncer = ({ messages }: { readonly messages: readonly Message[] }) => {
  const systemText = useSystemText()
  const newest = messages.at(-1)
  const known = useRef<number | null>(null)
  const [said, setSaid] = useState('')
  const seq = newest?.seq ?? 0
  const text =
    newest?.body.kind === 'system' ? plainText(systemText(newest.body.code, newest.body.params)) : ''
  useEffect(() => {
    if (known.current === null) known.current = seq
    else if (seq > known.current) {
      known.current = seq
      // oxlint-disable-next-line react/set-state-in-effect -- a live region must change after it is there
      if (text) setSaid(text)
    }
  }, [seq, text])
  return (
    <p className="fy-hidden" aria-live="polite" data-lines>
      {said}
    </p>
  )
}
