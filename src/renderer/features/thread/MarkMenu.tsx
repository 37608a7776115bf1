import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { isSamePhone, type Mark } from '../../../domain/messages/marksIn.ts'
import type { ConversationId, Customer } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, Menu } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'
import { fieldsWith, useProfile } from '../customer/index.ts'
import { canCall, openOutside } from '../shell/index.ts'

export interface MarkMenuProps {
  readonly mark: Mark
  readonly text: string
  readonly conversationId: ConversationId
  readonly onDone: () => void
}

/** What can be done with a word of a message. A save that fails leaves the menu open, with the reason (R-06-122). */
export const MarkMenu = (props: MarkMenuProps) => {
  const view = useQuery('conversation.get', { conversationId: props.conversationId })
  return view ? <KnownMenu {...props} view={view} /> : null
}

const KnownMenu = ({ mark, text, view, onDone }: MarkMenuProps & { readonly view: ConversationView }) => {
  const { t } = useTranslation('marks')
  const { customer } = view
  const run = useRun()
  const errorText = useErrorText()
  const profile = useProfile(view)
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const settle = (problem: string | null): void => {
    setFailure(problem)
    if (problem === null) onDone()
  }
  const saveContact = async (value: string, how: 'main' | 'more'): Promise<void> => {
    const { field, list } = FIELDS[contactOf(mark)]
    const more = customer.details?.[list] ?? []
    const saved =
      how === 'main'
        ? await profile.save(field, customer[field], fieldsWith(field, value))
        : await profile.save(list, more, fieldsWith(list, [...more, value]))
    settle(saved.ok ? null : saved.text)
  }
  const saveTag = async (): Promise<void> => {
    if (mark.kind !== 'tag') return
    const customerId = customer.id
    const answer = await run('customer.tag', { customerId, add: [mark.tagId], remove: [] })
    settle(answer.ok ? null : errorText(answer.code, answer.details))
    if (!answer.ok) return
    offerUndo({
      text: t('saved'),
      undo: async () => {
        const back = await run('customer.tag', { customerId, add: [], remove: [mark.tagId] })
        return back.ok ? null : errorText(back.code, back.details)
      },
    })
  }
  const choose = (key: string): void => {
    if (key === 'copy') {
      void navigator.clipboard.writeText(text)
      onDone()
    } else if (key === 'reach') {
      openOutside(`${mark.kind === 'email' ? 'mailto:' : 'tel:'}${text.replaceAll(' ', '')}`)
      onDone()
    } else if (mark.kind === 'tag') void saveTag()
    else if (key === 'replace') void saveContact(mark.value, 'main')
    else if (key === 'add') void saveContact(mark.value, 'more')
    else if (customer[mark.kind] === '') void saveContact(mark.value, 'main')
    else setAsking(true)
  }

  const known = isKnown(customer, mark)
  const former = mark.kind === 'tag' ? '' : customer[mark.kind]
  return (
    <div className="fy-mark-menu">
      <Menu
        sections={[
          {
            key: 'save',
            ...(asking && { title: t('differs', { value: former }) }),
            items: asking
              ? [
                  { key: 'replace', label: t('replace', { value: former }) },
                  { key: 'add', label: t('add') },
                ]
              : [
                  {
                    key: 'save',
                    label: known ? t(`known.${mark.kind}`) : t(`save.${mark.kind}`),
                    disabled: known,
                  },
                ],
          },
          {
            key: 'more',
            items: [
              ...(canReach(mark) ? [{ key: 'reach', label: t(`reach.${mark.kind}`) }] : []),
              { key: 'copy', label: t('copy') },
            ],
          },
        ]}
        onChoose={choose}
      />
      {failure ? <ErrorLine text={failure} /> : null}
    </div>
  )
}

const FIELDS = {
  phone: { field: 'phone', list: 'phones' },
  email: { field: 'email', list: 'emails' },
} as const

/** A tag leads nowhere. */
const canReach = (mark: Mark): mark is Exclude<Mark, { kind: 'tag' }> =>
  mark.kind === 'email' || (mark.kind === 'phone' && canCall())

const contactOf = (mark: Mark): keyof typeof FIELDS => (mark.kind === 'email' ? 'email' : 'phone')

/** Whether the customer has it already, in whatever way it is written. */
const isKnown = (customer: Customer, mark: Mark): boolean => {
  if (mark.kind === 'tag') return customer.tagIds.includes(mark.tagId)
  const { field, list } = FIELDS[mark.kind]
  const values = [customer[field], ...(customer.details?.[list] ?? [])]
  return values.some((value) =>
    mark.kind === 'phone' ? isSamePhone(value, mark.value) : value.toLowerCase() === mark.value.toLowerCase(),
  )
}
