import { useState } from 'react'

import type { Agent, AgentId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { SearchField } from '../../ui/index.ts'

export interface MemberPickerProps {
  readonly label: string
  readonly agents: readonly Agent[]
  readonly chosen: readonly AgentId[]
  readonly onChoose: (ids: readonly AgentId[]) => void
}

/** Ticks some among all accounts that are in use. */
export const MemberPicker = ({ label, agents, chosen, onChoose }: MemberPickerProps) => {
  const { t } = useTranslation('accountCenter')
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const shown = agents.filter(
    ({ id, name, account, disabled, superAdmin }) =>
      // Who was a member stays to be seen, so that they can be taken out.
      (chosen.includes(id) || (!disabled && !superAdmin)) &&
      (name.toLocaleLowerCase().includes(wanted) || account.toLocaleLowerCase().includes(wanted)),
  )
  return (
    <fieldset className="fy-members">
      <legend>{label}</legend>
      <SearchField label={t('groups.searchMembers')} value={text} onChange={setText} />
      <div className="fy-members-list">
        {shown.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target: { checked } }) => {
                onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }}
            />
            <span className="fy-cut">{name}</span>
          </label>
        ))}
        {shown.length === 0 ? <p className="fy-secondary">{t('groups.nobodyFound', { text })}</p> : null}
      </div>
    </fieldset>
  )
}
