import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '../../ui/index.ts'
import { closeConversation, showProfile } from './store.ts'

export interface OneColumnProps {
  readonly list: ReactNode
  readonly conversation: ReactNode
  /** Null: it is closed. */
  readonly panel: ReactNode
  readonly isOpen: boolean
}

/** One area at a time, with the way back to the one before; the list keeps its place meanwhile (R-03-004). */
export const OneColumn = ({ list, conversation, panel, isOpen }: OneColumnProps) => {
  const { t } = useTranslation('workbench')
  return (
    <>
      <div className="fy-one-column" hidden={isOpen}>
        {list}
      </div>
      {isOpen ? (
        <div className="fy-one-column" hidden={panel !== null}>
          <Back label={t('backTo.list')} onClick={closeConversation} />
          <div>{conversation}</div>
        </div>
      ) : null}
      {isOpen && panel !== null ? (
        <div className="fy-one-column">
          <Back
            label={t('backTo.conversation')}
            onClick={() => {
              showProfile(false)
            }}
          />
          <div>{panel}</div>
        </div>
      ) : null}
    </>
  )
}

const Back = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <nav className="fy-back" aria-label={label}>
    <Button kind="quiet" onClick={onClick}>
      <ArrowLeft aria-hidden="true" />
      {label}
    </Button>
  </nav>
)
