import { ReplyCompletion } from '../quickReplies/index.ts'
import { MentionList } from './MentionList.tsx'
import { SlashList } from './SlashList.tsx'
import type { Offers } from './useOffers.ts'

export interface OfferListsProps extends Pick<Offers, 'completion' | 'slash' | 'mentions'> {
  readonly id: string
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
}

/** What fits behind a typed "#", "/" or "@". */
export const OfferLists = ({ id, fill, completion, slash, mentions }: OfferListsProps) => (
  <>
    {completion.found.length > 0 ? (
      <ReplyCompletion
        id={id}
        found={completion.found}
        active={completion.active}
        onChoose={completion.choose}
        fill={fill}
      />
    ) : null}
    {slash.found.length > 0 ? <SlashList id={id} slash={slash} fill={fill} /> : null}
    {mentions.found.length > 0 ? <MentionList id={id} mentions={mentions} /> : null}
  </>
)
