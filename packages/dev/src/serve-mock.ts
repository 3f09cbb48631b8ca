import { createMock, type Mock } from '@seam-acs/mock'
import { serve, type MockServer } from '@seam-acs/mock/server'

/** A mock server whose contract can be replaced while it listens. */
export interface SwitchableServer extends MockServer {
  use(mock: Mock): void
}

/** Serves the mock of the last build, until it is given another one. */
export async function serveMock(port: number, log: (line: string) => void): Promise<SwitchableServer> {
  let mock = createMock()
  const server = await serve({ fetch: (input, init) => mock.fetch(input, init) }, { port, log })
  return { ...server, use: (next) => void (mock = next) }
}
