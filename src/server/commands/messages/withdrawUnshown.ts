import type { FileId } from '../../../protocol/model/index.ts'
import { conversationsWithFile } from '../../db/fileLinks.ts'
import { withdrawFile } from '../../db/files.ts'
import { isInLibrary } from '../../db/quickReplyFiles.ts'
import { keepersOfFile } from '../../db/savedMessages.ts'
import type { Work } from '../../engine/work.ts'

/** Gives out a file no more that nothing shows: no message, no quick reply, and nobody's favourites. */
export const withdrawUnshown = async (work: Work, fileId: FileId): Promise<void> => {
  const { tx, organizationId, now } = work
  if ((await conversationsWithFile(tx, organizationId, fileId)).length > 0) return
  if (await isInLibrary(tx, organizationId, fileId)) return
  if ((await keepersOfFile(tx, organizationId, fileId)).length > 0) return
  await withdrawFile(tx, organizationId, fileId, now)
}
