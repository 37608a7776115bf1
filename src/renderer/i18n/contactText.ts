/** How whoever left a message can be reached, as far as they said, in one line. */
export const contactText = ({ name, phone, email }: Readonly<Record<string, unknown>>): string =>
  [name, phone, email].filter((part) => typeof part === 'string' && part !== '').join(' · ')
