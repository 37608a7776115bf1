import { ok, refuse } from '../../base/result.ts'
import { conversationsWithFile, uploaderOf } from '../db/fileLinks.ts'
import { showsFile, widgetsOf } from '../db/widgets.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** Who may see a file: whoever uploaded it, and whoever may read a conversation that shows it. */
export const fileLink: QueryHandler<'file.link'> = async ({ db, principal, known, files }, { fileId }) => {
  const uploader = await uploaderOf(db, principal.organizationId, fileId)
  if (!uploader) return refuse('not-found')
  let visible = uploader.kind === 'agent' && uploader.id === principal.agentId
  // What an entry shows to everybody.
  visible ||= (await widgetsOf(db, principal.organizationId)).some((widget) => showsFile(widget, fileId))
  if (!visible) {
    for (const id of await conversationsWithFile(db, principal.organizationId, fileId)) {
      if (await seesThread(db, principal, known, id)) {
        visible = true
        break
      }
    }
  }
  return visible ? ok(files.linkTo(principal.organizationId, fileId)) : refuse('not-found')
}
