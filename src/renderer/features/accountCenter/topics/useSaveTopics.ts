import { useEffect, useRef, useState } from 'react'

import type { TopicList } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { treeOf, type TopicTree } from './edits.ts'

/** What can be saved, apart from its version. */
export interface TopicSettings {
  readonly on: boolean
  readonly required: boolean
  readonly topics: TopicTree
}

export type TopicChange = (settings: TopicSettings) => Partial<TopicSettings>

export interface SaveTopics {
  /** Undefined until it is known. */
  readonly list: TopicList | undefined
  readonly failure: string | null
  /** Somebody else saved first: does the same to what they made of it. */
  readonly again: (() => void) | null
  /** Saves at once; answers whether it was saved. */
  readonly save: (change: TopicChange) => Promise<boolean>
}

/** The topics with what this page has saved, one change after another. */
export const useSaveTopics = (): SaveTopics => {
  const run = useRun()
  const errorText = useErrorText()
  const synced = useQuery('organization.get', {})?.topics
  const [saved, setSaved] = useState<TopicList>()
  const [failed, setFailed] = useState<{ readonly text: string; readonly again: TopicChange | null } | null>(
    null,
  )
  // The answer to a save is here before the change comes back with everybody else's.
  const list = saved && synced && saved.version > synced.version ? saved : synced
  const newest = useRef(list)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (list && list.version >= (newest.current?.version ?? 0)) newest.current = list
  }, [list])

  const saveNow = async (change: TopicChange): Promise<boolean> => {
    const base = newest.current
    if (!base) return false
    const { on, required, version } = base
    const settings = { on, required, topics: treeOf(base.topics) }
    const answer = await run('topics.save', { ...settings, ...change(settings), version })
    if (answer.ok) {
      newest.current = answer.value.topics
      setSaved(answer.value.topics)
      setFailed(null)
    } else {
      const text = errorText(answer.code, answer.details)
      setFailed({ text, again: answer.code === 'conflict' ? change : null })
    }
    return answer.ok
  }
  const save = async (change: TopicChange): Promise<boolean> => {
    const mine = before.current.then(async () => saveNow(change))
    before.current = mine
    return mine
  }
  const again = failed?.again
  return {
    list,
    failure: failed?.text ?? null,
    again: again
      ? () => {
          void save(again)
        }
      : null,
    save,
  }
}
