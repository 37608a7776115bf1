import { MarkColor } from '../../../../protocol/model/index.ts'

/** Every colour has a letter of its own, for those who cannot tell the colours apart (R-03-053). */
export const letterOf = (color: MarkColor): string =>
  String.fromCodePoint((A.codePointAt(0) ?? 0) + MarkColor.options.indexOf(color))

const A = 'A'
