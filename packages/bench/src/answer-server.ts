import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer, answerHeaders } from './exchange.ts'

// A program of its own, so that its work is not counted as the clients': it tells its parent the port and ends with it.
const server = createServer((request, response) => {
  request.resume().once('end', () => response.writeHead(200, answerHeaders).end(answer))
})
// Longer than a round, lest a client meets a connection that is being closed.
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit())
