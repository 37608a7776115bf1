import { Contact, MessagesSquare, UserRound, UsersRound, type LucideIcon } from 'lucide-react'

import type { ListCategory } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { UnreadBadge } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { showCategory } from './store.ts'
import { useListArgs } from './useListArgs.ts'

import './categoryBar.css'

const ICONS: Readonly<Record<ListCategory, LucideIcon>> = {
  customers: UserRound,
  groups: UsersRound,
  colleagues: Contact,
  all: MessagesSquare,
}

/** Left edge of the workbench: which conversations the list shows, each kind with how many customers are unread (R-03-044). */
export const CategoryBar = () => {
  const { t } = useTranslation('conversations')
  const { category, categories } = useListArgs()
  const unread = useQuery('conversations.unread', {})
  // One alone is nothing to choose from.
  if (categories.length < 2) return null
  return (
    <nav className="fy-categories" aria-label={t('categories.title')} data-area="categories">
      {categories.map((one, index) => (
        <CategoryButton
          key={one}
          category={one}
          current={one === category}
          unread={unread?.[one] ?? 0}
          action={KEYS[index]}
        />
      ))}
    </nav>
  )
}

const KEYS = ['category1', 'category2', 'category3', 'category4'] as const

interface CategoryButtonProps {
  readonly category: ListCategory
  readonly current: boolean
  readonly unread: number
  readonly action: (typeof KEYS)[number] | undefined
}

const CategoryButton = ({ category, current, unread, action = 'category1' }: CategoryButtonProps) => {
  const { t } = useTranslation('conversations')
  const key = useKeyLabel(action)
  const Icon = ICONS[category]
  const show = (): void => {
    showCategory(category)
  }
  useAction(action, show)
  return (
    <button
      type="button"
      className="fy-category"
      aria-current={current || undefined}
      data-tip={t(`categories.${category}`)}
      data-tip-key={key}
      onClick={show}
    >
      <Icon aria-hidden="true" />
      <span>{t(`categories.${category}`)}</span>
      <UnreadBadge count={unread} exact />
    </button>
  )
}
