import type { MacroStep } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { STEP_ACTIONS } from '../macros/index.ts'

/** What can be the next step: an action, or a quick reply that is put into the composer. */
export const StepChoice = ({ onStep }: { readonly onStep: (step: MacroStep) => void }) => {
  const { t } = useTranslation('actions')
  const replies = useQuery('quick-replies.list', {}) ?? []
  return (
    <select
      aria-label={t('macros.addStep')}
      value=""
      onChange={({ target: { value } }) => {
        const action = STEP_ACTIONS.find((name) => value === `action:${name}`)
        const reply = replies.find(({ id }) => value === `reply:${id}`)
        if (action) onStep({ kind: 'action', action })
        else if (reply) onStep({ kind: 'reply', replyId: reply.id })
      }}
    >
      <option value="">{t('macros.addStep')}</option>
      <optgroup label={t('macros.actions')}>
        {STEP_ACTIONS.map((name) => (
          <option key={name} value={`action:${name}`}>
            {t(`names.${name}`)}
          </option>
        ))}
      </optgroup>
      {replies.length > 0 ? (
        <optgroup label={t('macros.replies')}>
          {replies.map(({ id, title }) => (
            <option key={id} value={`reply:${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
      ) : null}
    </select>
  )
}
