import { useTranslation } from '../../translation/index.ts'
import { CompletionList } from '../../ui/index.ts'
import { useKeyLabels } from '../actions/index.ts'
import { ReplyLine, ReplyPreview } from '../quickReplies/index.ts'
import type { Slash, SlashItem } from './useSlash.ts'

/** What fits behind a typed "/". */
export const SlashList = ({
  id,
  slash: { found, active, choose },
  fill,
}: {
  readonly id: string
  readonly slash: Slash
  readonly fill: (text: string) => string
}) => {
  const { t } = useTranslation('composer')
  const keyLabelOf = useKeyLabels()
  const chosen = found[active]
  return (
    <CompletionList
      id={id}
      label={t('slash')}
      items={found}
      keyOf={keyOf}
      active={active}
      onChoose={choose}
      line={(item) =>
        item.kind === 'reply' ? (
          <ReplyLine reply={item.reply} />
        ) : (
          <>
            <span className="fy-cut">{item.text}</span>
            <span className="fy-secondary">{keyLabelOf(item.name)}</span>
          </>
        )
      }
    >
      {chosen?.kind === 'reply' ? <ReplyPreview reply={chosen.reply} fill={fill} /> : null}
      <p className="fy-completion-keys">{t('slashKeys')}</p>
    </CompletionList>
  )
}

const keyOf = (item: SlashItem): string => (item.kind === 'reply' ? item.reply.id : item.name)
