/** A page with our script whose chat is closed: it tells that somebody is there, and shows invitations. */
import { setTimeout as sleep } from 'node:timers/promises'

import type { ShownInvitation, WidgetId } from '../../../src/protocol/model/index.ts'
import type { VisitAnswer } from '../../../src/protocol/wire/index.ts'
import type { KillSwitch } from './killSwitch.ts'

export interface Page {
  /** Known to this page alone. */
  readonly key: string
  /** What pops up; null: nothing. */
  invitation(): ShownInvitation | null
  /** Resolves when the server has the answer. */
  accept(): Promise<void>
  close(): void
}

const KEY = 'visitor-of-the-walk-through'
const PAGE = { url: 'https://shop.example/p/1', title: 'Kettle', referrer: '', mobile: '', visit: '1' }
const AGAIN_MS = 100

export const openPage = (
  server: string,
  widget: WidgetId,
  { sends, receives }: Pick<KillSwitch, 'sends' | 'receives'>,
): Page => {
  const closing = new AbortController()
  let shown: ShownInvitation | null = null

  const post = async (fields: Readonly<Record<string, string>>): Promise<VisitAnswer> => {
    const response = await fetch(`${server}/api/visit`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', origin: 'https://shop.example' },
      body: String(new URLSearchParams({ widget, key: KEY, ...fields })),
      signal: closing.signal,
    })
    if (!response.ok) throw new Error(`a visit was refused with ${response.status}`)
    return (await response.json()) as VisitAnswer
  }
  const stay = async (): Promise<void> => {
    let whole = true
    while (!closing.signal.aborted) {
      try {
        const answer = await post(whole ? PAGE : {})
        whole = answer.again === true
        shown = answer.invitation ?? shown
      } catch {
        // The server is away; it will not know the page any more.
        whole = true
        await sleep(AGAIN_MS)
      }
    }
  }
  void stay()
  return {
    key: KEY,
    invitation: () => shown,
    accept: async () => {
      // The switch knows commands; for it this is one.
      const id = 'answer'
      const ask = async (): Promise<boolean> => {
        if (!sends(JSON.stringify({ t: 'command', id, name: 'invitation.answer' }))) return false
        try {
          await post({ answer: shown?.id ?? '', accepted: '1' })
        } catch {
          return false
        }
        return receives(JSON.stringify({ t: 'done', id }))
      }
      while (!(await ask())) await sleep(AGAIN_MS)
    },
    close: () => {
      closing.abort()
    },
  }
}
