import type { Clock } from '../../base/clock.ts'
import { refuse } from '../../base/result.ts'
import { createWorkQueues } from '../../base/workQueue.ts'
import type { AgentId, OrganizationId, TextTranslation } from '../../protocol/model/index.ts'
import type { StoredLanguageServices } from '../db/languageServices.ts'
import { createKeyedBuckets } from '../transport/tokenBucket.ts'
import { createCarefulClient, type LanguageClient, type Words } from './languageClient.ts'

export interface TextToTranslate {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly services: StoredLanguageServices
  readonly text: string
  /** In the language that is wanted. */
  readonly sample: string
}

/** Translates for somebody who sits and waits for it; null: there is no service. */
export type TranslateText = (wanted: TextToTranslate) => Promise<TextTranslation | null>

/** Both questions together take less than a client waits for an answer. */
const LIMITS = { patienceMs: 6_000 }
/** So much of one organisation is asked at once, and so much waits its turn. */
const AT_ONCE = 4
const WAITING = 16
/** Nobody writes faster. */
const OF_ONE_AGENT = { burst: 20, perMs: 60_000 }
/** Enough to tell a language by. */
const SAMPLE_LENGTH = 500

export const createTextTranslator = (client: LanguageClient, clock: Clock): TranslateText => {
  const careful = createCarefulClient(clock)
  const buckets = createKeyedBuckets([OF_ONE_AGENT], clock)
  const queueOf = createWorkQueues<OrganizationId>(AT_ONCE, WAITING)

  return async ({ organizationId, agentId, services: { translation, version }, text, sample }) => {
    if (!translation) return null
    if (buckets.take(`${organizationId} ${agentId}`) > 0) return { state: 'failed', problem: 'busy' }
    const ask = async (question: () => Promise<Words>): Promise<Words> =>
      (await queueOf(organizationId).run(async () =>
        careful.ask(`${organizationId} ${version}`, question),
      )) ?? refuse('busy')
    const language = await ask(async () => client.detect(translation, sample.slice(0, SAMPLE_LENGTH), LIMITS))
    if (!language.ok) return { state: 'failed', problem: language.code }
    const words = await ask(async () => client.translate(translation, text, language.value, LIMITS))
    if (!words.ok) return { state: 'failed', problem: words.code }
    return { state: 'done', text: words.value, language: language.value }
  }
}
