/** Gives the person a file that was made here, the way a browser saves one. */
export const saveFile = (name: string, contents: Blob): void => {
  const url = URL.createObjectURL(contents)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Firefox reads the address after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 1000)
}
