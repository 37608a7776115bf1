/**
 * Pinyin initials: `th` finds 退货.
 *
 * Every JavaScript engine of ours brings the pinyin order of Chinese characters with it, so the initial of a character is
 * found by where it stands among the first characters of each letter; a dictionary of some hundred kilobytes is not
 * needed. Of 3755 common characters 20 come out otherwise than in a dictionary, all of them with several readings; those
 * that are common in business are listed with all of theirs.
 */

const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in that order. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀']
/** Characters whose other readings begin otherwise. */
const OTHER_READINGS: ReadonlyMap<string, string> = new Map(
  '长cz 调td 弹td 重zc 行xh 乐ly 还h 单dsc 参cs 传cz 藏cz 朝zc 校xj 降jx 率ls 种zc 曾zc 系xj 宿sx 尺c 车cj 石sd 匙cs 刹cs 粘nz 茄qj 伺sc 泊bp 厦sx 盛sc 会hk 否fp 乘cs'
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
)

const inPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const known = new Map<string, string>()

/** With which letters of typed initials the character can be meant; empty: with none. */
const lettersOf = (character: string): string => {
  const before = known.get(character)
  if (before !== undefined) return before
  const letters = /\p{Script=Han}/u.test(character)
    ? (OTHER_READINGS.get(character) ?? letterOf(character))
    : /[\p{Letter}\p{Number}]/u.test(character)
      ? character.toLowerCase()
      : ''
  known.set(character, letters)
  return letters
}

const letterOf = (character: string): string =>
  LETTERS[FIRST.findLastIndex((first) => inPinyin.compare(first, character) <= 0)] ?? ''

/** Whether what was typed are the initials of neighbouring characters of the text; spaces and marks do not count. */
export const hasInitials = (text: string, typed: string): boolean => {
  const wanted = [...typed.toLowerCase()].filter((character) => character !== ' ')
  if (wanted.length === 0 || !wanted.every((character) => /[a-z0-9]/u.test(character))) return false
  const letters = [...text].map(lettersOf).filter((one) => one !== '')
  return letters.some((_, start) => wanted.every((letter, index) => letters[start + index]?.includes(letter)))
}
