import { MonitorSmartphone } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'

/** Beside the file assistant there is nobody to tell of: what it is for. */
export const AboutFileAssistant = () => {
  const { t } = useTranslation(['chats', 'common'])
  return (
    <>
      <div className="fy-chat-person">
        <span className="fy-chat-icon" aria-hidden="true">
          <MonitorSmartphone />
        </span>
        <h3>{t('common:fileAssistant')}</h3>
      </div>
      <p className="fy-chat-about">{t('selfHint')}</p>
      <p className="fy-chat-about fy-secondary">{t('selfHow')}</p>
    </>
  )
}
