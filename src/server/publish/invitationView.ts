import type {
  InvitationId,
  InvitationLooks,
  OrganizationId,
  ShownInvitation,
} from '../../protocol/model/index.ts'
import type { ReadDb } from '../db/port.ts'
import { activeWidgetsOf } from '../db/widgets.ts'
import type { Visit } from '../visits/visit.ts'
import { pictureUrl } from './widgetView.ts'

interface Wanted {
  readonly id: InvitationId
  readonly looks: InvitationLooks
  readonly agentName: string | null
}

/** An invitation as the visitor's page is to show it. */
export const shownInvitation = async (
  db: ReadDb,
  organizationId: OrganizationId,
  { mobile, widgetId }: Pick<Visit, 'mobile' | 'widgetId'>,
  { id, looks, agentName }: Wanted,
): Promise<ShownInvitation> => {
  const { pictureFileId, entries, ...look } = mobile ? looks.mobile : looks.desktop
  const im = entries.includes('chat-im')
    ? (await activeWidgetsOf(db, organizationId)).find(({ type }) => type === 'chat-im')
    : undefined
  return {
    id,
    look,
    pictureUrl: pictureUrl(widgetId, pictureFileId),
    // Somebody invited can always answer, also after the last entry for accounts was deleted.
    web: im === undefined || entries.includes('chat-web'),
    imUrl: im ? `/chat/${im.id}` : null,
    agentName,
  }
}
