import type { FileId } from '../../../protocol/model/index.ts'
import { WIDGET_PICTURE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { uploaderOf } from '../../db/fileLinks.ts'
import { findFile } from '../../db/files.ts'
import type { Work } from '../../engine/work.ts'

/** Whether every picture that was not there before is one this organisation's people uploaded, and small enough. */
export const areOwnPictures = async (
  { tx, organizationId }: Work,
  wanted: readonly FileId[],
  before: readonly FileId[],
): Promise<boolean> => {
  const known = new Set(before)
  for (const fileId of wanted) {
    if (known.has(fileId)) continue
    const file = (await findFile(tx, organizationId, fileId))?.file
    if (!file || file.width === null || file.bytes > WIDGET_PICTURE_LIMIT_BYTES) return false
    if ((await uploaderOf(tx, organizationId, fileId))?.kind !== 'agent') return false
  }
  return true
}
