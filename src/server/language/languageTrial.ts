import type { Clock } from '../../base/clock.ts'
import type { LanguageServiceName, ServiceTrial } from '../../protocol/model/index.ts'
import type { StoredLanguageServices } from '../db/languageServices.ts'
import type { LanguageClient, Words } from './languageClient.ts'
import { halfASecondOfSilence } from './silence.ts'

/** Really asks a service, whatever it did before, for somebody who sits and waits for it; null: there is none. */
export type LanguageTrial = (
  service: LanguageServiceName,
  services: StoredLanguageServices,
) => Promise<ServiceTrial | null>

/** Less than a client waits for an answer. */
const LIMITS = { patienceMs: 12_000 }
const GREETING = '你好'
const SILENCE = 'silence.wav'

export const createLanguageTrial =
  (client: LanguageClient, clock: Pick<Clock, 'now'>): LanguageTrial =>
  async (service, { speech, translation }) => {
    const ask = async (): Promise<Words | null> => {
      if (service === 'translation')
        return translation && client.translate(translation, GREETING, 'en', LIMITS)
      const voice = { bytes: halfASecondOfSilence(), name: SILENCE }
      return speech && client.transcribe(speech, voice, LIMITS)
    }
    const begun = clock.now()
    const words = await ask()
    if (!words) return null
    const ms = clock.now() - begun
    if (words.ok) return { text: words.value, ms, problem: null, status: null }
    // Of silence no words have to come.
    const isHeard = service === 'speech' && words.code === 'empty'
    const status = Number(words.details?.['status'] ?? 0)
    return { text: '', ms, problem: isHeard ? null : words.code, status: status > 0 ? status : null }
  }
