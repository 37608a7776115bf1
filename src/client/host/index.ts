export { NetworkError, reasonOf, type NoAnswer } from '../ports/index.ts'
export { hostPort, parseMessage, type HostPort } from './port.ts'
export { serveClient } from './serveClient.ts'
