import { MANUAL_EVERY_MS, type InvitationSettings } from '../../protocol/model/index.ts'

/** How long manual invitation can not be switched yet; 0: it can (R-02-242). */
export const manualLockedMs = (
  { manualChangedAt }: Pick<InvitationSettings, 'manualChangedAt'>,
  now: number,
): number => (manualChangedAt === null ? 0 : Math.max(0, manualChangedAt + MANUAL_EVERY_MS - now))
