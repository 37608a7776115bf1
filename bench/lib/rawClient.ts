/**
 * A WebSocket client with nothing but what a load generator needs, so that the generator costs less than the server it
 * measures: frames are built once and patched, never parsed beyond their header. Frames are masked with a real key, as
 * `ws` skips unmasking for a zero key and would look faster than it is.
 */
import { connect, type Socket } from 'node:net'

export type FrameHandler = (buffer: Buffer, start: number, end: number) => void

export interface RawClient {
  write(frame: Buffer): void
  close(): void
  readonly closed: boolean
}

const MASK = [0x5a, 0xc3, 0x17, 0x88] as const

export const openRawClient = async (
  port: number,
  path: string,
  onFrame: FrameHandler,
): Promise<RawClient> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let closed = false
  socket.on('close', () => {
    closed = true
  })
  const reader = createReader(onFrame)
  await handshake(socket, path, reader)
  return {
    write: (frame) => {
      socket.write(frame)
    },
    close: () => {
      socket.destroy()
    },
    get closed() {
      return closed
    },
  }
}

const handshake = async (socket: Socket, path: string, read: (chunk: Buffer) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.once('close', () => {
      reject(new Error('closed before the handshake'))
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    )
    let head = ''
    const onHead = (chunk: Buffer): void => {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!head.startsWith('HTTP/1.1 101')) {
        reject(new Error(head.slice(0, end)))
        return
      }
      socket.off('data', onHead)
      socket.on('data', read)
      const rest = Buffer.from(head.slice(end + 4), 'latin1')
      if (rest.length > 0) read(rest)
      resolve()
    }
    socket.on('data', onHead)
  })

const createReader = (onFrame: FrameHandler): ((chunk: Buffer) => void) => {
  let rest: Buffer | undefined
  return (chunk) => {
    const buffer = rest ? Buffer.concat([rest, chunk]) : chunk
    rest = undefined
    let at = 0
    while (at + 2 <= buffer.length) {
      let length = (buffer[at + 1] ?? 0) & 0x7f
      let header = 2
      if (length === 126) {
        if (at + 4 > buffer.length) break
        length = buffer.readUInt16BE(at + 2)
        header = 4
      } else if (length === 127) {
        if (at + 10 > buffer.length) break
        length = Number(buffer.readBigUInt64BE(at + 2))
        header = 10
      }
      if (at + header + length > buffer.length) break
      const start = at + header
      at = start + length
      const opcode = (buffer[start - header] ?? 0) & 0x0f
      if (opcode === 1) onFrame(buffer, start, at)
    }
    if (at < buffer.length) rest = at === 0 ? buffer : buffer.subarray(at)
  }
}

/** A client's text frame around a payload. */
export const clientFrame = (payload: Buffer): Buffer => {
  const extended = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8
  const header = 6 + extended
  const frame = Buffer.alloc(header + payload.length)
  frame[0] = 0x81
  if (extended === 0) frame[1] = 0x80 | payload.length
  else if (extended === 2) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(payload.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(payload.length), 2)
  }
  MASK.forEach((key, index) => {
    frame[header - 4 + index] = key
  })
  for (let index = 0; index < payload.length; index += 1) {
    frame[header + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0)
  }
  return frame
}

/** A frame whose decimal numbers can be rewritten without building it anew. */
export interface FrameTemplate {
  make(values: readonly number[]): Buffer
}

/** Each mark is a run of digits in the payload, found by its text, as wide as the numbers that will stand there. */
export const frameTemplate = (payload: string, marks: readonly string[]): FrameTemplate => {
  const bytes = Buffer.from(payload)
  const frame = clientFrame(bytes)
  const header = frame.length - bytes.length
  const places = marks.map((mark) => {
    const at = bytes.indexOf(mark)
    if (at < 0) throw new Error(`no ${mark} in the payload`)
    return { at, width: mark.length }
  })
  return {
    make: (values) => {
      const copy = Buffer.from(frame)
      places.forEach(({ at, width }, place) => {
        let rest = values[place] ?? 0
        for (let index = at + width - 1; index >= at; index -= 1) {
          const shorter = Math.floor(rest / 10)
          copy[header + index] = (48 + (rest - shorter * 10)) ^ (MASK[index & 3] ?? 0)
          rest = shorter
        }
      })
      return copy
    },
  }
}

export const readDigits = (buffer: Buffer, at: number, width: number): number => {
  let value = 0
  for (let index = at; index < at + width; index += 1) value = value * 10 + ((buffer[index] ?? 48) - 48)
  return value
}
