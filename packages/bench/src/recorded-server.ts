import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { responseHeaders, responseText } from './exchange.ts'

// Runs in its own process, so that its work is not measured. It sends the port to its parent and ends with it.
const server = createServer((request, response) => {
  request.resume().once('end', () => response.writeHead(200, responseHeaders).end(responseText))
})
// Longer than a round, so that no client uses a connection that is being closed.
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit())
