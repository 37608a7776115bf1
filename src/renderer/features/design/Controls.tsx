import { Search, Trash2 } from 'lucide-react'
import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import {
  Button,
  Dialog,
  Field,
  IconButton,
  LineField,
  Menu,
  NoteField,
  Popover,
  Segments,
} from '../../ui/index.ts'

/** What is pressed, chosen and written into, in each of its states. */
export const Controls = () => {
  const { t } = useTranslation('design')
  const [on, setOn] = useState<'one' | 'two'>('one')
  const [open, setOpen] = useState(false)
  return (
    <>
      <section aria-label={t('buttons')}>
        <h2>{t('buttons')}</h2>
        <Button kind="primary">{t('sample')}</Button>
        <Button>{t('sample')}</Button>
        <Button kind="quiet">{t('sample')}</Button>
        <Button kind="danger">{t('sample')}</Button>
        <Button disabled>{t('sample')}</Button>
        <Button kind="primary" disabled>
          {t('sample')}
        </Button>
        <IconButton label={t('search')} shortcut="Ctrl+K">
          <Search />
        </IconButton>
        <IconButton label={t('sample')} disabled>
          <Trash2 />
        </IconButton>
      </section>
      <section aria-label={t('fields')}>
        <h2>{t('fields')}</h2>
        <Field label={t('field')} hint={t('emptyHint')}>
          <input defaultValue={t('specimen')} />
        </Field>
        <Field label={t('choice')}>
          <select>
            <option>{t('specimen')}</option>
          </select>
        </Field>
        <Field label={t('off')}>
          <input disabled defaultValue={t('specimen')} />
        </Field>
        <LineField label={t('limited')} value={t('specimen')} limit={5} onChange={() => undefined} />
        <NoteField label={t('note')} value={t('specimen')} limit={200} onChange={() => undefined} />
        <label className="fy-tick">
          <input type="checkbox" defaultChecked />
          <span>{t('sample')}</span>
        </label>
        <Segments
          label={t('choice')}
          value={on}
          options={[
            ['one', t('one')],
            ['two', t('two')],
          ]}
          onChange={setOn}
        />
      </section>
      <section aria-label={t('above')}>
        <h2>{t('above')}</h2>
        <Popover
          label={t('menu')}
          role="menu"
          trigger={(trigger) => (
            <button type="button" className="fy-button" {...trigger}>
              {t('menu')}
            </button>
          )}
        >
          {(close) => (
            <Menu
              sections={[
                {
                  key: 'all',
                  items: [
                    { key: 'one', label: t('one'), checked: true },
                    { key: 'two', label: t('two'), danger: true },
                  ],
                },
              ]}
              onChoose={close}
            />
          )}
        </Popover>
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('dialog')}
        </Button>
        {open ? (
          <Dialog
            title={t('dialog')}
            onClose={() => {
              setOpen(false)
            }}
            footer={<Button kind="primary">{t('sample')}</Button>}
          >
            {t('emptyHint')}
          </Dialog>
        ) : null}
      </section>
    </>
  )
}
