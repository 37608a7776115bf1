import { useMemo, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { ASSISTANT_ID, assistantRows, withAssistant } from './assistant.ts'
import { isFiltering } from './filters.ts'
import { rowsIn } from './inCategory.ts'
import { keepOpen } from './keepOpen.ts'
import { steady } from './steady.ts'
import { useList } from './store.ts'
import type { ListChoice } from './useListArgs.ts'
import { useLeavingIds } from './useRemoval.ts'

export interface Rows {
  /** As they are shown; undefined: they are being read. */
  readonly rows: readonly ConversationRow[] | undefined
  /** So many match, whatever is shown beside them. */
  readonly hits: number
  /** So many would have moved or come in. */
  readonly changed: number
  /** From now on nothing moves. */
  readonly hold: () => void
  readonly release: () => void
  readonly showChanges: () => void
}

/** The rows of the list, which do not move under the pointer, and among which the open one stays (R-03-035, R-03-047). */
export const useRows = (
  { args, category }: Pick<ListChoice, 'args' | 'category'>,
  openId: ConversationId | null,
): Rows => {
  // One answer serves all categories, and whoever else asks for everything.
  const everybody = useQuery('conversations.list', args)
  const inAssistant = useList(({ assistant }) => assistant !== null)
  const { value: pinned } = useAgentSetting('assistantPinned')
  const found = useMemo(() => {
    if (!everybody) return undefined
    const groups = assistantRows(everybody)
    return inAssistant ? groups : withAssistant(rowsIn(category, everybody), groups, category, pinned)
  }, [everybody, category, inAssistant, pinned])
  const asked = isFiltering(args.where ?? {}) ? openId : null
  const open = useQuery('conversations.list', { ...args, where: {}, filter: 'all', only: asked ?? NOBODY })
  const leaving = useLeavingIds()
  const [held, setHeld] = useState<{
    readonly rows: readonly ConversationRow[]
    readonly of: string
  } | null>(null)
  const of = `${category} ${inAssistant} ${JSON.stringify(args)}`
  const besides =
    asked === null || inAssistant ? undefined : open?.find((row) => row.messageSetting !== 'assistant')
  const latest = found && keepOpen(found, besides)
  // Into the assistant and out of it rows go because the agent said so: they wait for no pointer.
  const moved = useMemo(
    () =>
      new Set<ConversationId>([
        ...(latest?.some(({ id }) => id === ASSISTANT_ID) ? [] : [ASSISTANT_ID]),
        ...(everybody ?? NONE)
          .filter(({ messageSetting }) => (messageSetting === 'assistant') !== inAssistant)
          .map(({ id }) => id),
      ]),
    [latest, everybody, inAssistant],
  )
  // What was held of another list is no measure for this one.
  const stay = held?.of === of ? held.rows.filter(({ id }) => !moved.has(id)) : null
  const { rows, changed } = steady(latest ?? NONE, stay)
  return {
    rows: latest && (leaving.size === 0 ? rows : rows.filter(({ id }) => !leaving.has(id))),
    hits: found?.length ?? 0,
    changed,
    hold: () => {
      setHeld((before) => (before?.of === of ? before : { rows, of }))
    },
    release: () => {
      setHeld(null)
    },
    showChanges: () => {
      setHeld(latest ? { rows: latest, of } : null)
    },
  }
}

const NONE: readonly ConversationRow[] = []

/** Asked for while nothing is filtered; answers no row. */
const NOBODY = 'none' as ConversationId
