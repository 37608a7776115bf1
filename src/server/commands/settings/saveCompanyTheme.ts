import { ok, refuse } from '../../../base/result.ts'
import { LEAST_CONTRAST, themeProblems } from '../../../domain/looks/companyTheme.ts'
import type { FileId } from '../../../protocol/model/index.ts'
import { THEME_PICTURE_LIMIT_BYTES } from '../../../protocol/model/limits.ts'
import { companyThemeOf, saveCompanyTheme as write } from '../../db/companyThemes.ts'
import { uploaderOf } from '../../db/fileLinks.ts'
import { findFile } from '../../db/files.ts'
import type { Work } from '../../engine/work.ts'
import { isThemePicture } from '../../files/fileTypes.ts'
import type { Handler } from '../handler.ts'

export const saveCompanyTheme: Handler<'company-theme.save'> = async (work, _principal, args) => {
  const { tx, organizationId } = work
  const before = await companyThemeOf(tx, organizationId)
  if (args.version !== before.version) return refuse('conflict', { version: before.version })
  const [problem] = themeProblems(args)
  if (problem) {
    const { mode, front, back, ratio } = problem
    return refuse('contrast-too-low', { theme: mode, front, back, ratio, least: LEAST_CONTRAST })
  }
  for (const name of ['logo', 'background'] as const) {
    const fileId = args[name]
    if (fileId !== null && fileId !== before[name] && !(await isOwnPicture(work, fileId)))
      return refuse('file-missing', { name })
  }
  const companyTheme = { ...args, version: args.version + 1 }
  await write(tx, organizationId, companyTheme)
  work.publish('org', 'company-theme.changed', { companyTheme })
  return ok({ companyTheme })
}

/** Whether an agent of this organisation uploaded it, and it is a picture a theme may have (R-03-178). */
const isOwnPicture = async ({ tx, organizationId }: Work, fileId: FileId): Promise<boolean> => {
  const file = (await findFile(tx, organizationId, fileId))?.file
  return (
    file !== undefined &&
    isThemePicture(file) &&
    file.bytes <= THEME_PICTURE_LIMIT_BYTES &&
    (await uploaderOf(tx, organizationId, fileId))?.kind === 'agent'
  )
}
