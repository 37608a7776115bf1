import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'

import { MACRO_LIMIT, type Macro } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { useStepText } from '../macros/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { KeyRow } from './KeyRow.tsx'
import { MacroEditor } from './MacroEditor.tsx'
import type { HotKeysEditing } from './useHotKeys.ts'

/** Several actions on one key: made, changed and thrown away here; the key is given as to any action. */
export const MacroSection = ({ editing }: { readonly editing: HotKeysEditing }) => {
  const { t } = useTranslation('actions')
  const { value: macros, save } = useAgentSetting('macros')
  const [edited, setEdited] = useState<Macro | null>(null)
  const textOf = useStepText()
  const keep = (macro: Macro): void => {
    const known = macros.some(({ id }) => id === macro.id)
    save(known ? macros.map((one) => (one.id === macro.id ? macro : one)) : [...macros, macro])
    setEdited(null)
  }
  const remove = ({ id }: Macro): void => {
    const { [`macro:${id}`]: _, ...rest } = editing.choice.own
    editing.save(rest)
    save(macros.filter((one) => one.id !== id))
  }
  return (
    <section aria-label={t('macros.title')}>
      <h4>{t('macros.title')}</h4>
      <ul>
        {macros.map((macro) =>
          edited?.id === macro.id ? null : (
            <KeyRow
              key={macro.id}
              name={`macro:${macro.id}`}
              editing={editing}
              note={macro.steps.map(textOf).join(' → ')}
            >
              <IconButton
                label={t('macros.edit', { name: macro.name })}
                onClick={() => {
                  setEdited(macro)
                }}
              >
                <Pencil />
              </IconButton>
              <IconButton
                label={t('macros.remove', { name: macro.name })}
                onClick={() => {
                  remove(macro)
                }}
              >
                <Trash2 />
              </IconButton>
            </KeyRow>
          ),
        )}
      </ul>
      {edited ? (
        <MacroEditor
          key={edited.id}
          macro={edited}
          onSave={keep}
          onCancel={() => {
            setEdited(null)
          }}
        />
      ) : (
        <Button
          kind="quiet"
          disabled={macros.length >= MACRO_LIMIT}
          onClick={() => {
            setEdited({ id: crypto.randomUUID(), name: '', steps: [] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('macros.add')}
        </Button>
      )}
    </section>
  )
}
