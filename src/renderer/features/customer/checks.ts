/** The forms a value must have; the same as the server demands, told while typing. */
export const isPhone = (text: string): boolean => text === '' || /^[+\d][\d ()-]{2,31}$/u.test(text)

export const isEmail = (text: string): boolean =>
  text === '' || (text.length <= 128 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text))
