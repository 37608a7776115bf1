export { hostPort, parseMessage, type HostPort } from './port.ts'
export { serveClient } from './serveClient.ts'
