/**
 * Notifications of the browser. They belong to the page that the customer looks at: browsers let no frame of another
 * site ask for them. What was written is never in them.
 */
export const askForNotices = async (): Promise<boolean> => {
  try {
    return (await Notification.requestPermission()) === 'granted'
  } catch {
    return false
  }
}

export interface Notice {
  readonly title: string
  readonly body: string
  /** Of several tabs with the same conversation one notification is left. */
  readonly tag: string
  readonly onClick: () => void
}

/** Only for whoever is looking at something else. */
export const showNotice = ({ title, body, tag, onClick }: Notice): void => {
  if (document.visibilityState !== 'hidden') return
  try {
    const notice = new Notification(title, { body, tag })
    notice.addEventListener('click', () => {
      window.focus()
      notice.close()
      onClick()
    })
  } catch {
    // Some phones show those of apps only; the count at the entry is there all the same.
  }
}
