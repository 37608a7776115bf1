import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useAction } from '../actions/index.ts'
import { useChosenMenu, type MenuName } from '../rightMenu/index.ts'
import { showProfile } from './store.ts'

export interface RightMenuActionsProps {
  readonly openId: ConversationId | null
  readonly panelOpen: boolean
}

/** The keys of the right side; also while it is closed. */
export const RightMenuActions = ({ openId, panelOpen }: RightMenuActionsProps) => {
  const me = useQuery('account.current', {})?.me
  const [chosen, choose] = useChosenMenu(openId)
  const show = (name: MenuName): void => {
    choose(name)
    showProfile(true)
  }
  const toggle = (name: MenuName) => (): void => {
    if (panelOpen && chosen === name) showProfile(false)
    else show(name)
  }
  /** In the profile, once it is there. */
  const inProfile = (act: (panel: ParentNode) => void) => (): void => {
    show('profile')
    requestAnimationFrame(() => {
      act(document)
    })
  }
  const open = openId !== null
  useAction('profile', open ? toggle('profile') : null)
  useAction('timeline', open && me?.permissions.includes('customer.timeline') ? toggle('timeline') : null)
  useAction('history', open ? toggle('history') : null)
  useAction(
    'tags',
    open ? inProfile((panel) => panel.querySelector<HTMLElement>('[data-tags]')?.click()) : null,
  )
  useAction(
    'followRecord',
    open && me?.permissions.includes('customer.edit')
      ? inProfile((panel) => {
          const field = panel.querySelector<HTMLElement>('[data-follow]')
          field?.focus({ preventScroll: true })
          // Not at the lower edge: what was written before stands below it.
          field?.scrollIntoView({ block: 'center' })
        })
      : null,
  )
  return null
}
