import { useState } from 'react'

import type { TopicId } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { Tick } from '../Tick.tsx'
import { addTopic, moveTopic, removeTopic, renameTopic, treeOf } from './edits.ts'
import { TopicLevel } from './TopicLevel.tsx'
import { useSaveTopics } from './useSaveTopics.ts'

import './topicsPage.css'

/** AC › Reception › Session topics. Every change is saved at once. */
export const TopicsPage = () => {
  const { t } = useTranslation('accountCenter')
  const { list, failure, again, save } = useSaveTopics()
  const [chosen, setChosen] = useState<TopicId | null>(null)
  const [removing, setRemoving] = useState<{ readonly id: TopicId; readonly name: string } | null>(null)
  // Shown while it is being saved.
  const [wish, setWish] = useState<{ readonly on?: boolean; readonly required?: boolean }>({})
  const settle = async (wanted: typeof wish): Promise<void> => {
    setWish(wanted)
    await save(() => wanted)
    setWish({})
  }
  const on = wish.on ?? list?.on ?? false
  const tree = treeOf(list?.topics ?? [])
  const selected = tree.find(({ id }) => id === chosen) ?? tree[0]

  const level = (parentId: TopicId | null) => ({
    onAdd: async (name: string) => {
      const id = crypto.randomUUID() as TopicId
      const saved = await save(({ topics }) => ({ topics: addTopic(topics, parentId, { id, name }) }))
      if (saved && parentId === null) setChosen(id)
      return saved
    },
    onRename: async (id: TopicId, name: string) =>
      save(({ topics }) => ({ topics: renameTopic(topics, id, name) })),
    onMove: (id: TopicId, by: 1 | -1) => {
      void save(({ topics }) => ({ topics: moveTopic(topics, id, by) }))
    },
    onRemove: setRemoving,
  })

  return (
    <CenterPage title={t('names.reception/topics')} about={t('topics.about')}>
      {!list ? (
        <PageSkeleton rows={6} rowHeight={40} />
      ) : (
        <div className="fy-topics-page">
          <Tick
            text={t('topics.on')}
            hint={t('topics.onHint')}
            on={on}
            onChange={(wanted) => {
              void settle({ on: wanted })
            }}
          />
          <Tick
            text={t('topics.required')}
            hint={t('topics.requiredHint')}
            on={wish.required ?? list.required}
            disabled={!on}
            onChange={(required) => {
              void settle({ required })
            }}
          />
          {failure ? (
            <ErrorLine text={again ? t('topics.conflict') : failure}>
              {again ? <Button onClick={again}>{t('saveMine')}</Button> : null}
            </ErrorLine>
          ) : null}
          <div className="fy-topic-levels">
            <TopicLevel
              title={t('topics.first')}
              topics={tree}
              selected={selected?.id ?? null}
              onSelect={setChosen}
              {...level(null)}
            />
            {selected ? (
              <TopicLevel
                key={selected.id}
                title={t('topics.second', { name: selected.name })}
                topics={selected.topics}
                {...level(selected.id)}
              />
            ) : null}
          </div>
        </div>
      )}
      {removing ? (
        <Dialog
          title={t('topics.removeNamed', { name: removing.name })}
          onClose={() => {
            setRemoving(null)
          }}
          footer={
            <>
              <Button
                onClick={() => {
                  setRemoving(null)
                }}
              >
                {t('cancel')}
              </Button>
              <Button
                kind="danger"
                onClick={() => {
                  setRemoving(null)
                  void save(({ topics }) => ({ topics: removeTopic(topics, removing.id) }))
                }}
              >
                {t('topics.remove')}
              </Button>
            </>
          }
        >
          <p>{t('topics.removeAsk')}</p>
        </Dialog>
      ) : null}
    </CenterPage>
  )
}
