const RATE = 16_000
const SAMPLE_BYTES = 2
const HEAD_BYTES = 44

/** A sound file (WAV) of half a second in which nobody says anything: enough to see whether a service takes it. */
export const halfASecondOfSilence = (): Uint8Array<ArrayBuffer> => {
  const soundBytes = (RATE / 2) * SAMPLE_BYTES
  const file = new Uint8Array(HEAD_BYTES + soundBytes)
  const view = new DataView(file.buffer)
  const word = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index))
  }
  word(0, 'RIFF')
  view.setUint32(4, HEAD_BYTES - 8 + soundBytes, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * SAMPLE_BYTES, true)
  view.setUint16(32, SAMPLE_BYTES, true)
  view.setUint16(34, SAMPLE_BYTES * 8, true)
  word(36, 'data')
  view.setUint32(40, soundBytes, true)
  return file
}
