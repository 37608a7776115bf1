import type { Widget, WidgetId } from '../../../protocol/model/index.ts'
import { findWidget } from '../../db/widgets.ts'
import type { Work } from '../../engine/work.ts'

/** The entry point if it is this organisation's and not deleted. */
export const ownWidget = async ({ tx, organizationId }: Work, id: WidgetId): Promise<Widget | undefined> => {
  const found = await findWidget(tx, id)
  return found?.organizationId === organizationId && !found.deleted ? found.widget : undefined
}
