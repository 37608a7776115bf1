import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files, and folders of them, that drive a browser or a whole server for long, the longest first. */
const LONGEST = [
  'src/renderer/app/screens/',
  'src/widget/frame/',
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
 * Where nothing is known of earlier runs a runner goes by size, and some of the longest are small files: begun late, they
 * were run alone in the end.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.findIndex((path) => moduleId.replaceAll('\\', '/').includes(path))
  return rank === -1 ? LONGEST.length : rank
}
