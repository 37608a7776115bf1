import type { Chat } from '../../chat/contract.ts'
import type { Language, Words } from '../../words/index.ts'
import { talkPage } from './talkPage.ts'

/** A page of history that does not come by then is not waited for. */
const PAGE_WITHIN_MS = 10_000

/** Offers the whole conversation as a file; false: earlier messages could not be fetched. */
export const saveTalk = async (chat: Chat, words: Words, language: Language): Promise<boolean> => {
  while (chat.view().more) if (!(await fetchOlder(chat))) return false
  const { settings, messages } = chat.view()
  const page = talkPage({ company: settings?.company ?? words.company, messages, words, language })
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${words.chat}-${new Date().toISOString().slice(0, 10)}.html`
  link.click()
  // The browser has begun by then.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
  return true
}

const fetchOlder = async (chat: Chat): Promise<boolean> =>
  new Promise((resolve) => {
    const first = chat.view().messages[0]?.seq
    const done = (came: boolean): void => {
      clearTimeout(timer)
      stop()
      resolve(came)
    }
    const timer = setTimeout(done, PAGE_WITHIN_MS, false)
    const stop = chat.listen(() => {
      if (chat.view().messages[0]?.seq !== first || !chat.view().more) done(true)
    })
    chat.older()
  })
