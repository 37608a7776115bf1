import type { Client } from '../../client/index.ts'

/**
 * Calls back when somebody was signed out and no account is left, nor anything sealed of one.
 *
 * A program that begins with nobody signed in was not emptied: its password may just have been set.
 */
export const whenEmptied = (client: Client, emptied: () => void): void => {
  let wasHere = false
  const look = async (): Promise<void> => {
    const { files } = await client.query('diagnostics.get', {})
    if (files.find(({ name }) => name === 'own')?.rows['accounts'] === 0) emptied()
  }
  client.subscribe('account.current', {}, ({ state }) => {
    if (state === 'signed-out' && wasHere) void look()
    wasHere = state === 'signed-in'
  })
}
