/** Which requirements are proved by a passed test that names them in its title. */
import type { TestResult } from './results.ts'

export type ChapterCoverage = { total: number; covered: number }
export type Coverage = {
  readonly chapters: Readonly<Record<string, ChapterCoverage>>
  readonly total: number
  readonly covered: number
}

const chapterOf = (id: string): string => id.slice(2, 4)

/** The requirement ids that passed tests name. */
export const provedIds = (results: readonly TestResult[]): Set<string> =>
  new Set(
    results
      .filter(({ outcome }) => outcome === 'passed')
      .flatMap(({ title }) => title.match(/\bR-\d{2}-\d{3}\b/gu) ?? []),
  )

/** Counts per chapter. Ids that no chapter defines do not count. */
export const coverageOf = (requirements: readonly string[], proved: ReadonlySet<string>): Coverage => {
  const chapters: Record<string, ChapterCoverage> = {}
  for (const id of requirements) {
    const chapter = (chapters[chapterOf(id)] ??= { total: 0, covered: 0 })
    chapter.total += 1
    if (proved.has(id)) chapter.covered += 1
  }
  const counted = Object.values(chapters)
  return {
    chapters,
    total: counted.reduce((sum, { total }) => sum + total, 0),
    covered: counted.reduce((sum, { covered }) => sum + covered, 0),
  }
}

/** The ids of a chapter that no passed test names. */
export const missingIds = (
  requirements: readonly string[],
  proved: ReadonlySet<string>,
  chapter: string,
): string[] => requirements.filter((id) => chapterOf(id) === chapter && !proved.has(id))

/** One line per chapter and a total. */
export const coverageLines = ({ chapters, total, covered }: Coverage): string[] => {
  const line = (name: string, count: ChapterCoverage): string => {
    const share = count.total === 0 ? 0 : Math.floor((100 * count.covered) / count.total)
    return `${name.padEnd(6)}${String(count.covered).padStart(5)} of ${String(count.total).padStart(5)}  ${share} %`
  }
  const names = Object.keys(chapters).sort()
  return [
    ...names.map((name) => line(name, chapters[name] ?? { total: 0, covered: 0 })),
    line('total', { total, covered }),
  ]
}
