import { textWidth } from '../../../../base/textWidth.ts'
import { originOf } from '../../../../domain/widgets/origins.ts'
import { selectorOf } from '../../../../domain/widgets/selectors.ts'
import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import { isEmptyText, widthOfText } from '../../../../protocol/companyTexts.ts'
import type {
  FileId,
  VisitorForm,
  Widget,
  WidgetId,
  WidgetLook,
  WidgetPlan,
} from '../../../../protocol/model/index.ts'
import {
  WIDGET_ICON_SIZE,
  WIDGET_OFFSET_LIMIT,
  WIDGET_ORIGINS_LIMIT,
  WIDGET_SELECTORS_LIMIT,
  WIDGET_TEXT_LIMIT,
  WIDGET_TITLE_LIMIT,
  WIDGET_WELCOME_LIMIT,
} from '../../../../protocol/model/limits.ts'
import { WIDGET_DEFAULTS } from '../../../../protocol/model/widgetDefaults.ts'
import { VISITOR_FORM_LIMITS } from '../../../../protocol/visitorFormRules.ts'

/** What may differ between wide and narrow screens; figures as they were typed. */
export interface LookForm {
  readonly anchor: WidgetLook['spot']['anchor']
  readonly x: string
  readonly y: string
  readonly pictureFileId: FileId | null
}

/** An entry point while somebody is editing it. */
export interface WidgetForm extends Pick<
  WidgetPlan,
  | 'type'
  | 'place'
  | 'name'
  | 'title'
  | 'text'
  | 'welcome'
  | 'language'
  | 'face'
  | 'anonymous'
  | 'tools'
  | 'botId'
  | 'routerId'
  | 'listed'
  | 'form'
  | 'messageStyle'
  | 'showsReads'
  | 'showsTyped'
  | 'cookies'
  | 'avatarFileId'
  | 'color'
  | 'style'
  | 'floating'
  | 'away'
> {
  readonly target: WidgetPlan['target'] | null
  readonly web: LookForm
  readonly h5: LookForm
  readonly iconSize: string
  /** One in each line. */
  readonly selectors: string
  readonly origins: string
  readonly zIndex: string
}

/** Colours that go with most pages (R-02-038). */
export const PRESET_COLORS = ['#3358e0', '#0b6e99', '#15803d', '#b45309', '#9d2c5b'] as const

export const formOf = (widget: Widget | null): WidgetForm => {
  const from = widget ?? { ...WIDGET_DEFAULTS, name: '', title: '', target: null }
  return {
    type: from.type,
    place: from.place,
    name: from.name,
    title: from.title,
    text: from.text,
    welcome: from.welcome,
    language: from.language,
    face: from.face,
    anonymous: from.anonymous,
    tools: from.tools,
    target: from.target,
    botId: from.botId,
    routerId: from.routerId,
    listed: from.listed,
    form: from.form,
    messageStyle: from.messageStyle,
    showsReads: from.showsReads,
    showsTyped: from.showsTyped,
    cookies: from.cookies,
    avatarFileId: from.avatarFileId,
    color: from.color,
    style: from.style,
    web: lookForm(from.web),
    h5: lookForm(from.h5),
    iconSize: String(from.iconSize),
    floating: from.floating,
    selectors: from.selectors.join('\n'),
    origins: from.origins.join('\n'),
    zIndex: String(from.zIndex),
    away: from.away,
  }
}

export type WidgetProblem =
  | 'name'
  | 'title'
  | 'text'
  | 'welcome'
  | 'form'
  | 'receiver'
  | 'color'
  | 'picture'
  | 'spot'
  | 'size'
  | 'selectors'
  | 'origins'
  | 'z'

