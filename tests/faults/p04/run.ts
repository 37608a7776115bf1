/** P4: a client killed while it writes leaves sound files, and nothing it promised to send is lost. */
import { createRandom } from '../../../src/server/demo/random.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { runCampaign, type Campaign } from './campaign.ts'

export interface P4Size {
  readonly kills: number
}

/**
 * As many kills go over the same files; then others begin. Everything in them is looked at after each kill, which would
 * take ever longer over files that only grow.
 */
const KILLS_OF_ONE = 50

/** Tells after each of these how it stands: a run of hours that is broken off has a figure nevertheless. */
export const runP4 = async (
  seed: number,
  { kills }: P4Size,
  tell: (standing: string) => void,
): Promise<Finding> => {
  const random = createRandom(seed)
  const folders = createFolders()
  const campaigns: Campaign[] = []
  try {
    for (let done = 0; done < kills; done += KILLS_OF_ONE) {
      const some = Math.min(KILLS_OF_ONE, kills - done)
      campaigns.push(await runCampaign(folders, random, some, seed + done))
      tell(findingOf(seed, done + some, campaigns).figure)
    }
  } finally {
    folders.remove()
  }
  return findingOf(seed, kills, campaigns)
}

const findingOf = (seed: number, kills: number, campaigns: readonly Campaign[]): Finding => {
  const sum = (count: (campaign: Campaign) => number): number =>
    campaigns.reduce((total, campaign) => total + count(campaign), 0)
  const corrupt = sum((campaign) => campaign.corrupt)
  const lost = sum((campaign) => campaign.lost)
  const kept = sum((campaign) => campaign.kept)
  const differing = sum((campaign) => campaign.differing)
  const stored = sum((campaign) => campaign.stored)
  const messages = sum((campaign) => campaign.messages)
  const indexed = sum((campaign) => campaign.indexed)
  return {
    id: 'P4',
    promise: 'a client killed while writing leaves sound files',
    figure:
      `${corrupt} corrupt, ${lost} of ${kept} acknowledged lost, ${differing} of ${stored} shown differently, ` +
      `after ${kills} kills over encrypted files while ${messages} messages came and ${indexed} were indexed; ${bound(kills)}`,
    holds: corrupt + lost + differing === 0 && kept > 0 && indexed > 0,
    seed,
    figures: { kills, corrupt, lost, kept, differing, messages, indexed },
    problems: campaigns.flatMap(({ problems }) => problems).slice(0, LONGEST_LIST),
  }
}
