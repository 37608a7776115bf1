/** Text frames of a WebSocket server, unmasked and in one piece each (RFC 6455, section 5.2). */
import type { Duplex } from 'node:stream'

const TEXT_FINAL = 0x81
const SIXTEEN_BITS = 126
const SIXTY_FOUR_BITS = 127
/** From here on copying a payload costs more than writing it by itself, above all if many connections share it. */
const SHARED_BYTES = 16 * 1024

/** Writes the frames in their order, small ones together. */
export const writeFrames = (stream: Duplex, payloads: readonly (string | Buffer)[]): void => {
  let small: (string | Buffer)[] = []
  for (const payload of payloads) {
    if (typeof payload === 'string' || payload.length < SHARED_BYTES) small.push(payload)
    else {
      writeSmall(stream, small)
      small = []
      const header = Buffer.allocUnsafe(headerLength(payload.length))
      writeHeader(header, 0, payload.length)
      stream.write(header)
      stream.write(payload)
    }
  }
  writeSmall(stream, small)
}

const writeSmall = (stream: Duplex, payloads: readonly (string | Buffer)[]): void => {
  if (payloads.length === 0) return
  let bytes = 0
  for (const payload of payloads) {
    const length = Buffer.byteLength(payload)
    bytes += headerLength(length) + length
  }
  const piece = Buffer.allocUnsafe(bytes)
  let at = 0
  for (const payload of payloads) {
    const length = Buffer.byteLength(payload)
    at = writeHeader(piece, at, length)
    if (typeof payload === 'string') piece.write(payload, at, 'utf8')
    else payload.copy(piece, at)
    at += length
  }
  stream.write(piece)
}

const headerLength = (payload: number): number => {
  if (payload < SIXTEEN_BITS) return 2
  return payload < 0x1_00_00 ? 4 : 10
}

/** Answers where the payload begins. */
const writeHeader = (into: Buffer, at: number, payload: number): number => {
  into[at] = TEXT_FINAL
  if (payload < SIXTEEN_BITS) {
    into[at + 1] = payload
    return at + 2
  }
  if (payload < 0x1_00_00) {
    into[at + 1] = SIXTEEN_BITS
    return into.writeUInt16BE(payload, at + 2)
  }
  into[at + 1] = SIXTY_FOUR_BITS
  return into.writeBigUInt64BE(BigInt(payload), at + 2)
}
