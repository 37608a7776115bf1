import type { ConversationRow } from '../../../client/api.ts'
import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

/** The branches of the tree, in their order (R-06-173). */
export const BRANCHES = ['customers', 'groups', 'colleagues'] as const
export type Branch = (typeof BRANCHES)[number]

/** A row of the conversation list as somebody with whom there are records. */
export interface Leaf {
  readonly row: ConversationRow
  readonly name: string
}

/** The lines of the tree, one below the other. */
export type TreeLine =
  | { readonly kind: 'branch'; readonly branch: Branch; readonly count: number; readonly open: boolean }
  | { readonly kind: 'leaf'; readonly branch: Branch; readonly leaf: Leaf }

const branchOf = ({ chat }: ConversationRow): Branch =>
  chat === null ? 'customers' : chat === 'adhoc' ? 'groups' : 'colleagues'

/** Whom a text finds: a part of the name, its initials, or the number. A search shows what it found in any branch. */
export const treeLines = (
  leaves: readonly Leaf[],
  closed: ReadonlySet<Branch>,
  text: string,
): readonly TreeLine[] => {
  const wanted = text.trim().toLowerCase()
  const found = leaves.filter(
    ({ row, name }) =>
      name.toLowerCase().includes(wanted) ||
      (row.publicName ?? '').toLowerCase().includes(wanted) ||
      (row.chat === null && String(row.customerNumber) === wanted) ||
      fitsPinyin(name, wanted),
  )
  const byBranch = Map.groupBy(found, ({ row }) => branchOf(row))
  return BRANCHES.flatMap((branch): TreeLine[] => {
    const inside = byBranch.get(branch) ?? []
    if (inside.length === 0 && wanted !== '') return []
    const open = wanted !== '' || !closed.has(branch)
    return [
      { kind: 'branch', branch, count: inside.length, open },
      ...(open ? inside.map((leaf): TreeLine => ({ kind: 'leaf', branch, leaf })) : []),
    ]
  })
}

/** What a line is called among all lines. */
export const keyOf = (line: TreeLine): Branch | ConversationId =>
  line.kind === 'branch' ? line.branch : line.leaf.row.id
