import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import type { LanguageServicesSetUp } from '../../../../protocol/model/index.ts'
import { LANGUAGE_SERVICE_LIMITS, SERVICE_KEY } from '../../../../protocol/model/limits.ts'

/** A service while somebody is editing it; without an address there is none. */
export interface ServiceForm {
  readonly address: string
  /** Typed now; empty: the one that is stored stays. */
  readonly key: string
  readonly forgetKey: boolean
}

export interface ServicesForm {
  readonly speech: ServiceForm & { readonly model: string }
  readonly translation: ServiceForm
}

const USUAL_MODEL = 'whisper-1'
const NO_KEY = { key: '', forgetKey: false }

export const formOf = ({ speech, translation }: LanguageServicesSetUp): ServicesForm => ({
  speech: { address: speech?.address ?? '', model: speech?.model ?? USUAL_MODEL, ...NO_KEY },
  translation: { address: translation?.address ?? '', ...NO_KEY },
})

export type ServiceFormProblem = 'address' | 'model' | 'key'

/** What keeps a service from being saved; null: nothing, also where there is to be none. */
export const problemOf = (service: ServicesForm['speech'] | ServiceForm): ServiceFormProblem | null => {
  const address = service.address.trim()
  if (address === '') return null
  if (!/^https?:\/\//u.test(address) || !URL.canParse(address)) return 'address'
  if (address.length > LANGUAGE_SERVICE_LIMITS.address) return 'address'
  if (!SERVICE_KEY.test(service.key.trim())) return 'key'
  return 'model' in service && service.model.trim() === '' ? 'model' : null
}

/** Whether the key that is stored would go with it: not to another host. */
export const keepsKey = (
  { address }: ServiceForm,
  held: { readonly address: string; readonly hasKey: boolean } | null,
): boolean => {
  const origin = URL.parse(address.trim())?.origin
  return held?.hasKey === true && origin !== undefined && origin === URL.parse(held.address)?.origin
}

/** What is saved. */
export const planOf = ({
  speech,
  translation,
}: ServicesForm): Omit<CommandArgs<'language-services.save'>, 'version'> => ({
  speech: isThere(speech) ? { ...serviceOf(speech), model: speech.model.trim() } : null,
  translation: isThere(translation) ? serviceOf(translation) : null,
})

const isThere = ({ address }: ServiceForm): boolean => address.trim() !== ''

const serviceOf = ({ address, key, forgetKey }: ServiceForm) => ({
  address: address.trim(),
  key: forgetKey ? '' : key.trim() === '' ? null : key.trim(),
})
