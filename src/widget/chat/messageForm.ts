import type { MessageForm } from '../../protocol/leaveMessageRules.ts'
import type { Storage } from '../shared/storage.ts'

/** A message that is being written for when somebody is there; kept on the device until the server has it (R-02-104). */
export interface KeptForm {
  readonly form: MessageForm
  /** Of the try that is under way: the same content sent again arrives once. Null after every change. */
  readonly id: string | null
}

const KEY = 'message-form'
const EMPTY: MessageForm = { name: '', phone: '', email: '', text: '' }

export const readForm = (storage: Storage): KeptForm => {
  try {
    const { form, id } = JSON.parse(storage.get(KEY) ?? '') as Partial<KeptForm>
    const kept = { ...EMPTY, ...form }
    const whole = Object.values(kept).every((value) => typeof value === 'string')
    return whole ? { form: kept, id: typeof id === 'string' ? id : null } : { form: EMPTY, id: null }
  } catch {
    return { form: EMPTY, id: null }
  }
}

export const keepForm = (storage: Storage, kept: KeptForm): void => {
  storage.set(KEY, JSON.stringify(kept))
}

/** What was sent goes; who wrote it need not be typed again next time. */
export const forgetText = (storage: Storage): void => {
  const { form } = readForm(storage)
  keepForm(storage, { form: { ...form, text: '' }, id: null })
}
