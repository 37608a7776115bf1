export { hostPort, parseMessage, type HostPort, type MessagePortLike } from './port.ts'
export { serveClient } from './serveClient.ts'
