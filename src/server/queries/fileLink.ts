import { ok, refuse } from '../../base/result.ts'
import { INVITATION_DEFAULTS } from '../../protocol/model/index.ts'
import { reachInChat } from '../db/chats.ts'
import { companyThemeOf, themePicturesOf } from '../db/companyThemes.ts'
import { conversationsWithFile, uploaderOf } from '../db/fileLinks.ts'
import { findInvitationSettings, picturesOf } from '../db/invitations.ts'
import { isLibraryFile } from '../db/quickReplyFiles.ts'
import { keepersOfFile } from '../db/savedMessages.ts'
import { showsFile, widgetsOf } from '../db/widgets.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** Who may see a file: whoever uploaded it, whoever may read a conversation that shows it, and whoever saved a message with it while they could. */
export const fileLink: QueryHandler<'file.link'> = async ({ db, principal, known, files }, { fileId }) => {
  const uploader = await uploaderOf(db, principal.organizationId, fileId)
  if (!uploader) return refuse('not-found')
  let visible = uploader.kind === 'agent' && uploader.id === principal.agentId
  // What an entry, an invitation or the company theme shows to everybody.
  visible ||= (await widgetsOf(db, principal.organizationId)).some((widget) => showsFile(widget, fileId))
  visible ||= picturesOf(
    (await findInvitationSettings(db, principal.organizationId)) ?? INVITATION_DEFAULTS,
  ).includes(fileId)
  visible ||= themePicturesOf(await companyThemeOf(db, principal.organizationId)).includes(fileId)
  visible ||= await isLibraryFile(db, principal.organizationId, fileId, principal.agentId)
  visible ||= (await keepersOfFile(db, principal.organizationId, fileId)).includes(principal.agentId)
  if (!visible) {
    for (const id of await conversationsWithFile(db, principal.organizationId, fileId)) {
      const { organizationId, agentId } = principal
      const wasInChat = await reachInChat(db, organizationId, id, agentId)
      if (wasInChat || (await seesThread(db, principal, known, id))) {
        visible = true
        break
      }
    }
  }
  if (!visible || !(await files.isKept(principal.organizationId, fileId))) return refuse('not-found')
  return ok(files.linkTo(principal.organizationId, fileId))
}
