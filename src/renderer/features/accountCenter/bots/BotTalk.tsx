import { useState } from 'react'

import { replyOf, type Reply } from '../../../../domain/bots/replies.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { planOf, type BotForm } from './form.ts'

export interface BotTalkProps {
  readonly bot: BotForm
}

interface Turn {
  readonly said: string
  readonly reply: Reply
}

/** A talk with the bot as it is in the form: what it answers, why, and when it hands over (R-14-009). Nothing is stored. */
export const BotTalk = ({ bot }: BotTalkProps) => {
  const { t } = useTranslation('bots')
  const [turns, setTurns] = useState<readonly Turn[]>([])
  const [text, setText] = useState('')
  const last = turns.at(-1)
  const say = (said: string): void => {
    if (said.trim() === '') return
    const misses = last?.reply.handOver ? 0 : (last?.reply.misses ?? 0)
    setTurns([...turns, { said, reply: replyOf(planOf(bot), [said], misses) }])
    setText('')
  }
  const menu = bot.menu.map(({ title }) => title)
  return (
    <section className="fy-bot-talk" aria-labelledby="bot-talk">
      <h3 id="bot-talk">{t('talk.title')}</h3>
      <div role="log" aria-label={t('talk.title')}>
        {bot.greeting === '' ? null : (
          <div className="fy-bot-turn">
            <p>{bot.greeting}</p>
            <Choices choices={menu} onChoose={say} />
          </div>
        )}
        {turns.map(({ said, reply }, index) => (
          <div key={index} className="fy-bot-turn">
            <p data-own="">{said}</p>
            {reply.words ? <p>{reply.words.text}</p> : null}
            <Choices choices={reply.words?.choices ?? []} onChoose={say} />
            <p className="fy-secondary">
              {t(`talk.by.${reply.by}`)}
              {reply.handOver ? ` · ${t('talk.handOver')}` : ''}
            </p>
          </div>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          say(text)
        }}
      >
        <input
          className="fy-grow"
          value={text}
          aria-label={t('talk.write')}
          placeholder={t('talk.write')}
          onChange={({ target: { value } }) => {
            setText(value)
          }}
        />
        <Button type="submit">{t('talk.send')}</Button>
        <Button
          kind="quiet"
          disabled={turns.length === 0}
          onClick={() => {
            setTurns([])
          }}
        >
          {t('talk.again')}
        </Button>
      </form>
    </section>
  )
}

interface ChoicesProps {
  readonly choices: readonly string[]
  readonly onChoose: (choice: string) => void
}

const Choices = ({ choices, onChoose }: ChoicesProps) =>
  choices.length === 0 ? null : (
    <div className="fy-pick">
      {choices.map((choice, index) => (
        <button
          key={index}
          type="button"
          onClick={() => {
            onChoose(choice)
          }}
        >
          {choice}
        </button>
      ))}
    </div>
  )