/** What keeps the form from being saved, in the order of its fields. */
export const problemsOf = (form: WidgetForm): readonly WidgetProblem[] => {
  const name = form.name.trim()
  const sides = sidesOf(form)
  const selectors = linesOf(form.selectors)
  const origins = linesOf(form.origins)
  const found: (WidgetProblem | false)[] = [
    (name === '' || name.length > 30) && 'name',
    textWidth(form.title.trim()) > WIDGET_TITLE_LIMIT && 'title',
    textWidth(form.text.trim()) > WIDGET_TEXT_LIMIT && 'text',
    widthOfText(form.welcome) > WIDGET_WELCOME_LIMIT && 'welcome',
    form.form !== null && !isGoodForm(form.form) && 'form',
    form.target === null && 'receiver',
    !/^#[\da-f]{6}$/u.test(form.color) && 'color',
    form.style === 'picture' && sides.every((side) => form[side].pictureFileId === null) && 'picture',
    sides.some((side) => !isOffset(form[side].x) || !isOffset(form[side].y)) && 'spot',
    !isWhole(form.iconSize, WIDGET_ICON_SIZE.least, WIDGET_ICON_SIZE.most) && 'size',
    form.style === 'element' && (selectors.length === 0 || !areUsable(selectors, selectorOf)) && 'selectors',
    selectors.length > WIDGET_SELECTORS_LIMIT && 'selectors',
    (origins.length > WIDGET_ORIGINS_LIMIT || !areUsable(origins, originOf)) && 'origins',
    !isWhole(form.zIndex, 1, 2_147_483_647) && 'z',
  ]
  return found.filter((problem) => problem !== false)
}

/** `version` is that of the entry the author saw; null makes a new one. Null: the form has a problem. */
export const argsOf = (
  form: WidgetForm,
  id: WidgetId,
  version: number | null,
): CommandArgs<'widget.save'> | null => {
  const { target } = form
  if (!target || problemsOf(form).length > 0) return null
  return {
    ...form,
    id,
    version,
    name: form.name.trim(),
    title: form.title.trim(),
    text: form.text.trim(),
    welcome: form.welcome,
    form: isNoForm(form.form) ? null : form.form,
    target,
    web: lookOf(form.web),
    h5: lookOf(form.h5),
    iconSize: Number(form.iconSize),
    selectors: form.style === 'element' ? linesOf(form.selectors) : [],
    origins: linesOf(form.origins),
    zIndex: Number(form.zIndex),
  }
}

/** Every question has its words, and nothing is too long. */
const isGoodForm = ({ intro, fields, consent }: VisitorForm): boolean =>
  widthOfText(intro) <= VISITOR_FORM_LIMITS.intro &&
  widthOfText(consent) <= VISITOR_FORM_LIMITS.consent &&
  fields.every(({ label }) => !isEmptyText(label) && widthOfText(label) <= VISITOR_FORM_LIMITS.label)

/** Nothing is asked and nothing has to be agreed to. */
const isNoForm = (form: VisitorForm | null): boolean =>
  form === null || (form.fields.length === 0 && isEmptyText(form.consent))

/** The screens an entry of this place is made for. */
export const sidesOf = ({ place }: Pick<WidgetForm, 'place'>): readonly ('web' | 'h5')[] =>
  place === 'web' ? ['web', 'h5'] : place === 'h5' ? ['h5'] : []

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const areUsable = (lines: readonly string[], usable: (line: string) => string | null): boolean =>
  lines.every((line) => line.length <= 120 && usable(line) !== null)

const lookForm = ({ spot, pictureFileId }: WidgetLook): LookForm => ({
  anchor: spot.anchor,
  x: String(spot.x),
  y: String(spot.y),
  pictureFileId,
})

const lookOf = ({ anchor, x, y, pictureFileId }: LookForm): WidgetLook => ({
  spot: { anchor, x: Number(x), y: Number(y) },
  pictureFileId,
})

const isOffset = (typed: string): boolean => isWhole(typed, 0, WIDGET_OFFSET_LIMIT)

const isWhole = (typed: string, least: number, most: number): boolean =>
  /^\d+$/u.test(typed) && Number(typed) >= least && Number(typed) <= most
