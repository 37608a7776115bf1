import type { FileUploaded } from '../../protocol/wire/index.ts'
import type { SendFile } from '../chat/uploads.ts'

/** XMLHttpRequest, because `fetch` tells nothing about the progress of what is sent. */
export const sendFile: SendFile = ({ file, name, kind, token }, { progress, finished, failed }) => {
  const request = new XMLHttpRequest()
  request.open('POST', `/api/files?${new URLSearchParams({ name: name.slice(-255), kind }).toString()}`)
  request.setRequestHeader('authorization', `Visitor ${token}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => {
    progress(total > 0 ? loaded / total : 0)
  }
  request.onerror = () => {
    failed('network')
  }
  request.onload = () => {
    const answer = parse(request.responseText)
    if (request.status < 300 && answer?.file) finished({ file: answer.file })
    else failed(answer?.code ?? 'other')
  }
  request.send(file)
  return {
    cancel: () => {
      request.onload = null
      request.onerror = null
      request.abort()
    },
  }
}

const parse = (text: string): (Partial<FileUploaded> & { readonly code?: string }) | null => {
  try {
    return JSON.parse(text) as Partial<FileUploaded> & { readonly code?: string }
  } catch {
    return null
  }
}
