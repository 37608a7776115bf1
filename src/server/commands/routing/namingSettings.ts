import type { NamingSettings } from '../../../domain/routing/uses.ts'
import { INVITATION_DEFAULTS } from '../../../protocol/model/index.ts'
import { findInvitationSettings } from '../../db/invitations.ts'
import { navMenusOf } from '../../db/navMenus.ts'
import { widgetsOf } from '../../db/widgets.ts'
import type { Work } from '../../engine/work.ts'

/** All settings that may name what somebody wants to delete; read only then. */
export const namingSettings = async (work: Work): Promise<NamingSettings> => {
  const { tx, organizationId } = work
  const { organization, groups, rules } = await work.directory()
  return {
    organization,
    groups: [...groups.values()],
    rules,
    widgets: await widgetsOf(tx, organizationId),
    invitations: (await findInvitationSettings(tx, organizationId)) ?? INVITATION_DEFAULTS,
    navMenus: await navMenusOf(tx, organizationId),
  }
}
