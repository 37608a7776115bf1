import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { textIn } from '../../../../protocol/companyTexts.ts'
import type { Agent, AgentGreeting, CompanyText } from '../../../../protocol/model/index.ts'
import { Button, EmptyState, useLanguage } from '../../../ui/index.ts'
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
  return (
    <table className="fy-center-table">
      <thead>
        <tr>
          <th scope="col">{t('greetings.agents')}</th>
          <th scope="col">{t('greetings.online')}</th>
          <th scope="col">{t('greetings.offline')}</th>
          <th scope="col">
            <span className="fy-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {greetings.map((greeting) => {
          const who = greeting.agentIds.map((id) => names.get(id) ?? t('greetings.gone')).join(t('between'))
          return (
            <tr key={greeting.id}>
              <th scope="row" className="fy-texts-cell">
                {who}
              </th>
              <td className="fy-texts-cell">{said(greeting.online)}</td>
              <td className="fy-texts-cell">{said(greeting.offline)}</td>
              <td>
                <div className="fy-center-actions">
                  <Button
                    kind="quiet"
                    aria-label={t('greetings.editNamed', { name: who })}
                    onClick={() => {
                      onEdit(greeting)
                    }}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t('greetings.removeNamed', { name: who })}
                    onClick={() => {
                      onRemove(greeting)
                    }}
                  >
                    {t('remove')}
                  </Button>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
