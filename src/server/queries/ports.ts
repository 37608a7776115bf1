import { refuse } from '../../base/result.ts'
import type {
  ConversationId,
  FileId,
  Message,
  MessageId,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { LanguageTrial } from '../language/languageTrial.ts'
import type { TranslateText } from '../language/textTranslator.ts'
import type { RouterClient } from '../routers/routerClient.ts'

/** Finds messages that contain every word; the index runs behind the deliveries. */
export interface MessageSearch {
  find(search: {
    readonly organizationId: OrganizationId
    readonly text: string
    /** Only older ones than this instant; null: from the newest on. */
    readonly before: number | null
    readonly limit: number
    /** Only in these threads; null: in all. */
    readonly within: ReadonlySet<ConversationId> | null
    /** What of the hits is wanted; absent: all. */
    readonly pick?: ((messages: readonly Message[]) => Promise<readonly Message[]>) | undefined
  }): Promise<readonly MessageId[]>
}

/** Makes an address of a file that works for a few minutes, for somebody who was allowed to have it. */
export interface FileLinks {
  linkTo(organizationId: OrganizationId, fileId: FileId): { readonly url: string; readonly expiresAt: number }
  /** Whether its contents are still there; a cleaned disk or a restored backup may have lost them. */
  isKept(organizationId: OrganizationId, fileId: FileId): Promise<boolean>
}

/** What is asked of routers apart from customers who wait. */
export type RouterQuestions = Pick<RouterClient, 'ask' | 'health'>

/** A server that asks no service outside. */
export const NO_LANGUAGE_TRIAL: LanguageTrial = async () => null
export const NO_TRANSLATION: TranslateText = async () => null

/** A server that asks nobody outside. */
export const NO_ROUTERS: RouterQuestions = {
  ask: async () => ({ text: '', ms: 0, decision: refuse('unreachable') }),
  health: () => [],
}
