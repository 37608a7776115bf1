import { useQuery, useRun } from '../../core/index.ts'

/** A setting of this device: what was saved (undefined while it is being read), and how to save another. */
export const useSetting = (key: string): readonly [value: unknown, save: (value: unknown) => void] => {
  const answer = useQuery('setting.get', { key })
  const run = useRun()
  return [
    answer?.value,
    (value) => {
      // A full disk costs the memory of a width or a theme, nothing else; the status bar tells of the disk.
      void run('setting.save', { key, value })
    },
  ]
}
