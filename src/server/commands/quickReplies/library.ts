import type { Result } from '../../../base/result.ts'
import type {
  CommandArgs,
  CommandCode,
  CommandName,
  CommandResult,
} from '../../../protocol/commands/index.ts'
import type { AgentId, QuickReplyContent, Scope } from '../../../protocol/model/index.ts'
import { uploaderOf } from '../../db/fileLinks.ts'
import { findFile } from '../../db/files.ts'
import { isLibraryFile, linkLibraryFile } from '../../db/quickReplyFiles.ts'
import type { AgentPrincipal } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'

/** Which of the two libraries a command is about. */
export type Library = 'company' | 'own'

/** Decides a command of either library: both take the same. */
export type LibraryHandler<N extends CommandName> = (
  work: Work,
  principal: AgentPrincipal,
  args: CommandArgs<N>,
) => Promise<Result<CommandResult<N>, CommandCode<N>>>

/** Whose replies are in the library the agent has named; null: the company's. */
export const ownerOf = (library: Library, agentId: AgentId): AgentId | null =>
  library === 'company' ? null : agentId

/** Who is told what changes in it. */
export const scopeOf = (ownerId: AgentId | null): Scope => (ownerId === null ? 'org' : `agent:${ownerId}`)

/**
 * Makes the files of a reply visible to whoever reads the library; false: one is not there, or not the agent's to show.
 *
 * As with messages, type and size must be those of the stored file.
 */
export const attachFiles = async (
  { tx, organizationId }: Work,
  agentId: AgentId,
  ownerId: AgentId | null,
  { files }: Pick<QuickReplyContent, 'files'>,
): Promise<boolean> => {
  for (const { fileId, mime, bytes } of files) {
    const record = await findFile(tx, organizationId, fileId)
    if (!record || record.file.mime !== mime || record.file.bytes !== bytes) return false
    const uploader = await uploaderOf(tx, organizationId, fileId)
    const own = uploader?.kind === 'agent' && uploader.id === agentId
    if (!own && !(await isLibraryFile(tx, organizationId, fileId, agentId))) return false
    await linkLibraryFile(tx, organizationId, fileId, ownerId)
  }
  return true
}
