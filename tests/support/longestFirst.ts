import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that drive a browser or a whole server for more than ten seconds, the longest first. */
const LONGEST = [
  'src/renderer/app/screens.test.ts',
  'src/renderer/app/workbench.test.ts',
  'src/widget/frame.test.ts',
  'src/widget/loader.test.ts',
  'tests/integration/snapshotLaw.test.ts',
  'tests/faults/walk.test.ts',
  'tests/integration/agreement/agreement.test.ts',
  'tests/faults/p01.test.ts',
  'tests/faults/p04.test.ts',
]

/**
 * The long files first, so that the workers end together.
 *
 * Where nothing is known of earlier runs a runner goes by size, and the longest of all is a small file: begun late, it was
 * run alone in the end.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(path))
  return rank === -1 ? LONGEST.length : rank
}
