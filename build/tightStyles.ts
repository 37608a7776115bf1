import type { Plugin } from 'vite'

/**
 * Takes the blanks out of the style sheets that scripts for other people's pages carry as text: what is read there is
 * not for people, and each of those scripts has a limit (R-18-070).
 */
export const tightStyles = (): Plugin => ({
  name: 'tight-styles',
  enforce: 'pre',
  transform: (code, id) =>
    /[sS]tyle\.ts$/u.test(id)
      ? code.replace(/`[^`]*`/gu, (sheet) =>
          // Not before a colon, where a blank means "inside".
          sheet
            .replace(/\s+/gu, ' ')
            .replace(/ ?([{};,>]) ?| (?=!)/gu, '$1')
            .replace(/: /gu, ':')
            .replace(/;\}/gu, '}'),
        )
      : null,
})
