import type { ConversationView } from '../../../client/api.ts'
import { isSameValue, valueOf } from '../../../domain/customers/fields.ts'
import type { CustomerFields } from '../../../protocol/commands/index.ts'
import type { FieldKey, FieldValue, StageId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import type { SaveOutcome } from './EditableField.tsx'

export interface Profile {
  readonly editable: boolean
  /** Saves one field; `was`: what its author saw in it. */
  readonly save: (key: FieldKey, was: FieldValue, fields: CustomerFields) => Promise<SaveOutcome>
  readonly saveStage: (stageId: StageId | null) => Promise<SaveOutcome>
}

type Refused = {
  readonly ok: false
  readonly code: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** What can be changed of a customer, and how it is told what became of it. */
export const useProfile = ({ customer }: Pick<ConversationView, 'customer'>): Profile => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const agents = useQuery('organization.get', {})?.agents
  const me = useQuery('account.current', {})?.me
  const nameOf = (id: unknown): string | undefined => agents?.find((agent) => agent.id === id)?.name

  const refused = ({ code, details }: Refused): Extract<SaveOutcome, { ok: false }> => {
    const by = code === 'conflict' ? nameOf(details?.['by']) : undefined
    const text = by === undefined ? errorText(code, details as never) : t('conflict.by', { name: by })
    return { ok: false, conflict: code === 'conflict', text }
  }
  const edit = async (key: FieldKey, was: FieldValue, fields: CustomerFields): Promise<SaveOutcome> => {
    const answer = await run('customer.edit', {
      customerId: customer.id,
      version: customer.version,
      was: { [key]: was },
      fields,
    })
    return answer.ok ? { ok: true } : refused(answer)
  }
  const setStage = async (stageId: StageId | null, was: StageId | null): Promise<SaveOutcome> => {
    const answer = await run('customer.set-stage', { customerId: customer.id, stageId, was })
    return answer.ok ? { ok: true } : refused(answer)
  }
  return {
    editable: me?.permissions.includes('customer.edit') ?? false,
    save: async (key, was, fields) => {
      const before = valueOf(customer, key)
      const outcome = await edit(key, was, fields)
      const wanted = wantedIn(key, fields)
      if (outcome.ok && wanted !== undefined && !isSameValue(before, wanted)) {
        offerUndo({
          text: t('saved'),
          undo: async () => {
            const back = await edit(key, wanted, fieldsWith(key, before))
            return back.ok ? null : back.text
          },
        })
      }
      return outcome
    },
    saveStage: async (stageId) => {
      const was = customer.stageId ?? null
      const outcome = await setStage(stageId, was)
      if (outcome.ok && stageId !== was)
        offerUndo({
          text: t('saved'),
          undo: async () => {
            const back = await setStage(was, stageId)
            return back.ok ? null : back.text
          },
        })
      return outcome
    },
  }
}

/** The change that puts a value into a field. */
export const fieldsWith = (key: FieldKey, value: FieldValue): CustomerFields =>
  (key.startsWith('custom.')
    ? { custom: { [key.slice('custom.'.length)]: value } }
    : { [key]: value }) as CustomerFields

const wantedIn = (key: FieldKey, { custom, ...fields }: CustomerFields): FieldValue | undefined =>
  key.startsWith('custom.')
    ? (custom as Readonly<Record<string, string>> | undefined)?.[key.slice('custom.'.length)]
    : (fields as Readonly<Record<string, FieldValue>>)[key]
