import { ok, type Result } from '../../../base/result.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import type { CustomerHello } from '../../../protocol/wire/index.ts'
import { conversationsByIds } from '../../db/conversations.ts'
import { agentConversationsOf } from '../../db/faces.ts'
import { findIdentity } from '../../db/identities.ts'
import type { ReadDb } from '../../db/port.ts'
import type { StoredWidget } from '../../db/widgets.ts'
import type { CustomerPrincipal, Engine } from '../../engine/types.ts'

/** One of an account's conversations; with an agent, or with the company. */
export interface TalkRow {
  readonly conversationId: ConversationId
  readonly with: AgentId | null
  readonly friend: boolean
  readonly news: boolean
}

export interface Talks {
  /** In the conversation they came for. */
  readonly principal: CustomerPrincipal
  readonly rows: readonly TalkRow[]
}

/** All conversations of an account, and the one it came for; undefined: who is there has no account. */
export const talksOf = async (
  { db, engine }: { readonly db: ReadDb; readonly engine: Engine },
  principal: CustomerPrincipal,
  { widget }: StoredWidget,
  wanted: CustomerHello['with'],
): Promise<Result<Talks | undefined>> => {
  if (widget.type !== 'chat-im') return ok(undefined)
  const { organizationId, identityId } = principal
  const identity = await findIdentity(db, organizationId, identityId)
  if (identity?.channel !== 'im') return ok(undefined)
  const leads = widget.face === 'agent' && widget.target.kind === 'agent'
  // With null the company itself is meant.
  const isWithAgent = wanted === undefined ? leads : wanted !== null
  const opened = isWithAgent
    ? await engine.runInternal(organizationId, 'face.open', {
        identityId,
        widgetId: widget.id,
        wanted: wanted ?? null,
      })
    : ok({ conversationId: null })
  if (!opened.ok) return opened
  const ids = [
    identity.conversationId,
    ...(await agentConversationsOf(db, organizationId, identityId)).map(({ id }) => id),
  ]
  const rows = (await conversationsByIds(db, organizationId, ids)).map((row): TalkRow => ({
    conversationId: row.id,
    with: row.face.kind === 'agent' ? row.face.agentId : null,
    friend: row.friendSince !== null,
    news: row.preview !== null && row.preview.sender.kind === 'agent' && row.preview.seq > row.readSeq,
  }))
  const conversationId = opened.value.conversationId ?? identity.conversationId
  return ok({ principal: { ...principal, conversationId }, rows: rows.toSorted(byId(ids)) })
}

const byId =
  (ids: readonly ConversationId[]) =>
  (a: TalkRow, b: TalkRow): number =>
    ids.indexOf(a.conversationId) - ids.indexOf(b.conversationId)
