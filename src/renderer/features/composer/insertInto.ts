/** Puts text where the caret is, instead of what is selected; the browser's own way keeps undo. */
export const insertInto = (
  element: HTMLTextAreaElement,
  addition: string,
  onSet: (text: string) => void,
): void => {
  element.focus()
  const done =
    addition === '' ? document.execCommand('delete') : document.execCommand('insertText', false, addition)
  if (done) return
  // Where it is refused the text is set.
  element.setRangeText(addition, element.selectionStart, element.selectionEnd, 'end')
  onSet(element.value)
}
