import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

/** Cells of a spreadsheet as they were copied: the same twice. */
export interface Cells {
  readonly text: string
  readonly picture: File
}

export interface PasteChoiceProps {
  readonly onText: () => void
  readonly onPicture: () => void
}

/** Cells of a spreadsheet come as text and as a picture: which of them is meant only the agent knows (R-03-093). */
export const PasteChoice = ({ onText, onPicture }: PasteChoiceProps) => {
  const { t } = useTranslation('composer')
  return (
    <div className="fy-composer-lock" role="group" aria-label={t('pasteCells')}>
      <span>{t('pasteCells')}</span>
      <Button autoFocus onClick={onText}>
        {t('pasteText')}
      </Button>
      <Button onClick={onPicture}>{t('pastePicture')}</Button>
    </div>
  )
}

/** What of a paste is a range of cells; null: it is something else. */
export const cellsIn = (data: DataTransfer): Cells | null => {
  const picture = [...data.files].find(({ type }) => type.startsWith('image/'))
  const text = data.getData('text/plain')
  return picture && text !== '' && /<table[\s>]/iu.test(data.getData('text/html')) ? { text, picture } : null
}
