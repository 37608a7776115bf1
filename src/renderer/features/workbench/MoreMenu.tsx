import { Ellipsis } from 'lucide-react'
import { useState } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Menu, Popover } from '../../ui/index.ts'
import { tell, tellDone } from '../actions/index.ts'
import { BlockForMeDialog } from '../blockEntries/index.ts'
import { BlockDialog } from '../customer/index.ts'
import { useChooseMenu } from '../rightMenu/index.ts'
import { linkToConversation } from '../shell/index.ts'
import { showProfile } from './store.ts'

type Choice = 'history' | 'link' | 'block' | 'blockCompany'

/** What is wanted of a conversation now and then (R-03-074); of colleagues there is nothing to block, and no record beside. */
export const MoreMenu = ({ view }: { readonly view: OpenView }) => {
  const { t } = useTranslation(['workbench', 'conversations'])
  const mayBlock = useQuery('account.current', {})?.me?.permissions.includes('block.company') ?? false
  const nameOf = useContactName()
  const chooseMenu = useChooseMenu()
  const [asking, setAsking] = useState<'block' | 'blockCompany' | null>(null)
  const { id } = view.conversation
  const customer = 'customer' in view ? view.customer : null
  const close = (): void => {
    setAsking(null)
  }
  const choose = (choice: Choice): void => {
    if (choice === 'history') {
      chooseMenu([id], 'history')
      showProfile(true)
    } else if (choice === 'link')
      void navigator.clipboard.writeText(linkToConversation(id)).then(
        () => {
          tellDone(t('more.copied'))
        },
        () => {
          tell(t('more.notCopied'))
        },
      )
    else setAsking(choice)
  }
  const item = (key: Choice, label: string, danger = false) => ({ key, label, danger })
  return (
    <>
      <Popover
        label={t('more.label')}
        role="menu"
        align="end"
        trigger={(trigger) => (
          <IconButton label={t('more.label')} {...trigger}>
            <Ellipsis />
          </IconButton>
        )}
      >
        {(shut) => (
          <Menu
            sections={[
              {
                key: 'see',
                items: [
                  ...(customer ? [item('history', t('more.history'))] : []),
                  item('link', t('more.link')),
                ],
              },
              {
                key: 'away',
                items: [
                  ...(customer ? [item('block', t('conversations:menu.block'), true)] : []),
                  ...(customer && mayBlock
                    ? [item('blockCompany', t('conversations:menu.blockCompany'), true)]
                    : []),
                ],
              },
            ]}
            onChoose={(key) => {
              shut()
              choose(key as Choice)
            }}
          />
        )}
      </Popover>
      {asking === 'block' && customer && 'customer' in view ? (
        <BlockForMeDialog customerId={customer.id} name={nameOf(view)} onClose={close} />
      ) : null}
      {asking === 'blockCompany' && customer && 'customer' in view ? (
        <BlockDialog customerId={customer.id} name={nameOf(view)} onClose={close} />
      ) : null}
    </>
  )
}
