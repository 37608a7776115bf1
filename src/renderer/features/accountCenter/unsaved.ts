/** Forms of the account center that were typed in and not saved; a page of the browser that goes would lose them. */
const forms = new Set<object>()

export const noteUnsaved = (form: object, unsaved: boolean): void => {
  if (unsaved) forms.add(form)
  else forms.delete(form)
  if (forms.size > 0) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
}

/** The browser asks in its own words. */
const ask = (event: BeforeUnloadEvent): void => {
  event.preventDefault()
}
