import * as z from 'zod'

import { CompanyProfile, Organization, Version, Widget, WidgetId, WidgetPlan } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Makes an entry point, or changes one (R-02-027). `version` is the one its author saw, null for a new one, whose id the
 * author makes: whoever saved first wins.
 */
export const saveWidget = command('widget.save', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({ ...WidgetPlan.shape, id: WidgetId, version: Version.nullable() }),
  result: z.object({ widget: Widget }),
  codes: [
    'conflict',
    'receiver-unavailable',
    'bot-missing',
    'router-missing',
    'picture-unusable',
    'selector-unusable',
    'origin-unusable',
  ],
})

/** Deletes an entry point for good: its code shows nothing any more, its link says that it is closed. */
export const deleteWidget = command('widget.delete', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({ id: WidgetId, version: Version }),
  result: z.object({}),
  codes: ['conflict'],
})

/** Makes the sender responsible for an entry point; an invalid one works again then (R-02-029). */
export const takeOverWidget = command('widget.take-over', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({ id: WidgetId, version: Version }),
  result: z.object({ widget: Widget }),
  codes: ['conflict'],
})

/** Saves what the company says of itself beside the chat; `version` is that of the organisation the author saw. */
export const describeCompany = command('organization.describe', {
  by: 'agent',
  permission: 'reception.widgets',
  sensitive: true,
  args: z.strictObject({ profile: z.strictObject(CompanyProfile.shape), version: Version }),
  result: z.object({ organization: Organization }),
  codes: ['conflict'],
})
