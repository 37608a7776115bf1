import { MessageSquareQuote } from 'lucide-react'

import { textIn } from '../../../../protocol/companyTexts.ts'
import type { Agent, AgentGreeting, CompanyText } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { EmptyState, useLanguage } from '../../../ui/index.ts'
import { NamedTable } from '../NamedTable.tsx'
import { useOwnLanguage } from '../texts/ownLanguage.ts'

export interface GreetingListProps {
  readonly greetings: readonly AgentGreeting[]
  readonly agents: readonly Agent[]
  readonly onEdit: (greeting: AgentGreeting) => void
  readonly onRemove: (greeting: AgentGreeting) => void
}

/** The greetings of single agents, each with whose it is. */
export const GreetingList = ({ greetings, agents, onEdit, onRemove }: GreetingListProps) => {
  const { t } = useTranslation('texts')
  const language = useLanguage()
  const own = useOwnLanguage()
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const said = (text: CompanyText): string => textIn(text, language, own) || t('greetings.byDefault')
  if (greetings.length === 0) {
    return (
      <EmptyState icon={MessageSquareQuote} title={t('greetings.empty')} hint={t('greetings.emptyHint')} />
    )
  }
  const whoOf = ({ agentIds }: AgentGreeting): string =>
    agentIds.map((id) => names.get(id) ?? t('greetings.gone')).join(t('between'))
  return (
    <NamedTable
      rows={greetings}
      columns={[
        { title: t('greetings.agents'), cell: whoOf, isName: true, className: 'fy-texts-cell' },
        { title: t('greetings.online'), cell: ({ online }) => said(online), className: 'fy-texts-cell' },
        { title: t('greetings.offline'), cell: ({ offline }) => said(offline), className: 'fy-texts-cell' },
      ]}
      actions={[
        {
          what: 'edit',
          text: t('edit'),
          labelOf: (greeting) => t('greetings.editNamed', { name: whoOf(greeting) }),
        },
        {
          what: 'remove',
          text: t('remove'),
          labelOf: (greeting) => t('greetings.removeNamed', { name: whoOf(greeting) }),
        },
      ]}
      onAction={(what, greeting) => {
        if (what === 'edit') onEdit(greeting)
        else onRemove(greeting)
      }}
    />
  )
}
